import datetime as dt

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from data.life_cycle import IllegalTransition
from data.requests import State
from data.store import Store, StoreError, open_store
from tests.data.store.builders import NOW, SITE, letter


def keep(store: Store, *letters):
    return store.import_requests(letters, "surat.xlsx", "loket", NOW)


def test_a_new_letter_is_kept_as_it_is(store):
    asked = letter(
        wished_dates=(dt.date(2026, 12, 1),), services=frozenset({"recording", "printing"})
    )
    assert keep(store, asked).new == ("R1",)
    assert store.request("R1") == asked
    assert store.open_requests("35.14") == (asked,)


def test_the_same_import_again_changes_nothing(store):
    keep(store, letter(1), letter(2))
    report = keep(store, letter(1), letter(2))
    assert report.same == ("R1", "R2")
    assert not report.new and not report.changed
    assert len(store.history("R1")) == 1


def test_a_changed_row_updates_its_request_and_keeps_the_history(store):
    keep(store, letter(people=90))
    assert keep(store, letter(people=120)).changed == ("R1",)
    assert store.request("R1").people_left == 120
    first, second = store.history("R1")
    assert (first.from_state, first.to_state) == (None, State.PENDING)
    assert second.changes["people"] == (90, 120)
    assert second.actor == "loket"
    assert second.at == NOW


def test_a_changed_letter_keeps_those_served_and_the_state(store):
    keep(store, letter(people=90))
    keep(store, letter(2, people=90, people_left=30, state=State.CARRIED_OVER))
    keep(store, letter(2, people=100))
    after = store.request("R2")
    assert (after.people_left, after.state) == (40, State.CARRIED_OVER)


def test_a_letter_that_shrinks_below_those_served_has_nobody_left(store):
    keep(store, letter(people=90, people_left=30))
    keep(store, letter(people=50))
    assert store.request("R1").people_left == 0
    assert store.open_requests("35.14") == ()


def test_one_letter_for_two_sites_is_two_requests(store):
    other = letter(2, letter_number="421/1/2026")
    assert keep(store, letter(1), other).new == ("R1", "R2")


def test_the_same_letter_and_site_under_another_id_is_shown_not_stored(store):
    keep(store, letter(1))
    twin = letter(1).model_copy(update={"id": "R9", "letter_number": " 421/1/2026 "})
    report = keep(store, twin)
    assert [(c.id, c.stored_id) for c in report.clashes] == [("R9", "R1")]
    assert [request.id for request in store.requests()] == ["R1"]


def test_letters_without_number_never_clash(store):
    report = keep(store, letter(1, letter_number=None), letter(2, letter_number=None))
    assert report.new == ("R1", "R2")


def test_the_database_itself_refuses_a_second_request_for_letter_and_site(store):
    keep(store, letter(1), letter(2))
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(
            text("UPDATE request SET letter = '421/1/2026', site = :s WHERE id = 'R2'"),
            {"s": f"{SITE.kecamatan_code}/sman 1 contoh"},
        )


@pytest.mark.parametrize("change", ["UPDATE history SET actor = 'x'", "DELETE FROM history"])
def test_the_history_can_only_grow(store, change):
    keep(store, letter(1))
    with pytest.raises(DBAPIError, match="append-only"), store.writing() as session:
        session.execute(text(change))


def test_an_unknown_request_is_named(store):
    with pytest.raises(StoreError, match="R7"):
        store.request("R7")


def test_the_store_outlives_its_process(url):
    with open_store(url) as store:
        keep(store, letter(1))
    with open_store(url) as store:
        assert store.request("R1") == letter(1)


def test_a_legal_step_moves_the_request_and_is_kept(store):
    keep(store, letter(1))
    store.transition("R1", State.WITHDRAWN, "loket", NOW, "surat ditarik sekolah")
    assert store.request("R1").state is State.WITHDRAWN
    assert store.open_requests("35.14") == ()
    last = store.history("R1")[-1]
    assert (last.from_state, last.to_state) == (State.PENDING, State.WITHDRAWN)
    assert (last.actor, last.reason, last.changes) == ("loket", "surat ditarik sekolah", {})


@pytest.mark.parametrize(("to", "reason"), [(State.SERVED, "x"), (State.WITHDRAWN, " ")])
def test_an_illegal_step_leaves_no_trace(store, to, reason):
    keep(store, letter(1))
    with pytest.raises(IllegalTransition):
        store.transition("R1", to, "loket", NOW, reason)
    assert store.request("R1") == letter(1)
    assert len(store.history("R1")) == 1


def test_a_step_to_where_it_stands_is_no_step(store):
    keep(store, letter(1))
    store.transition("R1", State.PENDING, "loket", NOW, "lagi")
    assert len(store.history("R1")) == 1


def test_open_requests_are_those_of_one_regency(store):
    there = SITE.model_copy(update={"kecamatan_code": "35.07.06", "kecamatan": "Turen"})
    note = 'tulis "kecamatan_code":"35.07.06" di sini'
    keep(store, letter(1, note=note), letter(2, site=there), letter(3, people_left=0))
    assert [request.id for request in store.open_requests("35.14")] == ["R1"]
    assert [request.id for request in store.open_requests("35.07")] == ["R2"]
    assert store.open_requests("35.1") == store.open_requests("35_14") == ()


def test_why_letters_were_withdrawn_is_told_once_each(store):
    keep(store, letter(1), letter(2), letter(3))
    store.transition("R1", State.WITHDRAWN, "loket", NOW, "ujian sekolah")
    store.transition("R2", State.REFUSED, "loket", NOW, "di luar wilayah")
    assert store.withdrawals(["R1", "R2", "R3"]) == {"R1": "ujian sekolah"}
    assert store.withdrawals(["R3"]) == {}
