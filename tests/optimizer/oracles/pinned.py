"""Tiny problems with several pins that can be met together: they come from one plan."""

import random
from dataclasses import replace

from optimizer.plan import Duty, Stop
from optimizer.problem import Pin, Problem
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny


def pinned(seed: int) -> Problem:
    """``tiny(seed)`` with up to three pins from the best plan under other weights."""
    draw = random.Random(f"pinned-{seed}")
    problem = replace(tiny(seed), pins=())
    weights = draw.sample((0.1, 0.5, 2.0, 9.0), len(problem.requests))
    pairs = zip(problem.requests, weights, strict=True)
    other = replace(problem, requests=tuple(replace(r, weight=w) for r, w in pairs))
    plans = list(best_by_missed(other).values())
    visits = [(duty, stop) for duty in draw.choice(plans).duties for stop in duty.stops]
    chosen = draw.sample(visits, min(len(visits), draw.randint(1, 3)))
    return replace(problem, pins=tuple(_pin(draw, duty, stop) for duty, stop in chosen))


def _pin(draw: random.Random, duty: Duty, stop: Stop) -> Pin:
    fields = {
        "date": duty.date,
        "team": duty.team,
        "vehicle": duty.vehicle,
        "people": stop.people,
    }
    return Pin(stop.request, **{k: v for k, v in fields.items() if draw.random() < 0.5})
