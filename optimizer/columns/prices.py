"""Prices of people and visits, and what every option is worth at them."""

from dataclasses import dataclass

import numpy as np

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
    """

    person: Floats
    visit: Floats
    pin: Floats

    def mixed(self, other: "Prices", share: float) -> "Prices":
        """These prices with ``share`` of the others'."""
        return Prices(
            self.person + share * (other.person - self.person),
            self.visit + share * (other.visit - self.visit),
            self.pin + share * (other.pin - self.pin),
        )


def option_gains(week: Week, duty_class: int, prices: Prices) -> Floats:
    """Worth of every option of a class's grid at these prices, shape ``(o,)``."""
    grid = week.grids[duty_class]
    sizes = np.diff(grid.first)
    request = np.repeat(grid.request, sizes)
    margin = (week.worth_per_person - prices.person)[request]
    gains = margin * grid.people - prices.visit[request, week.date_of[duty_class]]
    for pin, pinned, reward in zip(week.problem.pins, week.pinned_request, prices.pin, strict=True):
        if reward and week.pin_fits(pin, duty_class):
            met = (request == pinned) & (pin.people is None or grid.people == pin.people)
            gains[met] += reward
    return np.asarray(gains, dtype=np.float64)
