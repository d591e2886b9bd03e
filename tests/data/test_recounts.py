import pytest

from data.life_cycle import FOLLOWERS
from data.recounts import recounted
from data.requests import State
from tests.data.store.builders import letter


def states(state, people, served):
    asked = letter(people=people, state=state)
    return [step.state for step in recounted(asked, served)]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize(("people", "left"), [(100, 40), (60, 0), (50, 0)])
def test_every_step_is_legal_and_counts_those_left(state, people, left):
    stands = state
    for step in recounted(letter(people=people, state=state), served=60):
        assert step.state is stands or step.state in FOLLOWERS[stands]
        assert step.people_left == left
        stands = step.state


def test_a_draft_gives_a_letter_back_before_it_is_served():
    assert states(State.PLANNED, 60, 60) == [State.CARRIED_OVER, State.SERVED]


def test_a_served_letter_that_grows_waits_again():
    assert states(State.SERVED, 61, 60) == [State.PARTLY_SERVED, State.CARRIED_OVER]


@pytest.mark.parametrize("state", [State.CARRIED_OVER, State.PARTLY_SERVED])
def test_leftovers_that_are_no_more_are_served(state):
    assert states(state, 60, 60) == [State.SERVED]


@pytest.mark.parametrize("state", [State.PROMISED, State.WITHDRAWN, State.REFUSED])
def test_a_promise_and_a_closed_life_stay(state):
    assert states(state, 60, 60) == [state]
    assert states(state, 90, 60) == [state]
