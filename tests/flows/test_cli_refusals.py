"""No command ends in a traceback where the installation, a file or the record refuses."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app

runner = CliRunner()
COMMANDS = (
    ("requests", "list"),
    ("db", "check"),
    ("export", "2026-W49", "-o", "problem.json"),
    ("outbox", "list", "2026-W49"),
)


def refused(*command: str) -> str:
    ended = runner.invoke(app, command)
    assert ended.exit_code in (1, 2), ended.output
    assert isinstance(ended.exception, SystemExit), ended.exception
    return ended.output


@pytest.mark.parametrize("command", COMMANDS)
def test_a_bad_office_file_or_database(office: Path, command: tuple[str, ...], monkeypatch):
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", "postgresql://127.0.0.1:1/kantor")
    refused(*command)
    monkeypatch.delenv("JEMPUTBOLA_DATABASE_URL")
    if command[0] != "db":
        (office / "kantor.toml").write_text("nama = ")
        assert "tidak terbaca" in refused(*command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_none(office: Path, tmp_path: Path, command: tuple[str, ...], monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("JEMPUTBOLA_VAR", str(tmp_path / "file" / "var"))
    assert "tidak bisa" in refused(*command)


def test_a_setting_that_is_no_number_is_named(office: Path, monkeypatch):
    monkeypatch.setenv("JEMPUTBOLA_SOLVE_SECONDS", "abc")
    assert "JEMPUTBOLA_SOLVE_SECONDS" in refused("requests", "list")


def test_a_regency_without_its_places_is_refused(office: Path):
    file = office / "kantor.toml"
    file.write_text(file.read_text().replace('kode_wilayah = "35.14"', 'kode_wilayah = "35.07"'))
    assert "kode_wilayah" in refused("requests", "list")
