"""Hard rules 4 and 5: window, length and equipment of a stop."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from optimizer.check.minutes import clock_text, working_minutes
from optimizer.check.resolved import visits
from optimizer.check.violation import Finding
from optimizer.plan import Plan
from optimizer.problem import Problem, Request


def within_window(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A stop lies within one window of its request on that date."""
    for visit in visits(problem, plan):
        stop, windows = visit.stop, visit.request.windows.get(visit.at.duty.date, ())
        if not any(w.open <= stop.start and stop.end <= w.close for w in windows):
            span = f"{clock_text(stop.start)}-{clock_text(stop.end)}"
            yield Finding(visit.place, f"{span} tidak berada dalam satu jam buka lokasi")


def exact_length(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A stop lasts exactly as the problem says, in working minutes."""
    for visit in visits(problem, plan):
        stop, kits = visit.stop, len(set(visit.at.duty.kits))
        if kits == 0:
            continue
        needed = length(visit.request, stop.people, kits)
        given = working_minutes(visit.at.day, stop.start, stop.end)
        if stop.end < stop.start or given != needed:
            message = f"berlangsung {given} menit kerja, harus tepat {needed}"
            yield Finding(f"{visit.place}.end", message)


def length(request: Request, people: int, kits: int) -> int:
    """Working minutes of a stop, in exact decimals."""
    if request.fixed_minutes is not None:
        return request.fixed_minutes
    return request.setup_minutes + ceil(people * Fraction(request.minutes_per_person) / kits)


def services(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Team and vehicle together give every service asked for."""
    for visit in visits(problem, plan):
        missing = visit.request.services - visit.at.team.services - visit.at.vehicle.services
        if missing:
            yield Finding(visit.place, f"layanan tidak terbawa: {', '.join(sorted(missing))}")


def vehicle_kind(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """The vehicle is of a kind the request admits."""
    for visit in visits(problem, plan):
        if visit.at.vehicle.kind not in visit.request.vehicle_kinds:
            message = f"jenis kendaraan '{visit.at.vehicle.kind}' tidak diterima lokasi"
            yield Finding(visit.place, message)
