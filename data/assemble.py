"""Records to problem: the only translator between what an office keeps and what is planned."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.fleet_days import kits_on, teams_on, vehicles_on
from data.fleet_records import Fleet
from data.planning_rules import Pace, PlanningRules
from data.requests import Request
from data.site_windows import site_windows
from data.travel.provider import Place
from data.weekdays import dates_of_week
from data.working_days import WorkingDays
from optimizer import problem
from optimizer.plan import Duty

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Office:
    """What stays from week to week: who we are, what we have, when we work, how we plan."""

    regency: str
    timezone: str
    fleet: Fleet
    calendar: WorkingDays
    rules: PlanningRules


def places_of(
    fleet: Fleet, requests: Iterable[Request], upland: frozenset[str]
) -> tuple[Place, ...]:
    """Distinct places of depots and sites, in a stable order, for a travel provider.

    Parameters
    ----------
    upland
        Codes of the kecamatan with slow roads.
    """
    depots = [Place(d.latitude, d.longitude, d.upland) for d in fleet.depots]
    sites = [
        Place(r.site.latitude, r.site.longitude, r.site.kecamatan_code in upland)
        for r in sorted(requests, key=lambda request: request.id)
    ]
    return tuple({place.point: place for place in (*depots, *sites)}.values())


def assemble(
    office: Office,
    week: str,
    requests: Iterable[Request],
    travel: problem.Travel,
    *,
    previous: Sequence[Duty] = (),
    pins: Sequence[problem.Pin] = (),
) -> problem.Problem:
    """The week's problem.

    Parameters
    ----------
    requests
        Open letters and sessions; those with nobody left are passed over.
    travel
        Legs between (at least) ``places_of(office.fleet, requests, ...)``.
    previous
        Duties of the plan published before for this week.

    Raises
    ------
    InvalidDocument
        If the parts contradict each other.
    """
    dates = office.calendar.of_week(week)
    location = {point: index for index, point in enumerate(travel.locations)}
    asked = sorted((r for r in requests if r.people_left > 0), key=lambda r: r.id)
    return problem.Problem(
        regency=office.regency,
        week=week,
        timezone=office.timezone,
        days=tuple(office.calendar.day(date) for date in dates),
        depots=tuple(
            problem.Depot(d.id, d.name, location[d.latitude, d.longitude])
            for d in office.fleet.depots
        ),
        teams=teams_on(office.fleet, {date: office.calendar.shift(date) for date in dates}),
        vehicles=vehicles_on(office.fleet, dates),
        kits=kits_on(office.fleet, dates),
        requests=tuple(
            _asked(request, location[request.site.latitude, request.site.longitude], office, week)
            for request in asked
        ),
        travel=travel,
        objective=office.rules.objective,
        pins=tuple(pins),
        previous=tuple(previous),
    )


def _asked(request: Request, location: int, office: Office, week: str) -> problem.Request:
    rules = office.rules.kinds[request.kind]
    dates = office.calendar.of_week(week)
    whole = not request.split_allowed
    return problem.Request(
        id=request.id,
        kind=request.kind.value,
        name=request.institution,
        location=location,
        people=request.people_left,
        weight=office.rules.weight(request, dates_of_week(week)[0]),
        services=request.services,
        vehicle_kinds=rules.vehicle_kinds,
        windows=site_windows(request, dates, rules, office.calendar),
        setup_minutes=rules.setup_minutes,
        minutes_per_person=_minutes_per_listed(office.rules.pace(request)),
        fixed_minutes=rules.fixed_minutes,
        min_people=request.people_left if whole else rules.min_people,
        max_duties_per_day=1 if whole else rules.max_duties_per_day,
        must_serve=_must_serve(request, week),
    )


def _minutes_per_listed(pace: Pace) -> Decimal:
    """Planned minutes for each person on the list, less those who will not come."""
    return (pace.minutes_per_person * (1 - pace.no_show)).quantize(CENT)


def _must_serve(request: Request, week: str) -> bool:
    """Whether a promise or deadline falls due by the end of the week."""
    dates: tuple[dt.date, ...] = dates_of_week(week)
    due = request.deadline is not None and request.deadline <= dates[-1]
    return due or any(date in dates for date in request.promised_dates)
