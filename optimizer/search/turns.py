"""Two ways to close a gap by turns, from above and from below."""

from math import inf

SLOW = 0.25
"""A way that gains less than this share of what the other gains in a second is slow."""


class Turns:
    """Which of two ways is to go, by what they gained the last time.

    Parameters
    ----------
    pauses
        Turns in a row that a slow way is left out.
    """

    def __init__(self, pauses: int) -> None:
        self._most = pauses
        self._rates = [inf, inf]
        self._paused = [0, 0]

    def due(self, way: int) -> bool:
        """Whether a way is to go now: it is not slow, or was left out for long."""
        slow = self._rates[way] < SLOW * self._rates[1 - way] < inf
        if slow and self._paused[way] < self._most:
            self._paused[way] += 1
            return False
        self._paused[way] = 0
        return True

    def note(self, way: int, gain: float, seconds: float) -> None:
        """A way has gone for some time and gained so much."""
        self._rates[way] = gain / max(0.01, seconds)
