"""Whatever an office does, the store stays consistent."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data.announcements import Series
from data.field_reports import FieldReport
from data.life_cycle import IllegalTransition
from data.requests import State
from data.store import Store, StoreError, open_store
from data.store.health import check_store
from tests.data.store.builders import MONDAY, NOW, letter, week_plan, week_problem

NUMBERING = {Series.ASSIGNMENT: "{nomor}/ST/{tahun}", Series.REPLY: "{nomor}/B/{tahun}"}
numbers = st.integers(1, 3)


def import_letter(store: Store, number: int, people: int) -> None:
    store.import_requests([letter(number, people=people)], "surat.xlsx", "loket", NOW)


def move(store: Store, number: int, state: State) -> None:
    store.transition(f"R{number}", state, "loket", NOW, "alasan")


def plan(store: Store, number: int, people: int) -> None:
    asked = store.open_requests("35.14")
    visits = [(f"R{number}", people)] if f"R{number}" in [r.id for r in asked] else []
    draft = store.save_draft(week_problem(*asked), week_plan(*visits), asked, NOW)
    if people % 2:
        store.approve(draft, "Kepala Bidang", NOW)
        store.publish(draft, "penerbitan", NOW, NUMBERING)


def report(store: Store, number: int, served: int) -> None:
    told = FieldReport(date=MONDAY, team="T1", request=f"R{number}", served=served)
    store.report("35.14", [told], "tim lapangan", NOW)


def close(store: Store, _number: int, _people: int) -> None:
    store.close_week("35.14", "2026-W49", "perencana", NOW)


people = st.integers(1, 60)
works = st.one_of(
    st.tuples(st.sampled_from([import_letter, plan, report, close]), numbers, people),
    st.tuples(st.just(move), numbers, st.sampled_from(State)),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(works, max_size=12))
def test_the_store_stays_healthy(work):
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"sqlite:///{Path(folder) / 'store.sqlite'}") as store,
    ):
        store.import_requests([letter(n) for n in (1, 2, 3)], "surat.xlsx", "loket", NOW)
        for act, *what in work:
            try:
                act(store, *what)
            except (StoreError, IllegalTransition):
                continue
        assert check_store(store) == ()
        assert all(request.people_left >= 0 for request in store.requests())
