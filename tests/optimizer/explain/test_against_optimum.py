"""On a proved optimum nothing still fits, and every other statement agrees with the truth."""

from dataclasses import replace

import pytest

from optimizer.explain import Code, explain
from optimizer.problem import Problem
from tests.optimizer.builders import plan
from tests.optimizer.oracles.enumeration import day_duties
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.oracles.truth import best_of_tiny

NEVER = {Code.NO_OPEN_DAY, Code.NO_VEHICLE_KIND, Code.NO_SERVICES, Code.NO_CREW, Code.OUT_OF_REACH}


def alone(problem: Problem, name: str) -> Problem:
    """The problem with that request only."""
    return replace(problem, requests=(problem.request[name],), pins=())


def visits_somebody(problem: Problem, name: str) -> bool:
    duties = (duty for day in problem.days for duty in day_duties(alone(problem, name), day))
    return any(duty.people > 0 for duty in duties)


@pytest.mark.parametrize("seed", range(80))
def test_reasons_on_the_optimum(seed: int):
    problem = tiny(seed)
    by_missed = best_of_tiny(seed)
    best = plan(problem, *by_missed[min(by_missed)].duties)
    for name, reason in explain(problem, best).items():
        assert reason.code != Code.STILL_FITS
        assert (reason.code in NEVER) == (not visits_somebody(problem, name))
