"""All papers at once, without losing the others when one fails."""

from dataclasses import replace

import pypdfium2
import pytest

from data.itineraries.papers import file_name, papers
from tests.data.itineraries.large_week import large_week
from tests.data.itineraries.sample_week import book


def test_every_duty_gets_its_sheet_phone_page_and_calendar() -> None:
    week, paths = book(), {paper.path for paper in papers(book()).files}
    for duty in week.plan.duties:
        name = f"{duty.date.isoformat()}-{duty.team}"
        assert {f"lembar-tugas/{name}.pdf", f"ponsel/{name}.html"} <= paths
        assert f"kalender/tim-{duty.team}.ics" in paths
    assert {"buku-rencana.html", "buku-kerja.xlsx", "lembar-tugas.pdf"} <= paths


def test_a_duty_that_cannot_be_printed_is_named_and_the_others_are_printed() -> None:
    week = book()
    requests = {key: record for key, record in week.requests.items() if key != "R4"}
    unserved = tuple(row for row in week.plan.unserved if row.request != "R4")
    plan, problem = replace(week.plan, unserved=unserved), week.problem
    problem = replace(problem, requests=tuple(r for r in problem.requests if r.id != "R4"))
    printed = papers(book(requests=requests, plan=plan, problem=problem))
    assert [fault.path for fault in printed.faults] == ["2026-11-30-T3"]
    assert "R4" in str(printed.faults[0])
    sheets = next(paper for paper in printed.files if paper.path == "lembar-tugas.pdf")
    assert len(pypdfium2.PdfDocument(sheets.content)) == len(plan.duties) - 1


@pytest.mark.slow
def test_sixty_duties_are_all_printed() -> None:
    printed = papers(large_week(4))
    assert printed.faults == ()
    sheets = [paper.path for paper in printed.files if paper.path.startswith("lembar-tugas/")]
    assert len(set(sheets)) == 60


def test_file_names_stay_inside_the_folder() -> None:
    assert file_name("../../etc/passwd") == "_.._etc_passwd"
    assert file_name("KM-35.14.06") == "KM-35.14.06"
