"""The workbook of the week holds every visit, and what people typed comes back as text."""

import datetime as dt
from io import BytesIO

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.workbook import Workbook

from data.itineraries.workbook import LEFT_OUT, VISITS, workbook_xlsx
from tests.data.itineraries.sample_week import HOSTILE, book, record

NAMES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).filter(
    str.strip
)


def opened(**changes: object) -> Workbook:
    return load_workbook(BytesIO(workbook_xlsx(book(**changes))))


def column(workbook: Workbook, sheet: str, number: int) -> list[object]:
    return [row[number - 1].value for row in workbook[sheet].iter_rows(min_row=2)]


def test_sheets_summary_visits_left_out_and_one_a_team() -> None:
    assert opened().sheetnames == [
        "Ringkasan",
        VISITS,
        LEFT_OUT,
        *(f"Tim {n}" for n in range(1, 7)),
    ]


def test_every_visit_and_every_request_left_out_has_a_row() -> None:
    week, workbook = book(), opened()
    visits = sorted((stop.request, stop.people) for _, stop in week.plan.visits())
    codes, people = column(workbook, VISITS, 1), column(workbook, VISITS, 6)
    assert sorted(zip(codes, people, strict=True)) == visits
    assert column(workbook, LEFT_OUT, 1) == [row.request for row in week.plan.unserved]


def test_dates_and_times_are_real_dates_and_times() -> None:
    row = next(opened()[VISITS].iter_rows(min_row=2))
    assert row[3].value == dt.datetime(2026, 11, 30)  # noqa: DTZ001 - Excel knows no zones
    assert row[7].value == dt.time(7, 30)


def test_no_cell_is_a_formula() -> None:
    cells = [cell for sheet in opened() for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert HOSTILE in column(opened(), VISITS, 2)


def test_team_names_excel_refuses_as_titles_still_get_sheets() -> None:
    names = {"T1": "Tim [1]/A", "T2": "tim  1  A", "T3": "x" * 40, "T4": "?", "T5": VISITS}
    titles = opened(teams={**book().teams, **names}).sheetnames
    assert len({title.casefold() for title in titles}) == 9
    assert max(map(len, titles)) <= 31


@given(name=NAMES)
@example(name="_x0041_")
@example(name="a\r\nb")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_name_comes_back_as_typed_up_to_line_ends(name: str) -> None:
    requests = {**book().requests, "R1": record(1).model_copy(update={"institution": name})}
    values = column(opened(requests=requests), VISITS, 2)
    assert (values[0] or "") == "\n".join(
        ILLEGAL_CHARACTERS_RE.sub("", name).replace("\r\n", "\n").split("\r")
    )


def test_typed_formulas_stay_text() -> None:
    for typed in ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1"):
        requests = {**book().requests, "R1": record(1).model_copy(update={"institution": typed})}
        cell = opened(requests=requests)[VISITS]["B2"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (typed, "s", True)
