"""Which requests a duty still remembers at each node, as sets of bits.

References
----------
Baldacci, Mingozzi & Roberti (2011), doi:10.1287/opre.1110.0975 (neighbourhoods);
Roberti & Mingozzi (2014), doi:10.1287/trsc.2013.0474 (growing them where cycles are).
"""

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.arcs import Arcs
from optimizer.columns.grid import Ints

Sets = NDArray[np.uint64]
"""Sets of requests as bits, shape ``(n, words)``."""
WORD = 64


def own(arcs: Arcs) -> Sets:
    """Every node remembers its own request only."""
    found = np.zeros((arcs.request.size, words(arcs)), dtype=np.uint64)
    for node, request in enumerate(arcs.request):
        found[node, request // WORD] |= _bit(request)
    return found


def everything(arcs: Arcs) -> Sets:
    """Every node remembers every request: duties are elementary."""
    return np.full((arcs.request.size, words(arcs)), ~np.uint64(0))


def nearest(arcs: Arcs, number: int) -> Sets:
    """Every node remembers the requests with which cycles are soonest, and its own."""
    found = own(arcs)
    there, back = arcs.leg[:-1, :-1], arcs.leg[:-1, :-1].T
    around = there + back + arcs.minutes[None, :]
    for node in range(arcs.request.size):
        for other in np.argsort(around[node], kind="stable")[:number]:
            found[node, arcs.request[other] // WORD] |= _bit(arcs.request[other])
    return found


def grown(sets: Sets, request: Ints, nodes: Ints, lengths: Ints) -> Sets:
    """The sets with what forbids every cycle of these duties.

    Parameters
    ----------
    request
        Of each node, shape ``(n,)``.
    nodes, lengths
        Duties, shape ``(d, longest)`` and ``(d,)``.
    """
    found = sets.copy()
    for row, length in zip(nodes, lengths, strict=True):
        before: dict[int, int] = {}
        for stop, node in enumerate(row[:length]):
            asked = int(request[node])
            if asked in before:
                found[row[before[asked] : stop], asked // WORD] |= _bit(asked)
            before[asked] = stop
    return found


def words(arcs: Arcs) -> int:
    """Words of bits that hold every request."""
    return 1 + int(arcs.request.max()) // WORD


def _bit(request: int) -> np.uint64:
    return np.uint64(1) << np.uint64(request % WORD)
