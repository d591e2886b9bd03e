"""What a planner changes in the workbook is exactly what is read back."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.edits.read import read_edits
from data.edits.records import Ban, Edits, UnreadableEdits
from data.itineraries.book import WeekBook
from data.itineraries.journey import in_order
from data.itineraries.workbook import LEFT_OUT, VISITS, workbook_xlsx
from optimizer.problem import Pin
from tests.data.itineraries.sample_week import DATES, book

Change = Callable[[Workbook], None]


def edited(change: Change, printed: WeekBook | None = None, read: WeekBook | None = None) -> Edits:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "buku-kerja.xlsx"
        path.write_bytes(workbook_xlsx(printed or book()))
        workbook = load_workbook(path)
        change(workbook)
        workbook.save(path)
        return read_edits(path, read or printed or book())


def cell(name: str, value: object, row: int = 2, sheet: str = VISITS) -> Change:
    def change(workbook: Workbook) -> None:
        place = heads(workbook[sheet])[name]
        workbook[sheet].cell(row, place, value)

    return change


def heads(sheet: Worksheet) -> dict[str, int]:
    return {str(head.value): place for place, head in enumerate(sheet[1], start=1)}


def both(*changes: Change) -> Change:
    def change(workbook: Workbook) -> None:
        for each in changes:
            each(workbook)

    return change


def test_an_untouched_workbook_asks_for_nothing() -> None:
    assert edited(lambda workbook: None) == Edits()


def test_a_new_date_moves_the_visit_and_frees_the_old_date() -> None:
    (edit,) = edited(cell("Tanggal", DATES[3])).edits
    assert edit.pin == Pin("R1", DATES[3], "T1", None, None)
    assert edit.ban == Ban("R1", DATES[0])
    assert (edit.sheet, edit.row, edit.site) == (VISITS, 2, "SMAN 1 Kejayan")


@pytest.mark.parametrize("typed", ["3/12/2026", "2026-12-03", "3 Desember 2026"])
def test_a_date_may_be_typed_as_text(typed: str) -> None:
    (edit,) = edited(cell("Tanggal", typed)).edits
    assert edit.pin is not None and edit.pin.date == dt.date(2026, 12, 3)


@pytest.mark.parametrize("typed", ["Tim 6", "tim 6", "T6"])
def test_another_team_pins_that_team(typed: str) -> None:
    (edit,) = edited(cell("Tim", typed)).edits
    assert (edit.pin, edit.ban) == (Pin("R1", DATES[0], "T6", None, None), None)


def test_another_head_count_pins_the_people() -> None:
    (edit,) = edited(cell("Orang", 90)).edits
    assert edit.pin == Pin("R1", DATES[0], "T1", None, 90)


def test_keep_pins_the_visit_as_it_is() -> None:
    (edit,) = edited(cell("Tindakan (tetap/larang)", "Tetap")).edits
    assert edit.pin == Pin("R1", DATES[0], "T1", None, 110)


@pytest.mark.parametrize("change", [cell("Tindakan (tetap/larang)", "larang"), cell("Orang", 0)])
def test_forbid_or_nobody_bans_the_date(change: Change) -> None:
    (edit,) = edited(change).edits
    assert (edit.pin, edit.ban) == (None, Ban("R1", DATES[0]))


def test_a_date_for_a_request_left_out_pins_it() -> None:
    row = 2 + [left.request for left in book().plan.unserved].index("R20")
    (edit,) = edited(cell("Tanggal", DATES[2], row, LEFT_OUT)).edits
    assert edit.pin == Pin("R20", DATES[2], None, None, None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (cell("Tanggal", dt.date(2026, 12, 24)), "bukan hari rencana"),
        (cell("Tanggal", "besok"), "besok"),
        (cell("Tim", "Tim 99"), "Tim 1, Tim 2"),
        (cell("Orang", "banyak"), "bukan jumlah orang"),
        (cell("Orang", -5), "-5"),
        (cell("Tindakan (tetap/larang)", "hapus"), "'tetap' atau 'larang'"),
        (cell("Kode", "R99"), "R99"),
    ],
)
def test_a_row_not_understood_is_named_and_the_others_are_read(change: Change, says: str) -> None:
    edits = edited(both(change, cell("Orang", 50, row=3)))
    assert any(fault.row == 2 and says in str(fault) for fault in edits.faults)
    assert [edit.row for edit in edits.edits] == [3]


def test_a_deleted_row_is_no_silent_ban() -> None:
    edits = edited(lambda workbook: workbook[VISITS].delete_rows(2))
    assert edits.edits == ()
    (fault,) = edits.faults
    assert "SMAN 1 Kejayan" in str(fault) and "larang" in str(fault)


def test_rows_may_be_sorted_and_columns_moved() -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook[VISITS]
        rows = list(sheet.iter_rows(values_only=True))
        sheet.delete_rows(1, len(rows))
        for row in (rows[0], *reversed(rows[1:])):
            sheet.append([None, *reversed(row)])

    assert edited(change) == Edits()


def test_a_workbook_printed_in_english_reads_the_same() -> None:
    assert edited(lambda workbook: None, book(lang="en"), book()) == Edits()


def test_a_workbook_of_another_version_is_refused() -> None:
    with pytest.raises(UnreadableEdits, match="versi terbaru"):
        edited(lambda workbook: None, book(), book(version=4))


def test_a_missing_sheet_or_column_is_refused() -> None:
    with pytest.raises(UnreadableEdits, match=LEFT_OUT):
        edited(lambda workbook: workbook.remove(workbook[LEFT_OUT]))
    with pytest.raises(UnreadableEdits, match="kolom 'Tim'"):
        edited(lambda workbook: workbook[VISITS].delete_cols(5))


@pytest.mark.parametrize("content", [b"", b"bukan buku kerja", b"PK\x03\x04"])
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableEdits, match="rusak"):
        read_edits(path, book())


CHANGES = st.dictionaries(
    st.integers(0, 18),
    st.tuples(st.sampled_from(DATES), st.sampled_from(sorted(book().teams)), st.integers(1, 400)),
    max_size=6,
)


@given(changes=CHANGES)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_round_trip(changes: dict[int, tuple[dt.date, str, int]]) -> None:
    def change(workbook: Workbook) -> None:
        for index, (date, team, people) in changes.items():
            names = zip(
                ("Tanggal", "Tim", "Orang"), (date, book().teams[team], people), strict=True
            )
            for name, value in names:
                cell(name, value, row=index + 2)(workbook)

    visits = [(duty, stop) for duty in in_order(book()) for stop in duty.stops]
    expected = {
        index + 2: Pin(stop.request, date, team, None, people if people != stop.people else None)
        for index, (date, team, people) in changes.items()
        for duty, stop in (visits[index],)
        if (date, team, people) != (duty.date, duty.team, stop.people)
    }
    edits = edited(change)
    assert edits.faults == ()
    assert {edit.row: edit.pin for edit in edits.edits} == expected
