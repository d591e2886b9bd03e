"""A week of holidays: nobody works, every letter waits."""

from dataclasses import replace

from data.itineraries.book import WeekBook
from optimizer.plan import Plan, Unserved
from tests.data.itineraries.sample_week import book, problem

REASON = "Tidak ada tim yang bekerja; minggu depan dicoba lagi."


def holiday_week() -> WeekBook:
    """The sample letters in 2027-W10, a week without working days."""
    whole = problem()
    asked = replace(
        whole,
        week="2027-W10",
        days=(),
        teams=tuple(replace(team, shifts={}) for team in whole.teams),
        vehicles=tuple(replace(vehicle, dates=frozenset()) for vehicle in whole.vehicles),
        kits=tuple(replace(kit, dates=frozenset()) for kit in whole.kits),
        requests=tuple(replace(r, windows={}, must_serve=False) for r in whole.requests),
    )
    left = tuple(Unserved(request.id, REASON, request.people) for request in asked.requests)
    return book(problem=asked, plan=Plan("2027-W10", "optimal", 0, 0.0, 0.0, 0.1, unserved=left))
