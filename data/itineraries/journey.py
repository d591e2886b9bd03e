"""A duty joined with the records it visits: what every paper about one duty is printed from."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.itineraries.book import WeekBook
from data.requests import Request
from optimizer import problem as asked
from optimizer.plan import Duty, Stop

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Leg:
    """A drive to ``target`` (latitude, longitude); ``minutes`` are working minutes."""

    km: float
    minutes: int
    target: Point


@dataclass(frozen=True, slots=True)
class Visit:
    """One stop of a duty with its record and the leg that leads to it; numbered from 1.

    Attributes
    ----------
    waiting
        Working minutes between arrival and start of service.
    """

    number: int
    stop: Stop
    record: Request
    asked: asked.Request
    leg: Leg
    waiting: int


@dataclass(frozen=True, slots=True)
class Journey:
    """One duty as its papers tell it.

    Attributes
    ----------
    id
        Stable name of the duty, ``2026-11-30-T1``: a team has at most one duty a date.
    home
        The leg back to the depot.
    """

    id: str
    duty: Duty
    team: str
    vehicle: str
    crew: int
    depot: str
    start: Point
    visits: tuple[Visit, ...]
    home: Leg

    @property
    def services(self) -> frozenset[str]:
        """Services that the visited sites need."""
        return frozenset().union(*(visit.asked.services for visit in self.visits))


def duty_id(duty: Duty) -> str:
    """Stable name of a duty within the office."""
    return f"{duty.date.isoformat()}-{duty.team}"


def in_order(book: WeekBook) -> list[Duty]:
    """The duties of the week by date, then team."""
    return sorted(
        book.plan.duties, key=lambda duty: (duty.date, book.teams.get(duty.team, ""), duty.team)
    )


def journey(book: WeekBook, duty: Duty) -> Journey:
    """Join one duty with its records.

    Raises
    ------
    KeyError
        If a record, team or vehicle of the duty is not in the book.
    """
    team = book.problem.team[duty.team]
    depot = book.problem.depot[team.depot]
    visits = tuple(_visits(book, duty, depot.location))
    last = visits[-1].asked.location if visits else depot.location
    return Journey(
        id=duty_id(duty),
        duty=duty,
        team=book.teams[duty.team],
        vehicle=book.vehicles[duty.vehicle],
        crew=team.crew,
        depot=depot.name,
        start=book.problem.travel.locations[depot.location],
        visits=visits,
        home=_leg(book, last, depot.location),
    )


def _visits(book: WeekBook, duty: Duty, here: int) -> Iterator[Visit]:
    clock = book.problem.day[duty.date].clock
    for number, stop in enumerate(duty.stops, start=1):
        request = book.problem.request[stop.request]
        leg = _leg(book, here, request.location)
        waiting = clock.working(stop.start) - clock.working(stop.arrive)
        yield Visit(number, stop, book.requests[stop.request], request, leg, waiting)
        here = request.location


def _leg(book: WeekBook, origin: int, target: int) -> Leg:
    travel = book.problem.travel
    return Leg(
        km=float(travel.km[origin, target]),
        minutes=int(travel.whole_minutes[origin, target]),
        target=travel.locations[target],
    )
