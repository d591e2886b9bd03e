import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.flows.tiny import tiny_problem

runner = CliRunner(env={"COLUMNS": "300"})


@pytest.fixture
def problem(tmp_path: Path) -> Path:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(tiny_problem()))
    return path


@pytest.fixture
def plan(problem: Path) -> Path:
    path = problem.with_name("plan.json")
    solved = runner.invoke(app, ["solve", str(problem), "-o", str(path), "--seconds", "5"])
    assert solved.exit_code == 0, solved.output
    return path


def test_a_solved_plan_passes_check(problem: Path, plan: Path):
    checked = runner.invoke(app, ["check", str(problem), str(plan)])
    assert checked.exit_code == 0, checked.output
    assert json.loads(plan.read_text())["duties"]


def test_check_names_every_broken_rule(problem: Path, plan: Path):
    document = json.loads(plan.read_text())
    document["score"] += 5
    document["duties"][0]["depart"] = "05:00"
    plan.write_text(json.dumps(document))
    checked = runner.invoke(app, ["check", str(problem), str(plan)])
    assert checked.exit_code == 1
    assert "2-giliran" in checked.output
    assert "skor" in checked.output


def test_a_bad_problem_is_refused_with_every_fault_and_no_plan(problem: Path):
    document = tiny_problem()
    document["teams"][0]["depot"] = "bulan"
    document["requests"][0]["people"] = -1
    problem.write_text(json.dumps(document))
    output = problem.with_name("plan.json")
    solved = runner.invoke(app, ["solve", str(problem), "-o", str(output)])
    assert solved.exit_code == 2
    assert "teams[0].depot" in solved.output
    assert "requests[0].people" in solved.output
    assert not output.exists()


def test_pins_that_cannot_be_met_are_refused(problem: Path):
    document = tiny_problem()
    document["pins"] = [{"request": "R1", "date": "2026-12-01", "team": "T1"}]
    document["teams"][0]["shifts"].pop("2026-12-01")
    problem.write_text(json.dumps(document))
    output = problem.with_name("plan.json")
    solved = runner.invoke(app, ["solve", str(problem), "-o", str(output), "--seconds", "5"])
    assert solved.exit_code == 2
    assert "pins[0]" in solved.output
    assert not output.exists()


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff", b"[1]", b"null"])
def test_an_unreadable_problem_leaves_with_2(tmp_path: Path, content: bytes | None):
    path = tmp_path / "problem.json"
    if content is not None:
        path.write_bytes(content)
    solved = runner.invoke(app, ["solve", str(path), "-o", str(tmp_path / "plan.json")])
    assert solved.exit_code == 2
    assert not (tmp_path / "plan.json").exists()


def test_an_unreadable_plan_leaves_with_2(problem: Path):
    checked = runner.invoke(app, ["check", str(problem), str(problem)])
    assert checked.exit_code == 2
    assert "format" in checked.output


def test_a_plan_that_cannot_be_written_is_said_so(problem: Path, tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.touch()
    arguments = ["solve", str(problem), "-o", str(blocked / "plan.json"), "--seconds", "2"]
    solved = runner.invoke(app, arguments)
    assert solved.exit_code == 2
    assert "tidak bisa dipakai" in solved.output
