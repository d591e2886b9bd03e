"""Which teams there are, and which vehicles and kits they can take along."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Ints
from optimizer.columns.resources import Slot, TeamGroup, VehicleGroup
from optimizer.columns.week import Week
from optimizer.compiled import uncounted
from optimizer.master.manning import usable_slots

NOBODY = -1


class Crews(NamedTuple):
    """One duty for each team and day, to be manned with a vehicle and kits.

    Attributes
    ----------
    team, block
        Team group and (date, depot) of each duty, shape ``(d,)``.
    kind
        Class by team group, vehicle group and number of kits, ``NOBODY`` where there is none;
        shape ``(t, v, most kits + 1)``.
    cars, kits
        Vehicles of each group, kits of each block.
    """

    team: Ints
    block: Ints
    kind: NDArray[np.int32]
    cars: Ints
    kits: Ints


def numbered(week: Week) -> tuple[dict[TeamGroup, int], dict[VehicleGroup, int]]:
    """Number of each team group and vehicle group."""
    teams = {group: n for n, group in enumerate(week.resources.teams)}
    return teams, {group: n for n, group in enumerate(week.resources.vehicles)}


def build_crews(week: Week) -> tuple[Crews, Ints]:
    """Duties of all teams that some vehicle and kit can take along, and the day of each."""
    held, slots = week.resources, usable_slots(week)
    teams, cars = numbered(week)
    usable = {slot.team for slot in slots}
    blocks = {block: n for n, block in enumerate(held.kits)}
    dates = [day.date for day in week.problem.days]
    duties = [group for group, names in held.teams.items() if group in usable for _ in names]
    kits = max((slot.duty_class.kits for slot in slots), default=0)
    kind = np.full((len(teams), len(cars), kits + 1), NOBODY, dtype=np.int32)
    for slot in slots:
        crew = teams[slot.team], cars[slot.vehicle], slot.duty_class.kits
        kind[crew] = week.class_index[slot.duty_class]
    crews = Crews(
        team=np.array([teams[group] for group in duties], dtype=np.int64),
        block=np.array([blocks[group.date, group.depot] for group in duties], dtype=np.int64),
        kind=kind,
        cars=np.array([len(names) for names in held.vehicles.values()], dtype=np.int64),
        kits=np.array([len(names) for names in held.kits.values()], dtype=np.int64),
    )
    return crews, np.array([dates.index(group.date) for group in duties], dtype=np.int64)


def slots_by_number(week: Week) -> dict[tuple[int, int, int], Slot]:
    """Slot of each team group, vehicle group and number of kits."""
    teams, cars = numbered(week)
    return {
        (teams[slot.team], cars[slot.vehicle], slot.duty_class.kits): slot
        for slot in usable_slots(week)
    }


@uncounted
def begin_chance(seed):  # type: ignore[no-untyped-def]
    """Start the random numbers of all compiled functions anew: they are not those of NumPy."""
    np.random.seed(seed)


@uncounted
def dismiss(routes, crews, duty):  # type: ignore[no-untyped-def]
    """Give back the vehicle and kits of a duty, which has no stops."""
    if routes.kind[duty] != NOBODY:
        routes.cars[routes.car[duty]] += 1
        routes.kits[crews.block[duty]] += routes.taken[duty]
        routes.kind[duty] = NOBODY


@uncounted
def engage(routes, crews, duty, car, kits):  # type: ignore[no-untyped-def]
    """Man a dismissed duty with a vehicle and kits that are free."""
    routes.car[duty], routes.taken[duty] = car, kits
    routes.kind[duty] = crews.kind[crews.team[duty], car, kits]
    routes.cars[car] -= 1
    routes.kits[crews.block[duty]] -= kits


@uncounted
def engage_any(routes, crews, duty, most):  # type: ignore[no-untyped-def]
    """Man a dismissed duty with any vehicle and up to ``most`` kits, if there are any."""
    team = crews.team[duty]
    kits = min(most, routes.kits[crews.block[duty]], crews.kind.shape[2] - 1)
    while kits > 0:
        start = np.random.randint(crews.cars.size)
        for step in range(crews.cars.size):
            car = (start + step) % crews.cars.size
            if routes.cars[car] > 0 and crews.kind[team, car, kits] != NOBODY:
                engage(routes, crews, duty, car, kits)
                return
        kits -= 1
