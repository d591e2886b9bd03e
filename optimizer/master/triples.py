"""Subset-row cuts: of three requests that are served once at most, two in a duty make one duty.

References
----------
Jepsen, Petersen, Spoorendonk & Pisinger (2008), doi:10.1287/opre.1070.0449.
"""

from collections.abc import Mapping

import numpy as np

from optimizer.columns.grid import Floats, Ints

CLEAR = 0.05
MOST, EACH = 30, 5
"""Most cuts of a round, and most that share a request."""
FEW = 150
"""Requests among which triples are looked for."""

Triple = tuple[int, int, int]


def violated_triples(
    duties: Mapping[frozenset[int], float], single: frozenset[int]
) -> list[Triple]:
    """Triples whose duties with two of them or more add up to more than one.

    Parameters
    ----------
    duties
        How much of each set of visited requests the solution holds.
    single
        Requests served once at most.
    """
    parts = {visited & single: 0.0 for visited, share in duties.items() if share < 1.0 - CLEAR}
    for visited, share in duties.items():
        if visited & single in parts:
            parts[visited & single] += share
    numbers = np.array(sorted(set().union(*parts)), dtype=np.int64)[:FEW]
    if numbers.size < 3:
        return []
    member = np.array([np.isin(numbers, [*part]) for part in parts], dtype=np.float64)
    return _deepest(numbers, _excess(member, np.array([*parts.values()])))


def _excess(member: Floats, share: Floats) -> Floats:
    """Violation by triple, shape ``(r, r, r)``."""
    pairs = np.einsum("d,di,dj->ij", share, member, member)
    three = np.einsum("dij,dk->ijk", np.einsum("d,di,dj->dij", share, member, member), member)
    two = pairs[:, :, None] + pairs[:, None, :] + pairs[None, :, :]
    return np.asarray(two - 2.0 * three - 1.0)


def _deepest(numbers: Ints, excess: Floats) -> list[Triple]:
    first, second, third = np.nonzero(excess > CLEAR)
    ordered = (first < second) & (second < third)
    places = np.stack([first[ordered], second[ordered], third[ordered]], axis=1)
    depth = excess[tuple(places.T)]
    used = np.zeros(numbers.size, dtype=np.int64)
    chosen: list[Triple] = []
    for place in places[np.argsort(-depth, kind="stable")]:
        if used[place].max() < EACH and len(chosen) < MOST:
            used[place] += 1
            a, b, c = map(int, numbers[place])
            chosen.append((a, b, c))
    return chosen
