"""Form of plan.json: the right week, known names, real times, nobody forgotten."""

from collections import Counter
from collections.abc import Iterator

from optimizer.check.minutes import within_day
from optimizer.check.people import served
from optimizer.check.violation import Finding
from optimizer.plan import Duty, Plan
from optimizer.problem import Day, Problem


def week(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """The plan is of the problem's week."""
    if plan.week != problem.week:
        yield Finding("week", f"'{plan.week}' bukan pekan permasalahan '{problem.week}'")


def names(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Every date, team, vehicle, kit and request is known."""
    for index, duty in enumerate(plan.duties):
        yield from _names_of(problem, duty, f"duties[{index}]")
    for index, row in enumerate(plan.unserved):
        if row.request not in problem.request:
            yield _unknown(f"unserved[{index}].request", row.request)


def _names_of(problem: Problem, duty: Duty, place: str) -> Iterator[Finding]:
    if duty.date not in problem.day:
        yield Finding(f"{place}.date", f"{duty.date} bukan hari rencana")
    if duty.team not in problem.team:
        yield _unknown(f"{place}.team", duty.team)
    if duty.vehicle not in problem.vehicle:
        yield _unknown(f"{place}.vehicle", duty.vehicle)
    kits = {kit.id for kit in problem.kits}
    for index, kit in enumerate(duty.kits):
        if kit not in kits:
            yield _unknown(f"{place}.kits[{index}]", kit)
    for index, stop in enumerate(duty.stops):
        if stop.request not in problem.request:
            yield _unknown(f"{place}.stops[{index}].request", stop.request)


def _unknown(place: str, name: str) -> Finding:
    return Finding(place, f"'{name}' tidak dikenal dalam permasalahan")


def times(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Every time is one of a single calendar day."""
    for index, duty in enumerate(plan.duties):
        day = problem.day.get(duty.date, Day(duty.date))
        if not within_day(day, (duty.depart, duty.back)):
            yield Finding(f"duties[{index}]", "jam berangkat atau kembali di luar hari itu")
        for number, stop in enumerate(duty.stops):
            if not within_day(day, (stop.arrive, stop.start, stop.end)):
                yield Finding(f"duties[{index}].stops[{number}]", "jam di luar hari itu")


def empty_duties(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A duty makes at least one stop."""
    for index, duty in enumerate(plan.duties):
        if not duty.stops:
            yield Finding(f"duties[{index}].stops", "tugas tanpa kunjungan")


def unserved(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Every request with people left is listed once, with exactly those people."""
    done, rows = served(plan), Counter(row.request for row in plan.unserved)
    for index, row in enumerate(plan.unserved):
        request = problem.request.get(row.request)
        if request and row.people != request.people - done[row.request]:
            left = request.people - done[row.request]
            yield Finding(
                f"unserved[{index}].people", f"tertulis {row.people} orang, tersisa {left}"
            )
        if rows[row.request] > 1:
            yield Finding(f"unserved[{index}]", f"'{row.request}' tercantum lebih dari sekali")
    for request in problem.requests:
        left = request.people - done[request.id]
        if left > 0 and request.id not in rows:
            yield Finding("unserved", f"'{request.id}' dengan {left} orang tersisa tidak tercantum")
