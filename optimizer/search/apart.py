"""Plans bettered in a process of its own, so that nobody waits for this one's interpreter.

The process runs ``optimizer.search.worker``. Both compile the same week, so a plan can go over
as it is: each side sends its best one when that changes, and takes over what is better.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from threading import Thread
from time import sleep
from typing import IO

from optimizer.master.manning import Manned
from optimizer.problem import Problem
from optimizer.search.advice import Advice
from optimizer.search.incumbent import Incumbent

LOOKS = 0.2
"""Seconds between two looks at one's own plan."""
SELDOM = 10
"""Advice alone is only sent at every so many looks."""
PATIENCE = 1.0
"""Seconds that a thread is waited for once its process is gone."""
GARBAGE = (pickle.UnpicklingError, ValueError, AttributeError, ImportError, LookupError)
"""What unpickling raises where something else was printed into the pipe."""


@dataclass(frozen=True)
class Order:
    """What the process is to do."""

    problem: Problem
    start: tuple[Manned, ...]
    seconds: float
    seed: int


@dataclass(frozen=True)
class News:
    """A plan, and duties worth a thought."""

    manned: tuple[Manned, ...]
    advice: Advice = Advice()


class Apart:
    """The process, seen from the one that started it.

    Parameters
    ----------
    incumbent
        Takes over the plans of the process, and its own ones are sent.
    advice
        Duties worth a thought there.
    """

    def __init__(self, incumbent: Incumbent, order: Order, advice: Callable[[], Advice]) -> None:
        self._incumbent = incumbent
        self._advice = advice
        self._process = subprocess.Popen(
            [sys.executable, "-m", "optimizer.search.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._threads = [
            Thread(target=self._tell, args=(order,), daemon=True),
            Thread(target=self._hear, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and not any(thread.is_alive() for thread in self._threads):
                with suppress(OSError):
                    stream.close()

    def _tell(self, order: Order) -> None:
        stream = self._process.stdin
        assert stream is not None
        told = News(order.start)
        try:
            send(stream, order)
            for look in count():
                if self._process.poll() is not None or self._incumbent.closed:
                    break
                sleep(LOOKS)
                manned = self._incumbent.manned
                if manned is told.manned and look % SELDOM:
                    continue
                news = News(manned, self._advice())
                if manned is not told.manned or news.advice != told.advice:
                    told = news
                    send(stream, news)
        except OSError:  # the process is gone
            return
        self._process.kill()

    def _hear(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        for news in received(stream):
            self._incumbent.offer(news.manned)


def send(stream: IO[bytes], message: Order | News) -> None:
    """Put a message into the pipe."""
    pickle.dump(message, stream)
    stream.flush()


def received(stream: IO[bytes]) -> Iterable[News]:
    """Messages until the other side is gone."""
    while True:
        try:
            yield pickle.load(stream)  # noqa: S301 - from the process that was started here
        except (EOFError, OSError, *GARBAGE):
            return
