"""Waiting for what another process does, for as long as a busy machine may need."""

import subprocess
import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 240.0
"""Seconds; far more than anything here takes."""

T = TypeVar("T")


def eventually(look: Callable[[], T], good: Callable[[T], object] = bool) -> T:
    """Look again and again until what is found is good."""
    deadline = time.monotonic() + PATIENCE
    while not good(found := look()):
        assert time.monotonic() < deadline, f"it did not happen: {found}"
        time.sleep(0.2)
    return found


def end_of(process: subprocess.Popen[str]) -> int:
    """Read what a process still says; its exit code."""
    process.communicate(timeout=PATIENCE)
    return process.returncode
