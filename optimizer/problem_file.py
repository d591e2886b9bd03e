"""problem.json to Problem and back, exactly as the specification writes it."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.clock import Span, format_clock
from optimizer.cross_check import Parts, cross_faults, leg_faults
from optimizer.document import Cursor, parse
from optimizer.faults import InvalidDocument
from optimizer.plan_file import duty_document, read_duty
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

FORMAT = "jemputbola/problem/1"


def read_problem(text: str) -> Problem:
    """Read the text of a problem.json.

    Raises
    ------
    InvalidDocument
        With every fault of the document at once, each with its path.
    """
    root = parse(text)
    if root.at("format").text() not in (FORMAT, None):
        root.at("format").fault(f"harus '{FORMAT}'")
    heads: dict[str, Any] = {name: root.at(name).text() for name in ("regency", "week", "timezone")}
    parts = _read_parts(root)
    objective = _read_objective(root.at("objective"))
    previous = _read_previous(root)
    faults = list(dict.fromkeys([*root.faults, *cross_faults(parts)]))
    if faults:
        raise InvalidDocument(faults)
    named = {c.name: getattr(parts, c.name) for c in fields(Parts) if c.name != "unread"}
    rest: dict[str, Any] = {"objective": objective, "previous": previous}
    return Problem(**heads, **named, **rest)


def _read_parts(root: Cursor) -> Parts:
    lists = {
        "days": _read_day,
        "depots": _read_depot,
        "teams": _read_team,
        "vehicles": _read_vehicle,
        "kits": _read_kit,
        "requests": _read_request,
        "pins": _read_pin,
    }
    read: dict[str, Any] = {
        name: tuple(reader(member) for member in root.at(name).each())
        for name, reader in lists.items()
        if name != "pins" or root.at("pins").there()
    }
    unread = {name: _names(root.at(name)) for name in read}
    return Parts(**{"pins": (), **read}, travel=_read_travel(root.at("travel")), unread=unread)


def _names(members: Cursor) -> frozenset[str]:
    if not isinstance(members.value, list):
        return frozenset()
    rows = (row for row in members.value if isinstance(row, dict))
    return frozenset(row["id"] for row in rows if isinstance(row.get("id"), str))


def _read_day(cursor: Cursor) -> Day | None:
    return cursor.build(Day, date=Cursor.date, breaks=Cursor.spans)


def _read_depot(cursor: Cursor) -> Depot | None:
    return cursor.build(Depot, id=Cursor.text, name=Cursor.string, location=Cursor.integer)


def _read_team(cursor: Cursor) -> Team | None:
    return cursor.build(
        Team,
        id=Cursor.text,
        depot=Cursor.text,
        crew=Cursor.integer,
        operators=Cursor.integer,
        services=Cursor.texts,
        shifts=lambda shifts: shifts.by_date(Cursor.span),
    )


def _read_vehicle(cursor: Cursor) -> Vehicle | None:
    return cursor.build(
        Vehicle,
        id=Cursor.text,
        depot=Cursor.text,
        kind=Cursor.text,
        seats=Cursor.integer,
        kit_slots=Cursor.integer,
        services=Cursor.texts,
        dates=Cursor.dates,
    )


def _read_kit(cursor: Cursor) -> Kit | None:
    return cursor.build(Kit, id=Cursor.text, depot=Cursor.text, dates=Cursor.dates)


def _read_request(cursor: Cursor) -> Request | None:
    return cursor.build(
        Request,
        id=Cursor.text,
        kind=Cursor.text,
        name=Cursor.string,
        location=Cursor.integer,
        people=Cursor.integer,
        weight=Cursor.number,
        services=Cursor.texts,
        vehicle_kinds=Cursor.texts,
        windows=lambda windows: windows.by_date(Cursor.spans),
        setup_minutes=Cursor.integer,
        minutes_per_person=Cursor.decimal,
        fixed_minutes=lambda value: value.optional(Cursor.integer),
        min_people=Cursor.integer,
        max_duties_per_day=Cursor.integer,
        must_serve=Cursor.boolean,
    )


def _read_pin(cursor: Cursor) -> Pin | None:
    return cursor.build(
        Pin,
        request=Cursor.text,
        date=lambda value: _unless_absent(value, Cursor.date),
        team=lambda value: _unless_absent(value, Cursor.text),
        vehicle=lambda value: _unless_absent(value, Cursor.text),
        people=lambda value: _unless_absent(value, Cursor.integer),
    )


def _unless_absent(cursor: Cursor, read: Any) -> Any:
    return read(cursor) if cursor.there() else None


def _read_travel(cursor: Cursor) -> Travel | None:
    return cursor.build(
        Travel,
        locations=lambda rows: tuple(_read_point(row) for row in rows.each()),
        minutes=_read_legs,
        km=_read_legs,
    )


def _read_legs(cursor: Cursor) -> NDArray[np.float64] | None:
    """A matrix whose bad entries are named even if the other matrix cannot be read."""
    matrix = cursor.matrix()
    if matrix is not None:
        cursor.faults.extend(leg_faults(cursor.path, matrix))
    return matrix


def _read_point(cursor: Cursor) -> tuple[float, float] | None:
    numbers = [number.number() for number in cursor.each()]
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        cursor.fault("harus [lintang, bujur]")
        return None
    return numbers[0], numbers[1]


def _read_objective(cursor: Cursor) -> Objective | None:
    names = ("value_per_person", "cost_per_km", "cost_per_duty", "cost_per_change")
    return cursor.build(Objective, **dict.fromkeys(names, Cursor.number))


def _read_previous(root: Cursor) -> tuple[Any, ...]:
    previous = root.at("previous")
    if not previous.there():
        return ()
    return tuple(read_duty(duty) for duty in previous.at("duties").each())


def problem_document(problem: Problem) -> dict[str, Any]:
    """The problem as the JSON object of problem.json."""
    return {
        "format": FORMAT,
        "regency": problem.regency,
        "week": problem.week,
        "timezone": problem.timezone,
        "days": [
            {"date": day.date.isoformat(), "breaks": _spans(day.breaks)} for day in problem.days
        ],
        "depots": [_plain(depot) for depot in problem.depots],
        "teams": [
            {**_plain(team), "shifts": {d.isoformat(): _span(s) for d, s in team.shifts.items()}}
            for team in problem.teams
        ],
        "vehicles": [_plain(vehicle) for vehicle in problem.vehicles],
        "kits": [_plain(kit) for kit in problem.kits],
        "requests": [_request_document(request) for request in problem.requests],
        "pins": [_plain(pin) for pin in problem.pins],
        "previous": {"duties": [duty_document(duty) for duty in problem.previous]},
        "travel": {
            "locations": [list(point) for point in problem.travel.locations],
            "minutes": _short(problem.travel.minutes),
            "km": _short(problem.travel.km),
        },
        "objective": _plain(problem.objective),
    }


def _plain(value: Any) -> dict[str, Any]:
    return {column.name: _json(getattr(value, column.name)) for column in fields(value)}


def _json(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(_json(member) for member in value)
    if isinstance(value, Mapping):
        return {}
    return value.isoformat() if hasattr(value, "isoformat") else value


def _request_document(request: Request) -> dict[str, Any]:
    per_person = request.minutes_per_person
    return {
        **_plain(request),
        "minutes_per_person": int(per_person) if per_person % 1 == 0 else float(per_person),
        "windows": {day.isoformat(): _spans(spans) for day, spans in request.windows.items()},
    }


def _span(span: Span) -> list[str]:
    return [format_clock(span.open), format_clock(span.close)]


def _spans(spans: tuple[Span, ...]) -> list[list[str]]:
    return [_span(span) for span in spans]


def _short(matrix: Any) -> list[list[float]]:
    return [[int(x) if x == int(x) else x for x in row] for row in np.asarray(matrix).tolist()]
