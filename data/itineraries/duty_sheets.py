"""The officer's sheet: one duty on an A4 page, black on white."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from data.itineraries.book import WeekBook
from data.itineraries.journey import Journey, Leg, Visit, in_order, journey
from data.itineraries.language import Language, language
from data.itineraries.navigation import navigation_link, qr_svg
from data.itineraries.phones import call_link
from data.itineraries.route_map import route_map_svg
from data.itineraries.typesetting import typeset
from data.itineraries.wording import (
    KINDS,
    PRECISIONS,
    STATES,
    equipment,
    needs,
    services,
    spoken,
    whereabouts,
)

LONGEST_NOTE = 400  # characters; the phone page and the plan have the whole note


def duty_sheets_pdf(book: WeekBook) -> bytes:
    """Sheets of all duties by date and team in one PDF."""
    return sheets_pdf(book, [journey(book, duty) for duty in in_order(book)])


def sheets_pdf(book: WeekBook, journeys: Sequence[Journey]) -> bytes:
    """Sheets of some duties in one PDF."""
    say = language(book.lang, book.office.zone)
    return typeset(
        "duty_sheet.typ",
        say,
        office={
            "name": book.office.name,
            "regency": book.office.regency,
            "phone": book.office.phone,
        },
        version=say("versi {version}", version=book.version),
        state=spoken(say, STATES, book.state),
        draft=book.state != "published",
        week=book.plan.week,
        duties=[_sheet(each, say) for each in journeys],
    )


def _sheet(journey: Journey, say: Language) -> dict[str, Any]:
    duty = journey.duty
    return {
        "id": journey.id,
        "date": say.date(duty.date),
        "team": journey.team,
        "vehicle": journey.vehicle,
        "crew": say("{count} petugas", count=journey.crew),
        "kits": ", ".join(duty.kits),
        "depot": journey.depot,
        "depart": say.time(duty.depart),
        "back": say.time(duty.back),
        "km": say.number(duty.km, 1),
        "people": say.number(duty.people),
        "equipment": equipment(say, journey.duty, journey.services),
        "map": route_map_svg(journey),
        "stops": [_stop(visit, say) for visit in journey.visits],
        "home": _leg(journey.home, say),
    }


def _stop(visit: Visit, say: Language) -> dict[str, Any]:
    record, stop = visit.record, visit.stop
    return {
        "number": visit.number,
        "name": record.institution,
        "kind": spoken(say, KINDS, record.kind),
        "where": ", ".join(whereabouts(say, record)),
        "role": record.contact.role or say("narahubung belum diketahui"),
        "phone": record.contact.phone or "",
        "call": call_link(record.contact.phone),
        "arrive": say.clock(stop.arrive),
        "start": say.clock(stop.start),
        "end": say.clock(stop.end),
        "people": say.number(stop.people),
        "services": services(say, visit.asked.services),
        "needs": needs(say, record),
        "precision": spoken(say, PRECISIONS, record.site.precision),
        "note": shorten(record.note or "", LONGEST_NOTE, placeholder=" …"),
        "leg": _leg(visit.leg, say),
    }


def _leg(leg: Leg, say: Language) -> dict[str, str]:
    link = navigation_link(leg.target)
    return {
        "km": say.number(leg.km, 1),
        "minutes": say.number(leg.minutes),
        "link": link,
        "qr": qr_svg(link),
    }
