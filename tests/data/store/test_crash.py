"""The store when processes die or work at the same time; every process is a real one."""

import multiprocessing
import os
import signal
import time
from multiprocessing.connection import Connection

import pytest
from sqlalchemy import event

from data.requests import State
from data.store import Store, open_store
from tests.data.store.builders import NOW, letter, week_plan, week_problem

process = multiprocessing.get_context("fork")


def letters(first: int, last: int) -> list:
    return [letter(number) for number in range(first, last)]


def contents(store: Store):
    return [
        (request, [(step.to_state, step.changes) for step in store.history(request.id)])
        for request in store.requests()
    ]


def import_and_stall(url: str, rows: int, statement: str, stalled: Connection) -> None:
    """Import until a statement has run, then wait to be killed."""
    with open_store(url) as store:

        @event.listens_for(store.engine, "after_cursor_execute")
        def stall(_connection, _cursor, text, *_):
            if text.startswith(statement):
                stalled.send(True)
                time.sleep(60)

        store.import_requests(letters(0, rows), "surat.xlsx", "loket", NOW)


def kill_while(url: str, rows: int, statement: str) -> None:
    here, there = process.Pipe()
    importer = process.Process(target=import_and_stall, args=(url, rows, statement, there))
    importer.start()
    assert here.poll(60)
    os.kill(importer.pid, signal.SIGKILL)
    importer.join()
    assert importer.exitcode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("rows", "statement"), [(5_000, "INSERT INTO history"), (300, "INSERT INTO request")]
)
def test_a_killed_import_leaves_nothing_and_can_be_repeated(url, rows, statement):
    kill_while(url, rows, statement)
    with open_store(url) as store:
        assert store.requests() == ()
        report = store.import_requests(letters(0, rows), "surat.xlsx", "loket", NOW)
        assert len(report.new) == rows
        assert len(store.requests()) == rows
        some = (0, 17, rows - 1)
        assert [store.request(f"R{number}") for number in some] == [letter(n) for n in some]
        assert all(len(store.history(f"R{number}")) == 1 for number in some)


def test_a_killed_update_leaves_the_letters_as_they_were(url):
    with open_store(url) as store:
        store.import_requests([letter(n, people=50) for n in range(20)], "a", "loket", NOW)
        before = contents(store)
    kill_while(url, 20, "UPDATE request")
    with open_store(url) as store:
        assert contents(store) == before


def import_some(url: str, first: int, last: int) -> None:
    with open_store(url) as store:
        for start in range(first, last, 25):
            store.import_requests(letters(start, start + 25), "surat.xlsx", "loket", NOW)


def plan_often(url: str, people: int) -> None:
    with open_store(url) as store:
        for more in range(8):
            asked = letter(1)
            plan = week_plan(("R1", people + more))
            store.save_draft(week_problem(asked), plan, [asked], NOW)


def test_processes_at_work_together_lose_nothing(url):
    workers = [
        process.Process(target=import_some, args=(url, 0, 200)),
        process.Process(target=import_some, args=(url, 100, 300)),
        process.Process(target=plan_often, args=(url, 20)),
        process.Process(target=plan_often, args=(url, 50)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    with open_store(url) as store:
        versions = [plan.version for plan in store.plan_versions("35.14", "2026-W49")]
        assert versions == list(range(1, 17))
        assert len(store.requests()) == 300
        creations = [
            [step for step in store.history(f"R{n}") if step.from_state is None] for n in range(300)
        ]
        assert {len(steps) for steps in creations} == {1}


def test_two_processes_that_open_an_empty_database_migrate_it_once(url):
    workers = [process.Process(target=import_some, args=(url, 0, 25)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    with open_store(url) as store:
        assert {request.state for request in store.requests()} == {State.PENDING}
