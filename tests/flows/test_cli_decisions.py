from pathlib import Path

from typer.testing import CliRunner, Result

from flows.cli import app
from tests.flows import commands
from tests.flows.weeks import WEEK, saved_draft


def run(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, arguments)


def test_approve_publish_and_the_outbox(office: Path, prefect_api: str):
    saved_draft()
    refused = commands.run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert refused.returncode == 1
    assert "belum disetujui" in refused.stderr

    said = run("approve", WEEK, "--by", "Kepala Bidang")
    assert said.exit_code == 0, said.output
    assert "2026-W49/1" in said.output

    published = commands.run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert published.returncode == 0, published.stderr
    assert "resmi" in published.stdout

    listed = run("outbox", "list", WEEK)
    assert "SMAN 1 Kejayan" in " ".join(listed.output.split())
    assert run("outbox", "done", "1", "--by", "loket").exit_code == 0
    assert run("outbox", "done", "99", "--by", "loket").exit_code == 1


def test_an_approval_names_somebody_and_a_plan(office: Path):
    saved_draft()
    assert run("approve", WEEK).exit_code == 2
    assert run("approve", WEEK, "--by", " ").exit_code == 2
    assert run("approve", "minggu ini", "--by", "Kepala Bidang").exit_code == 2
    assert run("approve", "2026-W50", "--by", "Kepala Bidang").exit_code == 1
