"""The narrow door: a problem in, the best checked plan within the limits out."""

import sys
from dataclasses import dataclass
from threading import Thread
from time import monotonic

from optimizer.columns.week import compile_week
from optimizer.faults import Fault, InvalidDocument
from optimizer.problem import Problem
from optimizer.result import Listener, Progress, Result
from optimizer.search.allowance import Allowance
from optimizer.search.improve import Course
from optimizer.search.incumbent import Incumbent

SWITCHING = 3e-4
"""Seconds after which a thread hands the interpreter over to one that waits."""
LISTENING = 0.1
"""Seconds between two looks at the progress."""
CLOSING = 0.02
"""Share of the time kept for the reasons of those left out."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a solve may use.

    Attributes
    ----------
    seconds
        Wall time, kept within 5 %.
    workers
        Threads of pricing and search.
    work
        If set, the reproducible mode: so many improvement steps on one thread instead of
        ``seconds`` and ``workers``; the same input then gives the same plan to the byte.
    """

    seconds: float = 60.0
    workers: int = 2
    work: int | None = None


def solve(
    problem: Problem,
    limits: Limits = Limits(),
    seed: int = 0,
    listener: Listener | None = None,
) -> Result:
    """Plan the week.

    Parameters
    ----------
    problem
        A valid problem.
    limits
        Time and threads, or counted work.
    seed
        Start of the random choices.
    listener
        Hears of better plans and bounds, from the first second on, on the caller's thread.

    Returns
    -------
    Result
        Its plan keeps every hard rule: the independent checker has looked at it. Ctrl-C ends
        the search early and returns the best plan so far.

    Raises
    ------
    InvalidDocument
        If no plan was found that meets all pins; every other valid problem gets a plan.
    """
    counted = limits.work is not None
    workers = 1 if counted else limits.workers
    allowance = Allowance(monotonic(), limits.seconds * (1 - CLOSING), workers, limits.work)
    week = compile_week(problem)
    incumbent = Incumbent(week)
    incumbent.offer(())
    course = Course(week, incumbent, allowance, seed)
    _watch(course, incumbent, allowance, listener)
    plan = incumbent.finished(0.0 if counted else monotonic() - allowance.began)
    if plan is None:
        message = "tidak ditemukan rencana yang memenuhi semua pin; beri waktu lebih atau ubah pin"
        raise InvalidDocument(Fault(f"pins[{i}]", message) for i in range(len(problem.pins)))
    return Result(plan, seed, reproducible=counted)


def _watch(
    course: Course, incumbent: Incumbent, allowance: Allowance, listener: Listener | None
) -> None:
    """Run the course on its own thread until it ends, time is up or Ctrl-C is pressed.

    Its threads leave the interpreter for compiled code thousands of times a second and should
    not wait long to come back.
    """
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCHING)
    runner = Thread(target=course.run)
    runner.start()
    told: tuple[float, float | None] | None = None
    try:
        while runner.is_alive() and allowance.left() > 0:
            runner.join(min(LISTENING, max(0.0, allowance.left())))
            state = incumbent.state()
            if listener is not None and state is not None and state != told:
                told = state
                listener(Progress(monotonic() - allowance.began, *state))
    except KeyboardInterrupt:
        pass
    finally:
        incumbent.close()
        sys.setswitchinterval(interval)
