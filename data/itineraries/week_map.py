"""The data of the plan book's map: plain values for JSON."""

from collections import defaultdict
from collections.abc import Iterator
from statistics import fmean
from typing import Any

from data.itineraries.book import WeekBook
from data.itineraries.journey import Journey, Visit
from data.itineraries.language import Language
from data.itineraries.wording import KINDS, PRECISIONS, place, spoken
from optimizer.problem import Depot, Request

# Dark enough for white text on them (contrast >= 4.5) and apart for colour-blind readers.
PALETTE = (
    "#0b5c8c", "#a34200", "#1f6b3a", "#7a2e7a", "#7d5200",
    "#9c1f3d", "#3d4f7d", "#4d6600", "#006b6b", "#5a4a42",
)  # fmt: skip


def colours(book: WeekBook) -> dict[str, str]:
    """A colour for each team id, in the problem's order."""
    return {team.id: PALETTE[n % len(PALETTE)] for n, team in enumerate(book.problem.teams)}


def week_map(book: WeekBook, journeys: tuple[Journey, ...], say: Language) -> dict[str, Any]:
    """Depots, sites, routes and outlines for the map's script."""
    visits: dict[str, list[tuple[Journey, Visit]]] = defaultdict(list)
    for journey in journeys:
        for visit in journey.visits:
            visits[visit.record.id].append((journey, visit))
    colour = colours(book)
    return {
        "zoom": {"zoomInTitle": say("Perbesar"), "zoomOutTitle": say("Perkecil")},
        "depots": [_depot(book, depot) for depot in book.problem.depots],
        "sites": [
            _site(book, request, visits[request.id], say) for request in book.problem.requests
        ],
        "routes": [_route(journey, colour[journey.duty.team], say) for journey in journeys],
        "names": list(_names(book)),
        "outlines": book.outlines,
    }


def _names(book: WeekBook) -> Iterator[dict[str, Any]]:
    points = defaultdict(list)
    for request in book.problem.requests:
        name = book.requests[request.id].site.kecamatan
        points[name].append(book.problem.travel.locations[request.location])
    for name, places in points.items():
        yield {"name": name, "point": [fmean(axis) for axis in zip(*places, strict=True)]}


def _depot(book: WeekBook, depot: Depot) -> dict[str, Any]:
    return {"name": depot.name, "point": book.problem.travel.locations[depot.location]}


def _site(
    book: WeekBook, request: Request, visits: list[tuple[Journey, Visit]], say: Language
) -> dict[str, Any]:
    record = book.requests[request.id]
    served = sum(visit.stop.people for _, visit in visits)
    kind = spoken(say, KINDS, record.kind)
    return {
        "id": request.id,
        "point": book.problem.travel.locations[request.location],
        "people": request.people,
        "served": served,
        "lines": [
            record.institution,
            f"{kind} · {place(record)}",
            say(
                "{served} dari {people} orang dilayani",
                served=say.number(served),
                people=say.number(request.people),
            ),
            *(_visit_line(journey, visit, say) for journey, visit in visits),
            spoken(say, PRECISIONS, record.site.precision),
        ],
        "trips": [[journey.duty.date.isoformat(), journey.duty.team] for journey, _ in visits],
    }


def _visit_line(journey: Journey, visit: Visit, say: Language) -> str:
    return f"{say.short_date(journey.duty.date)}, {say.time(visit.stop.start)} · {journey.team}"


def _route(journey: Journey, colour: str, say: Language) -> dict[str, Any]:
    points = [journey.start, *(visit.leg.target for visit in journey.visits), journey.home.target]
    return {
        "date": journey.duty.date.isoformat(),
        "team": journey.duty.team,
        "colour": colour,
        "points": points,
        "label": f"{journey.team}, {say.short_date(journey.duty.date)}",
    }
