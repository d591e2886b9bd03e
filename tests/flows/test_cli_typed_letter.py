import json
from pathlib import Path

from typer.testing import CliRunner

from flows.cli import app
from tests.flows.letters import write_letters

runner = CliRunner(env={"COLUMNS": "300"})
LETTER = {
    "institution": "SMAN 1 Kejayan",
    "kind": "sekolah",
    "kecamatan": "Kejayan",
    "people": "1.250 siswa",
    "letter-number": "421/77/2026",
    "letter-date": "16 November 2026",
    "wished": "3 Desember 2026",
}


def add(keys: str = "", **changes: str):
    options = {**LETTER, **changes}
    words = [word for name, text in options.items() for word in (f"--{name}", text) if text]
    return runner.invoke(app, ["requests", "add", *words], input=keys)


def stored() -> list[dict[str, object]]:
    listed = runner.invoke(app, ["requests", "list", "--format", "json"])
    return json.loads(listed.stdout)


def test_a_letter_typed_as_options_is_stored(office: Path):
    added = add()
    assert added.exit_code == 0, added.output
    (row,) = stored()
    assert (row["people"], row["wished_dates"]) == (1250, ["2026-12-03"])
    assert row["id"] in added.output


def test_what_must_be_known_is_asked_for(office: Path):
    added = add(keys="Kejayan\n", kecamatan="")
    assert added.exit_code == 0, added.output
    assert "Kecamatan" in added.output
    assert len(stored()) == 1


def test_every_fault_is_named_and_nothing_is_stored(office: Path):
    refused = add(people="banyak", kecamatan="Kejayen Lor")
    assert refused.exit_code == 2
    assert "Jumlah pemohon" in refused.output
    assert "Kecamatan" in refused.output
    assert stored() == []


def test_a_letter_like_another_is_shown_beside_it(office: Path):
    runner.invoke(app, ["requests", "import", str(write_letters(office))])
    added = add()
    assert added.exit_code == 0
    assert "mungkin ganda" in added.output
    assert "421/001/2026" in added.output
