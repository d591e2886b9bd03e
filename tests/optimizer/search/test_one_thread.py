import threading
import time

from optimizer.solve import Limits, solve
from tests.optimizer.weeks import Recipe, make


def test_a_search_on_one_thread_ends_with_all_its_threads():
    before = set(threading.enumerate())
    solve(make(Recipe(seed=1, letters=8, sessions=3, teams=2, vehicles=3)), Limits(1.0, workers=1))
    deadline = time.monotonic() + 60
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not set(threading.enumerate()) - before
