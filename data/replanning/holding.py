"""What a changed week holds on to."""

from collections.abc import Collection, Iterator
from enum import IntEnum

from optimizer.plan import Duty
from optimizer.problem import Pin, Problem


class Hold(IntEnum):
    """How firmly promised stops are held where nothing happened to them, firmest first."""

    ALL = 0
    DATE = 1
    NOTHING = 2


def pins(
    problem: Problem, duties: Collection[Duty], done: Collection[Duty], hold: Hold
) -> tuple[Pin, ...]:
    """Settled stops as they were, and promised stops that can still be made as promised.

    Parameters
    ----------
    problem
        The changed week.
    duties
        The published ones.
    done
        Those of them that are settled.
    """
    found = [pin for duty in done for pin in pins_of(duty)]
    for duty in duties:
        if duty not in done and hold < Hold.NOTHING and _possible(problem, duty):
            found += [_held(pin, hold) for pin in pins_of(duty) if _promised(problem, pin)]
    return tuple(found)


def pins_of(duty: Duty) -> Iterator[Pin]:
    """The stops of a duty, held as they are."""
    for stop in duty.stops:
        yield Pin(stop.request, duty.date, duty.team, duty.vehicle, stop.people)


def _held(pin: Pin, hold: Hold) -> Pin:
    return pin if hold is Hold.ALL else Pin(pin.request, pin.date, people=pin.people)


def _possible(problem: Problem, duty: Duty) -> bool:
    """Whether team, vehicle and kits of a duty are still there."""
    team, vehicle = problem.team.get(duty.team), problem.vehicle.get(duty.vehicle)
    kits = {kit.id: kit.dates for kit in problem.kits}
    return (
        team is not None
        and duty.date in team.shifts
        and vehicle is not None
        and duty.date in vehicle.dates
        and all(duty.date in kits.get(kit, ()) for kit in duty.kits)
    )


def _promised(problem: Problem, pin: Pin) -> bool:
    """Whether the site still waits for so many people on that date."""
    request = problem.request.get(pin.request)
    if request is None or pin.date not in request.windows:
        return False
    return pin.people is not None and request.people >= pin.people
