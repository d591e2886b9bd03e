"""Teams, vehicles and kits of a week."""

import random
from collections.abc import Iterator

from optimizer.clock import Span
from optimizer.problem import Depot, Kit, Team, Vehicle
from tests.optimizer.weeks.calendar import DATES, office_hours
from tests.optimizer.weeks.geography import DEPOTS
from tests.optimizer.weeks.recipe import Recipe

DEPOT_IDS = ("raci", "purwosari")


def depots(recipe: Recipe) -> tuple[Depot, ...]:
    """Depots at the first locations."""
    return tuple(Depot(DEPOT_IDS[n], DEPOTS[n].name, n) for n in range(recipe.depots))


def _depot(recipe: Recipe, number: int) -> str:
    """The second depot holds every third."""
    return DEPOT_IDS[1] if recipe.depots == 2 and number % 3 == 2 else DEPOT_IDS[0]


def teams(recipe: Recipe) -> Iterator[Team]:
    """Crews of 3-6 with 1-3 operators; some start later, some are away one day."""
    draw = random.Random(f"teams-{recipe}")
    for number in range(recipe.teams):
        late = 60 if draw.random() < 0.2 else 0
        away = set(draw.sample(DATES, 1)) if draw.random() < 0.15 else set()
        spans = {date: office_hours(date) for date in DATES if date not in away}
        yield Team(
            id=f"T{number + 1:02}",
            depot=_depot(recipe, number),
            services=frozenset({"recording"}),
            shifts={date: Span(s.open + late, s.close) for date, s in spans.items()},
            crew=draw.choices((3, 4, 5, 6), (15, 60, 15, 10))[0],
            operators=draw.choices((1, 2, 3), (20, 60, 20) if recipe.tight else (5, 65, 30))[0],
        )


def vehicles(recipe: Recipe) -> Iterator[Vehicle]:
    """Half of them Kenduren Mas vehicles with services on board; one is in repair for a day."""
    draw = random.Random(f"vehicles-{recipe}")
    broken = draw.randrange(recipe.vehicles)
    for number in range(recipe.vehicles):
        kenduren = number % 2 == 0
        dates = set(DATES) - ({draw.choice(DATES)} if number == broken else set())
        yield Vehicle(
            id=f"V{number + 1:02}",
            depot=_depot(recipe, number),
            kind="kenduren_mas" if kenduren else "operational",
            services=frozenset({"printing", "civil_registry"} if kenduren else ()),
            dates=frozenset(dates),
            seats=draw.choice((5, 6)) if kenduren else draw.choice((5, 6, 7)),
            kit_slots=3 if kenduren else 2,
        )


def kits(recipe: Recipe) -> Iterator[Kit]:
    """Two a team, or a third fewer when the week is tight."""
    count = recipe.teams * 2
    for number in range(count * 2 // 3 if recipe.tight else count):
        yield Kit(f"K{number + 1:02}", _depot(recipe, number), frozenset(DATES))
