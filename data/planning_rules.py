"""The office's planning policy; its numbers come from the office's configuration."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from data.ageing import AgeingPolicy, weight
from data.requests import DailyHours, Kind, Request
from data.site_key import site_key
from optimizer.problem import Objective

ANY_VEHICLE = frozenset({"operational", "kenduren_mas"})


@dataclass(frozen=True, slots=True)
class Pace:
    """How a visit goes.

    Attributes
    ----------
    minutes_per_person
        Of one kit.
    no_show
        Share of listed people who stay away; the planned minutes per listed person shrink by it.
    """

    minutes_per_person: Decimal
    no_show: Decimal


@dataclass(frozen=True, slots=True)
class KindRules:
    """How one kind of request is planned.

    Attributes
    ----------
    weight
        Value of one served person before ageing.
    hours
        The site's hours where its letter says none; no hours, no visit.
    minutes_per_person, no_show
        Pace where nothing is known of a site.
    fixed_minutes
        A session of this length instead of minutes per person, or None.
    """

    weight: float = 1.0
    hours: tuple[DailyHours, ...] = ()
    vehicle_kinds: frozenset[str] = ANY_VEHICLE
    minutes_per_person: Decimal = Decimal(6)
    setup_minutes: int = 30
    min_people: int = 20
    max_duties_per_day: int = 2
    no_show: Decimal = Decimal("0.10")
    fixed_minutes: int | None = None

    @property
    def pace(self) -> Pace:
        """How a visit to a site of this kind goes."""
        return Pace(self.minutes_per_person, self.no_show)


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """The policy a problem is made with.

    Attributes
    ----------
    session_ageing
        Of Kenduren Mas sessions: steep, so that scarce vehicles go where the wait is longest.
    sites
        Pace of the sites that field reports told of, by kind and ``site_key``.
    """

    kinds: Mapping[Kind, KindRules]
    objective: Objective
    ageing: AgeingPolicy = AgeingPolicy()
    session_ageing: AgeingPolicy = AgeingPolicy(per_week=0.5, most=6.0)
    sites: Mapping[tuple[Kind, str], Pace] = field(default_factory=dict)

    def pace(self, request: Request) -> Pace:
        """How a visit to a request's site goes; minutes that its letter states come first."""
        known = self.sites.get((request.kind, site_key(request)), self.kinds[request.kind].pace)
        return Pace(request.minutes_per_person or known.minutes_per_person, known.no_show)

    def weight(self, request: Request, monday: dt.date) -> float:
        """Value of one served person of a request in the week that begins on ``monday``."""
        session = request.kind is Kind.KENDUREN_MAS
        aged = weight(request, monday, self.session_ageing if session else self.ageing)
        return round(self.kinds[request.kind].weight * aged, 4)
