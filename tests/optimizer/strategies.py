"""Hypothesis strategies of valid problems; small, but with every kind of field."""

import datetime as dt
from decimal import Decimal

import numpy as np
from hypothesis import strategies as st

from optimizer.clock import Span
from optimizer.problem import (
    Day,
    Depot,
    Kit,
    Objective,
    Pin,
    Problem,
    Request,
    Team,
    Travel,
    Vehicle,
)
from tests.optimizer.builders import MONDAY, PLAN

DATES = tuple(MONDAY + dt.timedelta(days=n) for n in range(2))
MINUTES = st.integers(0, 1439)
NAMES = st.text(min_size=1, max_size=8)
SERVICES = st.frozensets(st.sampled_from(["recording", "printing", "civil_registry"]))
KINDS = ("operational", "kenduren_mas")
AMOUNTS = st.floats(0, 1e6).map(lambda x: round(x, 3))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span of clock time, perhaps of no length."""
    return Span(*sorted((draw(MINUTES), draw(MINUTES))))


@st.composite
def days(draw: st.DrawFn, date: dt.date) -> Day:
    """A day with up to two breaks that do not overlap."""
    ends = sorted(draw(st.lists(MINUTES, max_size=4)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return Day(date, tuple(Span(opens, closes) for opens, closes in pairs))


@st.composite
def requests(draw: st.DrawFn, name: str, location: int) -> Request:
    """A request with any combination of fields."""
    windows = st.dictionaries(
        st.sampled_from(DATES), st.lists(spans(), max_size=3).map(tuple), max_size=2
    )
    return Request(
        id=name,
        kind=draw(st.sampled_from(["school", "pesantren", "village", "kenduren_mas", "other"])),
        name=draw(st.text(max_size=8)),
        services=draw(SERVICES),
        vehicle_kinds=draw(st.frozensets(st.sampled_from(KINDS))),
        windows=draw(windows),
        must_serve=draw(st.booleans()),
        location=location,
        people=draw(st.integers(1, 30)),
        weight=draw(st.floats(0, 5).map(lambda x: round(x, 2))),
        setup_minutes=draw(st.integers(0, 60)),
        minutes_per_person=draw(st.integers(0, 100)) / Decimal(10),
        fixed_minutes=draw(st.none() | st.integers(0, 120)),
        min_people=draw(st.integers(0, 40)),
        max_duties_per_day=draw(st.integers(1, 3)),
    )


@st.composite
def teams(draw: st.DrawFn, name: str) -> Team:
    """A team with any shifts."""
    shifts = draw(st.dictionaries(st.sampled_from(DATES), spans(), max_size=2))
    return Team(name, "D", draw(SERVICES), shifts, draw(st.integers(1, 6)), draw(st.integers(0, 3)))


@st.composite
def vehicles(draw: st.DrawFn, name: str) -> Vehicle:
    """A vehicle of either kind."""
    dates = draw(st.frozensets(st.sampled_from(DATES)))
    sizes = draw(st.integers(0, 7)), draw(st.integers(0, 3))
    return Vehicle(name, "D", draw(st.sampled_from(KINDS)), draw(SERVICES), dates, *sizes)


def _matrix(size: int) -> st.SearchStrategy[np.ndarray]:
    cells = st.lists(
        st.floats(0, 90).map(lambda x: round(x, 2)), min_size=size**2, max_size=size**2
    )
    return cells.map(lambda row: np.array(row).reshape(size, size) * (1 - np.eye(size)))


@st.composite
def problems(draw: st.DrawFn, most_requests: int = 3, pinned: bool = True) -> Problem:
    """A valid problem; its pins need not be feasible together."""
    count = draw(st.integers(0, most_requests))
    names = [f"R{number}" for number in range(count)]
    size = count + 1
    dates = DATES[: draw(st.integers(1, 2))]
    pins = st.builds(Pin, st.sampled_from(names), st.none() | st.sampled_from(dates))
    return Problem(
        regency=draw(NAMES),
        week="2026-W49",
        timezone="Asia/Jakarta",
        days=tuple(draw(days(date)) for date in dates),
        depots=(Depot("D", draw(st.text(max_size=8)), 0),),
        teams=tuple(draw(teams(f"T{n}")) for n in range(draw(st.integers(0, 2)))),
        vehicles=tuple(draw(vehicles(f"V{n}")) for n in range(draw(st.integers(0, 2)))),
        kits=tuple(Kit(f"K{n}", "D", frozenset(DATES)) for n in range(draw(st.integers(0, 3)))),
        requests=tuple(draw(requests(name, n + 1)) for n, name in enumerate(names)),
        travel=Travel(((-7.6, 112.8),) * size, draw(_matrix(size)), draw(_matrix(size))),
        objective=Objective(*(draw(AMOUNTS) for _ in range(4))),
        pins=tuple(draw(st.lists(pins, max_size=1))) if names and pinned else (),
        previous=(PLAN,) if draw(st.booleans()) else (),
    )
