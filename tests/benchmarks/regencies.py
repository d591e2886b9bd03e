"""``python -m tests.benchmarks.regencies``: many offices on Dask against a raw process pool.

The same generated offices, one solve each, on 1 and 2 processes. Both sides count from their own
start to the last plan in its store; the Prefect server runs before. The ratio says what the flow
costs on top of the solves; the projection carries it to the whole country.
"""

import argparse
import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.regency_steps import plan_office
from optimizer.solve import Limits
from tests.benchmarks.peers import FOLDER
from tests.flows.letters import WEEK
from tests.flows.regencies import make_regencies

COUNTRY = 416 + 98
"""Kabupaten and kota of Indonesia."""
OFFICE_SECONDS = 60.0
"""Search time of an office's own week, the default of the settings."""
PORT = 4299


@dataclass(frozen=True)
class Side:
    """Both ways at one number of processes, in seconds of the wall clock."""

    workers: int
    pool: float
    dask: float

    @property
    def efficiency(self) -> float:
        """Share of the flow's time that the bare solves would need."""
        return self.pool / self.dask


def on_pool(folders: Sequence[Path], workers: int, seconds: float) -> None:
    """Nothing but processes."""
    limits = Limits(seconds, workers=1)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn) as pool:
        list(pool.map(partial(plan_office, week=WEEK, limits=limits, seed=0), folders))


def on_dask(folders: Sequence[Path], workers: int, seconds: float) -> None:
    """The flow as an office runs it."""
    from flows.forms import RegenciesForm
    from flows.regencies import plan_regencies

    os.environ["JEMPUTBOLA_REGENCIES"] = str(folders[0].parent)
    plan_regencies(RegenciesForm(week=WEEK, seconds=seconds, workers=workers))


Way = Callable[[Sequence[Path], int, float], None]


def timed(way: Way, offices: int, letters: int, workers: int, seconds: float) -> float:
    """Wall time of one way over fresh offices."""
    with TemporaryDirectory() as root:
        folders = make_regencies(Path(root), offices, letters)
        begun = time.monotonic()
        way(folders, workers, seconds)
        return time.monotonic() - begun


def table(sides: Sequence[Side], offices: int) -> str:
    """Both ways as Markdown."""
    lines = [
        f"| workers | raw pool, s | Dask flow, s | efficiency | s per office ({offices}) |",
        "| --- | --- | --- | --- | --- |",
    ]
    for s in sides:
        each = s.workers * s.dask / offices
        lines.append(
            f"| {s.workers} | {s.pool:.1f} | {s.dask:.1f} | {s.efficiency:.2f} | {each:.2f} |"
        )
    return "\n".join(lines) + "\n"


def projection(side: Side, offices: int, seconds: float) -> str:
    """Arithmetic from what was measured to all regencies and cities."""
    bare = side.workers * side.pool / offices
    flow = side.workers * (side.dask - side.pool) / offices
    one = OFFICE_SECONDS + (bare - seconds) + flow
    total = COUNTRY * one
    lines = [
        f"One office, {side.workers} workers: {seconds:g} s search + {bare - seconds:.2f} s "
        f"letters, store and papers + {flow:.2f} s Dask and Prefect",
        f"With an office's {OFFICE_SECONDS:g} s search: {OFFICE_SECONDS:g} + {bare - seconds:.2f} "
        f"+ {flow:.2f} = {one:.2f} s, of which the flow is {flow / one:.1%}",
        f"{COUNTRY} regencies and cities x {one:.2f} s = {total:.0f} s = {total / 3600:.1f} "
        "hours of one core",
    ]
    lines += [f"on {n} cores: {total / 3600 / n:.2f} hours" for n in (2, 8, 32)]
    return "\n".join(f"* {line}" for line in lines) + "\n"


def measured(offices: int, letters: int, seconds: float, workers: Sequence[int]) -> list[Side]:
    """Both ways at each number of workers, one after the other."""
    runs = partial(timed, offices=offices, letters=letters, seconds=seconds)
    return [Side(n, runs(on_pool, workers=n), runs(on_dask, workers=n)) for n in workers]


def main() -> None:
    """Start a Prefect server, measure, and write both tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--offices", type=int, default=40)
    arguments.add_argument("--letters", type=int, default=6)
    arguments.add_argument("--seconds", type=float, default=0.5, help="search time of each office")
    arguments.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    asked = arguments.parse_args()
    from flows.runtime import prepare_prefect

    FOLDER.mkdir(parents=True, exist_ok=True)
    prepare_prefect(FOLDER.absolute())
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{PORT}/api"
    from flows.prefect_server import prefect_server
    from tests.flows.conftest import end_prefect

    with prefect_server(PORT):
        sides = measured(asked.offices, asked.letters, asked.seconds, asked.workers)
        end_prefect()
    text = table(sides, asked.offices) + "\n" + projection(sides[-1], asked.offices, asked.seconds)
    (FOLDER / "regencies.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
