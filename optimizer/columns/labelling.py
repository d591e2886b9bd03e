"""Labelling: the duties of a class with many stops, in the order of time, under dominance.

A label is a partial duty: last node, minute of leaving it, value and *memory*, the requests that
it still knows to have visited. At a node a duty forgets every request outside the node's
neighbourhood (ng-routes), so cycles are possible and the best value is too high, never too low;
with every request in every neighbourhood duties are elementary.

References
----------
Baldacci, Mingozzi & Roberti (2011), doi:10.1287/opre.1110.0975 (ng-routes);
Righini & Salani (2008), doi:10.1002/net.20212 (dominance and bounding in labelling).
"""

import numpy as np

from optimizer.columns.completion import NEVER
from optimizer.columns.dominance import BEATEN, FRONT, chain_of, place, reachable
from optimizer.columns.labels import SAME, Labels, Store
from optimizer.columns.memory import WORD
from optimizer.compiled import compiled, uncounted

CHAINS = 1 << 18


@compiled
def label_duties(terms, effort, room):  # type: ignore[no-untyped-def]
    """Label every duty that may become worth more than the floor.

    Parameters
    ----------
    terms : Terms
        The class at present prices.
    effort : int
        Most labels made.
    room : int
        Most labels from which going home is worth more than the floor.

    Returns
    -------
    Labels
    """
    store = _store(terms, effort)
    horizon, found = terms.arcs.horizon, 0
    complete = _extend(terms, store, 0)
    ceiling = terms.floor if complete else np.inf
    live = np.zeros((1, terms.near.shape[1]), np.uint64)
    now = 0
    while now <= horizon and complete:
        label = store.waiting[now]
        if label < 0:
            now += 1
            continue
        store.waiting[now] = store.link[label]
        if not _keep(terms, store, label, live):
            continue
        worth = going_home(terms.arcs, store.node[label], now, store.value[label])
        ceiling = max(ceiling, worth)
        found += worth > terms.floor
        complete = _extend(terms, store, label) and found <= room
        if not complete:
            store.kept[label] = False
            ceiling = max(ceiling, _most(terms, store, label))
    for later in range(now, horizon + 1):
        label = store.waiting[later]
        while label >= 0:
            ceiling = max(ceiling, _most(terms, store, label))
            label = store.link[label]
    made = store.made[0]
    return Labels(
        store.node[:made].copy(),
        store.minute[:made].copy(),
        store.value[:made].copy(),
        store.parent[:made].copy(),
        store.kept[:made].copy(),
        ceiling,
        complete,
    )


@compiled
def _store(terms, effort):  # type: ignore[no-untyped-def]
    """Room for the labels, the depot's made."""
    depot, words = terms.near.shape
    store = Store(
        np.empty(effort, np.int32),
        np.empty(effort, np.int32),
        np.empty(effort, np.float64),
        np.empty(effort, np.int32),
        np.empty((effort, words), np.uint64),
        np.zeros(effort, np.bool_),
        np.empty(effort, np.int32),
        np.full(terms.arcs.horizon + 1, -1, np.int32),
        np.full(CHAINS if terms.rule == SAME else depot, -1, np.int32),
        np.ones(1, np.int64),
    )
    store.node[0], store.minute[0], store.value[0], store.parent[0] = depot, 0, 0.0, -1
    store.memory[0] = 0
    return store


@uncounted
def _keep(terms, store, label, live):  # type: ignore[no-untyped-def]
    """Put a label among the kept ones of its node unless one of them dominates it."""
    here, link, chains = store.node[label], store.link, store.chains
    chain = chain_of(here, store.memory, label, chains.size, terms.rule)
    reachable(terms.arcs.deadline, terms.near, here, store.minute[label], live)
    before = place(
        chains[chain], store.node, store.value, link, store.memory, label, live, 0, terms.rule
    )
    if before == BEATEN:
        return False
    if before == FRONT:
        link[label], chains[chain] = chains[chain], label
    else:
        link[label], link[before] = link[before], label
    store.kept[label] = True
    return True


@uncounted
def _extend(terms, store, label):  # type: ignore[no-untyped-def]
    """Make a label for every node that can follow and may pay; return whether all fit."""
    arcs, gain, near, outlook, floor, rule = terms
    node, minute, value, parent, memory, _, link, waiting, chains, count = store
    here, now, made = node[label], minute[label], count[0]
    for following in range(arcs.first[here], arcs.first[here + 1]):
        other = arcs.following[following]
        start = now + arcs.leg[here, other]
        request = arcs.request[other]
        bit = np.uint64(1) << np.uint64(request % WORD)
        if start > arcs.latest[other] or memory[label, request // WORD] & bit:
            continue
        end = max(start, arcs.opens[other]) + arcs.minutes[other]
        worth = value[label] + gain[other] - arcs.cost[here, other]
        if worth + outlook.gain[other, end >> outlook.shift] <= floor:
            continue
        if made == node.size:
            count[0] = made
            return False
        for word in range(memory.shape[1]):
            memory[made, word] = memory[label, word] & near[other, word]
        memory[made, request // WORD] |= bit
        node[made], minute[made], value[made], parent[made] = other, end, worth, label
        chain = chain_of(other, memory, made, chains.size, rule)
        if place(chains[chain], node, value, link, memory, made, near, other, rule) == BEATEN:
            continue
        link[made], waiting[end] = waiting[end], made
        made += 1
    count[0] = made
    return True


@uncounted
def _most(terms, store, label):  # type: ignore[no-untyped-def]
    """The most that a duty from a label on can become worth."""
    slot = store.minute[label] >> terms.outlook.shift
    return store.value[label] + terms.outlook.gain[store.node[label], slot]


@uncounted
def going_home(arcs, here, now, value):  # type: ignore[no-untyped-def]
    """Worth of going home from a node at once."""
    depot = arcs.request.size
    home = now + arcs.leg[here, depot] <= arcs.horizon
    return value - arcs.cost[here, depot] if home else NEVER
