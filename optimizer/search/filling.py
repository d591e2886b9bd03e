"""Ruin and recreate beside the proof: several searches, and the master packs what they keep."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.manning import Manned, usable_slots
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.incumbent import Incumbent
from optimizer.search.recreate.recreation import Recreation, idle
from optimizer.search.stock import Stock

ROUNDS = 2000
"""Rounds between two looks at the time."""
KEPT = 1500
"""Duties that each search gives to a packing."""
PACKINGS = 5


class Filling:
    """Searches over one manning of the week.

    Parameters
    ----------
    more
        Further duties to pack together with those that the searches keep.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        seed: int,
        more: Callable[[], Iterable[Column]],
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._more = more
        start = whole_manning(week, incumbent.manned)
        seeds = range(seed, seed + allowance.workers)
        self._searches = [Recreation(week, start, 1_000_003 * number) for number in seeds]
        self._kept: list[list[Column]] = [[] for _ in self._searches]

    def start(self, threads: ThreadPoolExecutor) -> list[Future[None]]:
        """Search on threads until time is up or nothing is left to find."""
        return [threads.submit(self._run, number) for number in range(len(self._searches))]

    def _run(self, number: int) -> None:
        search, packings, told = self._searches[number], 0, 0.0
        while self._allowance.go_on(0.01) and not self._incumbent.optimal():
            share = self._allowance.share()
            search.run(ROUNDS, share)
            if search.score > told:
                told = search.score
                self._incumbent.offer(search.best())
            if share * (PACKINGS + 1) > packings + 1:
                packings += 1
                self._kept[number] = list(search.kept(KEPT))
                if number == 0:
                    self._pack()
                search.adopt(self._incumbent.manned)

    def _pack(self) -> None:
        """Offer the best week over the duties at hand."""
        program = WholeMaster(self._week, (), self._incumbent.misses())
        known = [column for column, _ in self._incumbent.manned]
        program.add([*known, *self._more()])
        for columns in self._kept:
            program.add(columns)
        duties, _ = program.solve(known, self._allowance.effort(0.2, 3.0))
        if duties is not None:
            self._incumbent.offer(duties)


def whole_manning(week: Week, manned: Sequence[Manned]) -> tuple[Manned, ...]:
    """The duties, and idle ones for the teams, vehicles and kits that are left."""
    stock = Stock(week)
    for _, slot in manned:
        stock.take(slot)
    found = list(manned)
    for slot in usable_slots(week):
        while stock.free(slot):
            stock.take(slot)
            found.append(idle(week, slot))
    return tuple(found)
