"""Letters: right facts, blanks where nothing is known, the office's own templates first."""

from dataclasses import replace
from pathlib import Path

import pypdfium2

from data.itineraries.book import Signatory, WeekBook
from data.itineraries.journey import in_order, journey
from data.itineraries.official_letters import answered, reply_pdf, task_letter_pdf
from data.itineraries.pages import TEMPLATES
from tests.data.itineraries.sample_week import book


def text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def task_letter(week: WeekBook, number: int = 1) -> str:
    return text(task_letter_pdf(week, journey(week, in_order(week)[number])))


def test_surat_tugas_says_on_what_basis_who_does_what_where_and_when() -> None:
    letter = task_letter(book())
    for fact in ("SURAT TUGAS", "Dasar", "MENUGASKAN", "Petugas Tim 2, 4 orang", "SMAN 1 Bangil"):
        assert fact in letter
    assert "Senin, 30 November 2026" in letter and "06.40 – 14.04 WIB" in letter
    assert "Surat SMAN 1 Bangil nomor 005/112/35.14/2026" in letter


def test_without_a_number_number_and_date_stay_blank() -> None:
    letter = task_letter(book())
    assert "NOMOR ......" in letter
    assert "26 November 2026" not in letter


def test_number_and_signatory_come_from_register_and_configuration() -> None:
    office = replace(
        book().office,
        place="Bangil",
        signatory=Signatory("Kepala Dinas", "NAMA", "Pembina Utama Muda", "19700101"),
        copies=("Bupati Pasuruan",),
    )
    letter = task_letter(book(office=office, letter_numbers={"2026-11-30-T2": "800/17/2026"}))
    assert "NOMOR 800/17/2026" in letter and "Bangil, 26 November 2026" in letter
    for fact in ("NAMA", "Pembina Utama Muda", "NIP 19700101", "Tembusan: 1. Bupati Pasuruan"):
        assert fact in letter


def test_reply_to_a_site_partly_served() -> None:
    letter = text(reply_pdf(book(), "R12"))
    for fact in ("07.30 – 10.00 WIB", "60 Tim 2", "215 orang lainnya", "Mohon disiapkan"):
        assert fact in letter
    assert "Tidak ada tim yang bebas" in letter


def test_reply_to_a_site_not_visited_gives_the_reason_and_what_helps() -> None:
    letter = text(reply_pdf(book(), "R20"))
    assert "92 orang belum dapat kami layani" in letter
    assert "Tidak ada tim yang bebas" in letter and "Hal yang dapat membantu" in letter
    assert "Petugas kami akan datang" not in letter


def test_remedies_follow_the_letter() -> None:
    week = book()
    undivided = week.requests["R20"].model_copy(update={"split_allowed": False})
    letter = text(reply_pdf(book(requests={**week.requests, "R20": undivided}), "R20"))
    assert "dibagi dalam beberapa hari" in letter
    assert "dibagi dalam beberapa hari" not in text(reply_pdf(week, "R20"))


def test_the_offices_own_sessions_get_no_reply() -> None:
    assert "R1" in answered(book()) and "R21" not in answered(book())


def test_a_draft_says_so() -> None:
    assert "BELUM TERBIT" in task_letter(book())
    assert "BELUM TERBIT" not in task_letter(book(state="published"))


def test_the_offices_own_template_comes_first(tmp_path: Path) -> None:
    head = (TEMPLATES / "letterhead.typ").read_text("utf-8")
    (tmp_path / "letterhead.typ").write_text(head, "utf-8")
    own = '#import "letterhead.typ": *\nSurat kami untuk #data.team'
    (tmp_path / "task_letter.typ").write_text(own, "utf-8")
    assert task_letter(book(letter_templates=tmp_path)) == "Surat kami untuk Tim 2"
    assert "Petugas kami akan datang" in text(reply_pdf(book(letter_templates=tmp_path), "R12"))
