"""The process that ``optimizer.search.apart`` starts."""

import os
import pickle
import sys
from collections.abc import Iterable
from functools import partial
from threading import Thread
from time import monotonic, sleep
from typing import IO

from optimizer.columns.week import compile_week
from optimizer.search.advice import Advice
from optimizer.search.allowance import Allowance
from optimizer.search.apart import LOOKS, News, Order, received, send
from optimizer.search.bettering import Bettering
from optimizer.search.incumbent import Incumbent
from optimizer.search.promising import search_promises


class _Worker:
    """The process, seen from inside."""

    def __init__(self, order: Order, out: IO[bytes]) -> None:
        self._out = out
        self._advice = Advice()
        week = compile_week(order.problem)
        self._incumbent = Incumbent(week)
        self._incumbent.offer(order.start)
        self._told = self._incumbent.manned
        allowance = Allowance(monotonic(), order.seconds, 1)
        self._allowance = allowance
        self._promises = partial(search_promises, week, self._incumbent, allowance, order.seed)
        self._bettering = Bettering(
            week, self._incumbent, allowance, order.seed, lambda: self._advice
        )

    def run(self) -> None:
        """Better the plan, promises alone first, until time is up; tell of every better one."""
        Thread(target=self._tell, daemon=True).start()
        self._promises()
        while self._allowance.go_on() and not self._incumbent.optimal():
            self._bettering.run(self._allowance.go_on)
            sleep(LOOKS)  # without a plan there is nothing to better yet

    def hear(self, messages: Iterable[News]) -> None:
        """Take over what the other side sends; end when it has ended."""
        for news in messages:
            self._advice = news.advice
            self._incumbent.offer(news.manned)
        os._exit(0)

    def _tell(self) -> None:
        while True:
            sleep(LOOKS)
            if self._incumbent.manned is not self._told:
                self._told = self._incumbent.manned
                send(self._out, News(self._told))


def main() -> None:
    """Better the plan that comes in; whatever the solvers print goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    worker = _Worker(order, out)
    Thread(target=worker.hear, args=(received(sys.stdin.buffer),), daemon=True).start()
    worker.run()
    os._exit(0)


if __name__ == "__main__":
    main()
