"""Whatever people typed, every paper is printed and says it as text."""

from dataclasses import replace

import pytest

from data.itineraries.book import WeekBook
from data.itineraries.papers import papers
from data.requests import Contact
from tests.data.itineraries.sample_week import HOSTILE, book

TYPED = (
    HOSTILE,
    "X" * 300,
    "نور الهداية 学校 🏫",
    "a\u0000b\u0007c\ud7ff",
    "line\r\nbreak\nDTSTART:19700101",
    "{0.__class__} {{ 7*7 }} {% raw %} #let x = 1 \\u{41} $x$ <a> @b",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
)
VISITED = {"R1", "R11", "R12"}  # by the first two duties


def filled(typed: str) -> WeekBook:
    week = book()
    requests = {
        key: record.model_copy(
            update={
                "institution": typed,
                "note": typed,
                "power": typed,
                "contact": Contact(role=typed, phone=typed),
                "letter_number": typed,
                "site": record.site.model_copy(update={"desa": typed, "address": typed}),
            }
        )
        for key, record in week.requests.items()
    }
    left = (replace(row, reason=typed) for row in week.plan.unserved if row.request in VISITED)
    plan = replace(week.plan, duties=week.plan.duties[:2], unserved=tuple(left))
    asked = tuple(request for request in week.problem.requests if request.id in VISITED)
    problem = replace(week.problem, requests=asked)
    return replace(
        week,
        requests=requests,
        plan=plan,
        problem=problem,
        warnings=(typed,),
        teams=dict.fromkeys(week.teams, typed),
        vehicles=dict.fromkeys(week.vehicles, typed),
    )


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_every_paper_is_printed(typed: str) -> None:
    printed = papers(filled(typed))
    assert printed.faults == ()
    for paper in printed.files:
        assert ".." not in paper.path
        if paper.path.endswith(".html"):
            html = paper.content.decode()
            assert "<script>alert" not in html and "{{" not in html.replace("{{ 7*7 }}", "")
