"""The life of a request: which state may follow which, and the record of each step.

received -> clarified -> pending -> planned -> promised -> served or partly served -> carried over,
and from there planned again. A complete letter is pending at once; a dropped draft gives back.
Withdrawn (by the site) and refused (by the office) end a life early.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from data.requests import State

_S = State
FOLLOWERS: Mapping[State, frozenset[State]] = {
    _S.RECEIVED: frozenset({_S.CLARIFIED, _S.PENDING, _S.WITHDRAWN, _S.REFUSED}),
    _S.CLARIFIED: frozenset({_S.PENDING, _S.WITHDRAWN, _S.REFUSED}),
    # A doubt may arise late, so a pending letter can be clarified again.
    _S.PENDING: frozenset({_S.CLARIFIED, _S.PLANNED, _S.WITHDRAWN, _S.REFUSED}),
    # A draft that is not approved gives its requests back.
    _S.PLANNED: frozenset({_S.PROMISED, _S.PENDING, _S.CARRIED_OVER, _S.WITHDRAWN, _S.REFUSED}),
    # A visit that did not happen is carried over at once.
    _S.PROMISED: frozenset({_S.SERVED, _S.PARTLY_SERVED, _S.CARRIED_OVER, _S.WITHDRAWN}),
    # A corrected field report moves a request between these two.
    _S.PARTLY_SERVED: frozenset({_S.CARRIED_OVER, _S.PENDING, _S.SERVED, _S.WITHDRAWN}),
    _S.SERVED: frozenset({_S.PARTLY_SERVED}),
    # A late field report may say that nobody was left after all.
    _S.CARRIED_OVER: frozenset(
        {_S.PLANNED, _S.CLARIFIED, _S.PENDING, _S.SERVED, _S.WITHDRAWN, _S.REFUSED}
    ),
    _S.WITHDRAWN: frozenset(),
    _S.REFUSED: frozenset(),
}

STATE_NAMES: Mapping[State, str] = {
    _S.RECEIVED: "diterima",
    _S.CLARIFIED: "diperjelas",
    _S.PENDING: "menunggu",
    _S.PLANNED: "direncanakan",
    _S.PROMISED: "dijanjikan",
    _S.SERVED: "terlayani",
    _S.PARTLY_SERVED: "terlayani sebagian",
    _S.CARRIED_OVER: "dibawa ke pekan depan",
    _S.WITHDRAWN: "ditarik",
    _S.REFUSED: "ditolak",
}


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of a request's life; the store keeps them all and changes none.

    Attributes
    ----------
    at
        Moment with its time zone.
    actor
        Role or program that made the step, never a person's name.
    """

    request: str
    before: State
    after: State
    actor: str
    at: dt.datetime
    reason: str


class IllegalTransition(ValueError):
    """A step that no life takes; says in Bahasa Indonesia which steps there are."""


def step(
    request: str, before: State, after: State, *, actor: str, at: dt.datetime, reason: str
) -> Transition:
    """The record of one legal step.

    Raises
    ------
    IllegalTransition
        If ``after`` may not follow ``before``, the actor or reason is blank, or the moment has no
        time zone.
    """
    if after not in FOLLOWERS[before]:
        raise IllegalTransition(f"permohonan '{request}' {_refusal(before, after)}")
    if not actor.strip() or not reason.strip():
        raise IllegalTransition(f"permohonan '{request}': pelaku dan alasan harus diisi")
    if at.tzinfo is None:
        raise IllegalTransition(f"permohonan '{request}': waktu harus menyebut zona waktunya")
    return Transition(request, before, after, actor.strip(), at, reason.strip())


def is_final(state: State) -> bool:
    """Whether a life in this state is over for good."""
    return not FOLLOWERS[state]


def _refusal(before: State, after: State) -> str:
    steps = ", ".join(sorted(STATE_NAMES[state] for state in FOLLOWERS[before]))
    stands = f"berstatus {STATE_NAMES[before]}, tidak dapat menjadi {STATE_NAMES[after]}"
    return f"{stands}; yang mungkin: {steps}" if steps else f"{stands}; statusnya sudah akhir"
