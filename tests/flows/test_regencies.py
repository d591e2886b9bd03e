"""Many offices in one run. The slow tests use real Dask processes and a real server."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from config.settings import Settings
from data.store import open_store
from flows.regency_steps import OFFICE_FILE, open_office, plan_office, regency_folders
from optimizer.faults import InvalidDocument
from optimizer.solve import Limits
from tests.flows import commands
from tests.flows.killing import kill_after
from tests.flows.letters import WEEK
from tests.flows.regencies import make_regencies
from tests.flows.waiting import PATIENCE, eventually

LIMITS = Limits(seconds=0.5, workers=1)


@pytest.fixture
def regencies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "kabupaten"
    monkeypatch.setenv("JEMPUTBOLA_REGENCIES", str(root))
    monkeypatch.setenv("JEMPUTBOLA_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("JEMPUTBOLA_DATABASE_URL", raising=False)
    return root


def versions(folder: Path) -> list[int]:
    with open_store(Settings().of_regency(folder).store_url) as store:
        return [plan.version for plan in store.plan_versions(folder.name, WEEK)]


def run(api: str, *options: object) -> subprocess.CompletedProcess[str]:
    return commands.run("regencies", WEEK, "--seconds", 0.5, *options, PREFECT_API_URL=api)


def test_no_folder_of_an_office_is_told_with_its_remedy(regencies: Path):
    with pytest.raises(InvalidDocument, match=r"kantor\.toml"):
        regency_folders(regencies)


def test_a_folder_of_another_regency_is_refused(regencies: Path):
    folder, _ = make_regencies(regencies, 2, letters=1)
    moved = shutil.copytree(folder, regencies / "91.99")
    with pytest.raises(InvalidDocument, match=r"90\.01 tidak sama dengan nama foldernya"):
        open_office(moved)


def test_offices_never_share_a_database(regencies: Path, monkeypatch: pytest.MonkeyPatch):
    folder = regencies / "90.01"
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", "postgresql://server/jemputbola")
    with pytest.raises(InvalidDocument, match=r"\{kode\}"):
        Settings().of_regency(folder)
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", "postgresql://server/jemputbola_{kode}")
    assert Settings().of_regency(folder).store_url == "postgresql://server/jemputbola_90_01"


@pytest.mark.slow
def test_an_office_is_solved_once_and_its_lost_papers_come_back(regencies: Path):
    (folder,) = make_regencies(regencies, 1, letters=3)
    first = plan_office(folder, WEEK, LIMITS, seed=0)
    shutil.rmtree(folder / "var" / WEEK)
    again = plan_office(folder, WEEK, LIMITS, seed=0)
    assert (first.solved, again.solved) == (True, False)
    assert (again.version, again.people) == (first.version, first.people)
    assert (folder / "var" / WEEK / "buku-rencana.html").is_file()


@pytest.mark.slow
def test_two_runs_at_one_office_leave_one_plan(regencies: Path):
    (folder,) = make_regencies(regencies, 1, letters=3)
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda seed: plan_office(folder, WEEK, LIMITS, seed), (1, 2)))
    assert versions(folder) == [1]
    assert len({plan.people for plan in found}) == 1


@pytest.mark.slow
def test_a_faulty_office_is_named_and_stops_no_other(regencies: Path, prefect_api: str):
    broken, sound = make_regencies(regencies, 2, letters=3)
    text = (broken / OFFICE_FILE).read_text()
    (broken / OFFICE_FILE).write_text(text.replace('nama_zona = "WIB"', ""))
    ended = run(prefect_api, "--workers", 1)
    assert ended.returncode == 1, ended.stderr
    assert "90.01: " in ended.stderr
    assert "nama_zona: belum diisi" in ended.stderr
    assert "90.02" not in ended.stderr
    assert versions(sound) == [1]


@pytest.mark.slow
def test_a_dead_worker_costs_only_its_own_solve(regencies: Path, prefect_api: str):
    folders = make_regencies(regencies, 4, letters=3)
    started = commands.start(
        "regencies", WEEK, "--seconds", 4, "--workers", 2, PREFECT_API_URL=prefect_api
    )
    eventually((folders[1] / "var/jemputbola.db").is_file)
    os.kill(worker_of(started.pid), signal.SIGKILL)
    output, errors = started.communicate(timeout=PATIENCE)
    assert started.returncode == 1, output + errors
    (lost,) = [folder for folder in folders if not versions(folder)]
    assert f"{lost.name}: prosesnya mati" in errors
    assert all(folder.name not in errors for folder in folders if folder != lost)

    again = run(prefect_api, "--workers", 1)
    assert again.returncode == 0, again.stderr
    assert "1 dihitung, 3 sudah ada, 0 gagal" in again.stdout
    assert [versions(folder) for folder in folders] == [[1]] * 4


@pytest.mark.slow
def test_a_run_killed_with_its_workers_leaves_the_rest_to_the_next(
    regencies: Path, prefect_api: str
):
    folders = make_regencies(regencies, 3, letters=3)
    asked = ("regencies", WEEK, "--seconds", 0.5, "--workers", 1)
    kill_after("2/3: 90.02", *asked, PREFECT_API_URL=prefect_api)
    ended = run(prefect_api, "--workers", 1)
    assert ended.returncode == 0, ended.stderr
    assert [versions(folder) for folder in folders] == [[1]] * 3
    assert all((folder / "var" / WEEK / "buku-rencana.html").is_file() for folder in folders)


@pytest.mark.slow
def test_workers_of_a_scheduler_elsewhere_are_used(
    regencies: Path, prefect_api: str, dask_scheduler: str
):
    folders = make_regencies(regencies, 2, letters=3)
    ended = run(prefect_api, "--scheduler", dask_scheduler)
    assert ended.returncode == 0, ended.stderr
    assert [versions(folder) for folder in folders] == [[1], [1]]


@pytest.fixture
def dask_scheduler(regencies: Path, prefect_api: str) -> Iterator[str]:
    """A cluster that another process keeps; gives its address."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster.scheduler_address


def worker_of(pid: int) -> int:
    """One of the Dask processes that a run has started."""
    children = psutil.Process(pid).children()
    return next(c.pid for c in children if "spawn_main" in " ".join(c.cmdline()))
