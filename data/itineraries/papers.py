"""All papers of a week as files in memory; one that fails does not take the others with it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from data.itineraries.book import WeekBook
from data.itineraries.calendars import site_calendar, team_calendar, visited
from data.itineraries.duty_sheets import sheets_pdf
from data.itineraries.journey import Journey, duty_id, in_order, journey
from data.itineraries.official_letters import answered, reply_pdf, task_letter_pdf
from data.itineraries.paper_faults import fault_sentence
from data.itineraries.phone_page import phone_page_html
from data.itineraries.plan_book import plan_book_html
from data.itineraries.whatsapp import messages_html
from data.itineraries.workbook import workbook_xlsx

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to write; ``path`` is relative to the week's folder."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PaperFault:
    """A paper that could not be printed, or a duty that is missing on all of them.

    ``message`` is a sentence in Bahasa Indonesia that names the paper and the remedy.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Papers:
    """What was printed and what was not."""

    files: tuple[Paper, ...]
    faults: tuple[PaperFault, ...]


Renderer = Callable[[], str | bytes]


def papers(book: WeekBook) -> Papers:
    """Print everything there is to print about the week."""
    desk = _Desk()
    duties = in_order(book)
    joined = [desk.attempt(duty_id(duty), partial(journey, book, duty)) for duty in duties]
    journeys = [each for each in joined if each is not None]
    printed = tuple(each.duty for each in journeys)
    sound = replace(book, plan=replace(book.plan, duties=printed))
    own = [each for each in journeys if desk.print(*_own_sheet(sound, each))]
    desk.print("lembar-tugas.pdf", partial(sheets_pdf, sound, own))
    for path, render in _renderers(sound, journeys):
        desk.print(path, render)
    return Papers(tuple(desk.files), tuple(desk.faults))


class _Desk:
    """Collects what succeeds and what fails."""

    def __init__(self) -> None:
        self.files: list[Paper] = []
        self.faults: list[PaperFault] = []

    def attempt(self, path: str, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except Exception as error:
            self.faults.append(PaperFault(path, fault_sentence(path, error)))
            return None

    def print(self, path: str, render: Renderer) -> bool:
        content = self.attempt(path, render)
        if content is None:
            return False
        self.files.append(Paper(path, content.encode() if isinstance(content, str) else content))
        return True


def _own_sheet(book: WeekBook, each: Journey) -> tuple[str, Renderer]:
    return f"lembar-tugas/{file_name(each.id)}.pdf", partial(sheets_pdf, book, [each])


def _renderers(book: WeekBook, journeys: Sequence[Journey]) -> Iterator[tuple[str, Renderer]]:
    yield "buku-rencana.html", partial(plan_book_html, book)
    yield "buku-kerja.xlsx", partial(workbook_xlsx, book)
    yield "pesan-whatsapp.html", partial(messages_html, book)
    for each in journeys:
        yield f"ponsel/{file_name(each.id)}.html", partial(phone_page_html, book, each)
        yield f"surat/tugas-{file_name(each.id)}.pdf", partial(task_letter_pdf, book, each)
    for request in answered(book):
        yield f"surat/jawaban-{file_name(request)}.pdf", partial(reply_pdf, book, request)
    for team in sorted({each.duty.team for each in journeys}):
        yield f"kalender/tim-{file_name(team)}.ics", partial(team_calendar, book, team)
    for request in visited(book):
        yield f"kalender/lokasi-{file_name(request)}.ics", partial(site_calendar, book, request)


def file_name(identifier: str) -> str:
    """The id as part of a file name on any system."""
    return re.sub(r"[^A-Za-z0-9.-]", "_", identifier).strip(".") or "_"
