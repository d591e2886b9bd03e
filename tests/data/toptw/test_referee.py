"""Routes are judged by the instance alone, as the optimizer's checker judges the plan."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.toptw.instance import Instance, Node
from data.toptw.reader import read_instance
from data.toptw.referee import faults_of, profit_of
from data.toptw.week import problem_of
from optimizer.check import check
from optimizer.plan import Duty, Stop
from tests.data.toptw.library import instance_text
from tests.optimizer.builders import plan

UNIT = 1_000_000
LINE = Instance(
    "line",
    0,
    (
        Node(0, 0, 0, 0.0, 0, 30),
        Node(5 * UNIT, 0, 4, 7.0, 0, 30),
        Node(9 * UNIT, 0, 0, 5.0, 20, 21),
    ),
)


def test_profit_is_that_of_the_customers():
    assert profit_of(LINE, [(1, 2)]) == 12


@pytest.mark.parametrize("routes", [[], [(1, 2)], [(1,), (2,)], [()]])
def test_sound_routes(routes: list[tuple[int, ...]]):
    assert list(faults_of(LINE, 2, routes)) == []


@pytest.mark.parametrize(
    ("routes", "fault"),
    [
        ([(1,), (2,), ()], "3 rute untuk 2 kendaraan"),
        ([(1, 2), (1,)], "pelanggan 1 dikunjungi 2 kali"),
        ([(3,)], "simpul 3 bukan pelanggan"),
        ([(0,)], "simpul 0 bukan pelanggan"),
        ([(2, 1)], "kembali pada 33"),
    ],
)
def test_one_fault(routes: list[tuple[int, ...]], fault: str):
    assert [fault in found for found in faults_of(LINE, 2, routes)] == [True]


def test_a_window_binds_the_start_alone():
    late = replace(LINE, nodes=(*LINE.nodes[:2], Node(9 * UNIT, 0, 0, 5.0, 0, 12)))
    assert ["dicapai pada 13" in found for found in faults_of(late, 1, [(1, 2)])] == [True]
    longer = replace(LINE, nodes=(*LINE.nodes[:2], Node(9 * UNIT, 0, 8, 5.0, 0, 13)))
    assert list(faults_of(longer, 1, [(1, 2)])) == []


@given(st.integers(0, 99), st.permutations(range(1, 6)), st.integers(1, 5))
def test_agrees_with_the_checker_on_the_planning_problem(seed: int, order: list[int], length: int):
    instance = read_instance(instance_text(seed, 5, horizon=260, width=90), "s")
    route = tuple(order[:length])
    problem = problem_of(instance, 1)
    judged = check(problem, plan(problem, _driven(instance, route)))
    assert (not judged) == (not list(faults_of(instance, 1, [route])))


def _driven(instance: Instance, route: tuple[int, ...]) -> Duty:
    """The route at its earliest times, allowed or not."""
    now, here, stops = instance.nodes[0].opens, 0, []
    for number in route:
        node = instance.nodes[number]
        arrive = now + int(instance.legs[here, number])
        start = max(arrive, node.opens)
        now, here = start + node.service, number
        stops.append(Stop(str(number), arrive, start, now, 1))
    back = now + int(instance.legs[here, 0])
    date = problem_of(instance, 1).days[0].date
    return Duty(date, "1", "1", ("1",), tuple(stops), instance.nodes[0].opens, back, 0.0)
