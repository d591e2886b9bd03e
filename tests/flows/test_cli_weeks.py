from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from flows.cli import app
from optimizer.problem_file import read_problem
from tests.flows.letters import write_letters

runner = CliRunner(env={"COLUMNS": "300"})


def test_export_writes_the_problem_of_what_is_stored(office: Path, tmp_path: Path):
    target = tmp_path / "problem.json"
    exported = runner.invoke(app, ["export", "2026-W49", "-o", str(target)])
    assert exported.exit_code == 0, exported.output
    problem = read_problem(target.read_text())
    assert [request.kind for request in problem.requests] == ["kenduren_mas"] * 24


def test_a_week_that_is_none_is_refused(office: Path, tmp_path: Path):
    target = tmp_path / "problem.json"
    for week in ("2026-49", "2026-W54", "minggu depan"):
        refused = runner.invoke(app, ["export", week, "-o", str(target)])
        assert refused.exit_code == 2
    assert not target.exists()


def test_faults_of_the_office_file_are_named(office: Path, tmp_path: Path):
    file = office / "kantor.toml"
    file.write_text(file.read_text().replace('nama_zona = "WIB"', ""))
    refused = runner.invoke(app, ["export", "2026-W49", "-o", str(tmp_path / "problem.json")])
    assert refused.exit_code == 2
    assert "nama_zona: belum diisi" in refused.output


def test_the_database_of_the_environment_is_used(office: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", f"sqlite:///{tmp_path / 'other.db'}")
    write_letters(office)
    exported = runner.invoke(app, ["export", "2026-W49", "-o", str(tmp_path / "problem.json")])
    assert exported.exit_code == 0, exported.output
    assert (tmp_path / "other.db").is_file()


def test_a_folder_without_its_book_is_no_success(tmp_path: Path, capsys):
    from flows.cli.weeks import _show_papers

    (tmp_path / "lembar-tugas.pdf").touch()
    with pytest.raises(typer.Exit) as ended:
        _show_papers(tmp_path)
    assert ended.value.exit_code == 1
    told = capsys.readouterr()
    assert "lembar-tugas.pdf" in told.out
    assert "buku-rencana.html" in told.err
