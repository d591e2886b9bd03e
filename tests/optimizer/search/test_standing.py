"""What stands of the previous plan is a plan from the first moment on."""

from dataclasses import replace

import pytest

from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.plan import Duty
from optimizer.problem import Pin, Problem
from optimizer.search.hand_out import print_duties
from optimizer.search.standing import standing_duties
from optimizer.solve import Limits, solve
from tests.optimizer import builders as b
from tests.optimizer.oracles.tiny import tiny

VISIT = b.duty(b.stop("R1", "07:20", "09:50", 20), depart="07:00", back="10:10")


def stands(problem: Problem) -> tuple[Duty, ...]:
    week = compile_week(problem)
    return print_duties(week, standing_duties(week))


def asked(**changes: object) -> Problem:
    return b.problem(b.request(), b.request("R2", 2), **{"previous": (VISIT,), **changes})


def test_nothing_published_nothing_stands():
    assert not stands(asked(previous=()))


def test_a_duty_stands_as_it_was():
    (duty,) = stands(asked())
    assert [(s.request, s.people) for s in duty.stops] == [("R1", 20)]
    assert (duty.date, duty.team, duty.vehicle, len(duty.kits)) == (b.MONDAY, "T1", "V1", 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"teams": (b.team(shifts={}), b.team("T2"))},
        {"vehicles": (b.vehicle(dates=frozenset()), b.vehicle("V2"))},
        {"kits": ()},
        {"requests": (b.request("R2", 2),)},
        {"requests": (b.request(windows={b.MONDAY: (b.span("10:00", "13:00"),)}),)},
    ],
    ids=["team ill", "car broken", "no kit", "letter withdrawn", "other hours"],
)
def test_what_cannot_be_made_does_not_stand(changes: dict[str, object]):
    assert not stands(replace(asked(), **changes))


def test_fewer_people_are_served_for_so_many():
    (duty,) = stands(replace(asked(), requests=(b.request(people=7),)))
    assert [stop.people for stop in duty.stops] == [7]


def test_a_stop_that_is_gone_leaves_the_others():
    both = (b.stop("R1", "07:20", "09:50", 20), b.stop("R2", "10:10", "11:10", 5))
    previous = (b.duty(*both, depart="07:00", back="11:50"),)
    (duty,) = stands(replace(asked(previous=previous), requests=(b.request("R2", 2),)))
    assert [(s.request, s.people) for s in duty.stops] == [("R2", 5)]


BOTH = (VISIT, replace(VISIT, team="T2", vehicle="V2", kits=("K2",)))
CREWS: dict[str, object] = {
    "teams": (b.team(), b.team("T2")),
    "vehicles": (b.vehicle(), b.vehicle("V2")),
}


@pytest.mark.parametrize(
    ("changes", "people"),
    [
        ({"people": 40, "max_duties_per_day": 2}, [20, 20]),
        ({"people": 27, "max_duties_per_day": 2}, [20, 7]),
        ({"people": 24, "max_duties_per_day": 2}, [20]),
        ({"people": 40, "max_duties_per_day": 1}, [20]),
        ({"people": 23, "fixed_minutes": 150}, [23]),
    ],
    ids=["as before", "fewer left", "too few left", "once a day now", "a session for more"],
)
def test_one_stop_that_cannot_be_made_leaves_the_others(
    changes: dict[str, object], people: list[int]
):
    problem = replace(asked(previous=BOTH, **CREWS), requests=(b.request(**changes),))
    duties = stands(problem)
    assert [stop.people for duty in duties for stop in duty.stops] == people
    plan = solve(problem, Limits(work=0)).plan
    assert not check(problem, plan)


def test_the_same_request_twice_in_a_duty_is_visited_once():
    twice = b.duty(*VISIT.stops, *VISIT.stops, depart="07:00", back="10:10")
    (duty,) = stands(asked(previous=(twice,)))
    assert [stop.request for stop in duty.stops] == ["R1"]


def test_a_team_and_a_vehicle_may_have_the_same_name():
    same = replace(VISIT, team="1", vehicle="1")
    assert stands(asked(previous=(same,), teams=(b.team("1"),), vehicles=(b.vehicle("1"),)))


@pytest.mark.parametrize("seed", range(10))
def test_a_plan_stands_whole_and_meets_all_that_is_pinned_to_it(seed: int):
    problem = replace(tiny(seed, requests=6, teams=3, days=2, most_people=30), pins=())
    duties = solve(problem, Limits(work=2)).plan.duties
    pins = tuple(
        Pin(stop.request, duty.date, duty.team, duty.vehicle, stop.people)
        for duty in duties
        for stop in duty.stops
    )
    again = replace(problem, previous=duties, pins=pins)
    kept = stands(again)
    assert sum(duty.people for duty in kept) == sum(duty.people for duty in duties)
    plan = solve(again, Limits(work=0)).plan
    assert not check(again, plan)
