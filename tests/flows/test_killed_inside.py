"""Each work on the record, killed before every one of its statements and commits.

Run again it leaves the record as if nobody had killed it.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from flows import plan_decisions as decisions
from flows import report_steps
from flows.workplace import open_workplace
from tests.flows.killing import keep_record, put_record_back, record
from tests.flows.people import hand_in_form
from tests.flows.weeks import WEEK, published_week, saved_draft

process = multiprocessing.get_context("fork")

pytestmark = pytest.mark.slow


def approve() -> None:
    place = open_workplace()
    decisions.approve(place, decisions.find_plan(place, WEEK), "Kepala Bidang")


def approved() -> None:
    saved_draft()
    approve()


def approved_again() -> None:
    """Another version of a published week."""
    published_week()
    saved_draft(people=50)
    approve()


def publish() -> None:
    place = open_workplace()
    decisions.publish(place, decisions.find_plan(place, WEEK))


def with_forms() -> None:
    stored = published_week()
    hand_in_form(stored, "1.csv", "50;8;2;sidik jari aus;;")
    hand_in_form(stored, "2.csv", "55;3;2;sidik jari aus;;")


def read_forms() -> None:
    place = open_workplace()
    list(report_steps.import_forms(place, report_steps.waiting_forms(place)))


def close() -> None:
    report_steps.close(open_workplace(), WEEK)


@pytest.mark.parametrize(
    ("before", "work"),
    [
        (int, saved_draft),
        (saved_draft, approve),
        (approved, publish),
        (approved_again, publish),
        (with_forms, read_forms),
        (published_week, close),
    ],
    ids=["draft", "approve", "publish", "publish again", "report", "close"],
)
def test_killed_before_every_statement(
    office: Path, before: Callable[[], object], work: Callable[[], object]
):
    open_workplace().store().close()
    before()
    keep_record()
    work()
    kept = record()
    for statement in count(1):
        put_record_back()
        if not dies_at(statement, work):
            break
        work()
        assert record() == kept, f"statement {statement}"
    assert statement > 10
    assert record() == kept


def dies_at(statement: int, work: Callable[[], object]) -> bool:
    """Whether the work has so many statements; it is killed before that one."""
    victim = process.Process(target=_die, args=(statement, work))
    victim.start()
    victim.join(60)
    assert victim.exitcode in (0, -signal.SIGKILL)
    return victim.exitcode != 0


def _die(statement: int, work: Callable[[], object]) -> None:
    numbers = count(1)

    def strike(*_: object) -> None:
        if next(numbers) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", strike)
    event.listen(Engine, "commit", strike)
    work()
    os._exit(0)  # what a fork of a pytest worker would do at its end is none of its business
