"""The office with one PC: Prefect's server, its pages and the schedules, until Ctrl-C."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import httpx
import yaml
from prefect.schedules import Cron

from config.settings import ROOT

SECONDS_TO_START = 180.0
SECONDS_TO_STOP = 10.0


def deployments() -> list[Any]:
    """The deployments of ``prefect.yaml``, to be served by this process."""
    rows = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    return [
        _flow(row["entrypoint"]).to_deployment(
            row["name"],
            description=row["description"],
            parameters=row.get("parameters", {}),
            schedules=[
                Cron(schedule["cron"], timezone=schedule["timezone"])
                for schedule in row.get("schedules", ())
            ],
            _sync=True,
        )
        for row in rows
    ]


def _flow(entrypoint: str) -> Any:
    path, _, name = entrypoint.partition(":")
    return getattr(import_module(path.removesuffix(".py").replace("/", ".")), name)


@contextmanager
def prefect_server(port: int) -> Iterator[str]:
    """A Prefect server on this machine; gives the address of its pages.

    Raises
    ------
    RuntimeError
        If it does not start, in Bahasa Indonesia.
    """
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "PREFECT_API_URL": f"{address}/api"}
    command = [sys.executable, "-m", "prefect", "server", "start", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait(f"{address}/api/health", server)
        yield address
    finally:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(SECONDS_TO_STOP)
        server.kill()
        server.wait()


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(address).is_success:
                return
        time.sleep(0.2)
    raise RuntimeError("server Prefect tidak menyala; mungkin portanya dipakai program lain")
