"""Many offices on Dask: the task that a worker runs, and the workers.

This module is imported by its full name, so that a worker finds the task; a flow file, which
Prefect loads by its path, could not be found there.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Semaphore
from typing import Any

from distributed import KilledWorker
from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.context import FlowRunContext
from prefect.task_runners import TaskRunner
from prefect_dask.task_runners import DaskTaskRunner

from flows.narrate import tell
from flows.regency_steps import RegencyPlan, plan_office
from optimizer.solve import Limits


class NoWorkers(Exception):
    """The Dask scheduler has no worker."""


class RegenciesFailed(Exception):
    """Some regencies have no plan; carries the reason of each, by code."""

    def __init__(self, reasons: Mapping[str, str]) -> None:
        self.reasons = dict(reasons)
        rows = "\n".join(f"{code}: {reason}" for code, reason in self.reasons.items())
        super().__init__(f"{len(self.reasons)} kabupaten belum punya rencana:\n{rows}")


@task(name="Rencana kabupaten", task_run_name="{folder.name}", cache_policy=NO_CACHE)
def plan_regency(folder: Path, week: str, limits: Limits, seed: int) -> RegencyPlan:
    """One solve; where it runs, the folder has the same path."""
    return plan_office(folder, week, limits, seed)


def workers(scheduler: str | None, count: int | None) -> TaskRunner[Any]:
    """Processes of this machine, or those of a scheduler that runs already.

    Here a solve whose process died is not tried again in the same run: what killed one process
    might kill them all.
    """
    if scheduler:
        return DaskTaskRunner(address=scheduler)
    return DaskTaskRunner(
        cluster_kwargs={
            "n_workers": count,
            "threads_per_worker": 1,
            "dashboard_address": "127.0.0.1:0",
            "scheduler_kwargs": {"allowed_failures": 0},
        }
    )


def one_each(folders: Sequence[Path], week: str, limits: Limits, seed: int) -> Iterator[Any]:
    """Futures of all folders, one at a time on each worker: a dead one takes no other along.

    Raises
    ------
    NoWorkers
        If nobody would compute.
    """
    free = Semaphore(_workers_ready())
    for number, folder in enumerate(folders, start=1):
        free.acquire()
        tell(f"{number}/{len(folders)}: {folder.name}")
        future = plan_regency.submit(folder, week, limits, seed)
        future.add_done_callback(lambda _: free.release())
        yield future


def _workers_ready() -> int:
    context = FlowRunContext.get()
    assert context is not None
    ready = len(context.task_runner.client.nthreads())  # type: ignore[attr-defined]
    if not ready:
        raise NoWorkers("penjadwal Dask belum punya pekerja; jalankan 'dask worker ALAMAT' dulu")
    return ready


def outcome(future: Any) -> RegencyPlan | str:
    """The plan, or why there is none."""
    try:
        plan: RegencyPlan = future.result()
    except KilledWorker:
        return "prosesnya mati sebelum selesai"
    except Exception as error:
        return str(error)
    return plan
