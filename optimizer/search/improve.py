"""The course of a solve: first plan, promises, bound, whole duties, neighbourhoods."""

import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from optimizer.columns.long_duties import is_long
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.allowance import Allowance
from optimizer.search.apart import Apart, Order
from optimizer.search.bettering import Bettering
from optimizer.search.bounding import Bounding
from optimizer.search.choosing import Choosing
from optimizer.search.diving import Diving
from optimizer.search.following import follow
from optimizer.search.generation import Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.level_one import LevelOne
from optimizer.search.population import Population
from optimizer.search.promises import cuts_of_all, promised_week
from optimizer.search.promising import Both, patiently
from optimizer.search.proving import Proving
from optimizer.search.remainder import Remainder
from optimizer.search.whole_days import WholeDays
from optimizer.search.widening import Widening

CHANCES = 4
"""How often a proof is tried where steps are counted."""
PROMISED, GENERATED, CUTTINGS = 0.26, 0.18, 3
"""Shares of the time that promised requests alone and their columns may take, the search for them
included; rounds of cuts before branching, and before promises are looked into."""
BEGUN, LATEST = 0.25, 0.34
"""Where another process looks for promises, they are not planned alone from this share of the time
on, and not after the other one."""
FAVOURED = 2000
"""So many duties that promises alone like best are the first of the whole week."""
LARGE, MANY, FOLLOWED = 100, 4, 0.45
"""In weeks of so many duties, where a plan misses so many promises, planning these alone would take
too long: there is a dive instead, followed until this share of the time.
"""
APART = 4.0
"""Seconds that a process of its own must have: it takes one to start."""


class Course:
    """One solve, step by step.

    Parameters
    ----------
    week
        The compiled week.
    incumbent
        Where plans and bounds go.
    allowance
        What may be used.
    seed
        Start of the random choices.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        seed: int,
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._draw = random.Random(seed)
        self._threads = ThreadPoolExecutor(allowance.workers)
        self._pricer = Pricer(week, self._threads.map)
        self._choosing = Choosing(week, incumbent, allowance)

    def run(self) -> None:
        """Better the incumbent until time, work or gap is used up."""
        try:
            with self._threads:
                self._run()
        except RuntimeError:  # the interpreter ends while a last step is under way
            if not self._incumbent.closed:
                raise

    def _run(self) -> None:
        if not self._week.classes:
            self._choosing.told(self._incumbent.worth.score if self._incumbent.worth else 0.0)
            return
        columns = self._choosing.first_plan()
        self._choosing.told(float(self._week.worth_per_person @ self._week.requested))
        if self._choosing.all_sequences(self._pricer):
            return
        generation = Generation(self._week, self._pricer, allowed_misses=0)
        generation.master.add(columns)
        if self._allowance.work is not None:
            self._counted(generation)
        elif any(map(is_long, self._week.grids)):
            self._fill_meanwhile(generation)
        else:
            self._search_week(generation)

    def _counted(self, generation: Generation) -> None:
        """Step after step on one thread."""
        steps = self._allowance.work or 0
        bettering = self._bettering(generation)
        self._keep_promises(generation)
        bettering.recreate(self._allowance.go_on, self._allowance.counted(steps))
        bettering.pack(self._allowance.go_on, self._allowance.counted(1))
        turns = iter([max(1, steps // CHANCES)] * min(steps, CHANCES))

        def better() -> bool:
            turn = next(turns, 0)
            if turn:
                bettering.neighbourhoods(self._allowance.go_on, self._allowance.counted(turn))
            return turn > 0

        self._prove_week(generation, better)

    def _bettering(self, generation: Generation, around: bool = False) -> Bettering:
        seed = self._draw.getrandbits(32)
        return Bettering(
            self._week, self._incumbent, self._allowance, seed, generation.likings.advice, around
        )

    @property
    def _large(self) -> bool:
        return self._week.most_duties >= LARGE

    def _dive(self, generation: Generation) -> bool:
        """Where a plan misses many promises, a dive, and what can be made of it; whether it was."""
        week, allowance, incumbent = self._week, self._allowance, self._incumbent

        def go_on() -> bool:
            in_time = allowance.share() < FOLLOWED
            return in_time and not incumbent.optimal() and not incumbent.closed

        if incumbent.worth is None or incumbent.misses() < MANY or not go_on():
            return False
        dived = Diving(week, allowance, generation, self._draw.getrandbits(32)).run(go_on)
        if dived:
            days = WholeDays(week, allowance, self._draw.getrandbits(32))
            follow(week, incumbent, dived, days, go_on)
        return bool(dived)

    def _fill_meanwhile(self, generation: Generation) -> None:
        """Where duties have many stops, a population of plans grows beside the proof."""
        workers = self._allowance.workers
        population = Population(self._week, self._incumbent, self._allowance)
        seeds = [self._draw.getrandbits(32) for _ in range(workers)]
        with ThreadPoolExecutor(workers) as threads:
            searches = [threads.submit(population.run, seed) for seed in seeds]
            self._keep_promises(generation)
            self._widening(generation).run()
            self._proving(generation).run()
            for search in searches:
                search.result()

    def _search_week(self, generation: Generation) -> None:
        """Plans in processes of their own beside the bound; all on this thread if it is the one."""
        go_on = partial(self._allowance.go_on, 0.03)
        bettering = self._bettering(generation, around=True)
        more = self._allowance.workers - 1 if self._allowance.left() > APART else 0
        processes = list(self._apart(generation, more))
        try:
            if processes:
                self._meanwhile(generation)
            if not (processes and self._large and self._dive(generation)):
                self._keep_promises(generation, searched=bool(processes))
            if not processes:
                bettering.recreate(go_on, self._allowance.part(0.2))
                bettering.pack(go_on, self._allowance.part(0.2))
            self._prove_week(generation, partial(bettering.turn, go_on))
            bettering.run(go_on)
        finally:
            for process in processes:
                process.end()

    def _meanwhile(self, generation: Generation) -> None:
        """Columns and some cuts while another process looks for promises: it will use them."""
        incumbent = self._incumbent

        def go_on() -> bool:
            reserve = 0.7 if self._incumbent.lacking() else 0.5
            return self._allowance.go_on(reserve) and not incumbent.optimal()

        def told(bound: float) -> None:
            if incumbent.misses() <= generation.allowed_misses:
                self._choosing.told(bound)

        generation.begin(incumbent.manned)
        answer = generation.tighten(generation.run(go_on, told), CUTTINGS, go_on, told)
        if self._large:
            generation.slim(answer)

    def _apart(self, generation: Generation, number: int) -> Iterator[Apart]:
        """So many processes, or fewer where the machine starts none."""
        for _ in range(number):
            seconds, seed = self._allowance.left(), self._draw.getrandbits(32)
            order = Order(self._week.problem, self._incumbent.manned, seconds, seed)
            with suppress(OSError, TypeError, ValueError):
                yield Apart(self._incumbent, order, generation.likings.advice)

    def _prove_week(self, generation: Generation, better: Callable[[], bool]) -> None:
        incumbent, proving = self._incumbent, self._proving(generation)
        Bounding(incumbent, self._allowance, self._choosing, proving, generation).run(better)

    def _proving(self, generation: Generation) -> Proving:
        return Proving(self._week, self._incumbent, self._allowance, self._pricer, generation)

    def _widening(self, generation: Generation) -> Widening:
        return Widening(self._week, self._incumbent, self._allowance, self._pricer, generation)

    def _keep_promises(self, generation: Generation, searched: bool = False) -> None:
        """Level 1: columns and plans until no promise and no pin is missed, if can be.

        Not where there is a plan, another process looks for better ones, and much time is over.

        Parameters
        ----------
        searched
            Another process looks for a plan by ruin and recreate.
        """
        late = self._allowance.share() > BEGUN
        if searched and late and self._incumbent.worth is not None:
            return
        part = promised_week(self._week) if self._incumbent.lacking() else None
        if part is not None:
            self._promises_alone(part, generation, searched)
        if self._incumbent.worth is None or (part is None and self._incumbent.lacking()):
            self._level_one(generation, self._incumbent.lacking, searched)

    def _promises_alone(self, part: Remainder, generation: Generation, searched: bool) -> None:
        """Plan nothing but the promised requests, and keep what came out."""
        week, before = part.rest, self._incumbent.manned
        alone = Course(week, Incumbent(week), self._allowance, self._draw.getrandbits(32))
        both = Both(part, self._incumbent, alone._incumbent)
        with alone._threads:
            columns = alone._choosing.first_plan()
            own = Generation(week, alone._pricer, allowed_misses=0)
            own.master.add(columns)
            alone._level_one(own, both.lacking, searched)
        self._adopt(part.adopt(alone._incumbent.manned), before)
        generation.master.add(part.adopt_columns(own.favourites(FAVOURED)))
        known = {cut.key for cut in generation.master.cuts}
        for cut in cuts_of_all(part, own.master.cuts):
            if cut.key not in known:
                generation.master.add_cut(cut)

    def _adopt(self, promised: Sequence[Manned], before: Sequence[Manned]) -> None:
        """Fill up what the duties of promised requests leave with those of plans before."""
        self._incumbent.offer(promised)
        every = [*promised, *self._incumbent.manned, *before]
        sequences = dict.fromkeys(column.sequence for column, _ in every)
        self._choosing.choose(sequences, self._allowance.effort(0.05, 3.0))

    def _level_one(
        self, generation: Generation, lacking: Callable[[], bool], searched: bool
    ) -> None:
        """Keep all promises and pins, if can be: search, columns, some cuts, then programs."""
        most = PROMISED
        if searched and self._incumbent.worth is not None:
            most = max(0.0, min(PROMISED, LATEST - self._allowance.share()))
        early = self._allowance.span(min(GENERATED, most) * self._allowance.seconds)
        late = self._allowance.span(most * self._allowance.seconds)

        def in_time() -> bool:
            return lacking() and early()

        bettering = self._bettering(generation)
        if self._allowance.work is None and not searched:
            patiently(bettering, self._incumbent, self._allowance, in_time)
        answer = generation.run(in_time, _ignored)
        generation.sharpen(answer, CUTTINGS, in_time, _ignored)
        seed = self._draw.getrandbits(32)
        LevelOne(
            self._week,
            self._incumbent,
            self._allowance,
            self._choosing,
            generation,
            bettering.recreate,
            seed,
        ).run(lambda: lacking() and late())


def _ignored(bound: float) -> None:
    """A bound on other plans than those of the whole week."""
