"""Plans dived for: the duties that the linear master uses most are kept, the rest is priced anew.

Duty after duty is made whole while pricing finds others for what is left, so little is lost until
most are; an integer program chooses the last ones. What promises lack then is small, and whole days
chosen anew find room for most of it (``following``).

References
----------
Sadykov et al. (2019), doi:10.1287/ijoc.2018.0822 (diving for column generation).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.effort import Manner, Unsolved
from optimizer.master.linear import LinearAnswer
from optimizer.master.manning import Manned
from optimizer.master.rostering import Roster
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation

WHOLE, STEP = 0.95, 0.1
"""Duties with this share of one are kept at once, or so many of all if that is more."""
MOST = 0.85
"""So many of all are kept, and the others chosen in a program."""
LITTLE, ROUNDS = 0.1, 2
"""After a step that loses more than this share of a duty there are so many rounds of pricing."""
STEEP, BARRED = 0.3, 3
"""A step that loses this share of a promise's price is taken back; the dive ends where a single
duty was so for so many times."""
FITTING = 1000
"""Duties of the program besides those that the last master used."""
PROGRAM = 0.04, 12.0
"""Share of the time and most seconds for it."""
SLIGHT = 1e-4
NOISE = 0.1
"""Deviation of the logarithm of a share: another seed is to end elsewhere."""
DIVED = 0.2
"""Most of the time that a dive takes, its program besides."""


class Diving:
    """Dives for plans of one week.

    Parameters
    ----------
    generation
        Converged as far as may be; a dive leaves it more columns and rosters, and nothing kept.
    """

    def __init__(self, week: Week, allowance: Allowance, generation: Generation, seed: int) -> None:
        self._week = week
        self._allowance = allowance
        self._generation = generation
        self._draw = Random(seed)

    def run(self, go_on: Callable[[], bool]) -> tuple[Manned, ...]:
        """One dive: a plan, which may miss promises, or nothing if there is none in time.

        Parameters
        ----------
        go_on
            Asked before every step.
        """
        in_time = self._allowance.span(DIVED * self._allowance.seconds)
        generation = self._generation
        depth = _Depth(self._week, generation, self._draw)
        try:
            answer = self._down(depth, lambda: in_time() and go_on())
            cheapest = generation.cheapest(answer, filter(depth.fits, generation.master.columns))
        except Unsolved:
            return ()
        finally:
            depth.leave()
        return self._chosen(depth, [*answer.share, *cheapest[:FITTING]])

    def _down(self, depth: "_Depth", go_on: Callable[[], bool]) -> LinearAnswer:
        """Keep ever more duties; the last answer that was not taken back."""
        answer = self._generation.master.solve()
        number, steep = 0, STEEP * self._week.dear
        worths = [share * self._week.duty_worth(c) for c, share in answer.share.items()]
        little = LITTLE * sum(worths) / max(1.0, sum(answer.share.values()))
        while go_on() and len(depth.barred) < BARRED:
            total = sum(answer.share.values())
            if depth.number >= MOST * total:
                break
            kept = depth.keep(answer, number or max(1, round(STEP * total)), whole=number == 0)
            if not kept:
                break
            below = self._generation.below(answer.value - little, ROUNDS)
            if below.value >= answer.value - steep:
                answer, number = below, 0
                self._generation.likings.rank(answer, held=True)
                continue
            depth.release(kept)
            if len(kept) == 1:
                depth.barred.update(kept)
            number = max(1, len(kept) // 2)
        return answer

    def _chosen(self, depth: "_Depth", columns: Iterable[Column]) -> tuple[Manned, ...]:
        """The best plan with all duties kept and some of the columns."""
        kept = list(depth.kept.elements())
        if not kept:
            return ()
        program = WholeMaster(self._week, (), self._generation.allowed_misses, roomy=True)
        program.add([*kept, *columns])
        program.keep(kept)
        effort = self._allowance.effort(1.0, self._allowance.at_most(*PROGRAM))
        duties, _ = program.solve(kept, effort, Manner.STEADILY)
        return duties or ()


class _Depth:
    """The duties kept so far, and what they leave.

    Attributes
    ----------
    kept
        How often each duty is kept.
    barred
        Duties that are not to be kept.
    """

    def __init__(self, week: Week, generation: Generation, draw: Random) -> None:
        self._week = week
        self._generation = generation
        self._draw = draw
        self.kept: Counter[Column] = Counter()
        self.barred: set[Column] = set()
        self._left = week.requested.copy()
        self._visits: Counter[tuple[int, int]] = Counter()
        self._must = frozenset(week.must_serve)

    @property
    def number(self) -> int:
        """How many duties are kept."""
        return self.kept.total()

    def leave(self) -> None:
        """Keep nothing any more in the masters."""
        self._generation.master.keep({})
        self._generation.rostering.keep_none()

    def keep(self, answer: LinearAnswer, most: int, whole: bool) -> list[Column]:
        """Keep duties of the largest shares that can be kept together; those that are new.

        Parameters
        ----------
        whole
            Also more than ``most`` of them if they are nearly whole.
        """
        rest = {c: share - self.kept[c] for c, share in answer.share.items()}
        rank = {c: min(1.0, rest[c]) * self._draw.lognormvariate(0.0, NOISE) for c in rest}
        new: list[Column] = []
        unmanned: set[int] = set()
        for column in sorted(rest, key=lambda column: -rank[column]):
            enough = len(new) >= most and not (whole and rest[column] >= WHOLE)
            duty_class = column.sequence.duty_class
            if enough or rest[column] <= SLIGHT or column in self.barred:
                continue
            if duty_class in unmanned or not self._neat(column):
                continue
            try:
                roster = self._man(duty_class, 1)
            except Unsolved:
                unmanned.add(duty_class)
                continue
            self._generation.master.add_rosters([roster])
            self._take(column, 1)
            new.append(column)
        self._generation.master.keep(self.kept)
        return new

    def release(self, columns: Sequence[Column]) -> None:
        """Keep these no longer."""
        for column in columns:
            self._take(column, -1)
            self._man(column.sequence.duty_class, -1)
        self._generation.master.keep(self.kept)

    def fits(self, column: Column) -> bool:
        """Whether the duty can be made beside those kept, if need be for fewer people."""
        requests = self._week.problem.requests
        return all(
            self._may_visit(request, day)
            and self._left[request] >= max(1, requests[request].fewest)
            for request, day, _ in self._week.visits_of(column)
        )

    def _may_visit(self, request: int, day: int) -> bool:
        most = self._week.problem.requests[request].max_duties_per_day
        return self._visits[request, day] < most

    def _neat(self, column: Column) -> bool:
        """Whether people suffice, and what promises lack then is nobody or enough for a stop."""
        for request, day, people in self._week.visits_of(column):
            left = int(self._left[request]) - people
            lame = request in self._must and 0 < left < self._week.problem.requests[request].fewest
            if left < 0 or lame or not self._may_visit(request, day):
                return False
        return True

    def _man(self, duty_class: int, number: int) -> Roster:
        """Have so many more duties of a class manned; a roster that does."""
        rostering = self._generation.rostering
        block = rostering.block_of(duty_class)
        least = Counter(rostering.kept(block))
        least[duty_class] += number
        return rostering.keep(block, +least)

    def _take(self, column: Column, number: int) -> None:
        self.kept[column] += number
        for request, day, people in self._week.visits_of(column):
            self._left[request] -= number * people
            self._visits[request, day] += number
