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


@dataclass(frozen=True)
class PeopleCut:
    """``sum of steps[p]`` over the stops at ``request`` is at most ``limit``.

    Attributes
    ----------
    steps
        Coefficient of a stop by head-count, shape ``(people + 1,)``.
    covering
        The sum is at least ``limit`` instead, unless the request is missed.
    """

    request: int
    steps: Floats
    limit: float
    covering: bool = False

    @property
    def key(self) -> tuple[int, bool, bytes]:
        """Equal for equal cuts."""
        return self.request, self.covering, self.steps.tobytes()


def rounding_cut(request: int, people: int, delta: float) -> PeopleCut:
    """The mixed-integer rounding of a people row divided by ``delta``."""
    whole = np.floor(people / delta + 1e-9)
    fraction = people / delta - whole
    served = np.arange(people + 1) / delta
    floor = np.floor(served + 1e-9)
    rest = np.maximum(0.0, served - floor - fraction) / (1.0 - fraction)
    return PeopleCut(request, np.round(floor + rest, 9), float(whole))


def covering_cut(request: int, people: int, delta: float) -> PeopleCut:
    """The mixed-integer rounding of a must-serve row divided by ``delta``."""
    whole = np.floor(people / delta + 1e-9)
    fraction = people / delta - whole
    if fraction <= 1e-6:
        return PeopleCut(request, np.arange(people + 1) / delta, float(whole), covering=True)
    served = np.arange(people + 1) / delta
    floor = np.floor(served + 1e-9)
    rest = np.minimum(1.0, np.maximum(0.0, served - floor) / fraction)
    return PeopleCut(request, np.round(floor + rest, 9), float(whole) + 1.0, covering=True)


def violated_cut(
    request: int, people: int, stops: Mapping[int, float], must: bool = False
) -> tuple[PeopleCut, float] | None:
    """The rounding cut that cuts deepest, with its violation; None if none does.

    Parameters
    ----------
    people
        Head-count of the request.
    stops
        How much of the master's solution stops there, by head-count.
    must
        Whether the request must be served.
    """
    best: tuple[PeopleCut, float] | None = None
    for delta in _deltas(people, stops):
        for cut in (rounding_cut(request, people, delta), covering_cut(request, people, delta))[
            : 1 + must
        ]:
            excess = _excess(cut, people, stops)
            if excess > (best[1] if best else CLEAR):
                best = (cut, excess)
    return best


def _excess(cut: PeopleCut, people: int, stops: Mapping[int, float]) -> float:
    found = float(sum(share * cut.steps[count] for count, share in stops.items()))
    if not cut.covering:
        return found - cut.limit
    served = sum(share * count for count, share in stops.items()) / people
    return cut.limit * min(1.0, served) - found


def _deltas(people: int, stops: Iterable[int]) -> list[float]:
    """Divisors that put a head-count on a step or the row just below one."""
    found = {float(count) for count in stops if count > 1}
    for parts in range(1, 6):
        found.add((people + 1) / parts)
        found.update((people - count) / parts for count in stops)
    return sorted(delta for delta in found if 1.0 < delta <= people + 1)
