"""The first use compiles for about a minute: before a search, so that it has all of its time."""

from pathlib import Path

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import compile_week
from optimizer.compiled import config
from optimizer.problem import Problem
from optimizer.search.generation import Generation
from optimizer.search.pool import Pools
from optimizer.search.recreate.recreation import Recreation

FEW = 100
"""Duties that are listed to compile the listing."""


def is_ready() -> bool:
    """Whether the machine code of these sources is at hand."""
    return _mark().exists()


def make_ready(problem: Problem) -> None:
    """Compile what a solve of this week needs, unless that was done before."""
    if is_ready():
        return
    week = compile_week(problem)
    if not week.classes:
        return
    search = Recreation(week, (), seed=0)
    search.run(1, 0.0)
    pricer = Pricer(week, map)
    generation = Generation(week, pricer, allowed_misses=len(week.must_serve))
    generation.cut(generation.run(lambda: False, lambda bound: None))
    if generation.proof is not None:
        pools = Pools(week, pricer, generation.rostering, generation.proof)
        pools.points(0.0, FEW)
    try:
        _mark().parent.mkdir(parents=True, exist_ok=True)
        _mark().touch()
    except OSError:  # nothing can be kept here; the next use compiles again
        return


def _mark() -> Path:
    return Path(config.CACHE_DIR) / "ready"
