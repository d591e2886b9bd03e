"""Column generation: the linear master and pricing in turn, exact at last, a true bound on the way.

The bound is Lagrangian: at any prices, right-hand sides times prices plus the most that whole
manned duties can still earn. It holds whether or not the master has converged.

References
----------
Desaulniers, Desrosiers & Solomon (2005), doi:10.1007/b135457;
Geoffrion (1974), doi:10.1007/BFb0120690 (Lagrangian relaxation);
Pessoa, Sadykov, Uchoa & Vanderbeck (2018), doi:10.1287/ijoc.2017.0784 (smoothing of prices).
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from math import inf

import numpy as np

from optimizer.columns.arcs import Among
from optimizer.columns.column import Column
from optimizer.columns.grid import Floats
from optimizer.columns.long_duties import is_long
from optimizer.columns.prices import no_prices, reduced_worth
from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import Week
from optimizer.master.cuts import CLEAR
from optimizer.master.limits import MISS, STOPS, Limits, Quantity
from optimizer.master.linear import LinearAnswer, LinearMaster
from optimizer.master.manning import Manned
from optimizer.master.rostering import Rostering
from optimizer.search.cutting import Cutting, stops_by_request
from optimizer.search.likings import Likings

CONVERGED = 1e-6
PATIENCE, STEADINESS = 15, 0.5
"""After so many rounds, prices keep this share of the last ones: they would swing for long."""
CENTRAL = 0.5
"""What prices keep of the best ones where many duties are worth the same, from the beginning."""

DULL, WORTH = 8, 5e-4
"""Cutting ends when so many rounds lower the master by less than this share."""
HELD, ROUGH = 8, 2e-5
"""With quantities held: most rounds of pricing, and the relative difference that is near enough."""
SLIM, EACH, SLIMMING = 3000, 10, 10
"""So many columns are kept, or so many for each request if that is more, besides those in use,
whenever so many rounds of cuts begin."""
BATCH = 3000
"""A round that finds more columns adds the best of each class: the master takes longer with all."""
HASTY, SEARCH = Search(effort=300, nodes=150), Search()
FAR = 0.1
"""Pricing is hasty while the best bound is farther from the master than this share of it, unless
duties have many stops: any of use will do, and at wild prices it takes long to rule out better."""
CLEARLY = 1e-7
"""Duties are of use that earn so much more than they cost."""
Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Proof:
    """A Lagrangian bound and what it was computed from.

    Attributes
    ----------
    bound
        Upper bound on the score.
    answer
        The master's answer whose prices give it.
    ceilings
        The most that a duty of each class earns at these prices, shape ``(classes,)``.
    complete
        Whether no better duty was left out for want of effort.
    """

    bound: float
    answer: LinearAnswer
    ceilings: Floats
    complete: bool


class Generation:
    """The state of column generation for one week.

    Parameters
    ----------
    converged
        Relative difference of master and bound at which it ends.

    Attributes
    ----------
    proof
        The best bound so far, None at first.
    settled
        Whether the last ``run`` ended because nothing was left to find.
    likings
        Which duties its masters liked.
    """

    def __init__(
        self, week: Week, pricer: Pricer, allowed_misses: int, converged: float = CONVERGED
    ) -> None:
        self._converged = converged
        self._week = week
        self._pricer = pricer
        self.rostering = Rostering(week)
        self.allowed_misses = allowed_misses
        self.master = LinearMaster(week, self.rostering.blocks, allowed_misses)
        self.proof: Proof | None = None
        self.settled = False
        self._hasty = SEARCH if any(map(is_long, week.grids)) else HASTY
        self._cutting = Cutting(week)
        self._centre: LinearAnswer | None = None
        self._everything = float(week.worth_per_person @ week.requested) * (1.0 - CONVERGED)
        self.likings = Likings()

    def begin(self, manned: Iterable[Manned]) -> None:
        """Know the duties of a plan, and that they can be manned together."""
        columns = [column for column, _ in manned]
        self.master.add(columns)
        self.master.add_rosters(self.rostering.rosters_of(c.sequence.duty_class for c in columns))

    def run(self, go_on: Callable[[], bool], told: Told) -> LinearAnswer:
        """Generate until converged or told to stop, one round at least.

        Parameters
        ----------
        go_on
            Asked before the first round, which is thorough if it is the only one, and after every.
        told
            Hears every better bound.
        """
        answer = point = self._solve()
        turn, before = 0, -inf
        search = self._hasty if self._far(answer) and go_on() else SEARCH
        while True:
            moved = answer.value > before + self._converged * abs(answer.value)
            point = answer.mixed(point, STEADINESS) if moved and turn > PATIENCE else answer
            added, proof = self.round(point, search)
            self._keep(proof, told)
            tight = proof.bound <= answer.value + self._converged * abs(answer.value)
            self.settled = tight or (not added and point is answer and search is SEARCH)
            if self.settled:
                break
            search = self._hasty if added and self._far(answer) else SEARCH
            turn, before = turn + 1, answer.value
            answer = self._solve()
            if not go_on():
                break
        self.likings.rank(answer)
        return answer

    def steadily(self, go_on: Callable[[], bool]) -> LinearAnswer:
        """Generate with prices near those of the best bound; at first all free, then as before."""
        answer, before = self._solve(), self._centre
        points = deque([self._free(answer), *filter(None, [before])])
        while True:
            bound = self._bound()
            point = points.popleft() if points else answer
            added, proof = self.round(point)
            self._keep(proof, lambda bound: None)
            if self._tight(answer) or (not added and point is answer):
                return answer
            stalled = not added and self._bound() >= bound
            answer = self._solve()
            if not points and not stalled:
                points.append(answer.mixed(self._centre or point, CENTRAL))
            if not go_on():
                return answer

    def _free(self, answer: LinearAnswer) -> LinearAnswer:
        """The answer with nothing priced but duties, each like the best at hand of its class."""
        best = np.zeros(len(self._week.classes))
        for column in self.master.columns:
            duty_class = column.sequence.duty_class
            best[duty_class] = max(best[duty_class], self._week.duty_worth(column))
        return replace(answer, prices=no_prices(self._week), duty=best, fixed=0.0)

    def _bound(self) -> float:
        return inf if self.proof is None else self.proof.bound

    def _far(self, answer: LinearAnswer) -> bool:
        return self._bound() > answer.value + FAR * abs(answer.value)

    def _tight(self, answer: LinearAnswer) -> bool:
        return self._bound() <= answer.value + self._converged * abs(answer.value)

    def reprice(self, pricer: Pricer) -> None:
        """Go on with other duties: earlier bounds no longer count, but their prices are near."""
        self._pricer = pricer
        self.proof = None
        self.settled = False

    def probe(self, answer: LinearAnswer, effort: int, told: Told) -> tuple[list[Column], Proof]:
        """Price all once, thoroughly, at prices that may be of another master; the new columns."""
        known = len(self.master.columns)
        _, proof = self.round(answer, Search(effort=effort, thorough=True))
        self._keep(proof, told)
        return list(self.master.columns)[known:], proof

    def further(self, answer: LinearAnswer, number: int) -> dict[int, Among]:
        """Arcs that duties of use may have, by class; see ``Pricer.further``."""
        return self._pricer.further(answer.prices, self._floors(answer), number)

    def _floors(self, answer: LinearAnswer) -> Floats:
        """What a duty of each class must earn to be of use, shape ``(classes,)``."""
        return answer.duty + self._week.problem.objective.cost_per_duty + CLEARLY

    def sharpen(
        self, answer: LinearAnswer, rounds: int, go_on: Callable[[], bool], told: Told
    ) -> LinearAnswer:
        """At most so many rounds of cuts, priced once after each and to the end after the last."""
        cut = self.tighten(answer, rounds, go_on, told)
        return self.run(go_on, told) if cut is not answer and go_on() else cut

    def tighten(
        self, answer: LinearAnswer, rounds: int, go_on: Callable[[], bool], told: Told
    ) -> LinearAnswer:
        """At most so many rounds of cuts, priced once after each; the same answer without any."""
        for _ in range(rounds):
            if not go_on() or not self.cut(answer):
                break
            answer = self.step(told)
        return answer

    def close(
        self,
        answer: LinearAnswer,
        go_on: Callable[[], bool],
        told: Told,
        cutting: Callable[[], bool] = lambda: True,
    ) -> LinearAnswer:
        """Cut and price in turn until that no longer lowers the bound, then price to the end.

        Parameters
        ----------
        cutting
            Asked before every round of cuts.
        """
        values: list[float] = []
        while go_on() and cutting() and self.cut(answer):
            if len(values) % SLIMMING == 0:
                self.slim(answer)
            answer = self.step(told)
            values.append(answer.value)
            if len(values) > DULL and values[-1 - DULL] - values[-1] <= WORTH * abs(values[-1]):
                break
        return self.run(go_on, told) if values else answer

    def slim(self, answer: LinearAnswer) -> None:
        """Leave out the columns of greatest reduced cost, and the cuts that have room."""
        most = max(SLIM, EACH * len(self._week.problem.requests))
        old, liked = self.master, self.favourites(most)
        stops = stops_by_request(self._week, answer)
        self.master = LinearMaster(self._week, self.rostering.blocks, self.allowed_misses)
        for cut in old.cuts:
            if cut.excess(stops[cut.request], answer.missed.get(cut.request, 0.0)) > -CLEAR:
                self.master.add_cut(cut)
        self.master.add([*liked, *answer.share])
        self.master.add_rosters(old.rosters)

    def step(self, told: Told) -> LinearAnswer:
        """Price once, thoroughly if no duty of use is found in haste."""
        answer = self._solve()
        hasty, known = self._far(answer), len(self.master.columns)
        added, proof = self.round(answer, self._hasty if hasty else SEARCH)
        self._keep(proof, told)
        if hasty and len(self.master.columns) == known:
            more, proof = self.round(answer)
            self._keep(proof, told)
            added += more
        answer = self._solve() if added else answer
        self.likings.rank(answer)
        return answer

    def _keep(self, proof: Proof, told: Told) -> None:
        if self.proof is None or proof.bound < self.proof.bound:
            self.proof = proof
            told(proof.bound)
            if proof.bound < self._everything:
                self._centre = proof.answer

    def held(
        self, limits: Limits, least: float, go_on: Callable[[], bool]
    ) -> tuple[LinearAnswer, float]:
        """Generate with quantities held; return the answer, and a bound on plans within the limits.

        Parameters
        ----------
        least
            A bound this low is low enough.
        go_on
            Asked before every round.
        """
        self.master.hold(limits)
        bound, answer = inf, self._solve()
        for _ in takewhile(lambda _: go_on(), range(HELD)):
            added, proof = self.round(answer)
            bound = min(bound, proof.bound)
            if not added or bound <= max(least, answer.value + ROUGH * abs(answer.value)):
                break
            answer = self._solve()
        self.likings.rank(answer, held=True)
        return answer, bound

    def below(self, enough: float, rounds: int) -> LinearAnswer:
        """The answer with duties kept, which bounds no other plan.

        Parameters
        ----------
        enough, rounds
            While it is worth less than this, duties are priced, in haste and at most so often.
        """
        answer = self._solve()
        for _ in range(rounds):
            if answer.value >= enough or not self.round(answer, self._hasty)[0]:
                break
            answer = self._solve()
        return answer

    def restricted(self, limits: Limits) -> float:
        """Value of the master with quantities held, over the columns at hand."""
        self.master.hold(limits)
        return self.master.value()

    def quantities(self, answer: LinearAnswer) -> dict[Quantity, float]:
        """Stops by day and in all, and misses."""
        found: dict[Quantity, float] = defaultdict(float)
        for request, stops in stops_by_request(self._week, answer).items():
            for (day, _), share in stops.items():
                found[Quantity(request, day)] += share
                found[Quantity(request, STOPS)] += share
        found.update((Quantity(r, MISS), share) for r, share in answer.missed.items())
        return found

    def allow(self, misses: int) -> None:
        """Change how many must-serve requests may be missed; earlier bounds no longer count."""
        self.allowed_misses = misses
        self.master.allow(misses)
        self.proof = self._centre = None
        self.settled = False
        self.likings.forget_ranks()

    def hopeful(self, score: float) -> bool:
        """Whether the bound still leaves room for a plan worth more than ``score``."""
        return self.proof is None or self.proof.bound > score

    def _solve(self) -> LinearAnswer:
        answer = self.master.solve()
        self.likings.note(answer)
        return answer

    def at_hand(self) -> list[Column]:
        """Ranked columns, then those of least reduced cost; all there are once there is a proof."""
        return list(
            dict.fromkeys([*self.likings.ranked(), *self.favourites(len(self.master.columns))])
        )

    def favourites(self, number: int) -> list[Column]:
        """The columns of least reduced cost at the best prices so far."""
        proof = self.proof  # another thread may ask while it is given up
        return [] if proof is None else self.cheapest(proof.answer, self.master.columns)[:number]

    def cheapest(self, answer: LinearAnswer, columns: Iterable[Column]) -> list[Column]:
        """Columns in the order of their reduced cost at the prices of an answer."""
        worth = partial(reduced_worth, self._week, answer.prices)
        return sorted(columns, key=lambda c: float(answer.duty[c.sequence.duty_class]) - worth(c))

    def cut(self, answer: LinearAnswer) -> int:
        """Add the deepest cut of every request that has one; return how many are new."""
        known = {cut.key for cut in self.master.cuts}
        new = [cut for cut in self._cutting.violated(answer) if cut.key not in known]
        for cut in new:
            self.master.add_cut(cut)
        return len(new)

    def round(self, answer: LinearAnswer, search: Search = SEARCH) -> tuple[int, Proof]:
        """Price every class and block once; return how much is new, and the bound."""
        overhead = self._week.problem.objective.cost_per_duty
        priced = self._pricer.price(answer.prices, self._floors(answer), search)
        ceilings = np.array([one.ceiling for one in priced]) - overhead
        many = sum(len(one.columns) for one in priced) > BATCH and not search.thorough
        quota = max(1, BATCH // len(priced)) if many else BATCH
        added = self.master.add(c for one in priced for c in one.best(quota))
        rosters = self.rostering.best(ceilings)
        added += self.master.add_rosters(roster for roster, _ in rosters)
        earned = sum(most for _, most in rosters)
        complete = all(one.complete for one in priced)
        return added, Proof(answer.fixed + earned, answer, ceilings, complete)
