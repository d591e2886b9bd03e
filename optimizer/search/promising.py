"""Ruin and recreate of promises alone, from warm to cold, until one search keeps no more."""

from collections.abc import Callable

from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.advice import Advice
from optimizer.search.allowance import Allowance
from optimizer.search.bettering import Bettering
from optimizer.search.choosing import Choosing
from optimizer.search.incumbent import Incumbent
from optimizer.search.promises import promised_week
from optimizer.search.remainder import Remainder

SEARCHED, TURN = 0.13, 0.04
"""Most of the time that it takes, and for one search from warm to cold: the last promises are kept
when it is cold."""


class Both:
    """The plans of a week and of its promises alone, bettered side by side.

    Parameters
    ----------
    part
        The week of promises alone.
    whole, alone
        Plans of the two.
    """

    def __init__(self, part: Remainder, whole: Incumbent, alone: Incumbent) -> None:
        self._part = part
        self._whole, self._alone = whole, alone
        self._told: tuple[Manned, ...] = ()

    def lacking(self) -> bool:
        """Whether both miss promises, once the one that misses more has heard of the other."""
        whole, alone = self._whole, self._alone
        ahead = alone if alone.misses() < whole.misses() else whole
        manned = ahead.manned
        if alone.misses() != whole.misses() and manned is not self._told:
            self._told = manned
            if ahead is alone:
                whole.offer(self._part.adopt(manned))
            else:
                alone.offer(self._part.only(manned))
        return whole.lacking() and alone.lacking()


def search_promises(week: Week, incumbent: Incumbent, allowance: Allowance, seed: int) -> None:
    """Search for a plan of promises alone, where some are missed, and offer what came out."""
    part = promised_week(week) if incumbent.lacking() else None
    if part is None:
        return
    alone = Incumbent(part.rest)
    Choosing(part.rest, alone, allowance).first_plan()
    bettering = Bettering(part.rest, alone, allowance, seed, Advice)
    patiently(bettering, alone, allowance, Both(part, incumbent, alone).lacking)
    incumbent.offer(part.adopt(alone.manned))


def patiently(
    bettering: Bettering, incumbent: Incumbent, allowance: Allowance, go_on: Callable[[], bool]
) -> None:
    """One search after the other while promises are missed, until one keeps no more."""
    share = allowance.part(SEARCHED)

    def wanted() -> bool:
        return incumbent.misses() > 0 and share() < 1.0 and go_on()

    missed = incumbent.misses() + 1
    while wanted() and incumbent.misses() < missed:
        missed = incumbent.misses()
        bettering.recreate(wanted, allowance.part(TURN))
