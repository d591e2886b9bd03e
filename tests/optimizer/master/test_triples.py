"""Subset-row cuts: those found are violated, and no packing of whole duties violates any."""

from itertools import combinations

import numpy as np

from optimizer.master.triples import violated_triples

PAIRS = {frozenset(pair): 0.5 for pair in combinations((4, 7, 9), 2)}


def test_three_halves_of_pairs_are_cut():
    assert violated_triples(PAIRS, frozenset({4, 7, 9})) == [(4, 7, 9)]


def test_requests_that_may_be_served_often_are_left_alone():
    assert violated_triples(PAIRS, frozenset({4, 7})) == []


def test_duties_over_the_same_requests_are_added_up():
    beside = {visited | {20 + n}: 0.25 for n, visited in enumerate(PAIRS)}
    halved = dict.fromkeys(PAIRS, 0.25)
    assert (4, 7, 9) in violated_triples({**halved, **beside}, frozenset({4, 7, 9}))


def test_whole_duties_are_never_cut():
    assert (
        violated_triples({frozenset({1, 2, 3}): 1.0, frozenset({4, 5}): 1.0}, frozenset(range(9)))
        == []
    )


def test_every_triple_found_is_violated():
    draw = np.random.default_rng(1)
    for _ in range(50):
        duties = {
            frozenset(map(int, draw.choice(12, 5, replace=False))): float(draw.uniform(0.1, 0.6))
            for _ in range(8)
        }
        for triple in violated_triples(duties, frozenset(range(12))):
            assert sum(s for v, s in duties.items() if len(v & {*triple}) > 1) > 1.0
