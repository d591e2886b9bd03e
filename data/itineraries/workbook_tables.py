"""Columns and rows of the workbook's tables."""

import datetime as dt
from collections.abc import Iterator, Sequence

from data.itineraries.book import WeekBook
from data.itineraries.journey import Journey, Visit
from data.itineraries.language import Language
from data.itineraries.sheets import Column, Value
from data.itineraries.wording import KINDS, spoken

CLOCK = 'hh"."mm'


def date_format(say: Language) -> str:
    """How cells show a date, in the language of the workbook."""
    return {"id": "[$-421]", "en": "[$-809]"}[say.code] + "ddd, d mmm yyyy"


def visit_columns(say: Language) -> tuple[Column, ...]:
    """Columns of all visits; what was planned stands hidden at the end."""
    date = date_format(say)
    return (
        Column(say("Kode"), 22),
        Column(say("Lokasi"), 38),
        Column(say("Kecamatan"), 16),
        Column(say("Tanggal"), 20, edit=True, format=date),
        Column(say("Tim"), 14, edit=True),
        Column(say("Orang"), 9, edit=True),
        Column(say("Tindakan (tetap/larang)"), 18, edit=True),
        Column(say("Mulai"), 10, format=CLOCK),
        Column(say("Selesai"), 10, format=CLOCK),
        Column(say("Kendaraan"), 24),
        Column(say("km ke sini"), 11, format="0.0"),
        Column("Tanggal asal", 17, hidden=True, format=date),
        Column("Tim asal", 14, hidden=True),
        Column("Orang asal", 9, hidden=True),
    )


def visit_rows(journeys: Sequence[Journey]) -> Iterator[tuple[Value, ...]]:
    """One row a visit."""
    for each in journeys:
        for visit in each.visits:
            date, people = each.duty.date, visit.stop.people
            planned = (date, each.team, people)
            times = (_clock(visit.stop.start), _clock(visit.stop.end))
            ride = (each.vehicle, visit.leg.km)
            site = (visit.record.id, visit.record.institution, visit.record.site.kecamatan)
            yield (*site, *planned, None, *times, *ride, *planned)


def left_columns(say: Language) -> tuple[Column, ...]:
    """Columns of the requests left out."""
    return (
        Column(say("Kode"), 22),
        Column(say("Lokasi"), 38),
        Column(say("Kecamatan"), 16),
        Column(say("Orang menunggu"), 13),
        Column(say("Minggu menunggu"), 13),
        Column(say("Tanggal"), 20, edit=True, format=date_format(say)),
        Column(say("Tim"), 14, edit=True),
        Column(say("Orang"), 9, edit=True),
        Column(say("Jenis"), 16),
        Column(say("Sebab"), 60),
    )


def left_rows(book: WeekBook, say: Language) -> Iterator[tuple[Value, ...]]:
    """One row for each request with people left."""
    for row in book.plan.unserved:
        record = book.requests[row.request]
        site = (record.id, record.institution, record.site.kecamatan)
        kind = spoken(say, KINDS, record.kind)
        yield (*site, row.people, record.weeks_waiting, None, None, None, kind, row.reason)


def team_columns(say: Language) -> tuple[Column, ...]:
    """Columns of one team's week."""
    return (
        Column(say("Tanggal"), 20, format=date_format(say)),
        Column(say("Kendaraan"), 24),
        Column(say("Perangkat"), 18),
        Column(say("Berangkat"), 13, format=CLOCK),
        Column(say("Lokasi"), 38),
        Column(say("Tiba"), 9, format=CLOCK),
        Column(say("Mulai"), 10, format=CLOCK),
        Column(say("Selesai"), 10, format=CLOCK),
        Column(say("Orang"), 9),
        Column(say("Narahubung"), 26),
        Column(say("Telepon"), 18),
        Column(say("Kembali"), 11, format=CLOCK),
    )


def team_rows(journeys: Sequence[Journey]) -> Iterator[tuple[Value, ...]]:
    """One row a visit of the team."""
    for each in journeys:
        for visit in each.visits:
            yield _team_row(each, visit)


def _team_row(each: Journey, visit: Visit) -> tuple[Value, ...]:
    duty, stop, contact = each.duty, visit.stop, visit.record.contact
    return (
        *(duty.date, each.vehicle, ", ".join(duty.kits), _clock(duty.depart)),
        *(visit.record.institution, _clock(stop.arrive), _clock(stop.start), _clock(stop.end)),
        *(stop.people, contact.role, contact.phone, _clock(duty.back)),
    )


def _clock(minute: int) -> dt.time:
    return dt.time(*divmod(minute, 60))
