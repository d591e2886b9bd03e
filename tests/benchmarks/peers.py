"""``python -m tests.benchmarks.peers --size M --seeds 2 --seconds 60``: ours beside the others.

The same weeks, the same machine, the same seconds, one process after the other. Every answer is
scored and checked by our checker. Weeks go without pins and previous plan: most peers cannot
express them.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from optimizer.check import check
from optimizer.plan import Plan
from optimizer.problem import Problem
from optimizer.solve import Limits, solve
from tests.benchmarks import by_pyvrp, by_routing, by_vroom
from tests.benchmarks.answers import Route, plan_of
from tests.benchmarks.crews import Outing, Portion
from tests.benchmarks.pairing import best_split
from tests.optimizer.builders import plan as claimed
from tests.optimizer.oracles.circuits import solve_circuits
from tests.optimizer.weeks import week

FOLDER = Path("var/bench")
Routes = Callable[[Problem, list[Outing], list[Portion], float, int], list[Route]]


@dataclass(frozen=True)
class Run:
    """One solver on one week."""

    solver: str
    plan: Plan
    seconds: float
    megabytes: float
    violations: int


def ours(problem: Problem, seconds: float, seed: int) -> Plan:
    """Our plan with its bound."""
    return solve(problem, Limits(seconds, 2), seed).plan


def by_routes(routes: Routes) -> Callable[[Problem, float, int], Plan]:
    """A peer that answers with routes; a third of its time goes to pairing and cutting."""

    def answer(problem: Problem, seconds: float, seed: int) -> Plan:
        begun = time.monotonic()
        out, parts = best_split(problem, seconds / 3)
        found = routes(problem, out, parts, seconds - (time.monotonic() - begun), seed)
        return plan_of(problem, found, time.monotonic() - begun)

    return answer


def by_cp_sat(problem: Problem, seconds: float, seed: int) -> Plan:
    """Plain CP-SAT on the whole problem; a leg only to the ten nearest sites."""
    found = solve_circuits(problem, seconds, workers=2, seed=seed, nearest=10)
    return claimed(problem, *(found.duties or ()))


SOLVERS: dict[str, Callable[[Problem, float, int], Plan]] = {
    "jemputbola": ours,
    "PyVRP": by_routes(by_pyvrp.routes),
    "VROOM": by_routes(by_vroom.routes),
    "OR-Tools routing": by_routes(by_routing.routes),
    "CP-SAT": by_cp_sat,
}


def measured(solver: str, problem: Problem, seconds: float, seed: int) -> Run:
    """One run in a process of its own, start-up included in its time."""
    begun = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        plan, megabytes = pool.apply(_in_child, (solver, problem, seconds, seed))
    spent = time.monotonic() - begun
    return Run(solver, plan, spent, megabytes, len(check(problem, plan)))


def _in_child(solver: str, problem: Problem, seconds: float, seed: int) -> tuple[Plan, float]:
    return SOLVERS[solver](problem, seconds, seed), megabytes_used()


def megabytes_used() -> float:
    """Most memory of this process and the largest of those it started, together."""
    own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own.ru_maxrss + others.ru_maxrss) / 1024


HEADER = (
    "| week | solver | missed promises | score | of our bound | seconds | MB | faults |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |"
)


def row(name: str, run: Run, bound: float | None) -> str:
    """A line of the table."""
    share = f"{run.plan.score / bound:.2%}" if bound else "-"
    cells = (
        name,
        run.solver,
        run.plan.must_serve_missed,
        f"{run.plan.score:.2f}",
        share,
        f"{run.seconds:.1f}",
        f"{run.megabytes:.0f}",
        run.violations,
    )
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Run and write the table, line by line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--size", default="M", choices=["S", "M", "L", "XL"])
    arguments.add_argument("--seeds", type=int, default=2)
    arguments.add_argument("--seconds", type=float, default=60.0)
    arguments.add_argument("--solvers", nargs="*", default=list(SOLVERS), choices=list(SOLVERS))
    asked = arguments.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"peers-{asked.size}.md").open("w", encoding="utf-8") as table:
        _say(table, HEADER)
        for seed in range(asked.seeds):
            problem = replace(week(asked.size, seed), pins=(), previous=())
            bound = None
            for solver in asked.solvers:
                run = measured(solver, problem, asked.seconds, seed)
                bound = run.plan.bound if solver == "jemputbola" else bound
                _say(table, row(f"{asked.size}-{seed}", run, bound))


def _say(table: object, line: str) -> None:
    for file in (table, sys.stdout):
        print(line, file=file, flush=True)


if __name__ == "__main__":
    main()
