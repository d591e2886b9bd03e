"""Random small classes with one option a node, and plain enumeration of their duties."""

import math
from itertools import permutations

import numpy as np

from optimizer.columns.grid import Floats, Grid

Duty = tuple[int, ...]


def single_option(seed: int, nodes: int = 6, requests: int = 5) -> tuple[Grid, Floats]:
    """A class whose legs keep no triangle inequality, and a gain for each node.

    With more nodes than requests some requests have several windows.
    """
    draw = np.random.default_rng(seed)
    horizon = int(draw.integers(30, 120))
    minutes = draw.integers(1, 10, nodes)
    opens = draw.integers(0, horizon, nodes)
    places = requests + 1
    asked = np.arange(nodes) % requests
    return Grid(
        horizon=horizon,
        request=asked + 3,
        place=asked + 1,
        opens=opens,
        closes=np.minimum(horizon, opens + minutes + draw.integers(0, horizon, nodes)),
        first=np.arange(nodes + 1),
        people=np.ones(nodes, dtype=np.int64),
        minutes=minutes,
        depot=0,
        legs=draw.integers(0, 25, (places, places)),
        km_cost=draw.choice([0.0, 1.0]) * draw.uniform(0, 3, (places, places)),
    ), draw.normal(4.0, 5.0, nodes)


def worth(grid: Grid, gain: Floats, duty: Duty) -> float:
    """Gain less km cost, or minus infinity if the duty does not fit its minutes."""
    here, now, total = grid.depot, 0, 0.0
    for node in duty:
        place = int(grid.place[node])
        now = max(now + int(grid.legs[here, place]), int(grid.opens[node])) + grid.minutes[node]
        if now > grid.closes[node]:
            return -math.inf
        total += gain[node] - grid.km_cost[here, place]
        here = place
    back = now + grid.legs[here, grid.depot]
    return float(total - grid.km_cost[here, grid.depot]) if back <= grid.horizon else -math.inf


def every_duty(grid: Grid, gain: Floats) -> dict[Duty, float]:
    """Worth of every duty that fits."""
    duties = (
        duty
        for count in range(1, grid.request.size + 1)
        for duty in permutations(range(grid.request.size), count)
        if len({int(grid.request[node]) for node in duty}) == count
    )
    found = {duty: worth(grid, gain, duty) for duty in duties}
    return {duty: value for duty, value in found.items() if value > -math.inf}
