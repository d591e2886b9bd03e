"""Reasons are there at once, also for the largest week."""

import time

import pytest

from optimizer.explain import explain
from optimizer.problem import Problem
from tests.optimizer.builders import plan
from tests.optimizer.weeks import Recipe, make


def with_previous(letters: int, teams: int) -> Problem:
    return make(Recipe(1, letters, 24, teams, teams + 1, previous=True))


def seconds(problem: Problem) -> float:
    published = plan(problem, *problem.previous)
    begun = time.process_time()
    found = explain(problem, published)
    assert len(found) == len(published.unserved)
    return time.process_time() - begun


def test_ninety_letters_within_a_second():
    assert seconds(with_previous(90, 6)) < 1


@pytest.mark.slow
def test_six_hundred_letters_within_ten_seconds():
    assert seconds(with_previous(600, 30)) < 10
