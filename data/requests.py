"""A request: one site's letter as the office keeps it, from arrival to the last person served."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class Kind(StrEnum):
    """What kind of institution asks; values as in problem.json."""

    SCHOOL = "school"
    PESANTREN = "pesantren"
    VILLAGE = "village"
    KENDUREN_MAS = "kenduren_mas"
    OTHER = "other"


class State(StrEnum):
    """Where a request stands in its life."""

    RECEIVED = "received"
    CLARIFIED = "clarified"
    PENDING = "pending"
    PLANNED = "planned"
    PROMISED = "promised"
    SERVED = "served"
    PARTLY_SERVED = "partly_served"
    CARRIED_OVER = "carried_over"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class Precision(StrEnum):
    """How precise a site's point is, best first."""

    GIVEN = "given"
    GEOCODED = "geocoded"
    SCHOOL_REGISTER = "school_register"
    DESA = "desa"
    KECAMATAN = "kecamatan"


class Site(BaseModel):
    """A place that can be visited."""

    model_config = ConfigDict(frozen=True)

    kecamatan_code: str
    kecamatan: str
    desa_code: str | None = None
    desa: str | None = None
    address: str | None = None
    latitude: float
    longitude: float
    precision: Precision


class Contact(BaseModel):
    """Whom to call at the site: a role and a telephone number, never a person's name.

    The number is left out of ``repr``, so that no log shows it.
    """

    model_config = ConfigDict(frozen=True)

    role: str | None = None
    phone: str | None = Field(default=None, repr=False)


class DailyHours(BaseModel):
    """A span of the site's day, local time, on some weekdays (1 = Monday … 7 = Sunday)."""

    model_config = ConfigDict(frozen=True)

    weekdays: frozenset[int]
    opens: dt.time
    closes: dt.time


class Request(BaseModel):
    """One accepted letter (counts and places only: no NIK, no names of pupils).

    Attributes
    ----------
    id
        Stable id made from letter and site; ``KM-35.14.06`` for a Kenduren Mas session.
    people
        Head-count asked for; ``people_left`` is what is still to be served.
    hours
        Daily hours of the site; empty means the default of its kind.
    promised_dates
        Dates already promised to the site by a published plan.
    """

    model_config = ConfigDict(frozen=True)

    id: Text
    kind: Kind
    institution: Text
    letter_number: str | None = None
    letter_date: dt.date | None = None
    received_date: dt.date | None = None
    npsn: str | None = None
    site: Site
    people: Annotated[int, Field(ge=1, le=20_000)]
    people_left: Annotated[int, Field(ge=0, le=20_000)]
    first_time: Annotated[int, Field(ge=0)] | None = None
    replacement: Annotated[int, Field(ge=0)] | None = None
    services: frozenset[str] = frozenset({"recording"})
    wished_dates: tuple[dt.date, ...] = ()
    impossible_dates: tuple[dt.date, ...] = ()
    deadline: dt.date | None = None
    hours: tuple[DailyHours, ...] = ()
    split_allowed: bool = True
    minutes_per_person: Decimal | None = None
    power: str | None = None
    signal: str | None = None
    room: str | None = None
    contact: Contact = Contact()
    note: str | None = None
    state: State = State.PENDING
    promised_dates: tuple[dt.date, ...] = ()
    weeks_waiting: Annotated[int, Field(ge=0)] = 0
    carried_over: Annotated[int, Field(ge=0)] = 0
