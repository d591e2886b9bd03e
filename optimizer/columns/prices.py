"""Prices of people and visits, and what every option is worth at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from optimizer.columns.column import Column
from optimizer.columns.grid import Floats
from optimizer.columns.week import Week


@dataclass(frozen=True, slots=True)
class Prices:
    """Duals of the master, in the sense that a stop pays them.

    Attributes
    ----------
    person
        Price of serving one person of each request, shape ``(r,)``; may be negative.
    visit
        Price of a stop at each request on each day, shape ``(r, d)``; may be negative.
    pin
        Reward of meeting each pin, shape ``(pins,)``, not negative.
    toll
        Further price of a stop by day and head-count, by request, shape
        ``(days or 1, people + 1)`` each.
    """

    person: Floats
    visit: Floats
    pin: Floats
    toll: Mapping[int, Floats] = field(default_factory=dict)

    def tolls(self, request: int, day: int) -> Floats:
        """Toll of a stop on a day by head-count."""
        own = self.toll[request]
        found: Floats = own[day % len(own)]
        return found


def mixed_prices(one: Prices, other: Prices, share: float) -> Prices:
    """Prices between two: ``share`` of the other, the rest of the one."""
    none = np.zeros((1, 1))
    return Prices(
        (1.0 - share) * one.person + share * other.person,
        (1.0 - share) * one.visit + share * other.visit,
        (1.0 - share) * one.pin + share * other.pin,
        {
            request: (1.0 - share) * one.toll.get(request, none)
            + share * other.toll.get(request, none)
            for request in {**one.toll, **other.toll}
        },
    )


def no_prices(week: Week) -> Prices:
    """Everything is free."""
    shape = (len(week.problem.requests), len(week.problem.days))
    return Prices(np.zeros(shape[0]), np.zeros(shape), np.zeros(len(week.problem.pins)))


def reduced_worth(week: Week, prices: Prices, column: Column) -> float:
    """Worth of a duty at these prices, its own cost taken off."""
    worth = week.duty_worth(column)
    day = int(week.date_of[column.sequence.duty_class])
    for request, people in week.stops_of(column):
        worth -= prices.person[request] * people + prices.visit[request, day]
        if request in prices.toll:
            worth -= prices.tolls(request, day)[people]
    met = sum(float(reward) for pin, reward in enumerate(prices.pin) if week.meets(pin, column))
    return float(worth) + met


def option_gains(week: Week, duty_class: int, prices: Prices) -> Floats:
    """Worth of every option of a class's grid at these prices, shape ``(o,)``."""
    grid, day = week.grids[duty_class], int(week.date_of[duty_class])
    request = np.repeat(grid.request, np.diff(grid.first))
    margin = (week.worth_per_person - prices.person)[request]
    gains = margin * grid.people - prices.visit[request, day]
    for node, index in enumerate(grid.request):
        if int(index) in prices.toll:
            own = slice(grid.first[node], grid.first[node + 1])
            gains[own] -= prices.tolls(int(index), day)[grid.people[own]]
    for pin, pinned, reward in zip(week.problem.pins, week.pinned_request, prices.pin, strict=True):
        if reward and week.pin_fits(pin, duty_class):
            met = (request == pinned) & (pin.people is None or grid.people == pin.people)
            gains[met] += reward
    return np.asarray(gains, dtype=np.float64)
