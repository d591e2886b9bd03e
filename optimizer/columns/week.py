"""The week compiled for the solver: classes, grids, and what a column means in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from optimizer.columns.column import Column, Sequence
from optimizer.columns.grid import Floats, Grid, Ints, build_grid
from optimizer.columns.resources import DutyClass, Resources, resources
from optimizer.columns.search import longest_duty
from optimizer.columns.whole_service import fewest_stops, largest_stops
from optimizer.problem import Pin, Problem


@dataclass(frozen=True)
class Week:
    """A problem with everything the solver derives from it once.

    Attributes
    ----------
    classes, grids
        Duty classes with at least one possible stop, and each one's arrays.
    """

    problem: Problem
    resources: Resources
    classes: tuple[DutyClass, ...]
    grids: tuple[Grid, ...]

    @cached_property
    def class_index(self) -> dict[DutyClass, int]:
        """Index of each class."""
        return {duty_class: index for index, duty_class in enumerate(self.classes)}

    @cached_property
    def date_of(self) -> Ints:
        """Day index of each class, shape ``(classes,)``."""
        dates = [day.date for day in self.problem.days]
        return np.array([dates.index(c.date) for c in self.classes], dtype=np.int64)

    @cached_property
    def worth_per_person(self) -> Floats:
        """Score of one served person of each request."""
        weights = np.array([request.weight for request in self.problem.requests])
        return self.problem.objective.value_per_person * weights

    @cached_property
    def requested(self) -> Ints:
        """People of each request."""
        return np.array([request.people for request in self.problem.requests], dtype=np.int64)

    @cached_property
    def dear(self) -> float:
        """More than any two plans can differ in score."""
        prices, travel = self.problem.objective, self.problem.travel
        longest_leg = prices.cost_per_km * float(travel.km.max(initial=0.0))
        stops = max((longest_duty(grid) for grid in self.grids), default=0)
        costs = self.most_duties * (prices.cost_per_duty + (stops + 1) * longest_leg)
        changes = prices.cost_per_change * len(self.problem.promised_dates)
        return 1.0 + float(self.worth_per_person @ self.requested) + costs + changes

    @property
    def most_duties(self) -> int:
        """How many duties there can be: one for every team and day."""
        return sum(map(len, self.resources.teams.values()))

    @cached_property
    def promised(self) -> frozenset[tuple[int, int]]:
        """(request, day) pairs of the previous plan that a class could keep."""
        index = {request.id: i for i, request in enumerate(self.problem.requests)}
        dates = {day.date: i for i, day in enumerate(self.problem.days)}
        pairs = self.problem.promised_dates
        return frozenset((index[name], dates[date]) for name, date in pairs if date in dates)

    @cached_property
    def largest_stops(self) -> Ints:
        """The most people that one stop can serve, shape ``(requests, days)``."""
        shape = (len(self.problem.requests), len(self.problem.days))
        return largest_stops(shape, zip(map(int, self.date_of), self.grids, strict=True))

    @cached_property
    def fewest_stops(self) -> Mapping[int, int]:
        """The fewest stops that serve a must-serve request wholly, where that can be done."""
        return fewest_stops(self.problem.requests, self.largest_stops)

    @cached_property
    def must_serve(self) -> tuple[int, ...]:
        """Indices of the must-serve requests that can be served wholly."""
        return tuple(sorted(self.fewest_stops))

    @cached_property
    def surely_missed(self) -> int:
        """Number of must-serve requests that no plan serves wholly."""
        return sum(r.must_serve for r in self.problem.requests) - len(self.must_serve)

    @cached_property
    def pinned_request(self) -> tuple[int, ...]:
        """Request index of each pin."""
        index = {request.id: i for i, request in enumerate(self.problem.requests)}
        return tuple(index[pin.request] for pin in self.problem.pins)

    def pin_fits(self, pin: Pin, duty_class: int) -> bool:
        """Whether a stop in a duty of this class can meet the pin."""
        c = self.classes[duty_class]
        wanted = ((pin.date, c.date), (pin.team, c.team), (pin.vehicle, c.vehicle))
        return all(asked is None or asked == given for asked, given in wanted)

    def meets(self, pin: int, column: Column) -> bool:
        """Whether a duty meets the pin with this index."""
        asked = self.problem.pins[pin]
        return self.pin_fits(asked, column.sequence.duty_class) and any(
            request == self.pinned_request[pin] and asked.people in (None, people)
            for request, people in self.stops_of(column)
        )

    def requests_of(self, sequence: Sequence) -> tuple[int, ...]:
        """Request indices in visiting order."""
        grid = self.grids[sequence.duty_class]
        return tuple(int(grid.request[node]) for node in sequence.nodes)

    def stops_of(self, column: Column) -> Iterator[tuple[int, int]]:
        """(request, people) of every stop, in visiting order."""
        return zip(self.requests_of(column.sequence), column.people, strict=True)

    def visits_of(self, column: Column) -> Iterator[tuple[int, int, int]]:
        """(request, day, people) of every stop, in visiting order."""
        day = int(self.date_of[column.sequence.duty_class])
        for request, people in self.stops_of(column):
            yield request, day, people

    def most_people(self, duty_class: int, node: int) -> int:
        """Most people that one stop at a node can serve."""
        grid = self.grids[duty_class]
        return int(grid.people[grid.first[node + 1] - 1])

    def travel_cost(self, sequence: Sequence) -> float:
        """Cost of the kilometres, depot to depot."""
        grid = self.grids[sequence.duty_class]
        places = [grid.depot, *(int(grid.place[node]) for node in sequence.nodes), grid.depot]
        return float(sum(grid.km_cost[a, b] for a, b in pairwise(places)))

    def duty_worth(self, column: Column) -> float:
        """Score of a duty by itself, changes aside."""
        stops = self.stops_of(column)
        gain = sum(self.worth_per_person[request] * people for request, people in stops)
        overhead = self.problem.objective.cost_per_duty + self.travel_cost(column.sequence)
        return float(gain - overhead)


def compile_week(problem: Problem) -> Week:
    """Derive classes and grids; a class that can serve nobody is dropped."""
    grouped = resources(problem)
    built = [(c, build_grid(problem, c)) for c in grouped.classes]
    useful = [(c, grid) for c, grid in built if grid.request.size]
    return Week(problem, grouped, tuple(c for c, _ in useful), tuple(g for _, g in useful))
