import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.field_reports import FieldReport
from data.letters import UnreadableLetters
from data.return_forms import read_return_form, return_form_xlsx
from optimizer.plan import Duty, Plan, Stop
from tests.data.builders import MONDAY, WEEK

TEAMS = {"T1": "Tim 1", "T5@4-2": "Tim 5 (4 petugas)"}
TODAY = dt.date(2026, 12, 4)
HEAD = "Tanggal;Tim;Permohonan;Terlayani;Tidak hadir;Gagal;Sebab gagal;Mulai;Selesai\n"


def plan() -> Plan:
    stops = tuple(Stop(f"R{n}", 460 + n, 460 + n, 500 + n, 30 + n) for n in (1, 2))
    return Plan(
        WEEK,
        "feasible",
        0,
        0.0,
        None,
        1.0,
        (
            Duty(MONDAY, "T5@4-2", "V1", ("K1",), stops[:1], 420, 740, 31.0),
            Duty(MONDAY, "T1", "V2", ("K2",), stops[1:], 420, 740, 31.0),
        ),
    )


def filled(path: Path, *rows: dict[str, object]) -> Path:
    book = load_workbook(BytesIO(return_form_xlsx(plan(), {"R1": "=SMAN 1"}, TEAMS)))
    sheet = book.worksheets[0]
    titles = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for title, value in row.items():
            sheet.cell(number, titles[title], value)
    book.save(path)
    return path


def typed(path: Path, *rows: str):
    path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    return read_return_form(path, TEAMS, TODAY)


def test_the_form_lists_every_visit_and_evaluates_nothing():
    sheet = load_workbook(BytesIO(return_form_xlsx(plan(), {"R1": "=SMAN 1"}, TEAMS))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, max_col=5, values_only=True))
    assert [row[1:] for row in rows] == [
        ("Tim 1", "R2", "R2", 32),
        ("Tim 5 (4 petugas)", "R1", "=SMAN 1", 31),
    ]
    assert sheet["D3"].data_type == "s"


def test_an_empty_form_reports_nothing(tmp_path):
    form = read_return_form(filled(tmp_path / "form.xlsx"), TEAMS, TODAY)
    assert (form.reports, form.faults) == ((), ())


def test_a_filled_form_comes_back_as_reports(tmp_path):
    path = filled(
        tmp_path / "form.xlsx",
        {"Terlayani": 20, "Tidak hadir": 10, "Gagal": 2, "Sebab gagal": "iris tidak terbaca"},
        {"Terlayani": 31, "Mulai": dt.time(8, 15), "Selesai": "10.40 WIB"},
    )
    assert read_return_form(path, TEAMS, TODAY).reports == (
        FieldReport(
            date=MONDAY,
            team="T1",
            request="R2",
            served=20,
            absent=10,
            failed=2,
            reason="iris tidak terbaca",
        ),
        FieldReport(
            date=MONDAY,
            team="T5@4-2",
            request="R1",
            served=31,
            started=dt.time(8, 15),
            ended=dt.time(10, 40),
        ),
    )


def test_a_csv_may_name_the_team_by_its_id(tmp_path):
    form = typed(tmp_path / "form.csv", "30 November 2026;t1;R2;20;;;;;")
    assert [report.stop for report in form.reports] == [(MONDAY, "T1", "R2")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("kemarin dulu;T1;R2;20;;;;;", "baris 2, kolom 'Tanggal'"),
        ("30/11/2026;T9;R2;20;;;;;", "tim 'T9' tidak dikenal"),
        ("30/11/2026;T1;;20;;;;;", "kolom 'Permohonan': belum diisi"),
        ("30/11/2026;T1;R2;banyak;;;;;", "'banyak' bukan jumlah orang"),
        ("30/11/2026;T1;R2;-5;;;;;", "kolom 'Terlayani'"),
        ("30/11/2026;T1;R2;20;;3;;;", "tulis sebabnya"),
        ("30/11/2026;T1;R2;20;;;;25.00;", "'25.00' bukan jam"),
        ("30/11/2026;T1;R2;20;;;;pagi;", "'pagi' bukan jam"),
        ("30/11/2026;T1;R2;20;;;;10.00;09.00", "jam selesai harus sesudah jam mulai"),
        ("30/11/2026;T1;R2;20;;1;3514012345678901;;", "kolom 'Sebab gagal'"),
    ],
)
def test_each_fault_is_named_with_its_place(tmp_path, row, fault):
    form = typed(tmp_path / "form.csv", row, "30/11/2026;T1;R2;20;;;;;")
    assert any(fault in str(found) for found in form.faults), form.faults
    assert len(form.reports) == 1


def test_missing_columns_are_one_fault(tmp_path):
    path = tmp_path / "form.csv"
    path.write_text("Tanggal;Tim\n30/11/2026;T1\n")
    (fault,) = read_return_form(path, TEAMS, TODAY).faults
    assert "Permohonan, Terlayani" in str(fault)


def test_a_file_that_is_no_form_is_refused(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"PK\x03\x04rusak")
    with pytest.raises(UnreadableLetters):
        read_return_form(path, TEAMS, TODAY)


def test_of_two_crews_with_one_name_the_planned_one_is_meant(tmp_path):
    path = tmp_path / "form.csv"
    path.write_text(f"{HEAD}2026-11-30;Tim 5 (4 petugas);R1;20;;;;;\n", encoding="utf-8")
    crews = {"T5@4-2": "Tim 5 (4 petugas)", "T5@4-1": "Tim 5 (4 petugas)"}
    for crew in crews:
        form = read_return_form(path, crews, TODAY, {(MONDAY, crew, "R1")})
        assert [report.team for report in form.reports] == [crew]
