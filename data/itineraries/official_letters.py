"""Letters of the office: *surat tugas* and the reply to an institution.

Layout after Permendagri 1/2023 (tata naskah dinas). Always in Bahasa Indonesia. A number is
printed only if the register gave one; without it number and date stay blank for the pen.
"""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from data.itineraries.book import WeekBook
from data.itineraries.changes import planned_visits
from data.itineraries.journey import Journey
from data.itineraries.language import Language, language
from data.itineraries.pages import TEMPLATES
from data.itineraries.typesetting import typeset
from data.itineraries.wording import place, services
from data.requests import Kind, Request

BASIS = (
    "Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan sebagaimana telah diubah "
    "dengan Undang-Undang Nomor 24 Tahun 2013",
)


def task_letter_pdf(book: WeekBook, journey: Journey) -> bytes:
    """*Surat tugas* of one duty."""
    say = language("id", book.office.zone)
    return typeset(
        _template(book, "task_letter.typ"),
        say,
        **_frame(book, say, journey.id),
        basis=[*(book.office.basis or BASIS), *_requests_basis(journey, say)],
        crew=journey.crew,
        team=journey.team,
        services=services(say, journey.services),
        date=say.date(journey.duty.date),
        hours=f"{say.clock(journey.duty.depart)} – {say.time(journey.duty.back)}",
        vehicle=journey.vehicle,
        stops=[
            {
                "name": visit.record.institution,
                "place": place(visit.record),
                "hours": f"{say.clock(visit.stop.start)} – {say.time(visit.stop.end)}",
            }
            for visit in journey.visits
        ],
    )


def reply_pdf(book: WeekBook, request: str) -> bytes:
    """Reply to a letter: when the office comes, for how many, and why others must wait."""
    say, record = language("id", book.office.zone), book.requests[request]
    first, last = map(say.plain_date, book.span)
    left = next((row for row in book.plan.unserved if row.request == request), None)
    return typeset(
        _template(book, "reply_letter.typ"),
        say,
        **_frame(book, say, request),
        week=f"{first} – {last}",
        name=record.institution,
        place=place(record),
        letter=_their_letter(record, say),
        services=services(say, book.problem.request[request].services),
        visits=_visits(book, request, say),
        left={"people": say.number(left.people), "reason": left.reason} if left else None,
        remedies=_remedies(record),
    )


def answered(book: WeekBook) -> tuple[str, ...]:
    """Requests that came by letter; the office's own sessions get no reply."""
    asked = (request.id for request in book.problem.requests)
    return tuple(key for key in asked if book.requests[key].kind is not Kind.KENDUREN_MAS)


def _template(book: WeekBook, name: str) -> Path:
    own = book.letter_templates / name if book.letter_templates else None
    return own if own and own.exists() else TEMPLATES / name


def _frame(book: WeekBook, say: Language, key: str) -> dict[str, Any]:
    office, number = book.office, book.letter_numbers.get(key, "")
    made = book.made_at.astimezone(ZoneInfo(book.problem.timezone)).date()
    return {
        "office": {
            "government": f"Pemerintah {office.regency}",
            "name": office.name,
            "address": office.address,
            "phone": office.phone,
        },
        "number": number,
        "signed": {"place": office.place, "date": say.plain_date(made) if number else ""},
        "signatory": {
            "position": office.signatory.position,
            "name": office.signatory.name,
            "rank": office.signatory.rank,
            "nip": office.signatory.nip,
        },
        "copies": list(office.copies),
        "draft": book.state != "published",
    }


def _requests_basis(journey: Journey, say: Language) -> list[str]:
    records = (visit.record for visit in journey.visits)
    return [
        f"Surat {record.institution} {_their_letter(record, say)}"
        for record in records
        if record.letter_number or record.letter_date
    ]


def _their_letter(record: Request, say: Language) -> str:
    number = f"nomor {record.letter_number}" if record.letter_number else ""
    date = f"tanggal {say.plain_date(record.letter_date)}" if record.letter_date else ""
    return " ".join(filter(None, (number, date)))


def _visits(book: WeekBook, request: str, say: Language) -> list[dict[str, str]]:
    return [
        {
            "date": say.date(visit.date),
            "hours": f"{say.clock(visit.start)} – {say.time(visit.end)}",
            "people": say.number(visit.people),
            "team": book.teams[visit.team],
        }
        for visit in planned_visits(book.plan).get(request, ())
    ]


def _remedies(record: Request) -> list[str]:
    limited = bool(record.hours or record.impossible_dates or record.wished_dates)
    offers = (
        (limited, "membuka hari atau jam kunjungan lain"),
        (not record.split_allowed, "mengizinkan perekaman dibagi dalam beberapa hari"),
        (True, "bergabung dengan lembaga terdekat yang sudah dijadwalkan"),
        (True, "mengantar peserta ke kantor kami pada jam layanan"),
    )
    return [offer for fits, offer in offers if fits]
