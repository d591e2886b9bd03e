"""All people of a promise put in at once: whole, valid, and at the least loss."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations
from math import inf

import numpy as np
import pytest

from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.problem import Problem
from optimizer.search.hand_out import print_duties
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.ejection import may_go
from optimizer.search.recreate.insertion import recreate
from optimizer.search.recreate.keeping import keep_promise
from optimizer.search.recreate.mood import calm
from optimizer.search.recreate.recreation import Recreation
from optimizer.search.recreate.routes import BROKEN, Routes, put_in, refresh, take_out, total
from tests.optimizer.builders import plan
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout


def stiff(seed: int) -> Problem:
    """A week whose optional requests are served wholly at once or not at all."""
    problem = replace(tiny(seed, requests=7, teams=2, days=2), pins=())
    requests = (
        replace(one, min_people=one.min_people if one.must_serve else one.people)
        for one in problem.requests
    )
    return replace(problem, requests=tuple(requests))


def without(problem: Problem) -> Iterator[tuple[Recreation, int]]:
    """Searches whose plan has lost all stops of one promise to others."""
    week = compile_week(problem)
    if not week.classes:
        return
    for promise in week.must_serve:
        search = Recreation(week, first_plan(week), 1)
        search.run(50, 0.5)
        field, trial = search._field, search._trial
        for duty in np.flatnonzero(trial.inside[:, promise]):
            asked = field.request[trial.node[duty, 1 : trial.length[duty] + 1]]
            take_out(field, trial, duty, 1 + int(np.flatnonzero(asked == promise)[0]))
            refresh(field, trial, duty)
        fill(search, promise)
        yield search, promise


def fill(search: Recreation, promise: int) -> None:
    """Put others where the promise was."""
    field = search._field
    everywhere, gone = np.ones(field.day.size, np.bool_), np.ones(field.must.size, np.bool_)
    mood = calm(field)
    mood.banned[promise] = True
    recreate(field, search._trial, mood, search._chances, everywhere, gone)


def kept(search: Recreation, promise: int) -> bool:
    field = search._field
    touched, gone = np.zeros(field.day.size, np.bool_), np.zeros(field.must.size, np.bool_)
    return bool(
        keep_promise(field, search._trial, calm(field), search._desk, promise, 0.0, touched, gone)
    )


def losses(search: Recreation, duty: int, promise: int) -> dict[int, float]:
    """Least loss of a duty by people, every way tried out."""
    field, routes = search._field, search._trial
    best: dict[int, float] = {}
    if routes.kind[duty] == NOBODY:
        return best
    stops = [at for at in range(1, routes.length[duty] + 1) if may_go(field, routes, duty, at)]
    own = field.own[routes.kind[duty]]
    day = field.day[duty]
    for out in chain.from_iterable(combinations(stops, n) for n in range(len(stops) + 1)):
        gone = [field.request[routes.node[duty, at]] for at in out]
        told = sum(field.kept[r, day] for r in gone if routes.visits[r, day] == 1)
        for node in range(own[promise], own[promise + 1]):
            for option in range(field.first[node], field.first[node + 1]):
                people = int(field.people[option])
                if people > routes.left[promise]:
                    continue
                for gap in range(routes.length[duty] - len(out) + 1):
                    trial = Routes(*(part.copy() for part in routes))
                    for at in reversed(out):
                        take_out(field, trial, duty, at)
                    put_in(field, trial, duty, gap, node, option)
                    lost = (
                        told
                        + routes.value[duty]
                        + field.worth[promise] * people
                        - trial.value[duty]
                    )
                    if lost < BROKEN / 2:
                        best[people] = min(best.get(people, inf), lost)
    return best


def least_loss(search: Recreation, promise: int) -> float:
    """Least loss of all ways to serve all people, infinite if there are none."""
    field, routes = search._field, search._trial
    tables = {duty: losses(search, duty, promise) for duty in range(field.day.size)}

    def least(duty: int, left: int, visits: tuple[int, ...]) -> float:
        if left == 0:
            return 0.0
        if duty == field.day.size:
            return inf
        day = int(field.day[duty])
        found = least(duty + 1, left, visits)
        if visits[day] < field.visits[promise]:
            more = tuple(n + (d == day) for d, n in enumerate(visits))
            told = 0.0 if visits[day] else field.kept[promise, day]
            for people, lost in tables[duty].items():
                if people <= left:
                    found = min(found, lost - told + least(duty + 1, left - people, more))
        return found

    return least(0, int(routes.left[promise]), (0,) * field.kept.shape[1])


CASES = [(seed, n) for seed in range(80) for n, _ in enumerate(without(stiff(seed)))]


@pytest.mark.parametrize(("seed", "number"), CASES)
def test_it_loses_least(seed: int, number: int) -> None:
    search, promise = list(without(stiff(seed)))[number]
    least = least_loss(search, promise)
    field, trial = search._field, search._trial
    people = int(trial.left[promise])
    before = total(field, trial, 0.0, 0.0)[0] + field.worth[promise] * people
    assert kept(search, promise) == (least < inf)
    if least < inf:
        assert trial.left[promise] == 0
        assert total(field, trial, 0.0, 0.0)[0] == pytest.approx(before - least)


@pytest.mark.parametrize("seed", range(40))
def test_the_plan_stays_valid_and_other_promises_are_kept(seed: int) -> None:
    problem = replace(tiny(seed, requests=8, teams=2, days=2, most_people=12), pins=())
    week = compile_week(problem)
    for search, promise in without(problem):
        left = search._trial.left.copy()
        done = kept(search, promise)
        assert (search._trial.left[promise] == 0) == done
        others = [r for r in week.must_serve if r != promise]
        assert (search._trial.left[others] <= left[others]).all()
        search._best = search._trial
        duties = print_duties(week, search.best())
        assert check(problem, plan(problem, *duties)) == ()
