from pathlib import Path

from tests.flows.commands import run
from tests.flows.weeks import WEEK, saved_draft


def test_approve_publish_and_the_outbox(office: Path, prefect_api: str):
    saved_draft()
    refused = run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert refused.returncode == 1
    assert "belum disetujui" in refused.stderr

    said = run("approve", WEEK, "--by", "Kepala Bidang")
    assert said.returncode == 0, said.stderr
    assert "2026-W49/1" in said.stdout

    published = run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert published.returncode == 0, published.stderr
    assert "resmi" in published.stdout

    listed = run("outbox", "list", WEEK)
    assert "SMAN 1 Kejayan" in listed.stdout
    assert run("outbox", "done", "1", "--by", "loket").returncode == 0
    assert run("outbox", "done", "99", "--by", "loket").returncode == 1


def test_an_approval_names_somebody_and_a_plan(office: Path):
    saved_draft()
    assert run("approve", WEEK).returncode == 2
    assert run("approve", WEEK, "--by", " ").returncode == 1
    assert run("approve", "minggu ini", "--by", "Kepala Bidang").returncode == 2
    assert run("approve", "2026-W50", "--by", "Kepala Bidang").returncode == 1
