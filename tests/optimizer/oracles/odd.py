"""Tiny problems with values at the edge of sense: nothing takes time, nothing is worth anything."""

import random
from dataclasses import replace
from decimal import Decimal

from optimizer.clock import Span
from optimizer.problem import Objective, Problem, Request
from tests.optimizer.oracles.tiny import tiny


def odd(seed: int) -> Problem:
    """``tiny(seed)`` with odd values strewn in; no pins, which they could make impossible."""
    draw, problem = random.Random(f"odd-{seed}"), tiny(seed, requests=3)
    prices = (draw.choice((0.0, 1.0)), draw.choice((0.0, 0.15)), draw.choice((0.0, 2.0)))
    return replace(
        problem,
        requests=tuple(_odd(draw, request, problem) for request in problem.requests),
        objective=Objective(*prices, draw.choice((0.0, 1.5))),
        pins=(),
    )


def _odd(draw: random.Random, request: Request, problem: Problem) -> Request:
    choices = (
        {"minutes_per_person": Decimal(0)},
        {"minutes_per_person": Decimal("0.01"), "setup_minutes": 0},
        {"fixed_minutes": 0},
        {"weight": 0.0},
        {"location": 0},
        {"location": problem.requests[0].location},
        {"min_people": 99},
        {"min_people": 0, "setup_minutes": 0},
        {"windows": {day.date: (Span(430, 430), Span(500, 560)) for day in problem.days}},
        {"windows": {day.date: _beside_breaks(day.breaks) for day in problem.days}},
    )
    changes = {}
    for chosen in draw.sample(choices, draw.randint(0, 4)):
        changes.update(chosen)
    return replace(request, **changes)


def _beside_breaks(breaks: tuple[Span, ...]) -> tuple[Span, ...]:
    """Windows that touch, cut or lie inside the breaks."""
    cut = [(Span(b.open - 30, b.open), Span(b.open + 5, b.close + 60)) for b in breaks]
    return tuple(span for pair in cut for span in pair) + tuple(
        Span(b.open + 1, b.close - 1) for b in breaks
    )
