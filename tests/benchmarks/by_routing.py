"""OR-Tools routing with guided local search: one optional node for every portion.

Cannot express: choice of vehicle, kits and head-counts (see ``crews``), visits a day, changes
(the prize of a kept date goes to every date), pins.
"""

from collections.abc import Iterator
from itertools import pairwise

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from optimizer.problem import Problem
from tests.benchmarks.answers import Route
from tests.benchmarks.crews import Outing, Portion, durations, prize, starts

CENTS = 100


def routes(
    problem: Problem, out: list[Outing], parts: list[Portion], seconds: float, seed: int
) -> list[Route]:
    """Best routes within the time; the solver is deterministic."""
    parts = [part for part in parts if starts(problem, part, out)]
    homes = [problem.depot[outing.team.depot] for outing in out]
    ends = [problem.depots.index(home) for home in homes]
    manager = pywrapcp.RoutingIndexManager(len(problem.depots) + len(parts), len(out), ends, ends)
    model = pywrapcp.RoutingModel(manager)
    _cost(problem, model, parts)
    time = _time(problem, model, out, parts)
    for number, part in enumerate(parts):
        node = manager.NodeToIndex(len(problem.depots) + number)
        best = max(prize(problem, part, day) for day in range(len(problem.days)))
        model.AddDisjunction([node], round(best * CENTS))
        model.VehicleVar(node).SetValues(_fitting(out, part))
        _open(problem, time.CumulVar(node), part, out)
    for number, outing in enumerate(out):
        time.CumulVar(model.Start(number)).SetRange(outing.begin, outing.finish)
        time.CumulVar(model.End(number)).SetRange(outing.begin, outing.finish)
        model.SetFixedCostOfVehicle(round(problem.objective.cost_per_duty * CENTS), number)
    answer = model.SolveWithParameters(parameters(seconds))
    return [] if answer is None else list(_read(problem, model, manager, answer, out, parts))


def _fitting(out: list[Outing], part: Portion) -> list[int]:
    """Vehicles that may visit; -1 stands for nobody."""
    return [-1, *(n for n, outing in enumerate(out) if outing.serves(part.request))]


def _place(problem: Problem, node: int, parts: list[Portion]) -> int:
    first = len(problem.depots)
    return problem.depots[node].location if node < first else parts[node - first].request.location


def _cost(
    problem: Problem,
    model: pywrapcp.RoutingModel,
    parts: list[Portion],
) -> None:
    nodes = range(len(problem.depots) + len(parts))
    price, km = problem.objective.cost_per_km * CENTS, problem.travel.km
    place = [_place(problem, node, parts) for node in nodes]
    matrix = [[round(price * km[place[a], place[b]]) for b in nodes] for a in nodes]
    model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(matrix))


def _time(
    problem: Problem,
    model: pywrapcp.RoutingModel,
    out: list[Outing],
    parts: list[Portion],
) -> pywrapcp.RoutingDimension:
    registered = {}
    for kits in {len(outing.kits) for outing in out}:
        minutes = durations(problem, parts, kits).tolist()
        registered[kits] = model.RegisterTransitMatrix(minutes)
    transits = [registered[len(outing.kits)] for outing in out]
    horizon = max(outing.finish for outing in out)
    model.AddDimensionWithVehicleTransits(transits, horizon, horizon, False, "time")
    return model.GetDimensionOrDie("time")


def _open(problem: Problem, start: pywrapcp.IntVar, part: Portion, out: list[Outing]) -> None:
    spans = starts(problem, part, out)
    start.SetRange(spans[0][0], max(b for _, b in spans))
    for (_, latest), (opens, _) in pairwise(spans):
        if opens > latest + 1:
            start.RemoveInterval(latest + 1, opens - 1)


def parameters(seconds: float) -> object:
    """Cheapest insertion, then guided local search within the time."""
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    strategies = routing_enums_pb2.FirstSolutionStrategy
    heuristics = routing_enums_pb2.LocalSearchMetaheuristic
    parameters.first_solution_strategy = strategies.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = heuristics.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(round(seconds * 1000))
    return parameters


def _read(
    problem: Problem,
    model: pywrapcp.RoutingModel,
    manager: pywrapcp.RoutingIndexManager,
    answer: pywrapcp.Assignment,
    out: list[Outing],
    parts: list[Portion],
) -> Iterator[Route]:
    for number, outing in enumerate(out):
        stops, index = [], answer.Value(model.NextVar(model.Start(number)))
        while not model.IsEnd(index):
            stops.append(parts[manager.IndexToNode(index) - len(problem.depots)])
            index = answer.Value(model.NextVar(index))
        if stops:
            yield outing, stops
