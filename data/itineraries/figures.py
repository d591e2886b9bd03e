"""The week in figures."""

from dataclasses import dataclass
from math import ceil

from data.itineraries.book import WeekBook
from data.itineraries.language import Language


@dataclass(frozen=True, slots=True)
class Figures:
    """Totals of a plan.

    Attributes
    ----------
    asked, served
        People.
    weighted
        People served times the weight of their request.
    promises, kept
        Must-serve requests, and those wholly served.
    road_minutes, service_minutes
        Clock minutes away from the depot, and with people.
    """

    asked: int
    served: int
    weighted: float
    promises: int
    kept: int
    duties: int
    stops: int
    km: float
    road_minutes: int
    service_minutes: int


def figures(book: WeekBook) -> Figures:
    """Totals of the book's plan."""
    plan, requests = book.plan, book.problem.requests
    promises = sum(request.must_serve for request in requests)
    return Figures(
        asked=sum(request.people for request in requests),
        served=sum(duty.people for duty in plan.duties),
        weighted=sum(book.problem.request[s.request].weight * s.people for _, s in plan.visits()),
        promises=promises,
        kept=promises - plan.must_serve_missed,
        duties=len(plan.duties),
        stops=sum(len(duty.stops) for duty in plan.duties),
        km=sum(duty.km for duty in plan.duties),
        road_minutes=sum(duty.back - duty.depart for duty in plan.duties),
        service_minutes=sum(stop.end - stop.start for _, stop in plan.visits()),
    )


def gap_sentence(book: WeekBook, say: Language) -> str:
    """What the gap between plan and bound means to a planner."""
    plan = book.plan
    if plan.gap is None or plan.bound is None:
        return say(
            "Belum ada batas atas: belum terbukti seberapa dekat rencana ini dengan yang terbaik."
        )
    if plan.status == "optimal":
        return say("Terbukti terbaik: tidak ada rencana lain yang nilainya lebih tinggi.")
    return say(
        "Tidak ada rencana yang nilainya lebih dari {gap} di atas rencana ini; "
        "selisih itu setara paling banyak {people} orang.",
        gap=say.percent(plan.gap),
        people=say.number(_worth(book)),
    )


def _worth(book: WeekBook) -> int:
    plan, value = book.plan, book.problem.objective.value_per_person or 1.0
    return ceil(((plan.bound or plan.score) - plan.score) / value)
