"""A first plan at once: day by day, the richest duty that grows stop by stop.

Each duty takes the stop with the most score per working minute until none fits; the richest
duty over all free teams, vehicles and kits is kept. No search, so a week of any size takes well
under a second.
"""

from collections import Counter

import numpy as np

from optimizer.columns.column import Column, Sequence
from optimizer.columns.grid import Floats, Grid, Ints
from optimizer.columns.resources import Slot
from optimizer.columns.week import Week
from optimizer.compiled import compiled, uncounted
from optimizer.master.manning import usable_slots
from optimizer.search.stock import Stock


@compiled
def grow_duty(grid, worth, bonus, left, fewest):  # type: ignore[no-untyped-def]
    """Stops taken one by one, each the best score per minute.

    Parameters
    ----------
    grid : Grid
        The duty class.
    worth, bonus : Floats
        Score of a person and of a visit by request, shape ``(r,)``.
    left, fewest : Ints
        People left and fewest people of a stop by request, shape ``(r,)``; no one left, no stop.

    Returns
    -------
    tuple[Floats, Ints, Ints]
        Gain less km cost as an array of one, nodes and options in visiting order.
    """
    path = np.zeros(grid.request.size, np.int64)
    taken = np.zeros(grid.request.size, np.int64)
    length, now, here, total = 0, 0, grid.depot, 0.0
    while length < grid.request.size:
        best_rate, best_gain, best_node, best_option, best_end = 0.0, 0.0, -1, -1, 0
        for node in range(grid.request.size):
            request = grid.request[node]
            place = grid.place[node]
            limit = min(grid.closes[node], grid.horizon - grid.legs[place, grid.depot])
            start = max(now + grid.legs[here, place], grid.opens[node])
            option = _largest(grid, node, limit - start, left[request])
            if option < 0 or grid.people[option] < fewest[request]:
                continue
            if _among(grid, path, length, request):
                continue
            detour = (
                grid.km_cost[here, place]
                + grid.km_cost[place, grid.depot]
                - grid.km_cost[here, grid.depot]
            )
            gain = worth[request] * grid.people[option] + bonus[request] - detour
            end = start + grid.minutes[option]
            rate = gain / (end - now + 1)
            if rate > best_rate:
                best_rate, best_gain, best_node = rate, gain, node
                best_option, best_end = option, end
        if best_node < 0:
            break
        path[length], taken[length] = best_node, best_option
        length += 1
        now, here, total = best_end, grid.place[best_node], total + best_gain
    return np.array([total]), path[:length], taken[:length]


@uncounted
def _largest(grid, node, minutes, people):  # type: ignore[no-untyped-def]
    """Last option of a node within the minutes and people, or -1."""
    low, high = grid.first[node], grid.first[node + 1]
    while low < high:
        middle = (low + high) // 2
        if grid.minutes[middle] <= minutes and grid.people[middle] <= people:
            low = middle + 1
        else:
            high = middle
    return low - 1 if low > grid.first[node] else -1


@uncounted
def _among(grid, path, length, request):  # type: ignore[no-untyped-def]
    for level in range(length):  # noqa: SIM110
        if grid.request[path[level]] == request:
            return True
    return False


Grown = tuple[float, Ints, Ints]


class Greedy:
    """The state of a first plan in the making."""

    def __init__(self, week: Week, must_bonus: float) -> None:
        self._week = week
        requests = week.problem.requests
        self._left = week.requested.copy()
        self._fewest = np.array([request.fewest for request in requests], dtype=np.int64)
        self._worth = week.worth_per_person.copy()
        self._worth[list(week.must_serve)] += must_bonus
        self._visits: Counter[tuple[int, int]] = Counter()

    def day(self, day: int, slots: list[Slot]) -> list[Column]:
        """Duties of one day."""
        week, stock = self._week, Stock(self._week)
        columns: list[Column] = []
        grown: dict[int, Grown] = {}
        while True:
            free = {week.class_index[s.duty_class] for s in slots if stock.free(s)}
            for c in free - grown.keys():
                grown[c] = self._grow(c, day)
            best = max(sorted(free), key=lambda c: grown[c][0], default=-1)
            if best < 0 or grown[best][0] <= week.problem.objective.cost_per_duty:
                return columns
            columns.append(self._take(best, day, grown[best]))
            slot = next(
                s for s in slots if week.class_index[s.duty_class] == best and stock.free(s)
            )
            stock.take(slot)
            touched = set(week.requests_of(columns[-1].sequence))
            grown = {c: g for c, g in grown.items() if not touched & self._asked(c, g)}

    def _asked(self, c: int, grown: Grown) -> set[int]:
        return set(map(int, self._week.grids[c].request[grown[1]]))

    def _grow(self, c: int, day: int) -> Grown:
        week = self._week
        requests = week.problem.requests
        closed = [
            self._visits[r, day] >= requests[r].max_duties_per_day for r in range(len(requests))
        ]
        left = np.where(closed, -1, self._left)
        left[(left == 0) & (self._fewest > 0)] = -1
        gain, path, taken = grow_duty(
            week.grids[c], self._worth, self._bonus(day), left, self._fewest
        )
        return float(gain[0]), path, taken

    def _bonus(self, day: int) -> Floats:
        kept = np.zeros(len(self._worth))
        for request, promised in self._week.promised:
            if promised == day and not self._visits[request, day]:
                kept[request] = self._week.problem.objective.cost_per_change
        return kept

    def _take(self, c: int, day: int, grown: Grown) -> Column:
        grid: Grid = self._week.grids[c]
        _, path, taken = grown
        people = tuple(int(grid.people[option]) for option in taken)
        for node, count in zip(path, people, strict=True):
            self._left[grid.request[node]] -= count
            self._visits[int(grid.request[node]), day] += 1
        return Column(Sequence(c, tuple(map(int, path))), people)


def greedy_columns(week: Week) -> list[Column]:
    """Duties of a first plan; pins are not looked at."""
    greedy = Greedy(week, must_bonus=10.0 * float(week.worth_per_person.max(initial=1.0)))
    columns: list[Column] = []
    for index, day in enumerate(week.problem.days):
        slots = [slot for slot in usable_slots(week) if slot.duty_class.date == day.date]
        columns.extend(greedy.day(index, slots))
    return columns
