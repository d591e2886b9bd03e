from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from data.field_reports import FieldReport
from data.ledgers.promises import Outcome
from flows.cli import app
from flows.ledger_steps import ledgers
from flows.report_steps import close, keep
from flows.workplace import open_workplace
from tests.flows.weeks import MONDAY, WEEK, first_letter, published_week


def run(*arguments: object) -> Result:
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["ledger", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def reported(office: Path) -> None:
    stored = published_week(people=60)
    team, request = stored.plan.duties[0].team, first_letter(stored.problem)
    keep(open_workplace(), FieldReport(date=MONDAY, team=team, request=request, served=55))


def test_a_reported_promise_is_kept(reported: None):
    told = run("promises", WEEK).output
    assert "SMAN 1 Kejayan" in told
    assert "ditepati" in told


def test_a_promise_waits_for_its_report_until_the_week_is_closed(office: Path):
    published_week()
    assert "menunggu laporan" in run("promises", WEEK).output
    close(open_workplace(), WEEK)
    assert "tidak ditepati" in run("promises", WEEK).output


def test_each_kecamatan_has_its_account(reported: None):
    lines = run("kecamatan", "2026-W50").output.splitlines()
    kejayan = next(line for line in lines if "Kejayan" in line)
    assert [cell.strip() for cell in kejayan.split("│")[2:4]] == ["120", "55"]
    assert sum("belum tercatat" in line for line in lines) == 24


@pytest.fixture
def with_cards(office: Path) -> None:
    file = office / "kantor.toml"
    text = file.read_text().replace(
        "belum_dicetak = 0", "belum_dicetak = 10\ncetak_per_minggu = 13"
    )
    file.write_text(text.replace("# [kartu.target]\n# Kejayan", "[kartu.target]\nKejayan"))


def test_cards_wait_until_they_are_printed(with_cards: None, reported: None):
    assert "65 kartu menunggu" in run("cards").output
    assert "kemampuan penuh tunggakan habis dalam 5 minggu" in run("cards").output
    assert "habis dalam 2 minggu" in run("cards", "--capacity", 40).output
    run("printed", WEEK, 65, "--by", "percetakan")
    assert run("cards").output.startswith("0 kartu")


def test_a_kecamatan_is_measured_against_its_target(with_cards: None, reported: None):
    lines = run("kecamatan", "2026-W50").output.splitlines()
    kejayan = next(line for line in lines if "Kejayan" in line)
    assert [cell.strip() for cell in kejayan.split("│")[5:7]] == ["12000", "0,5 %"]


def test_the_plan_book_of_the_next_week_has_the_ledgers(with_cards: None, reported: None):
    place = open_workplace()
    found = ledgers(place, "2026-W50")
    assert [promise.outcome for promise in found.promises[WEEK]] == [Outcome.KEPT]
    assert found.cards.waiting == 65
    assert not found.empty


def test_an_office_without_history_has_empty_ledgers(office: Path):
    assert ledgers(open_workplace(), WEEK).empty
