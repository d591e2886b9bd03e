"""Prefect is imported here only: its test server starts once a test run, in one worker."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import ROOT
from flows.runtime import QUIET

OFFICE = ROOT / "config/office.toml"
SAMPLES = ROOT / "data/samples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests of the flows in one worker of pytest-xdist."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("prefect"))


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A real Prefect server with a database of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in QUIET.items():
            patch.setenv(name, value)
        patch.setenv("PREFECT_HOME", str(tmp_path_factory.mktemp("prefect")))
        from prefect.testing.utilities import prefect_test_harness

        with prefect_test_harness(server_startup_timeout=120):
            yield


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example office moved into a folder of its own, without letters; gives the folder."""
    samples = tmp_path / "kantor"
    (samples / "surat").mkdir(parents=True)
    for name in ("armada-2026-W49.toml", "kalender.toml"):
        shutil.copy(SAMPLES / name, samples)
    text = (
        OFFICE.read_text().replace('"../data/samples"', '"surat"').replace("../data/samples/", "")
    )
    (samples / "kantor.toml").write_text(text)
    monkeypatch.setenv("JEMPUTBOLA_OFFICE", str(samples / "kantor.toml"))
    monkeypatch.setenv("JEMPUTBOLA_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("JEMPUTBOLA_DATABASE_URL", raising=False)
    return samples
