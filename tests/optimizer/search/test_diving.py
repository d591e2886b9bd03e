"""Dives: whole plans that the rules allow, steps taken back, and masters as they were before."""

from collections import Counter
from random import Random
from time import monotonic

import numpy as np
import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Unsolved
from optimizer.master.linear import LinearAnswer
from optimizer.master.rostering import Rostering
from optimizer.search import diving as module
from optimizer.search.allowance import Allowance
from optimizer.search.diving import Diving
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

SOLVABLE = [
    seed for seed in range(24) if best_by_missed(tiny(seed)) and compile_week(tiny(seed)).classes
]


def generated(compiled: Week, misses: int = 0) -> Generation:
    generation = Generation(compiled, Pricer(compiled, map), misses)
    generation.master.add(greedy_columns(compiled))
    generation.begin(first_plan(compiled))
    generation.run(lambda: True, lambda bound: None)
    return generation


def classes_of(depth: module._Depth) -> list[int]:
    return [column.sequence.duty_class for column in depth.kept.elements()]


def diving(generation: Generation, compiled: Week, seed: int = 1) -> Diving:
    return Diving(compiled, Allowance(monotonic(), 60.0, 1), generation, seed)


@pytest.mark.parametrize("seed", SOLVABLE)
def test_what_comes_up_is_a_plan_and_never_better_than_the_best(seed: int) -> None:
    problem = tiny(seed)
    compiled, best = compile_week(problem), best_by_missed(problem)
    found = diving(generated(compiled, min(best)), compiled).run(lambda: True)
    incumbent = Incumbent(compiled)
    incumbent.offer(found)
    worth = incumbent.worth
    if found and not problem.pins:
        assert worth is not None
        assert incumbent.manned == found
        assert worth.must_serve_missed > min(best) or worth.score <= best[min(best)].score + 1e-6


def test_most_dives_come_up_with_something() -> None:
    weeks = [compile_week(tiny(seed)) for seed in SOLVABLE]
    found = [diving(generated(one), one).run(lambda: True) for one in weeks]
    assert sum(map(bool, found)) > len(found) / 2


@pytest.mark.parametrize("number", [1, 2, 3])
def test_little_is_lost_on_weeks_of_s(number: int) -> None:
    compiled = compile_week(week("S", number))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    generation = generated(compiled, incumbent.misses())
    dived = Incumbent(compiled)
    dived.offer(diving(generation, compiled).run(lambda: True))
    assert generation.proof is not None
    assert dived.worth is not None
    assert 0.85 * generation.proof.bound < dived.worth.score <= generation.proof.bound + 1e-6


def test_masters_are_as_before() -> None:
    compiled = compile_week(week("S", 2))
    generation = generated(compiled, 2)
    before, proof = generation.master.value(), generation.proof
    diving(generation, compiled).run(lambda: True)
    assert generation.proof is proof
    assert generation.master.value() == pytest.approx(before, rel=1e-5)
    assert generation.master.value() >= before - 1e-6
    worth = np.random.default_rng(1).uniform(0.0, 90.0, len(compiled.classes))
    earned = [most for _, most in generation.rostering.best(worth)]
    assert earned == pytest.approx([most for _, most in Rostering(compiled).best(worth)])


def test_the_same_dive_comes_to_the_same_plan_and_another_may_not() -> None:
    compiled = compile_week(week("S", 3))
    seeds = (1, 1, 2, 3, 4, 5)
    found = [diving(generated(compiled, 2), compiled, seed).run(lambda: True) for seed in seeds]
    assert found[0] == found[1]
    assert found[0]
    assert len(set(found)) > 1


def test_nothing_is_kept_any_more_where_a_dive_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 2))
    generation = generated(compiled, 2)
    before = generation.master.value()

    def below(*_: object) -> LinearAnswer:
        raise Unsolved

    monkeypatch.setattr(generation, "below", below)
    assert diving(generation, compiled).run(lambda: True) == ()
    assert generation.master.value() == pytest.approx(before, rel=1e-6)
    assert all(not block.least for block in generation.rostering._blocks)


def test_a_program_chooses_nothing_where_nothing_is_kept() -> None:
    compiled = compile_week(week("S", 2))
    generation = generated(compiled, 2)
    depth = module._Depth(compiled, generation, Random(1))
    assert diving(generation, compiled)._chosen(depth, generation.master.columns) == ()


def test_prices_within_a_dive_bound_nothing() -> None:
    compiled = compile_week(week("S", 2))
    generation = Generation(compiled, Pricer(compiled, map), 2)
    generation.master.add(greedy_columns(compiled))
    generation.begin(first_plan(compiled))
    generation.step(lambda bound: None)
    proof, columns = generation.proof, len(generation.master.columns)
    generation.below(np.inf, 2)
    assert len(generation.master.columns) > columns
    assert generation.proof is proof


def test_no_step_is_made_once_it_is_told_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 2))
    generation = generated(compiled, 2)
    monkeypatch.setattr(generation, "below", lambda *_: pytest.fail("a step"))
    diving(generation, compiled).run(lambda: False)


def test_steps_that_lose_too_much_are_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 2))
    generation = generated(compiled, 2)
    kept: list[int] = []

    def below(enough: float, rounds: int) -> LinearAnswer:
        answer = generation.master.solve()
        kept.append(sum(generation.master._kept.values()))
        return LinearAnswer(
            answer.value - compiled.dear, answer.prices, answer.duty, answer.fixed, answer.share
        )

    monkeypatch.setattr(generation, "below", below)
    chosen: list[int] = []
    dive = diving(generation, compiled)

    def note(depth: module._Depth, columns: object) -> tuple[()]:
        chosen.append(depth.number)
        return ()

    monkeypatch.setattr(dive, "_chosen", note)
    assert dive.run(lambda: True) == ()
    assert chosen == [0]
    assert kept.count(1) == module.BARRED


def test_no_more_duties_are_kept_than_people_visits_and_crews_allow() -> None:
    compiled = compile_week(week("S", 2))
    generation = generated(compiled, 2)
    depth = module._Depth(compiled, generation, Random(1))
    answer = generation.master.solve()
    while depth.keep(answer, 1000, whole=True):
        pass
    requests = compiled.problem.requests
    served = np.zeros(len(requests), np.int64)
    visits: Counter[tuple[int, int]] = Counter()
    for column in depth.kept.elements():
        for request, people in compiled.stops_of(column):
            served[request] += people
            visits[request, int(compiled.date_of[column.sequence.duty_class])] += 1
    crews = [(c.date, c.depot) for c in map(compiled.classes.__getitem__, classes_of(depth))]
    teams: Counter[object] = Counter()
    for team, members in compiled.resources.teams.items():
        teams[team.date, team.depot] += len(members)
    assert depth.number > 0
    assert Counter(crews) <= teams
    assert (served <= compiled.requested).all()
    assert all(n <= requests[r].max_duties_per_day for (r, _), n in visits.items())
    for request in compiled.must_serve:
        left = compiled.requested[request] - served[request]
        assert left == 0 or left >= compiled.problem.requests[request].fewest
    depth.release(list(depth.kept.elements()))
    assert depth.number == 0
    depth.leave()
