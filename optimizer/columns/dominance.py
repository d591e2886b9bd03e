"""When a label gives way to another one at the same node, no later and worth no less.

Labels are looked at in the order of time, so those kept so far are never later: they wait in
chains by falling value, and only the value and the memory are left to compare.
"""

import numpy as np

from optimizer.columns.labels import ANY, LESS, SAME
from optimizer.columns.memory import WORD
from optimizer.compiled import uncounted

FRONT, BEATEN = -1, -2


@uncounted
def place(chain, node, value, link, memory, label, near, row, rule):  # type: ignore[no-untyped-def]
    """Where in its chain a label belongs.

    Parameters
    ----------
    chain : int
        First label of the chain.
    node, value, link, memory
        Of all labels; see ``Store``.
    label : int
        The label; its node, value and memory are set.
    near : Sets
        Requests whose memory matters in its row ``row``, shape ``(rows, words)``.
    rule : int
        ``ANY``, ``LESS`` or ``SAME``.

    Returns
    -------
    int
        The label before it, ``FRONT`` if it comes first, ``BEATEN`` if another one dominates it.
    """
    before, other = FRONT, chain
    while other >= 0 and value[other] >= value[label]:
        covers = node[other] == node[label]
        for word in range(memory.shape[1] if rule != ANY else 0):
            more = memory[other, word] & ~memory[label, word] & near[row, word]
            less = memory[label, word] & ~memory[other, word]
            covers = covers and more == 0 and (less == 0 or rule == LESS)
        if covers:
            return BEATEN
        before, other = other, link[other]
    return before


@uncounted
def chain_of(node, memory, label, chains, rule):  # type: ignore[no-untyped-def]
    """Number of the chain that holds the labels that may dominate one."""
    if rule != SAME:
        return np.int64(node)
    mixed = np.uint64(node + 1) * np.uint64(0x9E3779B97F4A7C15)
    for word in range(memory.shape[1]):
        mixed = (mixed ^ memory[label, word]) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
    return np.int64(mixed % np.uint64(chains))


@uncounted
def reachable(deadline, near, here, now, live):  # type: ignore[no-untyped-def]
    """Put into ``live`` the requests of a neighbourhood that can still be reached."""
    live[:] = 0
    for request in range(deadline.shape[1]):
        bit = np.uint64(1) << np.uint64(request % WORD)
        if near[here, request // WORD] & bit and now <= deadline[here, request]:
            live[0, request // WORD] |= bit
