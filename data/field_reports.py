"""What came of a visit: the return form of one stop, and what it does to the request."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from data.life_cycle import FOLLOWERS
from data.promises import broken
from data.requests import Request, State

Count = Annotated[int, Field(ge=0, le=20_000)]


class FieldReport(BaseModel):
    """The return form of one stop: counts and times, no names.

    Attributes
    ----------
    served, absent
        People recorded, and people on the list who did not come.
    failed, reason
        People who came and could not be recorded, and why.
    started, ended
        Local times of the service on site, if written down.
    """

    model_config = ConfigDict(frozen=True)

    date: dt.date
    team: str
    request: str
    served: Count
    absent: Count = 0
    failed: Count = 0
    reason: str | None = None
    started: dt.time | None = None
    ended: dt.time | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.failed and not self.reason:
            raise ValueError("ada yang gagal direkam; tulis sebabnya")
        if self.started and self.ended and self.ended <= self.started:
            raise ValueError("jam selesai harus sesudah jam mulai")
        return self

    @property
    def stop(self) -> tuple[dt.date, str, str]:
        """Which stop it is about: date, team, request."""
        return self.date, self.team, self.request


def after_report(request: Request, served: int, date: dt.date) -> Iterator[Request]:
    """The request's steps after a report, the last one being where it stands.

    Those left over go back to waiting at once, unless another visit is still promised.

    Parameters
    ----------
    served
        People served by all reports of the request together.
    date
        Day of the visit that the report is about; promises up to it are settled.
    """
    ahead = tuple(promised for promised in request.promised_dates if promised > date)
    left = max(0, request.people - served)
    request = request.model_copy(update={"people_left": left, "promised_dates": ahead})
    if left == 0:
        yield from _to_served(request)
    elif not ahead and served == 0 and request.state is State.PROMISED:
        yield broken(request, ())
    elif not ahead and request.state in (State.PROMISED, State.SERVED):
        yield _standing(request, State.PARTLY_SERVED)
        yield _standing(request, State.CARRIED_OVER)
    else:
        yield request


def _to_served(request: Request) -> Iterator[Request]:
    """A draft that wanted to visit them again gives them back first; a closed life stays closed."""
    if request.state is State.PLANNED:
        yield _standing(request, State.CARRIED_OVER)
    finished = State.SERVED not in FOLLOWERS[request.state] and request.state is not State.PLANNED
    yield request if finished else _standing(request, State.SERVED)


def _standing(request: Request, state: State) -> Request:
    return request.model_copy(update={"state": state})


def unreported(request: Request, week: tuple[dt.date, ...]) -> Request:
    """The request when its week is closed and nobody reported a visit: the promise is broken."""
    return broken(request, week) if request.state is State.PROMISED else request
