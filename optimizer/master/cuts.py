"""Rounding cuts on the people of one request.

From ``sum p_j x_j <= N`` over the stops at a request, divided by ``delta``, mixed-integer rounding
gives ``sum F(p_j) x_j <= floor(N / delta)``. From ``sum p_j x_j + N miss >= N`` of a request that
must be served it gives ``sum G(p_j) x_j >= ceil(N / delta) (1 - miss)``. A cut only changes what
a stop pays by its head-count, so pricing stays exact without any further state.

References
----------
Nemhauser & Wolsey (1990), doi:10.1007/BF01585752 (mixed-integer rounding);
Marchand & Wolsey (2001), doi:10.1287/opre.49.3.363.11211.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from optimizer.columns.grid import Floats

CLEAR = 0.02
Stops = Mapping[tuple[int, int], float]
"""How much of a solution stops at a request, by day and head-count."""


@dataclass(frozen=True)
class PeopleCut:
    """``sum of steps[d, p]`` over the stops at ``request`` is at most ``limit + forgiven * miss``.

    Attributes
    ----------
    steps
        Coefficient of a stop by day and head-count, shape ``(days or 1, people + 1)``.
    """

    request: int
    steps: Floats
    limit: float
    forgiven: float = 0.0

    @property
    def key(self) -> tuple[int, bytes]:
        """Equal for equal cuts."""
        return self.request, self.steps.tobytes()

    def excess(self, stops: Stops, missed: float) -> float:
        """By how much a solution breaks the cut; negative if there is room.

        Parameters
        ----------
        stops
            Its stops at the request.
        missed
            How much of the request it misses.
        """
        found = sum(share * self.step(*at) for at, share in stops.items())
        return found - self.limit - self.forgiven * missed

    def step(self, day: int, people: int) -> float:
        """Coefficient of a stop."""
        return float(self.steps[day % len(self.steps), people])


def rounding_cut(request: int, people: int, delta: float) -> PeopleCut:
    """The mixed-integer rounding of a people row divided by ``delta``."""
    whole = np.floor(people / delta + 1e-9)
    fraction = people / delta - whole
    served = np.arange(people + 1) / delta
    floor = np.floor(served + 1e-9)
    rest = np.maximum(0.0, served - floor - fraction) / (1.0 - fraction)
    return PeopleCut(request, np.round(floor + rest, 9)[None], float(whole))


def covering_cut(request: int, people: int, delta: float) -> PeopleCut:
    """The mixed-integer rounding of a must-serve row divided by ``delta``."""
    whole = np.floor(people / delta + 1e-9)
    fraction = people / delta - whole
    if fraction <= 1e-6:
        return _at_least(request, np.arange(people + 1) / delta, float(whole))
    served = np.arange(people + 1) / delta
    floor = np.floor(served + 1e-9)
    rest = np.minimum(1.0, np.maximum(0.0, served - floor) / fraction)
    return _at_least(request, np.round(floor + rest, 9), float(whole) + 1.0)


def _at_least(request: int, steps: Floats, stops: float) -> PeopleCut:
    return PeopleCut(request, -steps[None], -stops, forgiven=stops)


def violated_cut(request: int, people: int, stops: Stops, must: bool = False) -> PeopleCut | None:
    """The rounding cut that cuts deepest; None if none does.

    Parameters
    ----------
    people
        Head-count of the request.
    stops
        The master's stops there.
    must
        Whether the request must be served.
    """
    counts = {count for _, count in stops}
    served = sum(share * count for (_, count), share in stops.items()) / people
    makers = (rounding_cut, covering_cut) if must else (rounding_cut,)
    cuts = (make(request, people, delta) for delta in _deltas(people, counts) for make in makers)
    missed = max(0.0, 1.0 - served)
    deepest = max(cuts, key=lambda cut: cut.excess(stops, missed), default=None)
    if deepest is None or deepest.excess(stops, missed) <= CLEAR:
        return None
    return deepest


def _deltas(people: int, stops: Iterable[int]) -> list[float]:
    """Divisors that put a head-count on a step or the row just below one."""
    found = {float(count) for count in stops if count > 1}
    for parts in range(1, 6):
        found.add((people + 1) / parts)
        found.update((people - count) / parts for count in stops)
    return sorted(delta for delta in found if 1.0 < delta <= people + 1)


def plainly_mixed(stops: Stops, people: int, must: bool) -> bool:
    """Whether it is plain that whole ways to serve a request mix to these stops."""
    if all(abs(share - round(share)) < CLEAR for share in stops.values()):
        return True
    single = sum(stops.values()) < 1.0 + CLEAR
    return single and (not must or all(count == people for _, count in stops))
