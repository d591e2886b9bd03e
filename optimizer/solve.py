"""The narrow door: a problem in, the best checked plan within the limits out."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

from optimizer.columns.week import compile_week
from optimizer.faults import Fault, InvalidDocument
from optimizer.problem import Problem
from optimizer.result import Listener, Result
from optimizer.search.allowance import Allowance
from optimizer.search.improve import Course
from optimizer.search.incumbent import Incumbent


@dataclass(frozen=True, slots=True)
class Limits:
    """What a solve may use.

    Attributes
    ----------
    seconds
        Wall time, kept within 5 %.
    workers
        Threads of pricing and search.
    """

    seconds: float = 60.0
    workers: int = 2


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
        Time and threads.
    seed
        Start of the random choices.
    listener
        Hears of every better plan or bound, from the first second on.

    Returns
    -------
    Result
        Its plan keeps every hard rule: the independent checker has looked at it. Ctrl-C ends
        the search early and returns the best plan so far.

    Raises
    ------
    InvalidDocument
        If the pins cannot be met together; every other valid problem gets a plan.
    """
    began = monotonic()
    week = compile_week(problem)
    incumbent = Incumbent(week, began, listener)
    incumbent.offer(())
    allowance = Allowance(began, limits.seconds, limits.workers)
    try:
        if week.classes:
            with ThreadPoolExecutor(limits.workers) as threads:
                Course(week, incumbent, allowance, seed, threads).run()
        elif incumbent.worth is not None:
            incumbent.prove(incumbent.worth.score)
    except KeyboardInterrupt:
        pass
    plan = incumbent.finished(monotonic() - began)
    if plan is None:
        message = "tidak dapat dipenuhi bersama pin lainnya; ubah atau hapus salah satu"
        raise InvalidDocument(Fault(f"pins[{i}]", message) for i in range(len(problem.pins)))
    return Result(plan, seed, reproducible=False)
