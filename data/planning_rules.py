"""Every number of the office's planning policy; an office changes them in its configuration."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from data.requests import DailyHours, Kind
from optimizer.problem import Objective

ANY_VEHICLE = frozenset({"operational", "kenduren_mas"})


def hours(weekdays: range, opens: int, closes: int) -> DailyHours:
    """Full hours on a run of weekdays (1 = Monday)."""
    return DailyHours(weekdays=frozenset(weekdays), opens=dt.time(opens), closes=dt.time(closes))


@dataclass(frozen=True, slots=True)
class KindRules:
    """How one kind of request is planned.

    Attributes
    ----------
    weight
        Value of one served person before ageing.
    hours
        The site's hours where its letter says none.
    no_show
        Share of listed people who stay away; the planned minutes per listed person shrink by it.
    fixed_minutes
        A session of this length instead of minutes per person, or None.
    """

    weight: float = 1.0
    hours: tuple[DailyHours, ...] = (hours(range(1, 7), 7, 15),)
    vehicle_kinds: frozenset[str] = ANY_VEHICLE
    minutes_per_person: Decimal = Decimal(6)
    setup_minutes: int = 30
    min_people: int = 20
    max_duties_per_day: int = 2
    no_show: Decimal = Decimal("0.10")
    fixed_minutes: int | None = None


SCHOOL = KindRules(hours=(hours(range(1, 5), 7, 13), hours(range(5, 6), 7, 11)))
VILLAGE = KindRules(hours=(hours(range(1, 5), 8, 15), hours(range(5, 6), 8, 11)))
KENDUREN_MAS = KindRules(
    weight=1.5,
    hours=(hours(range(1, 5), 8, 15), hours(range(5, 6), 8, 14)),
    vehicle_kinds=frozenset({"kenduren_mas"}),
    max_duties_per_day=1,
    fixed_minutes=150,
)

# Bases: minutes a person 6 from press reports (29-57 people a kit-day usual, 123 the highest);
# set-up, no-show (10-20 % seen, the low end keeps promises), school and village hours and the
# length of a session are assumptions. A pesantren has its own rhythm, so its default is wide.
KINDS: Mapping[Kind, KindRules] = {
    Kind.SCHOOL: SCHOOL,
    Kind.PESANTREN: KindRules(),
    Kind.VILLAGE: VILLAGE,
    Kind.KENDUREN_MAS: KENDUREN_MAS,
    Kind.OTHER: KindRules(weight=0.8),
}


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """The policy a problem is made with."""

    kinds: Mapping[Kind, KindRules] = field(default_factory=lambda: KINDS)
    objective: Objective = field(default_factory=lambda: Objective(1.0, 0.15, 2.0, 20.0))
