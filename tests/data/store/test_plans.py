import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from data.requests import State
from tests.data.store.builders import MONDAY, NOW, letter, week_plan, week_problem


def draft(store, *visits, week="2026-W49", seconds=1.0):
    asked = letter(1)
    return store.save_draft(
        week_problem(asked, week=week),
        week_plan(*visits, week=week, seconds=seconds),
        [asked],
        NOW,
        travel_note="perkiraan",
        warnings=("satu",),
    )


def test_a_draft_comes_back_as_it_was(store):
    saved = draft(store, ("R1", 40))
    found = store.latest_plan("35.14", "2026-W49")
    assert found == saved
    assert (found.version, found.state) == (1, "draft")
    assert found.problem == week_problem(letter(1))
    assert found.plan == week_plan(("R1", 40))
    assert found.requests == (letter(1),)
    assert (found.made_at, found.travel_note, found.warnings) == (NOW, "perkiraan", ("satu",))


def test_no_plan_is_none(store):
    assert store.latest_plan("35.14", "2026-W49") is None
    assert store.published_plan("35.14", "2026-W49") is None


def test_the_same_plan_again_is_the_same_version(store):
    assert draft(store, ("R1", 40)) == draft(store, ("R1", 40), seconds=9.0)


def test_another_plan_is_the_next_version(store):
    versions = [draft(store, ("R1", people)).version for people in (40, 41, 40)]
    assert versions == [1, 2, 3]
    assert [plan.version for plan in store.plan_versions("35.14", "2026-W49")] == [1, 2, 3]


def test_each_week_counts_its_own_versions(store):
    draft(store, ("R1", 40))
    assert draft(store, ("R1", 40), week="2026-W50").version == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE plan SET version = 4, version_before = 3 WHERE version = 2",
        "UPDATE plan SET version = 1, version_before = NULL WHERE version = 2",
        "UPDATE plan SET version_before = NULL WHERE version = 2",
        "DELETE FROM plan WHERE version = 1",
        "UPDATE plan SET state = 'published'",
        "UPDATE plan SET state = 'lost' WHERE version = 1",
    ],
)
def test_the_database_itself_refuses_gaps_and_two_published_plans(store, change):
    draft(store, ("R1", 40))
    draft(store, ("R1", 41))
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(text(change))


def test_sessions_held_are_the_last_published_ones(store):
    for week in ("2026-W48", "2026-W49"):
        draft(store, ("KM-35.14.06", 40), week=week)
    assert store.sessions_held("35.14", before="2026-W50") == {}
    with store.writing() as session:
        session.execute(text("UPDATE plan SET state = 'published'"))
    assert store.sessions_held("35.14", before="2026-W50") == {"35.14.06": MONDAY}
    assert store.sessions_held("35.14", before="2026-W48") == {}
    assert store.published_weeks("35.14") == ("2026-W48", "2026-W49")
    assert store.published_weeks("35.14", last=1) == ("2026-W49",)


def test_a_draft_marks_its_requests_planned_and_gives_others_back(store):
    letters = letter(1), letter(2), letter(3, state=State.CARRIED_OVER)
    store.import_requests(letters, "surat.xlsx", "loket", NOW)
    problem = week_problem(*letters)
    store.save_draft(problem, week_plan(("R1", 40), ("R3", 40)), letters, NOW)
    assert [r.state for r in store.requests()] == [State.PLANNED, State.PENDING, State.PLANNED]
    assert store.history("R1")[-1].reason == "rencana 2026-W49 versi 1"
    store.save_draft(problem, week_plan(("R2", 40), ("R3", 40)), letters, NOW)
    assert [r.state for r in store.requests()] == [State.PENDING, State.PLANNED, State.PLANNED]
    assert len(store.history("R3")) == 2
    assert len(store.open_requests("35.14")) == 3
