import datetime as dt
from itertools import pairwise

import pytest

from data.life_cycle import FOLLOWERS, STATE_NAMES, IllegalTransition, is_final, step
from data.requests import State

NOW = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)


def move(before: State, after: State, actor: str = "planner", reason: str = "surat lengkap"):  # type: ignore[no-untyped-def]
    return step("R1", before, after, actor=actor, at=NOW, reason=reason)


@pytest.mark.parametrize(
    "road",
    [
        "received clarified pending planned promised served",
        "received pending planned promised partly_served carried_over planned promised served",
        "pending planned pending",
        "promised carried_over planned",
        "served partly_served carried_over",
        "clarified refused",
        "promised withdrawn",
    ],
)
def test_lives_that_happen(road: str) -> None:
    states = [State(name) for name in road.split()]
    for before, after in pairwise(states):
        transition = move(before, after)
        assert (transition.before, transition.after) == (before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.RECEIVED, State.PLANNED),
        (State.PENDING, State.PROMISED),
        (State.PENDING, State.SERVED),
        (State.PROMISED, State.PENDING),
        (State.SERVED, State.WITHDRAWN),
        (State.WITHDRAWN, State.PENDING),
        (State.REFUSED, State.RECEIVED),
    ],
)
def test_lives_that_do_not(before: State, after: State) -> None:
    with pytest.raises(IllegalTransition, match=STATE_NAMES[before]):
        move(before, after)


def test_the_refusal_names_the_steps_there_are() -> None:
    with pytest.raises(IllegalTransition, match=r"yang mungkin: .*menunggu"):
        move(State.RECEIVED, State.SERVED)
    with pytest.raises(IllegalTransition, match="sudah akhir"):
        move(State.WITHDRAWN, State.PENDING)


def test_no_state_follows_itself_and_every_state_is_reached() -> None:
    assert all(state not in after for state, after in FOLLOWERS.items())
    reached = {State.RECEIVED}
    while grown := {after for state in reached for after in FOLLOWERS[state]} - reached:
        reached |= grown
    assert reached == set(State) == set(FOLLOWERS) == set(STATE_NAMES)


def test_only_withdrawn_and_refused_are_final() -> None:
    assert {state for state in State if is_final(state)} == {State.WITHDRAWN, State.REFUSED}


@pytest.mark.parametrize(("actor", "reason"), [(" ", "alasan"), ("planner", "")])
def test_a_step_needs_actor_and_reason(actor: str, reason: str) -> None:
    with pytest.raises(IllegalTransition, match="pelaku dan alasan"):
        move(State.RECEIVED, State.PENDING, actor, reason)


def test_a_step_needs_a_time_zone() -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(IllegalTransition, match="zona waktu"):
        step("R1", State.RECEIVED, State.PENDING, actor="planner", at=naive, reason="lengkap")
