"""Hard rules 2 and 3: the shift, the drives and the breaks of a duty."""

from collections.abc import Iterator

from optimizer.check.minutes import clock_text, inside_break, working_minutes
from optimizer.check.resolved import KnownDuty, known_duties, legs, visits
from optimizer.check.violation import Finding
from optimizer.plan import Plan
from optimizer.problem import Problem


def within_shift(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A duty leaves and is back within its team's shift."""
    for known in known_duties(problem, plan):
        shift = known.team.shifts.get(known.duty.date)
        if shift and known.duty.depart < shift.open:
            message = f"berangkat {clock_text(known.duty.depart)} sebelum giliran mulai "
            yield Finding(f"{known.place}.depart", message + clock_text(shift.open))
        if shift and known.duty.back > shift.close:
            message = f"kembali {clock_text(known.duty.back)} sesudah giliran selesai "
            yield Finding(f"{known.place}.return", message + clock_text(shift.close))


def travel_time(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Every drive has at least its working minutes."""
    for known in known_duties(problem, plan):
        for leg in legs(problem, known):
            needed = problem.travel.minutes[leg.origin, leg.target]
            given = working_minutes(known.day, leg.departs, leg.arrives)
            if leg.arrives < leg.departs or given < needed:
                message = f"perjalanan {needed:g} menit kerja, hanya ada {given}"
                yield Finding(leg.place, message)


def start_after_arrival(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Service begins when the duty is there, not earlier."""
    for visit in visits(problem, plan):
        if visit.stop.start < visit.stop.arrive:
            message = f"mulai {clock_text(visit.stop.start)} sebelum tiba "
            yield Finding(f"{visit.place}.start", message + clock_text(visit.stop.arrive))


def no_time_in_a_break(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """No printed time lies strictly inside a break."""
    for known in known_duties(problem, plan):
        for place, time in _times(known):
            if inside_break(known.day, time):
                yield Finding(place, f"{clock_text(time)} berada di dalam jam istirahat")


def _times(known: KnownDuty) -> Iterator[tuple[str, int]]:
    yield f"{known.place}.depart", known.duty.depart
    for index, stop in enumerate(known.duty.stops):
        place = f"{known.place}.stops[{index}]"
        yield f"{place}.arrive", stop.arrive
        yield f"{place}.start", stop.start
        yield f"{place}.end", stop.end
    yield f"{known.place}.return", known.duty.back
