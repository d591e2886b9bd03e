"""A day of many short stops: duties are long, and every node has one option."""

import numpy as np

from optimizer.clock import Span
from optimizer.problem import Objective, Problem, Travel
from tests.optimizer.builders import MONDAY, kit, problem, request, team, vehicle


def day(seed: int, sites: int) -> Problem:
    """Two teams with a kit each, a window at each site, nothing costs but time."""
    draw = np.random.default_rng(seed)
    at = draw.uniform(0, 60, (sites + 1, 2))
    minutes = np.floor(np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)))
    asked = []
    for place in range(1, sites + 1):
        opens = int(draw.integers(7 * 60, 14 * 60))
        window = Span(opens, opens + int(draw.integers(30, 100)))
        people, fixed = int(draw.integers(1, 30)), int(draw.integers(5, 30))
        changes = {"people": people, "fixed_minutes": fixed, "windows": {MONDAY: (window,)}}
        asked.append(request(f"R{place}", place, **changes))
    return problem(
        *asked,
        teams=(team("T1", operators=1), team("T2", operators=1)),
        vehicles=(vehicle("V1"), vehicle("V2")),
        kits=(kit("K1"), kit("K2")),
        travel=Travel(((0.0, 0.0),) * (sites + 1), minutes, np.zeros_like(minutes)),
        objective=Objective(1.0, 0.0, 0.0, 0.0),
    )
