"""A paper that fails is told in a sentence: which paper, why, and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.itineraries import papers as desk
from data.itineraries.book import WeekBook
from data.itineraries.pages import TEMPLATES
from data.itineraries.papers import papers
from tests.data.itineraries.sample_week import book

PYTHON = ("Error(", "Error:", "KeyError", "repr", "Traceback", "{'", "('")


def told(week: WeekBook) -> dict[str, str]:
    faults = {fault.path: str(fault) for fault in papers(week).faults}
    assert not [text for text in faults.values() if any(word in text for word in PYTHON)]
    return faults


def one_duty() -> WeekBook:
    week = book()
    return replace(week, plan=replace(week.plan, duties=week.plan.duties[:1]))


def test_a_duty_without_its_record_names_the_record() -> None:
    week = one_duty()
    vehicles = {key: name for key, name in week.vehicles.items() if key != "V1"}
    (message,) = told(replace(week, vehicles=vehicles)).values()
    assert message == (
        "Tugas 2026-11-30-T1 tidak dapat dicetak: data V1 tidak ada pada minggu ini. "
        "Periksa surat dan armada, lalu buat rencana minggu ini lagi."
    )


def test_an_offices_own_template_that_does_not_compile_is_named(tmp_path: Path) -> None:
    for name in ("letterhead.typ", "task_letter.typ"):
        (tmp_path / name).write_text((TEMPLATES / name).read_text("utf-8"), "utf-8")
    (tmp_path / "task_letter.typ").write_text("#nomor-surat", "utf-8")
    message = told(replace(one_duty(), letter_templates=tmp_path))["surat/tugas-2026-11-30-T1.pdf"]
    assert message.startswith("Surat (surat/tugas-2026-11-30-T1.pdf) tidak dapat dicetak: ")
    assert "unknown variable: nomor-surat" in message
    assert "Perbaiki templat surat" in message


def test_a_bug_says_whom_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(week: WeekBook) -> str:
        return week.teams["T1"][99]

    monkeypatch.setattr(desk, "plan_book_html", broken)
    assert told(one_duty()) == {
        "buku-rencana.html": (
            "Buku rencana (buku-rencana.html) tidak dapat dicetak: ada galat program "
            "(IndexError). Kirimkan problem.json dan plan.json minggu ini kepada pengelola "
            "aplikasi; kertas lainnya tetap dapat dipakai."
        )
    }
