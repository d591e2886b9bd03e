"""Why people of a request are left over: a code and its facts, free of any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Code(StrEnum):
    """Kinds of reason, the most basic first."""

    NO_OPEN_DAY = "no_open_day"
    NO_VEHICLE_KIND = "no_vehicle_kind"
    NO_SERVICES = "no_services"
    NO_CREW = "no_crew"
    OUT_OF_REACH = "out_of_reach"
    TOO_FEW_LEFT = "too_few_left"
    NO_ROOM = "no_room"
    NOT_WORTH = "not_worth"
    STILL_FITS = "still_fits"


@dataclass(frozen=True, slots=True)
class Reason:
    """A proved statement about one request and one plan.

    Attributes
    ----------
    facts
        What the statement says, by name; each kind of reason has its own.
    """

    code: Code
    facts: Mapping[str, Any] = field(default_factory=dict)
