"""The command line in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from config.settings import ROOT
from tests.flows.waiting import PATIENCE

COMMAND = (sys.executable, "-c", "from flows.cli import app; app()")


def start(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    """Start ``jemputbola ARGUMENTS`` with some environment on top, in its own process group."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "300", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``jemputbola ARGUMENTS`` to its end."""
    process = start(*arguments, **environment)
    output, errors = process.communicate(timeout=PATIENCE)
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Read the output until a line has the words."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return
    raise AssertionError(f"'{words}' never came: {process.stderr and process.stderr.read()}")


def sample(name: str) -> Path:
    """A file of the shipped sample week."""
    return ROOT / "data/samples" / name
