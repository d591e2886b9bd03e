"""plan.json to Plan and back, exactly as the specification writes it."""

from typing import Any

from optimizer.clock import format_clock
from optimizer.document import Cursor, parse
from optimizer.faults import InvalidDocument
from optimizer.plan import Duty, Plan, Stop, Unserved

FORMAT = "jemputbola/plan/1"
STATUSES = ("optimal", "feasible")


def read_plan(text: str) -> Plan:
    """Read the text of a plan.json; the claimed gap is derived anew, not read.

    Raises
    ------
    InvalidDocument
        With every fault of the document at once, each with its path.
    """
    root = parse(text)
    if root.at("format").text() not in (FORMAT, None):
        root.at("format").fault(f"harus '{FORMAT}'")
    plan = root.build(
        Plan,
        week=Cursor.text,
        status=_read_status,
        must_serve_missed=Cursor.integer,
        score=Cursor.number,
        bound=lambda value: value.optional(Cursor.number),
        seconds=Cursor.number,
        duties=lambda duties: tuple(read_duty(duty) for duty in duties.each()),
        unserved=lambda rows: tuple(_read_unserved(row) for row in rows.each()),
    )
    if root.faults or plan is None:
        raise InvalidDocument(root.faults)
    return plan


def _read_status(cursor: Cursor) -> str | None:
    status = cursor.text()
    if status is not None and status not in STATUSES:
        cursor.fault("harus 'optimal' atau 'feasible'")
        return None
    return status


def read_duty(cursor: Cursor) -> Duty | None:
    """A duty of plan.json, or None with its faults noted."""
    before = len(cursor.faults)
    back = cursor.at("return").clock()
    duty = cursor.build(
        Duty,
        date=Cursor.date,
        team=Cursor.text,
        vehicle=Cursor.text,
        kits=lambda kits: tuple(kit.text() for kit in kits.each()),
        stops=lambda stops: tuple(_read_stop(stop) for stop in stops.each()),
        depart=Cursor.clock,
        back=lambda _: back,
        km=Cursor.number,
    )
    return duty if len(cursor.faults) == before else None


def _read_stop(cursor: Cursor) -> Stop | None:
    return cursor.build(
        Stop,
        request=Cursor.text,
        arrive=Cursor.clock,
        start=Cursor.clock,
        end=Cursor.clock,
        people=Cursor.integer,
    )


def _read_unserved(cursor: Cursor) -> Unserved | None:
    return cursor.build(Unserved, request=Cursor.text, people=Cursor.integer, reason=Cursor.string)


def plan_document(plan: Plan) -> dict[str, Any]:
    """The plan as the JSON object of plan.json."""
    gap = plan.gap
    return {
        "format": FORMAT,
        "week": plan.week,
        "status": plan.status,
        "must_serve_missed": plan.must_serve_missed,
        "score": plan.score,
        "bound": plan.bound,
        "gap": None if gap is None else round(gap, 6),
        "seconds": round(plan.seconds, 2),
        "duties": [duty_document(duty) for duty in plan.duties],
        "unserved": [
            {"request": row.request, "people": row.people, "reason": row.reason}
            for row in plan.unserved
        ],
    }


def duty_document(duty: Duty) -> dict[str, Any]:
    """A duty as the JSON object of plan.json."""
    return {
        "date": duty.date.isoformat(),
        "team": duty.team,
        "vehicle": duty.vehicle,
        "kits": list(duty.kits),
        "depart": format_clock(duty.depart),
        "return": format_clock(duty.back),
        "km": duty.km,
        "stops": [_stop_document(stop) for stop in duty.stops],
    }


def _stop_document(stop: Stop) -> dict[str, Any]:
    return {
        "request": stop.request,
        "arrive": format_clock(stop.arrive),
        "start": format_clock(stop.start),
        "end": format_clock(stop.end),
        "people": stop.people,
    }
