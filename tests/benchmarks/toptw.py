"""``make bench-toptw``: the engine and its peers on public orienteering problems, in one run.

Files are not ours to ship. They are taken from ``--folder`` or ``TOPTW_FOLDER`` (with
``best_known.csv``, if there), or else seeded ones of the same format are made. Every answer is
judged by the referee. The engine's lines are added to ``records/toptw.csv`` and held against the
latest line there with the same problem, seed and seconds.
"""

import argparse
import multiprocessing
import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean

from data.toptw.answer import answer_of
from data.toptw.referee import faults_of, profit_of
from data.toptw.week import problem_of
from optimizer.solve import Limits, solve
from tests.benchmarks.toptw_cases import Case, best_known, family, instances, sample
from tests.benchmarks.toptw_peers import Solver, by_pyvrp, by_routing, by_vroom
from tests.benchmarks.toptw_record import (
    Line,
    add_to_record,
    compared,
    machine,
    records,
    version,
)

OURS = "jemputbola"
PEERS: dict[str, Solver] = {"PyVRP": by_pyvrp, "VROOM": by_vroom, "OR-Tools routing": by_routing}
NEIGHBOUR = Path(__file__).parents[3] / "shared" / "benchmarks" / "toptw"


def answer(solver: str, case: Case, seconds: float, seed: int) -> tuple[float, float]:
    """Profit and bound of one solver, in a process of its own that has ended afterwards."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as pool:
        return pool.submit(_in_child, solver, case, seconds, seed).result()


def _in_child(solver: str, case: Case, seconds: float, seed: int) -> tuple[float, float]:
    instance, vehicles = case
    if solver == OURS:
        plan = solve(problem_of(instance, vehicles), Limits(seconds), seed).plan
        ours = answer_of(instance, vehicles, plan)
        routes, bound = ours.routes, ours.bound
    else:
        routes = tuple(PEERS[solver](instance, vehicles, seconds, seed))
        bound = instance.total_profit
    if faults := list(faults_of(instance, vehicles, routes)):
        raise ValueError(f"{solver} on {instance.name}: {faults}")
    return profit_of(instance, routes), bound


def table(gaps: Mapping[str, Sequence[tuple[str, float]]], proved: Mapping[str, list[bool]]) -> str:
    """Mean and worst gap to the best known, by family and solver, in per cent."""
    solvers = list(gaps)
    lines = [f"| family | problems | proved | {' | '.join(f'{s}: mean, worst' for s in solvers)} |"]
    lines.append("| --- " * (3 + len(solvers)) + "|")
    families = sorted(proved)
    for name in [*families, "all"]:
        shares = [p for f in families for p in proved[f] if name in (f, "all")]
        cells = []
        for solver in solvers:
            own = [gap for f, gap in gaps[solver] if name in (f, "all")]
            cells.append(f"{mean(own):.2%}, {max(own):.2%}")
        heads = f"| {name} | {len(shares)} | {mean(shares):.0%} "
        lines.append(f"{heads}| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Run the sample, problem by problem, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("TOPTW_FOLDER") or (NEIGHBOUR if NEIGHBOUR.exists() else None)
    arguments.add_argument("--folder", type=Path, default=default and Path(default))
    arguments.add_argument("--each", type=int, default=2, help="problems of each family")
    arguments.add_argument("--seconds", type=float, default=30.0)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--solvers", nargs="*", default=list(PEERS), choices=list(PEERS))
    asked = arguments.parse_args()
    known = best_known(asked.folder)
    gaps: dict[str, list[tuple[str, float]]] = {solver: [] for solver in (OURS, *asked.solvers)}
    proved: dict[str, list[bool]] = {}
    lines: list[Line] = []
    cases = sample(instances(asked.folder), known, asked.each, asked.seed)
    answer(OURS, cases[0], asked.seconds, asked.seed)  # compiles what is not cached yet
    begun = time.monotonic()
    for case in cases:
        instance, vehicles = case
        found = {solver: answer(solver, case, asked.seconds, asked.seed) for solver in gaps}
        best = known.get((instance.name, vehicles), max(profit for profit, _ in found.values()))
        for solver, (profit, _) in found.items():
            gaps[solver].append((family(instance.name), 1.0 - profit / best))
        profit, bound = found[OURS]
        proved.setdefault(family(instance.name), []).append(bound <= profit)
        shape = (instance.name, vehicles, asked.seed, asked.seconds)
        lines.append(Line(*shape, profit, bound, version(), machine()))
        told = "  ".join(f"{solver} {profit:g}" for solver, (profit, _) in found.items())
        print(f"{instance.name} {vehicles}: best {best:g}  bound {bound:g}  {told}", flush=True)
    print(table(gaps, proved), f"\n{time.monotonic() - begun:.0f} seconds in all")
    print(compared(records(), lines))
    add_to_record(lines)


if __name__ == "__main__":
    main()
