"""The general solvers on the team orienteering problem, each modelled as well as it can.

All minimise travel, after profit: PyVRP and OR-Tools by prizes dearer than any detour, VROOM by
priorities of 0 to 100 that stand for the profits.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from math import ceil

import numpy as np
import pyvrp
import vroom
from ortools.constraint_solver import pywrapcp
from pyvrp.stop import MaxRuntime

from data.toptw.instance import Instance
from data.toptw.week import Route
from tests.benchmarks.by_routing import parameters

HIGHEST = 100

Solver = Callable[[Instance, int, float, int], Sequence[Route]]


def by_pyvrp(instance: Instance, vehicles: int, seconds: float, seed: int) -> Sequence[Route]:
    """Optional clients with prizes."""
    depot, prize = instance.nodes[0], _prize(instance)
    legs = instance.legs
    service = np.array([[node.service] for node in instance.nodes])
    minutes = legs + service * (1 - np.eye(len(legs), dtype=np.int64))
    data = pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0)] * len(legs),
        clients=[
            pyvrp.Client(
                location=number,
                tw_early=node.opens,
                tw_late=node.closes,
                prize=round(prize * node.profit),
                required=False,
            )
            for number, node in enumerate(instance.nodes)
            if number
        ],
        depots=[pyvrp.Depot(location=0)],
        vehicle_types=[
            pyvrp.VehicleType(vehicles, tw_early=depot.opens, tw_late=depot.closes),
        ],
        distance_matrices=[legs],
        duration_matrices=[minutes],
    )
    result = pyvrp.solve(data, MaxRuntime(seconds), seed=seed, display=False)
    if not result.best.is_feasible():
        return []
    return [
        tuple(step.idx + 1 for step in route if step.is_client()) for route in result.best.routes()
    ]


def by_vroom(instance: Instance, vehicles: int, seconds: float, seed: int) -> Sequence[Route]:
    """One job a customer; VROOM knows no seed and stops by itself."""
    depot, model = instance.nodes[0], vroom.Input()
    model.set_durations_matrix(profile="car", matrix_input=instance.legs.astype(np.uint32))
    highest = max(node.profit for node in instance.nodes)
    for number in range(vehicles):
        window = vroom.TimeWindow(depot.opens, depot.closes)
        model.add_vehicle(vroom.Vehicle(number, start=0, end=0, time_window=window))
    for number, node in enumerate(instance.nodes[1:], start=1):
        job = vroom.Job(
            number,
            location=number,
            default_service=node.service,
            priority=ceil(HIGHEST * node.profit / highest),
            time_windows=[vroom.TimeWindow(node.opens, node.closes)],
        )
        model.add_job(job)
    answer = model.solve(5, nb_threads=2, timeout=dt.timedelta(seconds=seconds))
    routes: dict[int, list[int]] = {}
    for _, row in answer.routes.iterrows():
        if row["type"] == "job":
            routes.setdefault(int(row["vehicle_id"]), []).append(int(row["id"]))
    return [tuple(route) for route in routes.values()]


def by_routing(instance: Instance, vehicles: int, seconds: float, seed: int) -> Sequence[Route]:
    """OR-Tools routing with guided local search; deterministic."""
    nodes, prize = instance.nodes, _prize(instance)
    manager = pywrapcp.RoutingIndexManager(len(nodes), vehicles, 0)
    model = pywrapcp.RoutingModel(manager)
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(instance.legs.tolist()))
    service = np.array([[node.service] for node in nodes])
    transit = model.RegisterTransitMatrix((instance.legs + service).tolist())
    horizon = nodes[0].closes
    model.AddDimension(transit, horizon, horizon, False, "time")
    time = model.GetDimensionOrDie("time")
    for number, node in enumerate(nodes[1:], start=1):
        index = manager.NodeToIndex(number)
        model.AddDisjunction([index], round(prize * node.profit))
        if node.opens <= min(node.closes, horizon):
            time.CumulVar(index).SetRange(node.opens, min(node.closes, horizon))
    for number in range(vehicles):
        time.CumulVar(model.Start(number)).SetRange(nodes[0].opens, horizon)
    answer = model.SolveWithParameters(parameters(seconds))
    return [] if answer is None else _read(model, manager, answer, vehicles)


def _read(
    model: pywrapcp.RoutingModel,
    manager: pywrapcp.RoutingIndexManager,
    answer: pywrapcp.Assignment,
    vehicles: int,
) -> list[Route]:
    routes = []
    for vehicle in range(vehicles):
        route, index = [], answer.Value(model.NextVar(model.Start(vehicle)))
        while not model.IsEnd(index):
            route.append(manager.IndexToNode(index))
            index = answer.Value(model.NextVar(index))
        routes.append(tuple(route))
    return routes


def _prize(instance: Instance) -> int:
    """Worth of one unit of profit in travel: more than any detour."""
    return 2 * int(instance.legs.max()) + 1
