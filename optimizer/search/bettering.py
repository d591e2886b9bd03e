"""Better and better plans by turns: ruin and recreate with packing, and neighbourhoods."""

from collections.abc import Callable, Iterable
from functools import partial
from random import Random
from time import monotonic

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.search.allowance import Allowance
from optimizer.search.filling import Filling
from optimizer.search.incumbent import Incumbent
from optimizer.search.neighbourhood import Neighbourhoods

FIRST, TURN = 0.1, 0.04
"""Share of the time for the first turn, and for each later one."""
OTHER = 4
"""Every so many turns, the way that gained less is tried again."""


class Bettering:
    """Betters the incumbent until it is told to stop.

    Parameters
    ----------
    more
        Duties worth packing together with those of ruin and recreate.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        seed: int,
        more: Callable[[], Iterable[Column]],
    ) -> None:
        self._dear = week.dear
        self._incumbent = incumbent
        self._allowance = allowance
        self._gains: list[float] = []
        self._turns = 0
        draw = Random(seed)
        self._filling = Filling(week, incumbent, allowance, draw.getrandbits(32), more)
        self._around = Neighbourhoods(week, allowance, draw.getrandbits(32))

    def run(self, go_on: Callable[[], bool]) -> None:
        """Take turns while asked to."""
        while self.turn(go_on):
            pass

    def turn(self, go_on: Callable[[], bool]) -> bool:
        """One turn, mostly in the way that gained more in a second of late; whether to go on."""
        if self._incumbent.worth is None:
            return False
        ways = (partial(self.recreate, go_on), partial(self.neighbourhoods, go_on))
        way = len(self._gains)
        if way < len(ways):
            self._gains.append(self._turn(ways[way], FIRST, go_on))
        else:
            self._turns += 1
            better = int(self._gains[1] >= self._gains[0])
            way = better if self._turns % OTHER else 1 - better
            self._gains[way] = self._turn(ways[way], TURN, go_on)
        return go_on() and not self._incumbent.optimal()

    def _turn(
        self, way: Callable[[Callable[[], float]], None], part: float, go_on: Callable[[], bool]
    ) -> float:
        """Gain per second of one turn."""
        if not go_on() or self._incumbent.optimal():
            return 0.0
        before, began = self._level(), monotonic()
        way(self._allowance.part(part))
        return (self._level() - before) / max(0.01, monotonic() - began)

    def _level(self) -> float:
        worth = self._incumbent.worth
        return 0.0 if worth is None else worth.score - self._dear * worth.must_serve_missed

    def recreate(self, go_on: Callable[[], bool], share: Callable[[], float]) -> None:
        """Ruin and recreate, then pack what it kept."""
        if self._incumbent.worth is not None:
            self._filling.run(lambda: share() if go_on() else 1.0)
            if go_on():
                self._filling.pack()

    def neighbourhoods(self, go_on: Callable[[], bool], share: Callable[[], float]) -> None:
        """Free duties and choose them anew, again and again."""
        while share() < 1.0 and go_on() and self._incumbent.manned:
            if self._incumbent.optimal():
                return
            found = self._around.better(self._incumbent.manned)
            if found is not None:
                self._incumbent.swap(*found)
