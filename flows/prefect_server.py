"""Prefect's server as a process of this machine, started anew whenever it dies."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

SECONDS_TO_START = 180.0
SECONDS_TO_STOP = 10.0
SECONDS_TO_REST = 2.0


@contextmanager
def prefect_server(port: int) -> Iterator[str]:
    """A Prefect server on this machine; gives the address of its pages.

    One that a killed program left running there is used as it is.

    Raises
    ------
    RuntimeError
        If it does not start, in Bahasa Indonesia.
    """
    address = f"http://127.0.0.1:{port}"
    if _answers(address):
        yield address
        return
    server = _Server(address, port)
    try:
        server.wait_until_it_answers()
        threading.Thread(target=server.keep_running, daemon=True).start()
        yield address
    finally:
        server.stop()


class _Server:
    def __init__(self, address: str, port: int) -> None:
        self._address = address
        self._command = [sys.executable, "-m", "prefect", "server", "start", "--port", str(port)]
        self._stopping = threading.Event()
        self._changing = threading.Lock()
        self._process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "PREFECT_API_URL": f"{self._address}/api"}
        return subprocess.Popen(self._command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self._process.poll() is None:
            if _answers(self._address):
                return
            time.sleep(0.2)
        raise RuntimeError("server Prefect tidak menyala; mungkin portanya dipakai program lain")

    def keep_running(self) -> None:
        while not self._stopping.is_set():
            self._process.wait()
            self._stopping.wait(SECONDS_TO_REST)
            with self._changing:
                if not self._stopping.is_set():
                    self._process = self._start()

    def stop(self) -> None:
        self._stopping.set()
        with self._changing, contextlib.suppress(subprocess.TimeoutExpired):
            self._process.terminate()
            self._process.wait(SECONDS_TO_STOP)
        self._process.kill()
        self._process.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/api/health").is_success
    except httpx.TransportError:
        return False
