from pathlib import Path

import pytest

from config.settings import Settings
from data.requests import State
from data.store import Store, StoredPlan, StoreError, open_store
from tests.flows.weeks import MONDAY, WEEK, first_letter, saved_draft

pytestmark = pytest.mark.usefixtures("prefect_server")


def store() -> Store:
    return open_store(Settings().store_url)


def approved(people: int = 60) -> StoredPlan:
    from flows.plan_decisions import approve
    from flows.workplace import open_workplace

    stored = saved_draft(people)
    approve(open_workplace(), stored, "Kepala Bidang")
    return stored


def publish(name: str = WEEK) -> Path:
    from flows.forms import PublicationForm
    from flows.publish import publish_plan

    return Path(publish_plan(PublicationForm(plan=name)))


def test_without_approval_nothing_is_published(office: Path):
    saved_draft()
    with pytest.raises(StoreError, match="belum disetujui"):
        publish()
    with store() as opened:
        assert opened.published_plan("35.14", WEEK) is None
        assert opened.messages("35.14", WEEK) == ()


def test_a_new_draft_does_not_inherit_an_approval(office: Path):
    approved()
    saved_draft(people=61)
    with pytest.raises(StoreError, match="2026-W49/2 belum disetujui"):
        publish()
    assert publish(f"{WEEK}/1").is_dir()


def test_a_publication_promises_prints_and_lists_whom_to_tell(office: Path):
    from prefect.client.orchestration import get_client

    stored = approved()
    folder = publish()
    assert folder.name == f"{WEEK}-terbit"
    assert (folder / "lembar-tugas.pdf").is_file()
    assert "Terbit" in (folder / "buku-rencana.html").read_text()
    with store() as opened:
        request = opened.request(first_letter(stored.problem))
        messages = opened.messages("35.14", WEEK)
    assert (request.state, request.promised_dates) == (State.PROMISED, (MONDAY,))
    assert messages[0].number == f"800.1.11.1/1/424.082/{stored.made_at.year}"
    with get_client(sync_client=True) as client:
        newest = {one.key: one for one in client.read_latest_artifacts()}
    assert "SMAN 1 Kejayan" in str(newest["pesan-2026-w49"].data)


def test_publishing_again_prints_again_and_owes_nothing_more(office: Path):
    approved()
    folder = publish()
    with store() as opened:
        before = opened.messages("35.14", WEEK)
    (folder / "lembar-tugas.pdf").unlink()
    assert publish() == folder
    assert (folder / "lembar-tugas.pdf").is_file()
    with store() as opened:
        assert opened.messages("35.14", WEEK) == before


def test_people_promised_are_not_asked_for_in_another_week(office: Path):
    from flows.week_steps import gather_requests
    from flows.workplace import open_workplace

    stored = approved(people=60)
    publish()
    asked = first_letter(stored.problem)
    left = {
        week: {r.id: r.people_left for r in gather_requests(open_workplace(), week)}
        for week in (WEEK, "2026-W50")
    }
    assert (left[WEEK][asked], left["2026-W50"][asked]) == (120, 60)
