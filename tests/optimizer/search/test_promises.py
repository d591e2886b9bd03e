"""The week of promises alone, and what its cuts say of the whole week."""

from dataclasses import replace

import numpy as np
import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.master.cuts import PeopleCut
from optimizer.master.hulls import hulls
from optimizer.search.generation import Generation
from optimizer.search.promises import cuts_of_all, promised_week
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.weeks import week


def test_promised_and_pinned_requests_are_left() -> None:
    whole = compile_week(week("M", 0))
    part = promised_week(whole)
    assert part is not None
    problem = whole.problem
    possible = {problem.requests[index].id for index in whole.must_serve}
    pinned = {pin.request for pin in problem.pins}
    assert {request.id for request in part.rest.problem.requests} == possible | pinned


@pytest.mark.parametrize("everybody", [False, True])
def test_there_is_no_such_week_where_all_or_none_are_promised(everybody: bool) -> None:
    problem = replace(tiny(1, requests=5, teams=2), pins=())
    requests = tuple(replace(request, must_serve=everybody) for request in problem.requests)
    assert promised_week(compile_week(replace(problem, requests=requests))) is None


@pytest.mark.parametrize("number", [0, 4, 7])
def test_a_promise_is_served_in_the_same_ways_in_both_weeks(number: int) -> None:
    whole = compile_week(week("M", number))
    part = promised_week(whole)
    assert part is not None
    place = {request.id: n for n, request in enumerate(whole.problem.requests)}
    own, all_ = hulls(part.rest), hulls(whole)
    for index, request in enumerate(part.rest.problem.requests):
        same = place[request.id]
        assert np.array_equal(part.rest.largest_stops[index], whole.largest_stops[same])
        assert (index in own) == (same in all_)


@pytest.mark.slow
def test_cuts_go_over_to_the_same_request() -> None:
    whole = compile_week(week("M", 4))
    part = promised_week(whole)
    assert part is not None
    own = Generation(part.rest, Pricer(part.rest, map), allowed_misses=0)
    answer = own.run(lambda: True, lambda bound: None)
    assert own.cut(answer) > 0
    for cut, other in zip(own.master.cuts, cuts_of_all(part, own.master.cuts), strict=True):
        mine = part.rest.problem.requests[cut.request]
        assert whole.problem.requests[other.request].id == mine.id
        assert (other.limit, other.forgiven) == (cut.limit, cut.forgiven)
        assert other.steps is cut.steps


def test_cuts_stay_behind_where_the_whole_week_can_serve_more_in_a_stop() -> None:
    """Only the number of stops a request can be served in is changed: the cut is any."""
    whole = compile_week(week("M", 4))
    part = promised_week(whole)
    assert part is not None
    first, second = (_cut(part.rest, request) for request in (0, 1))
    assert len(list(cuts_of_all(part, [first, second]))) == 2
    fewer = part.rest.largest_stops.copy()
    fewer[0, int(fewer[0].argmax())] -= 1
    part.rest.__dict__["largest_stops"] = fewer
    (left,) = cuts_of_all(part, [first, second])
    assert whole.problem.requests[left.request].id == part.rest.problem.requests[1].id


def _cut(compiled: Week, request: int) -> PeopleCut:
    shape = len(compiled.problem.days), int(compiled.requested[request]) + 1
    return PeopleCut(request, np.zeros(shape), 1.0)
