"""The office's planning policy; its numbers come from the office's configuration."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.ageing import AgeingPolicy, weight
from data.requests import DailyHours, Kind, Request
from optimizer.problem import Objective

ANY_VEHICLE = frozenset({"operational", "kenduren_mas"})


@dataclass(frozen=True, slots=True)
class KindRules:
    """How one kind of request is planned.

    Attributes
    ----------
    weight
        Value of one served person before ageing.
    hours
        The site's hours where its letter says none; no hours, no visit.
    no_show
        Share of listed people who stay away; the planned minutes per listed person shrink by it.
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


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """The policy a problem is made with.

    Attributes
    ----------
    session_ageing
        Of Kenduren Mas sessions: steep, so that scarce vehicles go where the wait is longest.
    """

    kinds: Mapping[Kind, KindRules]
    objective: Objective
    ageing: AgeingPolicy = AgeingPolicy()
    session_ageing: AgeingPolicy = AgeingPolicy(per_week=0.5, most=6.0)

    def weight(self, request: Request, monday: dt.date) -> float:
        """Value of one served person of a request in the week that begins on ``monday``."""
        session = request.kind is Kind.KENDUREN_MAS
        aged = weight(request, monday, self.session_ageing if session else self.ageing)
        return round(self.kinds[request.kind].weight * aged, 4)
