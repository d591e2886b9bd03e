import sqlite3
from pathlib import Path

from typer.testing import CliRunner

from flows.cli import app
from tests.flows.letters import ROWS, write_letters

runner = CliRunner(env={"COLUMNS": "300"})


def db(*arguments: object):
    return runner.invoke(app, ["db", *map(str, arguments)])


def test_upgrade_makes_the_newest_schema_and_check_finds_it_sound(office: Path):
    assert "kosong" in db("upgrade").output
    assert "kosong" not in db("upgrade").output
    assert db("check").exit_code == 0


def test_a_backup_fills_an_empty_store(office: Path, tmp_path: Path, monkeypatch):
    runner.invoke(app, ["requests", "import", str(write_letters(office))])
    backup = tmp_path / "cadangan.db"
    assert db("backup", backup).exit_code == 0
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", f"sqlite:///{tmp_path / 'baru.db'}")
    restored = db("restore", backup)
    assert restored.exit_code == 0, restored.output
    listed = runner.invoke(app, ["requests", "list"])
    assert f"{len(ROWS)} permohonan" in listed.output


def test_what_would_lose_something_is_refused(office: Path):
    (office / "ada.db").touch()
    assert db("backup", office / "ada.db").exit_code == 1


def test_check_names_what_is_wrong(office: Path, tmp_path: Path):
    runner.invoke(app, ["requests", "import", str(write_letters(office))])
    with sqlite3.connect(tmp_path / "var/jemputbola.db") as connection:
        connection.execute("UPDATE request SET people_left = people_left + 1")
    checked = db("check")
    assert checked.exit_code == 1
    assert checked.output.count("tidak cocok") == len(ROWS)
