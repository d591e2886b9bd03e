"""What an arc is worth to the best duty that has it and otherwise only arcs of a network."""

import numpy as np

from optimizer.columns.arcs import Arcs
from optimizer.columns.completion import NEVER
from optimizer.columns.grid import Floats
from optimizer.columns.labels import Outlook
from optimizer.compiled import compiled


def arcs_worth(arcs: Arcs, gain: Floats, ahead: Outlook, behind: Outlook) -> Floats:
    """The most that a duty with each arc may be worth; shape ``(n, n)``.

    Parameters
    ----------
    arcs
        All arcs of the class.
    gain
        Value of each node, shape ``(n,)``.
    ahead, behind
        What duties of the network can gain after a node, and before it: the outlook of the
        mirrored class.
    """
    return np.asarray(_arcs_worth(arcs, gain, ahead, behind))


@compiled
def _arcs_worth(arcs, gain, ahead, behind):  # type: ignore[no-untyped-def]
    """Leaving is tried in steps as long as a slot; what comes before may use the whole step."""
    nodes, step = arcs.request.size, 1 << ahead.shift
    worth = np.full((nodes, nodes), NEVER)
    for here in range(nodes):
        first, last = arcs.opens[here] + arcs.minutes[here], arcs.latest[here] + arcs.minutes[here]
        for following in range(arcs.first[here], arcs.first[here + 1]):
            other = arcs.following[following]
            most = NEVER
            for now in range(first, last + 1, step):
                start = now + arcs.leg[here, other]
                if start > arcs.latest[other]:
                    break
                end = max(start, arcs.opens[other]) + arcs.minutes[other]
                left = max(0, arcs.horizon + arcs.minutes[here] - (now + step - 1))
                before = behind.gain[here, left >> behind.shift]
                most = max(most, before + ahead.gain[other, end >> ahead.shift])
            worth[here, other] = most + gain[here] + gain[other] - arcs.cost[here, other]
    return worth
