"""A plan as the proofs look at it: who is out, who is at home, what slack is left."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from optimizer.explain.crews import Crew, all_crews, idle_crews
from optimizer.explain.timeline import Timeline, timeline
from optimizer.plan import Duty, Plan, Stop
from optimizer.problem import Pin, Problem


@dataclass(frozen=True)
class Situation:
    """A problem and a valid plan of it."""

    problem: Problem
    plan: Plan

    @cached_property
    def served(self) -> Counter[str]:
        """People served by request."""
        people: Counter[str] = Counter()
        for _, stop in self.plan.visits():
            people[stop.request] += stop.people
        return people

    @cached_property
    def visits(self) -> Counter[tuple[str, dt.date]]:
        """Duties that visit a request on a date."""
        return Counter((stop.request, duty.date) for duty, stop in self.plan.visits())

    @cached_property
    def given_up(self) -> frozenset[tuple[str, dt.date]]:
        """Promised (request, date) pairs that the plan does not have."""
        return self.problem.promised_dates - self.visits.keys()

    @cached_property
    def pinned_people(self) -> frozenset[tuple[Duty, Stop]]:
        """Stops whose people cannot change, because no other stop meets their pin."""
        holders = (self._holders(pin) for pin in self.problem.pins if pin.people is not None)
        return frozenset(stops[0] for stops in holders if len(stops) == 1)

    def _holders(self, pin: Pin) -> list[tuple[Duty, Stop]]:
        return [
            (duty, stop)
            for duty, stop in self.plan.visits()
            if (pin.request, pin.people) == (stop.request, stop.people)
            and pin.date in (None, duty.date)
            and pin.team in (None, duty.team)
            and pin.vehicle in (None, duty.vehicle)
        ]

    @cached_property
    def crews(self) -> dict[dt.date, tuple[Crew, ...]]:
        """All crews of each date."""
        return {day.date: all_crews(self.problem, day) for day in self.problem.days}

    @cached_property
    def idle(self) -> dict[dt.date, tuple[Crew, ...]]:
        """Crews at home on each date."""
        return {day.date: idle_crews(self.problem, self.plan, day) for day in self.problem.days}

    @cached_property
    def timelines(self) -> tuple[Timeline, ...]:
        """Timelines of all duties."""
        return tuple(timeline(self.problem, self.plan, duty) for duty in self.plan.duties)
