"""Pricing of duties with many stops, one option a node: labelling in both directions in turn.

Each labelling prunes with the completion bounds of the one before, which ran against its clock,
and remembers more, so the ceiling falls until an elementary duty is found above the floor or
nothing is left there. It remembers a little more where many labels were made, much more where few
were: much more at once is out of reach where windows are wide.

References
----------
Righini & Salani (2008), doi:10.1002/net.20212 (state-space relaxation, decremental);
Roberti & Mingozzi (2014), doi:10.1287/trsc.2013.0474 (growing neighbourhoods).
"""

from collections.abc import Sequence

import numpy as np

from optimizer.columns import memory
from optimizer.columns.arcs import Among, Arcs, build_arcs, limited, mirrored, pairs, thinned
from optimizer.columns.further import arcs_worth
from optimizer.columns.grid import Floats, Grid
from optimizer.columns.labelling import label_duties
from optimizer.columns.labels import ANY, LESS, SAME, Labels, Terms
from optimizer.columns.memory import Sets
from optimizer.columns.outlook import outlook, unknown
from optimizer.columns.routes import Routes, routes
from optimizer.columns.search import Found, longest_duty

MANY_STOPS = 8
NEAREST = (4, 8, 12)
"""So many nearest requests are remembered at each node, from one labelling to the next;"""
QUICK = 100_000
"""after so few labels as many as ever at once."""
ROUTES, EACH = 80, 3
"""Most duties that one pricing returns, in all and by first or last node."""
FOLLOWING, EXACT = 25, 10
"""A first look goes on to so many nodes from each; every so many calls it is not enough, so that
there is a good ceiling now and then."""
LABELS = 4
"""Labels for one unit of effort, which is a node of the depth-first search and costs more."""
ALL, FEW = 1 << 40, 500_000
"""Most effort of one search: over all arcs whatever is asked for, over few of them less."""
CYCLES = 10
"""So many of the best duties with cycles make the neighbourhoods grow."""


def is_long(grid: Grid) -> bool:
    """Whether labelling applies and pays: one option a node, no instant stop, many stops."""
    single = bool((np.diff(grid.first) == 1).all() and grid.minutes.min() > 0)
    return single and longest_duty(grid) > MANY_STOPS


class LongDuties:
    """The search in one class; the neighbourhoods grow from one call to the next.

    Parameters
    ----------
    among
        The only arcs to use, all if None; with few of them little effort is enough. Arcs to and
        from the depot are always free: a labelling goes home from everywhere, and the other
        direction begins where this one ends.
    """

    def __init__(self, grid: Grid, among: Among | None = None) -> None:
        self._whole = there, back = build_arcs(grid), build_arcs(mirrored(grid))
        self._most = ALL
        if among is not None:
            usable = among.copy()
            usable[-1] = usable[:, -1] = True
            there, back = limited(there, usable), limited(back, usable.T)
            self._most = FEW
        self._ways = there, back
        self._alone = memory.own(self._ways[0])
        self._all = memory.everything(self._ways[0])
        self._near = [memory.nearest(self._ways[0], number) for number in NEAREST]
        self._thin = thinned(self._ways[0], FOLLOWING)
        self._calls = 0

    def best(self, gain: Floats, floor: float, effort: int, *, thorough: bool = False) -> Found:
        """Some duties worth more than ``floor`` if there are any, and a ceiling on all.

        Parameters
        ----------
        gain
            Value of each node, shape ``(n,)``.
        effort
            Of all labellings together that bound, and of each guess, in nodes of the depth-first
            search.
        thorough
            Whether to look for a good ceiling, too, where some duty is found at first glance.
        """
        self._calls += 1
        thorough |= self._calls % EXACT == 0
        scan = _Scan(self._ways, gain, floor, min(effort, self._most))
        duties = scan.guess(self._all, self._thin)
        if duties.worth.size and not thorough:
            return scan.found(duties)
        scan.narrow(self._alone)
        better = scan.guess(self._all)
        duties = better if better.elementary.any() else duties
        while not scan.settled and (thorough or not duties.elementary.any()):
            narrowed = scan.climb(self._near)
            if not duties.elementary.any():
                duties = narrowed
            if scan.high:
                thorough = False
                if not narrowed.elementary.any():
                    self._forbid_cycles(narrowed)
        return scan.found(duties)

    def _forbid_cycles(self, duties: Routes) -> None:
        cycles = duties.nodes[:CYCLES], duties.lengths[:CYCLES]
        self._near[-1] = memory.grown(self._near[-1], self._ways[0].request, *cycles)

    def every(self, gain: Floats, floor: float, room: int, effort: int) -> Found:
        """The best duty to every set of requests that has one worth more than ``floor``."""
        scan = _Scan(self._ways, gain, floor, min(effort, self._most))
        scan.narrow(self._alone)
        while not scan.settled and not scan.high:
            scan.climb(self._near)
        return scan.found(scan.list(self._all, room))

    def further(self, gain: Floats, floor: float, number: int, effort: int) -> Among:
        """Arcs that the search does not use, and that are worth most to a duty with one such arc.

        Parameters
        ----------
        floor
            Only arcs for a duty that may be worth more than this.
        number
            At most so many.
        """
        most = _labels(effort)
        there, back = (
            label_duties(Terms(arcs, gain, self._near[0], unknown(arcs), -np.inf, LESS), most, most)
            for arcs in self._ways
        )
        found = np.zeros(self._whole[0].leg.shape, np.bool_)
        if there.complete and back.complete:
            ahead = outlook(self._ways[0], gain, back)
            behind = outlook(self._ways[1], gain, there)
            worth = arcs_worth(self._whole[0], gain, ahead, behind)
            worth[pairs(self._ways[0])[:-1, :-1]] = floor
            best = np.argsort(-worth, axis=None, kind="stable")[:number]
            best = best[worth.flat[best] > floor]
            found[:-1, :-1].flat[best] = True
        return found


class _Scan:
    """One search: labellings in turn, each against the clock of the last complete one."""

    def __init__(self, ways: tuple[Arcs, Arcs], gain: Floats, floor: float, effort: int) -> None:
        self._ways = ways
        self._gain, self._floor = gain, floor
        self._effort = self._left = _labels(effort)
        self._way = 0
        self._outlook = unknown(ways[0])
        self._ceiling = _together(ways[0], gain)
        self._complete = True
        self._made, self._rung = 0, -1
        self.high = False

    @property
    def settled(self) -> bool:
        """Whether a further labelling could tell nothing more."""
        return not self._complete or self._ceiling <= self._floor

    def climb(self, near: Sequence[Sets]) -> Routes:
        """The best ng-routes, a little more being remembered than before, or all after few labels.

        Parameters
        ----------
        near
            Larger and larger neighbourhoods.
        """
        top = len(near) - 1
        self._rung = top if self._made <= QUICK else min(self._rung + 1, top)
        self.high = self._rung == top
        return self.narrow(near[self._rung])

    def narrow(self, near: Sets) -> Routes:
        """The best ng-routes; none is worth more than the ceiling after it."""
        labels = self._label(near, LESS, self._left)
        duties = self._routes(labels, EACH, ROUTES)
        if labels.complete:
            self._way = 1 - self._way
            self._outlook = outlook(self._ways[self._way], self._gain, labels)
        return duties

    def guess(self, near: Sets, thin: Arcs | None = None) -> Routes:
        """Good duties, not surely the best."""
        arcs = thin or self._ways[self._way]
        terms = Terms(arcs, self._gain, near, self._outlook, self._floor, ANY)
        return self._routes(label_duties(terms, self._effort, self._effort), EACH, ROUTES)

    def list(self, near: Sets, room: int) -> Routes:
        """The best duty to every set of requests, if there are no more than ``room``."""
        self._left, self._complete = self._effort, True
        return self._routes(self._label(near, SAME, room), room, room)

    def found(self, duties: Routes) -> Found:
        """The elementary ones of these duties as the answer."""
        kept = duties.only(duties.elementary)
        ceiling = max(self._ceiling, self._floor)
        return Found(kept.worth, kept.lengths, kept.nodes, kept.nodes, ceiling, self._complete)

    def _label(self, near: Sets, rule: int, room: int) -> Labels:
        arcs = self._ways[self._way]
        terms = Terms(arcs, self._gain, near, self._outlook, self._floor, rule)
        labels: Labels = label_duties(terms, self._left, room)
        self._ceiling = min(self._ceiling, float(labels.ceiling))
        self._complete &= labels.complete
        self._made = labels.node.size
        self._left = max(1, self._left - self._made)
        return labels

    def _routes(self, labels: Labels, each: int, room: int) -> Routes:
        duties = routes(self._ways[self._way], labels, self._floor, each, room)
        return duties.reversed() if self._way else duties


def _labels(effort: int) -> int:
    """Labels for so much effort; the depot's always."""
    return max(1, LABELS * effort)


def _together(arcs: Arcs, gain: Floats) -> float:
    """The most that all requests together can gain."""
    most = np.zeros(arcs.deadline.shape[1])
    np.maximum.at(most, arcs.request, gain)
    return float(most.sum())
