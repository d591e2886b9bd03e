"""The first use compiles for about a minute: when installed or before a search, not inside it."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from optimizer.columns.pricing import Pricer
from optimizer.columns.screening import most_through, screens_of
from optimizer.columns.week import Week, compile_week
from optimizer.compiled import config
from optimizer.master.hulls import hulls
from optimizer.problem import Problem
from optimizer.problem_file import read_problem
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.pool import Pools
from optimizer.search.recreate.recreation import Recreation

FEW = 100
"""Duties that are listed to compile the listing."""

SMALL: dict[str, Any] = {
    "format": "jemputbola/problem/1",
    "regency": "00.00",
    "week": "2026-W01",
    "timezone": "Asia/Jakarta",
    "days": [{"date": "2025-12-29", "breaks": [["12:00", "13:00"]]}],
    "depots": [{"id": "D", "name": "D", "location": 0}],
    "teams": [
        {
            "id": "T",
            "depot": "D",
            "crew": 2,
            "operators": 2,
            "services": ["recording"],
            "shifts": {"2025-12-29": ["07:00", "16:00"]},
        }
    ],
    "vehicles": [
        {
            "id": "V",
            "depot": "D",
            "kind": "operational",
            "seats": 4,
            "kit_slots": 2,
            "services": [],
            "dates": ["2025-12-29"],
        }
    ],
    "kits": [{"id": kit, "depot": "D", "dates": ["2025-12-29"]} for kit in ("K1", "K2")],
    "requests": [
        {
            "id": name,
            "kind": "school",
            "name": name,
            "location": 1,
            "people": people,
            "weight": 1.0,
            "services": ["recording"],
            "vehicle_kinds": ["operational"],
            "windows": {"2025-12-29": [["07:00", "16:00"]]},
            "setup_minutes": 30,
            "minutes_per_person": 6.0,
            "fixed_minutes": None,
            "min_people": 10,
            "max_duties_per_day": 2,
            "must_serve": must,
        }
        for name, people, must in (("A", 90, True), ("B", 40, False), ("C", 30, False))
    ],
    "pins": [],
    "previous": {"duties": []},
    "travel": {
        "locations": [[-7.6, 112.8], [-7.7, 112.9]],
        "minutes": [[0, 30], [30, 0]],
        "km": [[0, 15], [15, 0]],
    },
    "objective": {
        "value_per_person": 1.0,
        "cost_per_km": 0.1,
        "cost_per_duty": 2.0,
        "cost_per_change": 0.0,
    },
}
"""A week of three requests, to compile where no other is at hand."""


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
    generation.master.add(greedy_columns(week))
    generation.run(lambda: False, lambda bound: None)
    hulls(week)
    _screen(week)
    if generation.proof is not None:
        pools = Pools(week, pricer, generation.rostering, generation.proof)
        pools.points(0.0, FEW)
    try:
        _mark().parent.mkdir(parents=True, exist_ok=True)
        _mark().touch()
    except OSError:  # nothing can be kept here; the next use compiles again
        return


def _screen(week: Week) -> None:
    """Small weeks do without."""
    for c, screens in screens_of(dict(enumerate(week.grids))).items():
        most_through(screens, np.zeros(week.grids[c].people.size))
        return


def _mark() -> Path:
    return Path(config.CACHE_DIR) / "ready"


if __name__ == "__main__":
    make_ready(read_problem(json.dumps(SMALL)))
