"""plan.json: round trips, and every fault at once with its path."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.faults import InvalidDocument
from optimizer.plan import Plan
from optimizer.plan_file import plan_document, read_plan
from tests.optimizer.builders import BASE, PLAN, plan
from tests.optimizer.documents import WEEK_PLAN, paths, spoilt, without


def faults(text: str) -> dict[str, str]:
    with pytest.raises(InvalidDocument) as caught:
        read_plan(text)
    return {fault.path: fault.message for fault in caught.value.faults}


@pytest.mark.parametrize(
    "written", [plan(BASE), plan(BASE, PLAN), plan(BASE, PLAN, bound=15.0, status="optimal")]
)
def test_reads_what_was_written(written: Plan):
    assert read_plan(json.dumps(plan_document(written))) == written


def test_says_what_the_specification_says():
    document = plan_document(plan(BASE, PLAN, bound=16.0))
    assert document.keys() == {
        *("format", "week", "status", "must_serve_missed", "score", "bound", "gap", "seconds"),
        *("duties", "unserved"),
    }
    assert document["gap"] == 0.0625
    assert document["duties"][0]["return"] == "10:10"


def test_no_bound_no_gap():
    assert plan_document(plan(BASE))["gap"] is None


@pytest.mark.parametrize("key", sorted(WEEK_PLAN.keys() - {"gap"}))
def test_every_key_is_needed(key: str):
    assert key in faults(without(WEEK_PLAN, (key,)))


@pytest.mark.parametrize(
    ("place", "value", "path"),
    [
        (("format",), "jemputbola/problem/1", "format"),
        (("status",), "perfect", "status"),
        (("score",), float("nan"), "score"),
        (("score",), "15", "score"),
        (("must_serve_missed",), True, "must_serve_missed"),
        (("duties", 0, "date"), "kemarin", "duties[0].date"),
        (("duties", 0, "return"), "24:00", "duties[0].return"),
        (("duties", 0, "km"), -1, "duties[0].km"),
        (("duties", 0, "kits"), "K1", "duties[0].kits"),
        (("duties", 0, "stops", 0, "arrive"), 440, "duties[0].stops[0].arrive"),
        (("duties", 0, "stops", 0, "people"), -1, "duties[0].stops[0].people"),
        (("unserved", 0, "people"), 0, "unserved[0].people"),
    ],
)
def test_one_fault(place: tuple[Any, ...], value: Any, path: str):
    assert faults(spoilt(WEEK_PLAN, place, value)).keys() == {path}


def test_the_claimed_gap_is_not_believed():
    assert read_plan(spoilt(WEEK_PLAN, ("gap",), 0.0)).gap != 0.0


@given(
    st.sampled_from(paths(WEEK_PLAN)[1:]),
    st.none() | st.integers() | st.floats() | st.text(max_size=5) | st.just([]) | st.just({}),
)
@settings(max_examples=200)
def test_never_raises_anything_else(place: tuple[Any, ...], value: Any):
    try:
        assert isinstance(read_plan(spoilt(WEEK_PLAN, place, value)), Plan)
    except InvalidDocument as refusal:
        assert refusal.faults
