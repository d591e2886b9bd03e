import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from data.toptw.referee import faults_of
from flows.cli import app
from tests.data.toptw.library import instance_text

runner = CliRunner(env={"COLUMNS": "300"})


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    path = tmp_path / "s7.txt"
    path.write_text(instance_text(seed=7, customers=3, horizon=300, width=100))
    return path


def test_an_answer_is_told_and_written(instance: Path, tmp_path: Path):
    written = tmp_path / "out.json"
    asked = ["benchmark", "toptw", str(instance), "-m", "2", "--seconds", "2", "-o", str(written)]
    ran = runner.invoke(app, asked)
    assert ran.exit_code == 0, ran.output
    answer = json.loads(written.read_text())
    assert set(answer) == {"instance", "vehicles", "profit", "bound", "routes", "seconds"}
    assert (answer["instance"], answer["vehicles"]) == ("s7", 2)
    assert 0 < answer["profit"] <= answer["bound"]
    assert f"nilai {answer['profit']:g}, batas {answer['bound']:g}" in ran.output


def test_a_file_that_cannot_be_read_leaves_with_2(instance: Path):
    instance.write_text(instance.read_text().replace("50.00", "timur", 1))
    ran = runner.invoke(app, ["benchmark", "toptw", str(instance), "-m", "1"])
    assert ran.exit_code == 2
    assert "baris 3: koordinat 'timur'" in ran.output


def test_no_vehicle_is_refused(instance: Path):
    assert runner.invoke(app, ["benchmark", "toptw", str(instance), "-m", "0"]).exit_code == 2


def test_an_answer_that_the_referee_refuses_leaves_with_1(
    instance: Path, monkeypatch: pytest.MonkeyPatch
):
    def strict(*asked: object) -> list[str]:
        return ["rute 0: terlambat"]

    monkeypatch.setattr(f"{faults_of.__module__}.faults_of", strict)
    ran = runner.invoke(app, ["benchmark", "toptw", str(instance), "-m", "1", "--seconds", "1"])
    assert ran.exit_code == 1
    assert "terlambat" in ran.output
