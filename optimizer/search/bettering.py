"""Better and better plans by turns: ruin and recreate, neighbourhoods, packing, programs over the
duties that linear masters used most, and whole days.
"""

from collections.abc import Callable, Iterable
from math import inf
from random import Random
from time import monotonic

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.search.advice import Advice
from optimizer.search.allowance import Allowance
from optimizer.search.choosing import Choosing
from optimizer.search.filling import Filling
from optimizer.search.freeing import without
from optimizer.search.incumbent import Incumbent
from optimizer.search.neighbourhood import Neighbourhoods
from optimizer.search.restricted import Restricted
from optimizer.search.whole_days import WholeDays

FIRST, TURN = 0.1, 0.04
"""Share of the time for the first turn of ruin and recreate, and for each other one."""
OTHER = 4
"""Every so many turns, the way that was not gone for longest is tried again."""

GoOn = Callable[[], bool]
Share = Callable[[], float]


class Bettering:
    """Betters the incumbent until it is told to stop.

    Parameters
    ----------
    advice
        Duties worth putting together with those of the searches, or by themselves.
    around
        Begin with neighbourhoods: ruin and recreate goes first elsewhere.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        seed: int,
        advice: Callable[[], Advice],
        around: bool = False,
    ) -> None:
        self._dear = week.dear
        self._incumbent = incumbent
        self._allowance = allowance
        self._advice = advice
        draw = Random(seed)
        self._filling = Filling(week, incumbent, allowance, draw.getrandbits(32), self._liked)
        self._around = Neighbourhoods(week, allowance, draw.getrandbits(32))
        choosing = Choosing(week, incumbent, allowance)
        self._few = Restricted(
            incumbent,
            allowance,
            choosing,
            lambda: self._advice().ranked,
            draw.getrandbits(32),
        )
        self._whole_days = WholeDays(week, allowance, draw.getrandbits(32))
        ways = (self.recreate, self.neighbourhoods, self.pack, self.restricted, self.whole_days)
        self._ways = (*ways[1:], ways[0]) if around else ways
        self._packing = self._ways.index(self.pack)
        self._restricting = self._ways.index(self.restricted)
        self._freeing_days = self._ways.index(self.whole_days)
        self._filling_up = self._ways.index(self.recreate)
        self._beside = around
        self._misses = 0
        self._fresh = False
        self._gains: dict[int, float] = {}
        self._turns: dict[int, int] = {}

    def _liked(self) -> Iterable[Column]:
        return [*self._advice().used, *self._around.liked()]

    def run(self, go_on: GoOn) -> None:
        """Take turns while asked to."""
        while self.turn(go_on):
            pass

    def turn(self, go_on: GoOn) -> bool:
        """One turn; whether to go on.

        A plan that keeps more promises than before comes with few others, but for those of whole
        days, one of a program only with the duties it was given: ruin and recreate goes next. It
        also goes first, unless that is done elsewhere.
        """
        if self._incumbent.worth is None:
            return False
        if self._going(go_on):
            turn = max(self._turns.values(), default=0) + 1
            begins = not self._beside and not self._turns
            fill = begins or self._fewer() or self._fresh
            way = self._filling_up if fill else self._way(turn)
            first = way == self._filling_up and way not in self._turns
            part = FIRST if first and not self._beside else TURN
            before, began = self._level(), monotonic()
            self._misses = self._incumbent.misses()
            self._ways[way](go_on, self._allowance.part(part))
            self._gains[way] = (self._level() - before) / max(0.01, monotonic() - began)
            self._turns[way] = turn
            self._fresh = way == self._restricting and self._gains[way] > 0.0
        return self._going(go_on)

    def _way(self, turn: int) -> int:
        """The way that gained most in a second, now and then the one not gone for longest.

        Programs over duties that masters used most and whole days gain in leaps, so they go before
        all others until they are stuck.
        Nothing is packed twice in a row: it would be the same duties.
        """
        ready = [way for way in range(len(self._ways)) if self._ready(way)]
        leaps = [way for way in ready if self._leaps(way)]
        if leaps and turn % OTHER:
            return max(leaps, key=lambda way: self._gains.get(way, inf))
        last = {way: self._turns.get(way, way - len(self._ways)) for way in ready}
        stalest = min(ready, key=lambda way: last[way])
        if stalest not in self._turns or turn % OTHER == 0:
            return stalest
        again = (way for way in ready if way != self._packing or last[way] < turn - 1)
        return max(again, key=lambda way: (self._gains[way], -last[way]))

    def _ready(self, way: int) -> bool:
        """Whether there is anything to do that way."""
        if way == self._freeing_days:
            return self._whole_days.ready(self._incumbent.manned)
        return way != self._restricting or self._few.ready()

    def _leaps(self, way: int) -> bool:
        """Whether a way that is ready is one that gains in leaps, and does so."""
        if way == self._freeing_days:
            return self._gains.get(way, inf) > 0.0
        return way == self._restricting and not self._few.stuck

    def _fewer(self) -> bool:
        """Whether a plan has come that keeps more promises than any that a search has filled up."""
        return self._incumbent.misses() < self._misses

    def _going(self, go_on: GoOn) -> bool:
        return go_on() and not self._incumbent.optimal() and not self._incumbent.closed

    def _turn_goes_on(self, go_on: GoOn, share: Share) -> bool:
        """Whether a turn is not over, nor a plan there that is to be filled up first."""
        return share() < 1.0 and self._going(go_on) and not self._fewer()

    def _level(self) -> float:
        worth = self._incumbent.worth
        return 0.0 if worth is None else worth.score - self._dear * worth.must_serve_missed

    def recreate(self, go_on: GoOn, share: Share) -> None:
        """Ruin and recreate."""
        if self._incumbent.worth is not None:
            self._filling.run(lambda: share() if go_on() else 1.0)
            self._misses = self._incumbent.misses()

    def neighbourhoods(self, go_on: GoOn, share: Share) -> None:
        """Free duties and choose them anew, again and again, or until there can be programs."""
        waiting = self._allowance.work is None and self._restricting not in self._turns
        while self._turn_goes_on(go_on, share) and self._incumbent.manned:
            if waiting and self._few.ready():
                return
            found = self._around.better(self._incumbent.manned)
            if found is not None:
                self._incumbent.swap(*found)

    def pack(self, go_on: GoOn, share: Share) -> None:
        """Pack the duties of good plans and those that linear masters liked."""
        if share() < 1.0 and self._going(go_on):
            self._filling.pack()

    def restricted(self, go_on: GoOn, share: Share) -> None:
        """Choose among the duties that masters used most, more and more of them."""
        while self._turn_goes_on(go_on, share) and self._few.ready():
            self._few.choose()

    def whole_days(self, go_on: GoOn, share: Share) -> None:
        """Free all duties of some days and choose them anew, again and again."""
        incumbent = self._incumbent
        while self._turn_goes_on(go_on, share) and self._whole_days.ready(incumbent.manned):
            manned = incumbent.manned
            found = self._whole_days.better(manned, lambda: self._turn_goes_on(go_on, lambda: 0.0))
            if found is None:
                continue
            freed, better = found
            before = incumbent.misses()
            incumbent.swap(freed, better)
            incumbent.offer([*without(manned, freed), *better])  # elsewhere the plan has changed
            if incumbent.misses() < before:  # this plan is full already
                self._misses = min(self._misses, incumbent.misses())
