"""Ways to serve more people of one request in a plan, everything else left as it is."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from optimizer.explain.crews import Crew
from optimizer.explain.situation import Situation
from optimizer.explain.stay import Opening, Spans, people_within, working_windows
from optimizer.explain.timeline import Timeline
from optimizer.problem import Request


@dataclass(frozen=True, slots=True)
class Option:
    """One way to serve more people.

    Attributes
    ----------
    people
        Additional people.
    km
        Additional kilometres.
    gain
        Additional score.
    team
        Team whose duty takes them, or None for a new duty of an idle crew.
    """

    date: dt.date
    people: int
    km: float
    gain: float
    team: str | None


@dataclass(frozen=True)
class Case:
    """One request with people left over in a situation."""

    situation: Situation
    request: Request

    @property
    def served(self) -> int:
        """People already served."""
        return self.situation.served[self.request.id]

    @property
    def left(self) -> int:
        """People left over."""
        return self.request.people - self.served

    @cached_property
    def windows(self) -> dict[dt.date, Spans]:
        """Windows of the site in working minutes, on the planning days it is open."""
        days = self.situation.problem.days
        spans = {day.date: working_windows(day, self.request) for day in days}
        return {date: windows for date, windows in spans.items() if windows}

    @cached_property
    def free_dates(self) -> frozenset[dt.date]:
        """Open days on which one more duty may visit the site."""
        visits, most = self.situation.visits, self.request.max_duties_per_day
        return frozenset(date for date in self.windows if visits[self.request.id, date] < most)

    @cached_property
    def suited(self) -> tuple[Timeline, ...]:
        """Duties that could visit the site as far as services, vehicle and date go."""
        lines = self.situation.timelines
        return tuple(
            line
            for line in lines
            if line.duty.date in self.windows and line.crew.suits(self.request)
        )

    @property
    def crews(self) -> Iterator[tuple[dt.date, Crew]]:
        """Crews that could visit the site if they had nothing else to do."""
        return self._suiting(self.situation.crews)

    @cached_property
    def idle(self) -> tuple[tuple[dt.date, Crew], ...]:
        """Crews at home that may and could visit the site."""
        crews = self._suiting(self.situation.idle)
        return tuple((date, crew) for date, crew in crews if date in self.free_dates)

    def _suiting(self, crews: Mapping[dt.date, tuple[Crew, ...]]) -> Iterator[tuple[dt.date, Crew]]:
        return (
            (date, crew)
            for date in self.windows
            for crew in crews[date]
            if crew.suits(self.request)
        )

    def people_alone(self, date: dt.date, crew: Crew) -> int:
        """Most people that a duty to this site alone serves."""
        return self._people(date, self._alone(crew), crew, self.left)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Every way to serve more people."""
        return (*self._longer_stops(), *self._new_stops(), *self._new_duties())

    def _longer_stops(self) -> Iterator[Option]:
        pinned = self.situation.pinned_people
        for line in self.suited:
            for number, stop in enumerate(line.duty.stops):
                if stop.request == self.request.id and (line.duty, stop) not in pinned:
                    opening, most = line.room_at(self.situation.problem, number), stop.people
                    people = self._people(line.duty.date, opening, line.crew, most + self.left)
                    yield from self._option(line.duty.date, people - stop.people, 0.0, line)

    def _new_stops(self) -> Iterator[Option]:
        for line in self.suited:
            if self._admits(line):
                for opening, km in line.openings(self.situation.problem, self.request.location):
                    people = self._people(line.duty.date, opening, line.crew, self.left)
                    yield from self._option(line.duty.date, people, km, line)

    def _new_duties(self) -> Iterator[Option]:
        km, here = self.situation.problem.travel.km, self.request.location
        for date, crew in self.idle:
            both = float(km[crew.depot, here] + km[here, crew.depot])
            yield from self._option(date, self.people_alone(date, crew), both, None)

    def _alone(self, crew: Crew) -> Opening:
        minutes, here = self.situation.problem.travel.whole_minutes, self.request.location
        leave = crew.finish - int(minutes[here, crew.depot])
        return Opening(crew.begin + int(minutes[crew.depot, here]), leave)

    def _admits(self, line: Timeline) -> bool:
        again = any(stop.request == self.request.id for stop in line.duty.stops)
        return not again and line.duty.date in self.free_dates

    def _people(self, date: dt.date, opening: Opening, crew: Crew, most: int) -> int:
        stay = opening.longest_stay(self.windows[date])
        return people_within(self.request, stay, crew.kits, most)

    def _option(
        self, date: dt.date, people: int, km: float, line: Timeline | None
    ) -> Iterator[Option]:
        if people <= 0:
            return
        goal, kept = self.situation.problem.objective, (self.request.id, date)
        gain = goal.value_per_person * self.request.weight * people - goal.cost_per_km * km
        gain -= goal.cost_per_duty * (line is None)
        gain += goal.cost_per_change * (kept in self.situation.given_up)
        yield Option(date, people, km, gain, line.duty.team if line else None)
