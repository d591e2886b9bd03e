"""Which hard rule an edit breaks: one function a rule, asked in this order.

Each looks at one pin and the pins accepted before it, and answers with the reason or None. A pin
that passes can be met alone; whether all can be met together only a solve shows.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from optimizer.explain.crews import Crew, crew_of
from optimizer.explain.options import Case
from optimizer.explain.situation import Situation
from optimizer.plan import Plan
from optimizer.problem import Day, Pin, Problem, Request, Team


@dataclass(frozen=True)
class Wish:
    """A pin in its problem.

    Attributes
    ----------
    names
        Printed names of teams by id.
    others
        Pins accepted before.
    """

    problem: Problem
    pin: Pin
    names: Mapping[str, str]
    others: Sequence[Pin] = ()

    @property
    def request(self) -> Request:
        """The request asked for."""
        return self.problem.request[self.pin.request]

    @cached_property
    def open_days(self) -> tuple[Day, ...]:
        """Days the pin allows and the site is open."""
        days = self.problem.days if self.pin.date is None else (self.problem.day[self.pin.date],)
        return tuple(day for day in days if self.request.windows.get(day.date))

    @cached_property
    def crews(self) -> tuple[tuple[dt.date, Crew], ...]:
        """Crews the pin allows on its open days, each with every kit it can use."""
        return tuple((day.date, crew) for day in self.open_days for crew in self._crews(day))

    def _crews(self, day: Day) -> Iterator[Crew]:
        for team in self._teams():
            kits = sum(k.depot == team.depot and day.date in k.dates for k in self.problem.kits)
            for car in self.problem.vehicles:
                ready = day.date in team.shifts and day.date in car.dates
                if ready and car.depot == team.depot and team.crew <= car.seats:
                    crew = crew_of(self.problem, day, team, car, kits)
                    if crew.kits >= 1:
                        yield crew

    def _teams(self) -> tuple[Team, ...]:
        if self.pin.team is None:
            return self.problem.teams
        return (self.problem.team[self.pin.team],)

    @property
    def who(self) -> str:
        """The team as a message names it."""
        return "tim mana pun" if self.pin.team is None else self.names[self.pin.team]

    @property
    def when(self) -> str:
        """The date as a message names it."""
        return "minggu ini" if self.pin.date is None else f"{self.pin.date:%d-%m-%Y}"


def people_asked(wish: Wish) -> str | None:
    """Rule 6: no more people than asked, no fewer than a stop must serve."""
    asked, people = wish.request, wish.pin.people
    if people is None:
        return None
    if people > asked.people:
        return f"{people} orang, padahal yang meminta hanya {asked.people}"
    if people < asked.fewest:
        return f"{people} orang, padahal satu kunjungan paling sedikit {asked.fewest}"
    return None


def people_together(wish: Wish) -> str | None:
    """Rule 6: no more people than asked over all stops that are pinned."""
    same = [pin for pin in wish.others if pin.request == wish.pin.request]
    people = sum(pin.people or wish.request.fewest for pin in (*same, wish.pin))
    if same and people > wish.request.people:
        asked = wish.request.people
        return f"bersama suntingan lain menjadi {people} orang, yang meminta hanya {asked}"
    return None


def visits_a_day(wish: Wish) -> str | None:
    """Rule 6: not more duties at the site on one date than it takes."""
    where = (wish.pin.request, wish.pin.date)
    visits = 1 + sum((pin.request, pin.date) == where for pin in wish.others)
    most = wish.request.max_duties_per_day
    if wish.pin.date is None or visits <= most:
        return None
    return f"{visits} kunjungan pada {wish.when}, lokasi hanya menerima {most} sehari"


def site_open(wish: Wish) -> str | None:
    """Rule 4: the site is open."""
    return None if wish.open_days else f"lokasi tidak dapat dikunjungi pada {wish.when}"


def crew_ready(wish: Wish) -> str | None:
    """Rule 1: the team, a vehicle with enough seats and a kit are there."""
    if wish.crews:
        return None
    return f"{wish.who} tidak bertugas, atau tanpa kendaraan atau perangkat, pada {wish.when}"


def services_brought(wish: Wish) -> str | None:
    """Rule 5: team and vehicle bring the services in a vehicle the site takes."""
    if any(crew.suits(wish.request) for _, crew in wish.crews):
        return None
    needed = ", ".join(sorted(wish.request.services))
    return f"{wish.who} tidak mempunyai kendaraan dan layanan yang diminta ({needed})"


def time_enough(wish: Wish) -> str | None:
    """Rule 2: there and back within the shift, with the service inside the site's window."""
    nobody = Plan(wish.problem.week, "feasible", 0, 0.0, None, 0.0)
    case = Case(Situation(wish.problem, nobody), wish.request)
    fitting = [(date, crew) for date, crew in wish.crews if crew.suits(wish.request)]
    alone = (case.people_alone(date, crew) for date, crew in fitting if date in case.windows)
    most = max(alone, default=0)
    needed = wish.pin.people or wish.request.fewest or 1
    if most >= needed:
        return None
    return f"{wish.who} pada {wish.when} hanya sempat melayani {most} orang, bukan {needed}"


RULES: tuple[tuple[int, Callable[[Wish], str | None]], ...] = (
    (6, people_asked),
    (6, people_together),
    (6, visits_a_day),
    (4, site_open),
    (1, crew_ready),
    (5, services_brought),
    (2, time_enough),
)


def broken_rule(wish: Wish) -> tuple[int, str] | None:
    """Number and reason of the first hard rule the pin breaks, or None."""
    found = ((number, rule(wish)) for number, rule in RULES)
    return next(((number, reason) for number, reason in found if reason), None)
