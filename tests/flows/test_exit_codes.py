"""The table of exit codes in flows/README.md, command by command."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from flows.cli import app

DONE = (
    "requests list",
    "export 2026-W49 -o problem.json",
    "ledger cards",
    "ledger kecamatan 2026-W49",
    "db upgrade",
    "db check",
    "db backup cadangan.db",
)
REFUSED = (
    "approve 2026-W49 --by loket",
    "outbox list 2026-W49",
    "outbox done 99 --by loket",
    "requests show tiada",
    "requests withdraw tiada --by loket --reason batal",
    "requests clarify tiada --by loket --reason jelas",
    "report form 2026-W49 -o formulir.xlsx",
    "report add --date 2026-11-30 --team T1 --request tiada --served 1",
    "report missing 2026-W49",
    "db backup kantor/kantor.toml",
)
BAD_INPUT = (
    "week 2026-W54",
    "approve 2026-W49 --by ' '",
    "publish minggu-ini",
    "replan 2026-W54",
    "close 2026-W54",
    "regencies 2026-W54",
    "serve --port 1",
    "automate",
    "export 2026-W54 -o problem.json",
    "solve tiada.json -o plan.json",
    "check tiada.json plan.json",
    "requests gather tiada.csv",
    "requests import tiada.csv",
    "requests add --institution SMA --kind sekolah --kecamatan Entah --people banyak",
    "requests list --state hilang",
    "requests show",
    "requests withdraw tiada --by loket --reason ' '",
    "requests clarify tiada --by ' ' --reason jelas",
    "outbox list minggu-ini",
    "outbox done satu --by loket",
    "report form 2026-W54 -o formulir.xlsx",
    "report import tiada.xlsx",
    "report add --date 2026-11-30 --team T1 --request R1 --served 1 --failed 1",
    "report missing 2026-W54",
    "ledger promises 2026-W54",
    "ledger kecamatan 2026-W54",
    "ledger cards --capacity -1",
    "ledger printed 2026-W49 -- -1 --by loket",
    "db upgrade sekarang",
    "db backup",
    "db restore tiada.db",
    "db check semua",
    "benchmark toptw tiada.txt -m 1",
)


@pytest.mark.parametrize(("code", "lines"), enumerate((DONE, REFUSED, BAD_INPUT)))
def test_commands_end_as_the_table_says(
    office: Path, monkeypatch: pytest.MonkeyPatch, code: int, lines: tuple[str, ...]
):
    monkeypatch.chdir(office.parent)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    codes = {line: CliRunner().invoke(app, shlex.split(line)).exit_code for line in lines}
    assert codes == dict.fromkeys(lines, code)


def names(command: Any, before: str = "") -> Iterator[str]:
    for name, each in getattr(command, "commands", {}).items():
        yield from names(each, f"{before}{name} ")
    if not hasattr(command, "commands"):
        yield before


def test_every_command_refuses_some_input():
    commands = {*names(typer.main.get_command(app))}
    assert len(commands) > 1
    assert [c for c in commands if not any(f"{line} ".startswith(c) for line in BAD_INPUT)] == []
