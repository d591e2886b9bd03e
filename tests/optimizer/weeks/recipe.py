"""What kind of week to make."""

import random
from dataclasses import dataclass
from typing import Literal

Size = Literal["S", "M", "L", "XL"]


@dataclass(frozen=True)
class Scale:
    """Ranges of a size of week (both ends included)."""

    letters: tuple[int, int]
    sessions: int
    teams: tuple[int, int]
    extra_vehicles: int


SCALES: dict[str, Scale] = {
    "S": Scale((20, 30), 8, (3, 3), 1),
    "M": Scale((60, 120), 24, (5, 8), 1),
    "L": Scale((300, 300), 24, (18, 18), 1),
    "XL": Scale((600, 600), 24, (30, 30), 2),
}


@dataclass(frozen=True)
class Recipe:
    """A reproducible week.

    Attributes
    ----------
    letters, teams
        Numbers of letters and of teams.
    tight
        Few kits and lean crews, or enough of both.
    promised
        Share of requests that must be served.
    short_windows
        Sites open for 2-4 hours on 1-3 days instead of most of the week.
    depots
        One or two.
    pins
        Stops that must be in the plan, taken from the previous plan.
    previous
        Whether a plan was published before.
    """

    seed: int
    letters: int
    sessions: int
    teams: int
    vehicles: int
    tight: bool = False
    promised: float = 0.0
    short_windows: bool = False
    depots: int = 1
    pins: int = 0
    previous: bool = False


def recipe(size: Size, seed: int = 0) -> Recipe:
    """A recipe of a size; the seed picks every trait."""
    scale, draw = SCALES[size], random.Random(f"{size}-{seed}")
    teams = draw.randint(*scale.teams)
    previous = draw.random() < 0.5
    return Recipe(
        seed=seed,
        letters=draw.randint(*scale.letters),
        sessions=scale.sessions,
        teams=teams,
        vehicles=teams + scale.extra_vehicles,
        tight=draw.random() < 0.5,
        promised=draw.choice((0.0, 0.05, 0.2)),
        short_windows=draw.random() < 0.3,
        depots=draw.choice((1, 1, 2)),
        pins=draw.choice((0, 1, 3)) if previous else 0,
        previous=previous,
    )
