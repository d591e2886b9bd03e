"""Plans bettered in a process of its own come over, and the process ends when it should."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import pytest

from optimizer.columns.week import Week, compile_week
from optimizer.search.advice import Advice
from optimizer.search.apart import Apart, Order, received
from optimizer.search.incumbent import Incumbent
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

pytestmark = pytest.mark.slow  # a process that compiles the search in a fresh checkout

PATIENCE = 120.0
ROOT = Path(__file__).parents[3]
ORPHAN = """
from tests.optimizer.search.test_apart import started
process = started()[1]
print(process.pid, flush=True)
import time
time.sleep(600)
"""


def within(seconds: float, done: Callable[[], bool]) -> bool:
    until = monotonic() + seconds
    while not done():
        if monotonic() > until:
            return False
        sleep(0.1)
    return True


def started(seconds: float = PATIENCE) -> tuple[Incumbent, Apart, Week]:
    compiled = compile_week(week("S", 3))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    order = Order(compiled.problem, incumbent.manned, seconds, 1)
    return incumbent, Apart(incumbent, order, Advice), compiled


class Pipes:
    """A process whose input can be read here, and that says nothing."""

    pid = 0

    def __init__(self, *_: object, **__: object) -> None:
        reading, writing = os.pipe()
        self.told, self.stdin = os.fdopen(reading, "rb"), os.fdopen(writing, "wb")
        self.stdout = BytesIO()
        self.ended = False

    def poll(self) -> int | None:
        return 0 if self.ended else None

    def kill(self) -> None:
        self.ended = True

    def wait(self) -> int:
        return 0


def test_advice_goes_over_though_the_plan_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    pipes = Pipes()
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pipes)
    compiled = compile_week(week("S", 3))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    advice = [Advice()]
    order = Order(compiled.problem, incumbent.manned, PATIENCE, 1)
    process = Apart(incumbent, order, lambda: advice[0])
    messages = received(pipes.told)
    try:
        assert isinstance(next(messages), Order)
        duties = tuple(column for column, _ in incumbent.manned)
        advice[0] = Advice(ranked=duties)
        assert next(messages).advice.ranked == duties
    finally:
        process.end()


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "\nState:\tZ" not in status.read_text()


def test_better_plans_come_over_and_the_process_ends() -> None:
    incumbent, process, _ = started()
    before = incumbent.worth
    try:
        assert before is not None
        assert within(
            PATIENCE, lambda: bool(incumbent.worth and incumbent.worth.better_than(before))
        )
    finally:
        process.end()
    assert not alive(process.pid)


def test_it_ends_as_soon_as_the_incumbent_is_closed() -> None:
    incumbent, process, _ = started()
    incumbent.close()
    assert within(PATIENCE, lambda: not alive(process.pid))
    process.end()


def test_it_ends_with_the_one_that_started_it() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert alive(child)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert within(PATIENCE, lambda: not alive(child))


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_process_that_dies_leaves_the_plan_as_it_was() -> None:
    incumbent, process, _ = started()
    before = incumbent.worth
    os.kill(process.pid, signal.SIGKILL)
    process.end()
    assert incumbent.worth == before
