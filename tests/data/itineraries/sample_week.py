"""A believable week of Pasuruan for the papers: six teams, five days, real places."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import cache
from math import cos, hypot, radians
from typing import Any

import numpy as np

from data.itineraries.book import OfficeHead, WeekBook
from data.requests import Contact, Kind, Precision, Request, Site
from optimizer import plan as made
from optimizer import problem as asked
from optimizer.clock import Span

HOSTILE = """SMA "<script>alert('x')</script>" & Putra #panic() =HYPERLINK(1)"""
LONG = "Pondok Pesantren " + "Salafiyah Syafi'iyah Nurul Hidayah " * 4 + "Kraton"

DATES = tuple(dt.date(2026, 11, 30) + dt.timedelta(days=n) for n in range(5))
DEPOT = (-7.594505, 112.83438)
PLACES = (
    ("35.14.06", "Kejayan", -7.70269, 112.876631, "SMAN 1 Kejayan", Kind.SCHOOL, 320),
    ("35.14.08", "Purwosari", -7.767303, 112.741051, "SMKN 1 Purwosari", Kind.SCHOOL, 437),
    ("35.14.16", "Kraton", -7.622679, 112.878121, LONG, Kind.PESANTREN, 180),
    ("35.14.24", "Tosari", -7.893695, 112.90163, "Desa Tosari", Kind.VILLAGE, 64),
    ("35.14.02", "Tutur", -7.87232, 112.807128, HOSTILE, Kind.SCHOOL, 96),
    ("35.14.03", "Puspo", -7.833385, 112.87261, "SMAN 1 Puspo", Kind.SCHOOL, 88),
    ("35.14.04", "Lumbang", -7.819905, 112.964492, "SMA Maarif Lumbang", Kind.SCHOOL, 71),
    ("35.14.05", "Pasrepan", -7.772505, 112.882573, "SMK Pasrepan", Kind.SCHOOL, 93),
    ("35.14.11", "Pandaan", -7.648257, 112.697677, "SMAN 1 Pandaan", Kind.SCHOOL, 240),
    ("35.14.12", "Gempol", -7.551972, 112.699486, "SMK Gempol 1", Kind.SCHOOL, 156),
    ("35.14.13", "Beji", -7.597349, 112.752381, "MA Beji", Kind.SCHOOL, 58),
    ("35.14.14", "Bangil", -7.597397, 112.789653, "SMAN 1 Bangil", Kind.SCHOOL, 275),
    ("35.14.20", "Grati", -7.7284, 112.9964, "SMAN 1 Grati", Kind.SCHOOL, 210),
    ("35.14.21", "Nguling", -7.713385, 113.077977, "Desa Nguling", Kind.VILLAGE, 45),
    ("35.14.22", "Lekok", -7.6706, 112.9918, "Pesantren Lekok", Kind.PESANTREN, 134),
    ("35.14.23", "Rejoso", -7.6885, 112.9519, "SMK Rejoso", Kind.SCHOOL, 84),
    ("35.14.18", "Gondangwetan", -7.696159, 112.907698, "SMAN 1 Gondangwetan", Kind.SCHOOL, 163),
    ("35.14.09", "Sukorejo", -7.725368, 112.728666, "SMK Sukorejo", Kind.SCHOOL, 118),
    ("35.14.07", "Wonorejo", -7.717325, 112.799543, "Pesantren Wonorejo", Kind.PESANTREN, 205),
    ("35.14.10", "Prigen", -7.6879, 112.632198, "SMA Prigen", Kind.SCHOOL, 92),
    ("35.14.15", "Rembang", -7.64497, 112.804838, "Kenduren Mas Rembang", Kind.KENDUREN_MAS, 40),
    ("35.14.17", "Pohjentrek", -7.6689, 112.8724, "Kenduren Mas Pohjentrek", Kind.KENDUREN_MAS, 40),
)
PRECISIONS = (Precision.SCHOOL_REGISTER, Precision.DESA, Precision.GIVEN, Precision.KECAMATAN)


def record(number: int) -> Request:
    """The letter behind request ``R<number>``."""
    code, kecamatan, latitude, longitude, name, kind, people = PLACES[number - 1]
    return Request(
        id=f"R{number}",
        kind=kind,
        institution=name,
        letter_number=f"005/{100 + number}/35.14/2026",
        letter_date=dt.date(2026, 11, 10),
        site=Site(
            kecamatan_code=code,
            kecamatan=kecamatan,
            desa_code=f"{code}.2001",
            desa=kecamatan,
            address=f"Jl. Raya {kecamatan} No. {number}",
            latitude=latitude,
            longitude=longitude,
            precision=PRECISIONS[number % 4],
        ),
        people=people,
        people_left=people,
        power="PLN 1.300 watt",
        signal="Telkomsel lemah" if number % 3 == 0 else "4G baik",
        room="Aula lantai 1",
        contact=Contact(role="Wakil kepala kesiswaan", phone=f"0812-0000-{number:04d}"),
        weeks_waiting=number % 4,
        promised_dates=(DATES[2],) if number == 3 else (),
    )


def travel() -> asked.Travel:
    """Straight lines times a road factor; depot first, then the places."""
    points = (DEPOT, *((place[2], place[3]) for place in PLACES))
    km = np.array([[round(1.4 * _straight(a, b), 1) for b in points] for a in points])
    return asked.Travel(points, np.round(km / 30 * 60, 1), km)


def _straight(a: tuple[float, float], b: tuple[float, float]) -> float:
    return 111.2 * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0])))


def _breaks(date: dt.date) -> tuple[Span, ...]:
    return (Span(690, 780),) if date.weekday() == 4 else (Span(720, 780),)


def _asked(number: int) -> asked.Request:
    request = record(number)
    session = request.kind is Kind.KENDUREN_MAS
    return asked.Request(
        id=request.id,
        kind=request.kind.value,
        name=request.institution,
        services=frozenset({"civil_registry"} if session else {"recording"}),
        vehicle_kinds=frozenset({"kenduren_mas"} if session else {"kenduren_mas", "operational"}),
        windows={date: (Span(420, 930),) for date in DATES},
        must_serve=number == 3,
        location=number,
        people=request.people_left,
        weight=1.0,
        setup_minutes=30,
        minutes_per_person=Decimal(6),
        fixed_minutes=240 if session else None,
        min_people=30,
        max_duties_per_day=2,
    )


@cache
def problem() -> asked.Problem:
    teams = tuple(
        asked.Team(
            id=f"T{n}",
            depot="raci",
            services=frozenset({"recording"}),
            shifts={date: Span(360, 960) for date in DATES},
            crew=4,
            operators=3,
        )
        for n in range(1, 7)
    )
    vehicles = tuple(
        asked.Vehicle(
            id=f"V{n}",
            depot="raci",
            kind="kenduren_mas" if n < 3 else "operational",
            services=frozenset({"civil_registry", "printing"} if n < 3 else ()),
            dates=frozenset(DATES),
            seats=6,
            kit_slots=3,
        )
        for n in range(1, 7)
    )
    return asked.Problem(
        regency="35.14",
        week="2026-W49",
        timezone="Asia/Jakarta",
        days=tuple(asked.Day(date, _breaks(date)) for date in DATES),
        depots=(asked.Depot("raci", "Dispendukcapil Raci", 0),),
        teams=teams,
        vehicles=vehicles,
        kits=tuple(asked.Kit(f"K{n}", "raci", frozenset(DATES)) for n in range(1, 19)),
        requests=tuple(_asked(n) for n in range(1, len(PLACES) + 1)),
        travel=travel(),
        objective=asked.Objective(1.0, 0.15, 2.0, 20.0),
    )


ROUTES = {
    ("T1", 0): (1,),
    ("T2", 0): (12, 11),
    ("T3", 0): (4,),
    ("T4", 0): (16, 22),
    ("T1", 1): (2,),
    ("T2", 1): (9,),
    ("T3", 1): (5,),
    ("T1", 2): (3,),
    ("T2", 2): (14,),
    ("T5", 2): (15, 17),
    ("T6", 2): (19,),
    ("T3", 3): (6, 8),
    ("T4", 3): (10,),
    ("T1", 4): (21,),
    ("T5", 4): (13,),
}


def _duty(team: str, day: int, numbers: tuple[int, ...], most: int) -> made.Duty:
    whole, clock = problem(), problem().days[day].clock
    here, working, stops, km = 0, 400 + 10 * day, [], 0.0
    for number in numbers:
        request = whole.requests[number - 1]
        people = min(request.people, most)
        working += int(whole.travel.whole_minutes[here, number])
        km += float(whole.travel.km[here, number])
        arrive = clock.earliest_clock(working)
        working = max(working, 450)
        start = clock.latest_clock(working)
        working += request.fixed_minutes or 30 + -(-people * 6 // 3)
        stops.append(made.Stop(request.id, arrive, start, clock.earliest_clock(working), people))
        here = number
    working += int(whole.travel.whole_minutes[here, 0])
    km += float(whole.travel.km[here, 0])
    first = 3 * (int(team[1]) - 1)
    return made.Duty(
        date=DATES[day],
        team=team,
        vehicle=f"V{team[1]}",
        kits=tuple(f"K{first + n}" for n in (1, 2, 3)),
        stops=tuple(stops),
        depart=400 + 10 * day,
        back=clock.earliest_clock(working),
        km=round(km, 1),
    )


@cache
def plan() -> made.Plan:
    duties = tuple(
        _duty(team, day, numbers, 60 if len(numbers) > 1 else 110)
        for (team, day), numbers in ROUTES.items()
    )
    served: dict[str, int] = {}
    for duty in duties:
        for stop in duty.stops:
            served[stop.request] = served.get(stop.request, 0) + stop.people
    left = {r.id: r.people - served.get(r.id, 0) for r in problem().requests}
    unserved = tuple(
        made.Unserved(request, "Tidak ada tim yang bebas pada hari yang diminta.", people)
        for request, people in left.items()
        if people > 0
    )
    return made.Plan(
        week="2026-W49",
        status="feasible",
        must_serve_missed=1,
        score=1234.5,
        bound=1240.1,
        seconds=41.2,
        duties=duties,
        unserved=unserved,
    )


def book(**changes: Any) -> WeekBook:
    """The week's book; ``changes`` replace its fields."""
    fields: dict[str, Any] = {
        "office": OfficeHead(
            name="Dinas Kependudukan dan Pencatatan Sipil",
            regency="Kabupaten Pasuruan",
            address="Komplek Perkantoran Raci, Bangil",
            phone="(0343) 000000",
        ),
        "problem": problem(),
        "plan": plan(),
        "requests": {f"R{n}": record(n) for n in range(1, len(PLACES) + 1)},
        "teams": {f"T{n}": f"Tim {n}" for n in range(1, 7)},
        "vehicles": {
            f"V{n}": f"Kenduren Mas {n}" if n < 3 else f"Mobil operasional {n - 2}"
            for n in range(1, 7)
        },
        "version": 3,
        "state": "draft",
        "made_at": dt.datetime(2026, 11, 26, 3, 15, tzinfo=dt.UTC),
        "travel_note": "Waktu tempuh dihitung dari jarak lurus dan faktor jalan; bukan peta jalan.",
        "warnings": ("Titik Desa Tosari hanya setingkat kecamatan.",),
    }
    return WeekBook(**{**fields, **changes})


def earlier_plan() -> made.Plan:
    """The version before: SMAN 1 Pandaan a day later, Prigen still visited."""
    moved = _duty("T2", 2, (9,), 110)
    prigen = _duty("T6", 4, (20,), 92)
    kept = tuple(d for d in plan().duties if not (d.team == "T2" and d.date in DATES[1:3]))
    return replace(plan(), duties=(*kept, moved, prigen))


def replanned() -> asked.Problem:
    """The week's problem after the earlier version was published."""
    return replace(problem(), previous=earlier_plan().duties)
