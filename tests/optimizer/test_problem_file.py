"""problem.json: round trips, and every fault at once with its path."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.faults import InvalidDocument
from optimizer.problem import Problem
from optimizer.problem_file import problem_document, read_problem
from optimizer.solve import Limits, solve
from tests.optimizer.documents import COMPLETE, PROBLEM, paths, spoilt, without
from tests.optimizer.strategies import problems

TEXT = json.dumps(PROBLEM)


def faults(text: str) -> dict[str, str]:
    with pytest.raises(InvalidDocument) as caught:
        read_problem(text)
    return {fault.path: fault.message for fault in caught.value.faults}


def test_reads_what_was_written():
    assert read_problem(TEXT) == COMPLETE


@given(problems())
@settings(max_examples=60)
def test_any_problem_survives_the_file(problem: Problem):
    assert read_problem(json.dumps(problem_document(problem))) == problem


@pytest.mark.parametrize("key", ["pins", "previous"])
def test_pins_and_previous_may_be_missing_or_null(key: str):
    for text in (without(PROBLEM, (key,)), spoilt(PROBLEM, (key,), None)):
        assert getattr(read_problem(text), key) == ()


@pytest.mark.parametrize("key", sorted(PROBLEM.keys() - {"pins", "previous"}))
def test_every_other_key_is_needed(key: str):
    assert key in faults(without(PROBLEM, (key,)))


@pytest.mark.parametrize("key", sorted(PROBLEM["requests"][0].keys() - {"id"}))
def test_every_field_of_a_request_is_needed(key: str):
    found = faults(without(PROBLEM, ("requests", 0, key)))
    assert found == {f"requests[0].{key}": "tidak ada"}


@pytest.mark.parametrize("key", ["date", "team", "vehicle", "people"])
def test_fields_of_a_pin_may_be_missing(key: str):
    assert getattr(read_problem(without(PROBLEM, ("pins", 0, key))).pins[0], key) is None


SPOILT: list[tuple[tuple[Any, ...], Any, str]] = [
    (("format",), "jemputbola/problem/2", "format"),
    (("week",), "", "week"),
    (("days", 0, "date"), "30-11-2026", "days[0].date"),
    (("days", 0, "date"), "20261130", "days[0].date"),
    (("days", 0, "breaks", 0), ["12:00"], "days[0].breaks[0]"),
    (("days", 0, "breaks", 0), ["13:00", "12:00"], "days[0].breaks[0]"),
    (("days", 0, "breaks", 0, 1), "25:00", "days[0].breaks[0][1]"),
    (("teams", 0, "crew"), 0, "teams[0].crew"),
    (("teams", 0, "crew"), True, "teams[0].crew"),
    (("teams", 0, "crew"), 4.0, "teams[0].crew"),
    (("teams", 0, "depot"), "mars", "teams[0].depot"),
    (("teams", 0, "shifts"), {"besok": ["07:00", "15:00"]}, "teams[0].shifts.besok"),
    (("vehicles", 0, "seats"), -1, "vehicles[0].seats"),
    (("vehicles", 0, "dates"), ["2026-13-01"], "vehicles[0].dates[0]"),
    (("kits", 0, "depot"), "mars", "kits[0].depot"),
    (("kits", 1, "id"), "K1", "kits[1].id"),
    (("depots", 0, "location"), 99, "depots[0].location"),
    (("requests", 0, "location"), 3, "requests[0].location"),
    (("requests", 0, "people"), 0, "requests[0].people"),
    (("requests", 0, "people"), "20", "requests[0].people"),
    (("requests", 0, "weight"), -0.5, "requests[0].weight"),
    (("requests", 0, "must_serve"), 1, "requests[0].must_serve"),
    (("requests", 0, "minutes_per_person"), -1, "requests[0].minutes_per_person"),
    (("requests", 0, "fixed_minutes"), 1.5, "requests[0].fixed_minutes"),
    (("requests", 0, "max_duties_per_day"), 0, "requests[0].max_duties_per_day"),
    (("requests", 0, "services"), "recording", "requests[0].services"),
    (("requests", 1, "id"), "R1", "requests[1].id"),
    (("pins", 0, "request"), "R9", "pins[0].request"),
    (("pins", 0, "date"), "2027-01-01", "pins[0].date"),
    (("pins", 0, "people"), 4, "pins[0].people"),
    (("pins", 0, "people"), 21, "pins[0].people"),
    (("travel", "minutes", 0), [0, 20], "travel.minutes"),
    (("travel", "minutes", 0, 1), "20", "travel.minutes[0][1]"),
    (("travel", "minutes", 0, 1), True, "travel.minutes[0][1]"),
    (("travel", "minutes", 0, 1), None, "travel.minutes[0][1]"),
    (("travel", "minutes", 0, 1), -1, "travel.minutes[0][1]"),
    (("travel", "minutes", 0, 1), float("nan"), "travel.minutes[0][1]"),
    (("travel", "km", 1, 1), 5, "travel.km[1][1]"),
    (("travel", "km"), [[0]], "travel.km"),
    (("travel", "locations", 0), [-7.6], "travel.locations[0]"),
    (("travel", "locations", 0, 0), 112.8, "travel.locations[0]"),
    (("objective", "cost_per_km"), float("inf"), "objective.cost_per_km"),
    (("objective", "cost_per_km"), -0.1, "objective.cost_per_km"),
    (("previous", "duties", 0, "return"), "7 pagi", "previous.duties[0].return"),
]


@pytest.mark.parametrize(("place", "value", "path"), SPOILT)
def test_one_fault(place: tuple[Any, ...], value: Any, path: str):
    found = faults(spoilt(PROBLEM, place, value))
    assert path in found
    assert all(message for message in found.values())


def test_all_faults_at_once():
    text = json.dumps(
        {**PROBLEM, "week": 7, "teams": [{}], "requests": [{**PROBLEM["requests"][0], "people": 0}]}
    )
    assert {"week", "teams[0].id", "teams[0].shifts", "requests[0].people"} <= faults(text).keys()


def test_overlapping_breaks():
    breaks = [["12:00", "13:00"], ["12:30", "14:00"]]
    assert "days[0].breaks" in faults(spoilt(PROBLEM, ("days", 0, "breaks"), breaks))


def test_an_unreadable_team_is_no_unknown_team_as_well():
    text = spoilt(PROBLEM, ("pins", 0, "team"), "T1")
    broken = json.loads(text)
    broken["teams"][0]["crew"] = 0
    assert faults(json.dumps(broken)).keys() == {"teams[0].crew"}


def test_a_key_written_twice():
    assert "kunci 'week'" in faults(TEXT.replace('"week"', '"week": "2026-W49", "week"'))[""]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "[" * 100_000])
def test_no_problem_at_all(text: str):
    assert faults(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(st.sampled_from(paths(PROBLEM)[1:]), JSON | st.integers(10**300, 10**400))
@settings(max_examples=400)
def test_never_raises_anything_else(place: tuple[Any, ...], value: Any):
    text = spoilt(copy.deepcopy(PROBLEM), place, value)
    try:
        assert isinstance(read_problem(text), Problem)
    except InvalidDocument as refusal:
        assert refusal.faults


def test_both_matrices_are_named_even_if_one_is_ragged():
    document = copy.deepcopy(PROBLEM)
    document["travel"]["minutes"][0] = [0]
    document["travel"]["km"][0][:2] = [5, -1]
    assert {"travel.minutes", "travel.km[0][0]", "travel.km[0][1]"} <= set(
        faults(json.dumps(document))
    )


def test_a_week_of_nothing_is_a_problem():
    document = copy.deepcopy(PROBLEM)
    for part in ("days", "depots", "teams", "vehicles", "kits", "requests", "pins"):
        document[part] = []
    document["previous"] = None
    document["travel"] = {"locations": [], "minutes": [], "km": []}
    problem = read_problem(json.dumps(document))
    assert problem.travel.minutes.shape == (0, 0)
    assert solve(problem, Limits(seconds=2)).plan.status == "optimal"
