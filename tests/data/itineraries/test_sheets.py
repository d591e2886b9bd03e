import pytest
from openpyxl.workbook import Workbook

from data.itineraries.sheets import Column, add_table

COLUMNS = (Column("Lokasi", 20), Column("Orang", 9), Column("Asal", 9, hidden=True))
ROW = ("SMAN 1 Contoh", 90, None)


@pytest.mark.parametrize(
    ("row", "height"),
    [
        (ROW, 15),
        (("Pondok Pesantren Salafiyah Nurul Hidayah", 90, None), 45),
        (("a\nb", 90, None), 30),
        (("SMAN 1 Contoh", 90, "what was planned, however long it is"), 15),
        (("x" * 9000, 90, None), 409),
    ],
)
def test_a_row_is_as_high_as_its_texts_need(row: tuple[str, int, str | None], height: float):
    sheet = add_table(Workbook(), "Tim", COLUMNS, [row])
    assert sheet.row_dimensions[2].height == height


def test_rows_to_write_in_are_higher():
    sheet = add_table(Workbook(), "Tim", COLUMNS, [ROW], lowest=24)
    assert sheet.row_dimensions[2].height == 24


def test_a_heading_stands_over_its_numbers():
    sheet = add_table(Workbook(), "Tim", COLUMNS, [ROW])
    sides = [[cell.alignment.horizontal for cell in row] for row in sheet.iter_rows(max_col=2)]
    assert sides == [["left", "right"], ["left", "right"]]


def test_an_empty_table_has_its_heading():
    sheet = add_table(Workbook(), "Tim", COLUMNS, [])
    assert [cell.value for cell in sheet[1]] == ["Lokasi", "Orang", "Asal"]
