"""VROOM: one job for every portion, skills for services and vehicle kinds.

Cannot express: prizes (a priority of 0 to 100 orders what is left out), fixed costs against
prizes, choice of vehicle, kits and head-counts (see ``crews``), visits a day, changes, pins.
It stops by itself.
"""

import datetime as dt
from math import ceil

import numpy as np
import vroom

from optimizer.problem import Problem
from tests.benchmarks.answers import Route
from tests.benchmarks.crews import Outing, Portion, starts, worth

HIGHEST = 100
PLAIN = 80


def routes(
    problem: Problem,
    out: list[Outing],
    parts: list[Portion],
    seconds: float,
    seed: int,
    effort: int = 5,
) -> list[Route]:
    """Best routes; VROOM knows no seed, only an effort of 0 to 5."""
    model = vroom.Input()
    minutes = problem.travel.whole_minutes.astype(np.uint32)
    model.set_durations_matrix(profile="car", matrix_input=minutes)
    model.set_costs_matrix(
        profile="car", matrix_input=np.rint(problem.travel.km * 10).astype(np.uint32)
    )
    for number, outing in enumerate(out):
        model.add_vehicle(_vehicle(problem, number, outing, parts))
    highest = max((worth(problem, part) for part in parts), default=1.0)
    for number, part in enumerate(parts):
        model.add_job(_jobs(problem, number, part, out, highest))
    answer = model.solve(effort, nb_threads=2, timeout=dt.timedelta(seconds=seconds))
    visits: dict[int, list[Portion]] = {}
    for _, row in answer.routes.iterrows():
        if row["type"] == "job":
            visits.setdefault(int(row["vehicle_id"]), []).append(parts[int(row["id"])])
    return [(out[number], stops) for number, stops in visits.items()]


def _vehicle(problem: Problem, number: int, outing: Outing, parts: list[Portion]) -> vroom.Vehicle:
    served = {n for n, part in enumerate(parts) if outing.serves(part.request)}
    return vroom.Vehicle(
        number,
        start=outing.depot,
        end=outing.depot,
        skills=served,
        time_window=(outing.begin, outing.finish),
        costs=vroom.VehicleCosts(fixed=round(problem.objective.cost_per_duty * 10)),
        type=str(len(outing.kits)),
    )


def _jobs(
    problem: Problem, number: int, part: Portion, out: list[Outing], highest: float
) -> list[vroom.Job]:
    spans = starts(problem, part, out)
    if not spans:
        return []
    kits = sorted({len(outing.kits) for outing in out if outing.serves(part.request)})
    promised = PLAIN + (HIGHEST - PLAIN) // part.of
    plain = ceil(PLAIN * worth(problem, part) / highest)
    return [
        vroom.Job(
            number,
            location=part.request.location,
            default_setup=part.setup,
            default_service=part.work(kits[0]),
            service_per_type={str(k): part.work(k) for k in kits},
            skills={number},
            priority=promised if part.request.must_serve else plain,
            time_windows=[vroom.TimeWindow(a - part.setup, b - part.setup) for a, b in spans],
        )
    ]
