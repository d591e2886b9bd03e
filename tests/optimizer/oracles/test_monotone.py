"""More means never worsen the proved optimum; names and order mean nothing."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from optimizer.plan import Plan
from optimizer.problem import Kit, Problem
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.oracles.truth import CENT, solved

SEEDS = range(6)


def with_a_team(problem: Problem) -> Problem:
    return replace(problem, teams=(*problem.teams, replace(problem.teams[0], id="T9")))


def with_a_vehicle(problem: Problem) -> Problem:
    return replace(problem, vehicles=(*problem.vehicles, replace(problem.vehicles[0], id="V9")))


def with_a_kit(problem: Problem) -> Problem:
    everywhere = frozenset(day.date for day in problem.days)
    return replace(problem, kits=(*problem.kits, Kit("K9", problem.teams[0].depot, everywhere)))


def with_an_optional_request(problem: Problem) -> Problem:
    extra = replace(problem.requests[0], id="R9", must_serve=False)
    return replace(problem, requests=(*problem.requests, extra))


def tolerance(plan: Plan) -> float:
    return 2 * CENT + 1e-4 * max(1.0, abs(plan.score))


@pytest.mark.parametrize(
    "more", [with_a_team, with_a_vehicle, with_a_kit, with_an_optional_request]
)
@pytest.mark.parametrize("seed", SEEDS)
def test_more_is_never_worse(seed: int, more: Callable[[Problem], Problem]):
    before, after = solved(tiny(seed)), solved(more(tiny(seed)))
    assert after.must_serve_missed <= before.must_serve_missed
    if after.must_serve_missed == before.must_serve_missed:
        assert after.score >= before.score - tolerance(before)


def relabelled(problem: Problem, draw: random.Random) -> Problem:
    """The same problem with new names in another order."""
    names = {request.id: f"lokasi {n}" for n, request in enumerate(reversed(problem.requests))}

    def shuffled(members: tuple) -> tuple:
        return tuple(draw.sample(members, len(members)))

    return replace(
        problem,
        requests=shuffled(tuple(replace(r, id=names[r.id]) for r in problem.requests)),
        teams=shuffled(tuple(replace(t, id=f"regu {t.id}") for t in problem.teams)),
        vehicles=shuffled(tuple(replace(v, id=f"mobil {v.id}") for v in problem.vehicles)),
        kits=shuffled(problem.kits),
        pins=tuple(
            replace(
                pin,
                request=names[pin.request],
                team=pin.team and f"regu {pin.team}",
                vehicle=pin.vehicle and f"mobil {pin.vehicle}",
            )
            for pin in problem.pins
        ),
        previous=tuple(
            replace(
                duty,
                stops=tuple(
                    replace(s, request=names.get(s.request, s.request)) for s in duty.stops
                ),
            )
            for duty in problem.previous
        ),
    )


@pytest.mark.parametrize("seed", range(15))
def test_names_and_order_change_nothing(seed: int):
    problem = tiny(seed)
    before, after = solved(problem), solved(relabelled(problem, random.Random(seed)))
    assert after.must_serve_missed == before.must_serve_missed
    assert after.score == pytest.approx(before.score, abs=tolerance(before))
