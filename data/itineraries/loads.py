"""How the week's work is spread over teams and kecamatan."""

from collections import Counter
from dataclasses import dataclass

from data.itineraries.book import WeekBook


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """A team's week; ``minutes`` are clock minutes between leaving the depot and coming back."""

    team: str
    duties: int
    people: int
    minutes: int
    km: float


@dataclass(frozen=True, slots=True)
class KecamatanLoad:
    """People asked for and served in a kecamatan."""

    kecamatan: str
    asked: int
    served: int


def team_load(book: WeekBook) -> tuple[TeamLoad, ...]:
    """The load of every team, in the problem's order, idle teams included."""
    return tuple(_load(book, team.id) for team in book.problem.teams)


def _load(book: WeekBook, team: str) -> TeamLoad:
    duties = [duty for duty in book.plan.duties if duty.team == team]
    return TeamLoad(
        team=team,
        duties=len(duties),
        people=sum(duty.people for duty in duties),
        minutes=sum(duty.back - duty.depart for duty in duties),
        km=sum(duty.km for duty in duties),
    )


def kecamatan_load(book: WeekBook) -> tuple[KecamatanLoad, ...]:
    """Asked and served by kecamatan, in alphabetical order."""
    kecamatan = {request.id: request.site.kecamatan for request in book.requests.values()}
    asked: Counter[str] = Counter()
    served: Counter[str] = Counter()
    for request in book.problem.requests:
        asked[kecamatan[request.id]] += request.people
    for _, stop in book.plan.visits():
        served[kecamatan[stop.request]] += stop.people
    return tuple(KecamatanLoad(name, asked[name], served[name]) for name in sorted(asked))
