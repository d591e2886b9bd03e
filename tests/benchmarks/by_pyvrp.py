"""PyVRP: a prize-collecting routing problem with one vehicle for every outing.

Cannot express: choice of vehicle, kits and head-counts (see ``crews``); that two duties a day may
visit a site at most so often; pins. A portion with several windows or dates is a group of mutually
exclusive clients. Work depends on kits, so it is part of each profile's travel times.
"""

from itertools import groupby

import numpy as np
import pyvrp
from numpy.typing import NDArray
from pyvrp.stop import MaxRuntime

from optimizer.problem import Problem
from tests.benchmarks.answers import Route
from tests.benchmarks.crews import (
    AXIS_DAY,
    Outing,
    Portion,
    durations,
    prize,
    starts,
)

FAR = 10**7
CENTS = 100

Alternative = tuple[int, Portion, int, int]


def routes(
    problem: Problem, out: list[Outing], parts: list[Portion], seconds: float, seed: int
) -> list[Route]:
    """Best routes within the time."""
    clients = [c for n, part in enumerate(parts) for c in _alternatives(problem, n, part, out)]
    data = _data(problem, out, clients)
    result = pyvrp.solve(data, MaxRuntime(seconds), seed=seed, display=False)
    return [
        (out[route.vehicle_type()], [clients[step.idx][1] for step in route if step.is_client()])
        for route in result.best.routes()
    ]


def _alternatives(
    problem: Problem, number: int, part: Portion, out: list[Outing]
) -> list[Alternative]:
    return [(number, part, first, last) for first, last in starts(problem, part, out)]


def _data(problem: Problem, out: list[Outing], clients: list[Alternative]) -> pyvrp.ProblemData:
    depots = [pyvrp.Depot(location=n) for n in range(len(problem.depots))]
    places = [depot.location for depot in problem.depots]
    places += [part.request.location for _, part, _, _ in clients]
    kinds = list(dict.fromkeys(map(_kind, out)))
    examples = [next(outing for outing in out if _kind(outing) == kind) for kind in kinds]
    km = problem.travel.km[np.ix_(places, places)]
    cost = np.rint(km * problem.objective.cost_per_km * CENTS).astype(np.int64)
    groups = [
        [number for number, _ in members]
        for _, members in groupby(enumerate(clients), lambda pair: pair[1][0])
    ]
    return pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0)] * len(places),
        clients=_clients(problem, clients, groups),
        depots=depots,
        vehicle_types=[
            pyvrp.VehicleType(
                start_depot=_depot_number(problem, outing),
                end_depot=_depot_number(problem, outing),
                fixed_cost=round(problem.objective.cost_per_duty * CENTS),
                tw_early=outing.begin,
                tw_late=outing.finish,
                profile=kinds.index(_kind(outing)),
            )
            for outing in out
        ],
        distance_matrices=[cost] * len(kinds),
        duration_matrices=[_minutes(problem, o, clients) for o in examples],
        groups=[pyvrp.ClientGroup(members, required=False) for members in groups],
    )


def _kind(outing: Outing) -> tuple[str, ...]:
    services = sorted(outing.team.services | outing.vehicle.services)
    return (outing.vehicle.kind, str(len(outing.kits)), *services)


def _depot_number(problem: Problem, outing: Outing) -> int:
    return next(n for n, depot in enumerate(problem.depots) if depot.id == outing.team.depot)


def _clients(
    problem: Problem, clients: list[Alternative], groups: list[list[int]]
) -> list[pyvrp.Client]:
    group = {member: number for number, members in enumerate(groups) for member in members}
    return [
        pyvrp.Client(
            location=len(problem.depots) + number,
            tw_early=opens,
            tw_late=latest,
            prize=round(CENTS * prize(problem, part, opens // AXIS_DAY)),
            required=False,
            group=group[number],
        )
        for number, (_, part, opens, latest) in enumerate(clients)
    ]


def _minutes(problem: Problem, outing: Outing, clients: list[Alternative]) -> NDArray[np.int64]:
    minutes = durations(problem, [part for _, part, _, _ in clients], len(outing.kits))
    for number, (_, part, _, _) in enumerate(clients, start=len(problem.depots)):
        if not outing.serves(part.request):
            minutes[number, :] = minutes[:, number] = FAR
    np.fill_diagonal(minutes, 0)
    return minutes
