"""The duties of good plans, kept for the master to pack anew."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import uncounted

ROOM = 1 << 14


class Kept(NamedTuple):
    """A table of duties by the sum of their stops' marks; the better plan's duty stays.

    Attributes
    ----------
    mark
        0 where there is none, shape ``(ROOM,)``.
    plan
        Score of the best plan that the duty was seen in.
    kind, length, node, option
        Class, number of stops, and stops of the duty.
    """

    mark: NDArray[np.uint64]
    plan: Floats
    kind: Ints
    length: Ints
    node: NDArray[np.int32]
    option: NDArray[np.int32]


def nothing_kept(most: int) -> Kept:
    """An empty table for duties of up to ``most`` stops."""
    return Kept(
        np.zeros(ROOM, np.uint64),
        np.full(ROOM, -np.inf),
        np.zeros(ROOM, np.int64),
        np.zeros(ROOM, np.int64),
        np.zeros((ROOM, most), np.int32),
        np.zeros((ROOM, most), np.int32),
    )


@uncounted
def keep(field, routes, kept, touched, value):  # type: ignore[no-untyped-def]
    """Keep the touched duties of a plan worth ``value``."""
    for duty in range(touched.size):
        length = routes.length[duty]
        if not touched[duty] or length == 0:
            continue
        mark = np.uint64(routes.kind[duty] + 1)
        for i in range(1, length + 1):
            request = field.request[routes.node[duty, i]]
            mark += field.marks[field.first_count[request] + field.people[routes.option[duty, i]]]
        row = np.int64(mark % np.uint64(kept.mark.size))
        if value > kept.plan[row]:
            kept.mark[row], kept.plan[row] = mark, value
            kept.kind[row], kept.length[row] = routes.kind[duty], length
            for i in range(length):
                kept.node[row, i] = routes.node[duty, i + 1]
                kept.option[row, i] = routes.option[duty, i + 1]
