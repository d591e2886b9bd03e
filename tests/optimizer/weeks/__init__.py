"""Seeded, realistic weeks on Pasuruan's geography.

``week("M", seed=3)`` draws every trait from the seed; ``make(Recipe(...))`` fixes them.
"""

from optimizer.problem import Objective, Problem
from tests.optimizer.weeks.calendar import DAYS, WEEK
from tests.optimizer.weeks.fleet import depots, kits, teams, vehicles
from tests.optimizer.weeks.geography import DEPOTS, travel
from tests.optimizer.weeks.letters import letters
from tests.optimizer.weeks.published import with_history
from tests.optimizer.weeks.recipe import Recipe, Size, recipe


def week(size: Size, seed: int = 0) -> Problem:
    """A week of a size; the same seed gives the same week."""
    return make(recipe(size, seed))


def make(traits: Recipe) -> Problem:
    """The week of a recipe."""
    asked = list(letters(traits, first_location=traits.depots))
    points = [*DEPOTS[: traits.depots], *(point for point, _ in asked)]
    problem = Problem(
        regency="35.14",
        week=WEEK,
        timezone="Asia/Jakarta",
        days=DAYS,
        depots=depots(traits),
        teams=tuple(teams(traits)),
        vehicles=tuple(vehicles(traits)),
        kits=tuple(kits(traits)),
        requests=tuple(request for _, request in asked),
        travel=travel(points),
        objective=Objective(1.0, 0.15, 2.0, 20.0),
    )
    return with_history(problem, traits)


__all__ = ["Recipe", "make", "recipe", "week"]
