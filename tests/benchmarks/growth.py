"""``python -m tests.benchmarks.growth``: time and memory against the number of requests.

Weeks of 30 to 1200 letters with a fleet that grows alike; each solve ends when it is proved best
or at its limit. When which gap is proved tells what dominates: column generation brings the first
proof, all after it is cuts, branching and better plans. The table and the plot go to
``var/bench/``.
"""

import argparse
import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib as mpl
import matplotlib.pyplot as plt

from optimizer.plan import relative_gap
from optimizer.result import Progress
from optimizer.solve import Limits, solve
from tests.benchmarks.peers import FOLDER, megabytes_used
from tests.optimizer.weeks import Recipe, make

LETTERS = (30, 60, 120, 300, 600, 1200)
LETTERS_PER_TEAM = 18
SESSIONS = 24
FAR, NEAR = 0.1, 0.02


@dataclass(frozen=True)
class Point:
    """One week's cost; what never happened within the limit is None.

    Attributes
    ----------
    far, near
        Seconds until a proved gap of ``FAR``, and of ``NEAR``.
    seconds
        Until the end, start-up of the process included.
    """

    letters: int
    teams: int
    far: float | None
    near: float | None
    seconds: float
    megabytes: float
    gap: float | None


def point(letters: int, limit: float) -> Point:
    """Solve a week of so many letters in a process of its own."""
    teams = max(2, round(letters / LETTERS_PER_TEAM))
    recipe = Recipe(0, letters, min(SESSIONS, letters), teams, teams + 1)
    begun = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        said, gap, megabytes = pool.apply(_in_child, (recipe, limit))
    spent = time.monotonic() - begun
    gaps = [(p.elapsed, relative_gap(p.score, p.bound)) for p in said if p.bound is not None]
    far = next((elapsed for elapsed, left in gaps if left <= FAR), None)
    near = next((elapsed for elapsed, left in gaps if left <= NEAR), None)
    return Point(letters, teams, far, near, spent, megabytes, gap)


def _in_child(recipe: Recipe, limit: float) -> tuple[list[Progress], float | None, float]:
    said: list[Progress] = []
    plan = solve(make(recipe), Limits(limit, 2), listener=said.append).plan
    return said, plan.gap, megabytes_used()


def table(points: Sequence[Point]) -> str:
    """The points as Markdown."""
    lines = [
        f"| letters | teams | {FAR:.0%} proved s | {NEAR:.0%} proved s | end s | MB | gap |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for p in points:
        cells = (
            str(p.letters),
            str(p.teams),
            _told(p.far, ".1f"),
            _told(p.near, ".1f"),
            f"{p.seconds:.1f}",
            f"{p.megabytes:.0f}",
            _told(p.gap, ".2%"),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _told(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def plot(points: Sequence[Point], path: str) -> None:
    """Times and memory on logarithmic axes."""
    mpl.use("Agg")
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    letters = [p.letters for p in points]
    curves: dict[str, list[float | None]] = {
        f"{FAR:.0%} proved": [p.far for p in points],
        f"{NEAR:.0%} proved": [p.near for p in points],
        "end": [p.seconds for p in points],
    }
    for name, seconds in curves.items():
        left.loglog(letters, [s or float("nan") for s in seconds], marker="o", label=name)
    left.legend()
    right.loglog(letters, [p.megabytes for p in points], marker="o")
    left.set(xlabel="letters", ylabel="seconds")
    right.set(xlabel="letters", ylabel="MB")
    figure.savefig(path)
    plt.close(figure)


def main() -> None:
    """Run all sizes, smallest first, writing after each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=300.0, help="limit of each solve")
    arguments.add_argument("--letters", type=int, nargs="*", default=list(LETTERS))
    asked = arguments.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    points: list[Point] = []
    for letters in asked.letters:
        points.append(point(letters, asked.seconds))
        text = table(points)
        (FOLDER / "growth.md").write_text(text, encoding="utf-8")
        plot(points, str(FOLDER / "growth.png"))
        print(text.splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
