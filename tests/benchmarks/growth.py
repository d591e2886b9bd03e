"""``python -m tests.benchmarks.growth``: time and memory against the number of requests.

Weeks of 30 to 1200 letters with a fleet that grows alike; each solve ends when it is proved best
or at its limit. The table and the plot go to ``var/bench/``.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib as mpl
import matplotlib.pyplot as plt

from tests.benchmarks.peers import FOLDER, measured
from tests.optimizer.weeks import Recipe, make

LETTERS = (30, 60, 120, 300, 600, 1200)
LETTERS_PER_TEAM = 18
SESSIONS = 24


@dataclass(frozen=True)
class Point:
    """One week's cost."""

    letters: int
    teams: int
    seconds: float
    megabytes: float
    gap: float | None


def point(letters: int, limit: float) -> Point:
    """Solve a week of so many letters."""
    teams = max(2, round(letters / LETTERS_PER_TEAM))
    recipe = Recipe(0, letters, min(SESSIONS, letters), teams, teams + 1)
    run = measured("jemputbola", make(recipe), limit, 0)
    return Point(letters, teams, run.seconds, run.megabytes, run.plan.gap)


def table(points: Sequence[Point]) -> str:
    """The points as Markdown."""
    lines = ["| letters | teams | seconds | MB | gap |", "| --- | --- | --- | --- | --- |"]
    for p in points:
        gap = "-" if p.gap is None else f"{p.gap:.2%}"
        lines.append(f"| {p.letters} | {p.teams} | {p.seconds:.1f} | {p.megabytes:.0f} | {gap} |")
    return "\n".join(lines) + "\n"


def plot(points: Sequence[Point], path: str) -> None:
    """Both curves on logarithmic axes."""
    mpl.use("Agg")
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    letters = [p.letters for p in points]
    left.loglog(letters, [p.seconds for p in points], marker="o")
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
