"""What a solve may use, by the clock or by counted work."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from time import monotonic

from optimizer.master.effort import Effort

NODES_A_SECOND = 20
LONGEST = 20.0
"""Seconds that no program gets more than where work is counted."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Time and threads of one solve.

    Attributes
    ----------
    began
        Monotonic time of the start.
    seconds
        Wall time.
    workers
        Threads.
    work
        If set, the number of improvement steps; then no clock is asked and one thread works, so
        that the same input gives the same plan.
    """

    began: float
    seconds: float
    workers: int
    work: int | None = None

    def left(self) -> float:
        """Seconds that may still be spent; without end where work is counted."""
        return float("inf") if self.work is not None else self.began + self.seconds - monotonic()

    def go_on(self, reserve: float = 0.0) -> bool:
        """Whether more than a share of the time is left."""
        return self.left() > reserve * self.seconds

    def span(self, seconds: float) -> Callable[[], bool]:
        """Asked again and again: whether neither some seconds nor the time are over."""
        if self.work is not None:
            return lambda: True
        end = monotonic() + min(seconds, self.left() - 0.02 * self.seconds)
        return lambda: monotonic() < end

    def at_most(self, share: float, longest: float) -> float:
        """Seconds of a share of all the time, or ``longest`` if that is less."""
        return min(longest, share * self.seconds)

    def share(self) -> float:
        """Share of the time that has passed, from 0 to 1."""
        return min(1.0, 1.0 - self.left() / self.seconds)

    def part(self, most: float) -> Callable[[], float]:
        """Share that has passed, from 0 to 1, of a part of all the time that begins now."""
        began, seconds = monotonic(), most * self.seconds
        return lambda: min(1.0, (monotonic() - began) / seconds)

    @staticmethod
    def counted(turns: int) -> Callable[[], float]:
        """Grows from 0 to 1 while it is asked so many times."""
        asked = iter(range(turns))
        return lambda: next(asked, turns) / turns if turns else 1.0

    def turn(self, most: float, turns: int, longest: float = inf) -> Callable[[], float]:
        """Share of a turn: of a part of the time, or of so many steps where these are counted.

        Parameters
        ----------
        longest
            Most seconds of the part.
        """
        if self.work is not None:
            return self.counted(turns)
        return self.part(min(most, longest / self.seconds))

    def effort(self, share: float, most: float) -> Effort:
        """Effort for one integer program: a share of the time left, at most some seconds."""
        if self.work is not None:
            return Effort(1e6, nodes=int(min(most, LONGEST) * NODES_A_SECOND))
        return Effort(max(0.05, min(most, share * (self.left() - 0.02 * self.seconds))))
