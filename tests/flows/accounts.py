"""The tester's own book of an office, kept beside the program's, and their comparison."""

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy import text
from typer.testing import CliRunner

from data.requests import State
from data.store import Store
from data.store.health import check_store
from data.weekdays import week_of
from flows.cli import app
from flows.ledger_steps import kecamatan_rows, promise_rows
from flows.workplace import open_workplace

Stop = tuple[dt.date, str, str]


@dataclass
class Book:
    """What was announced, and what the field told of it, the last word on each stop."""

    promised: set[tuple[str, dt.date]] = field(default_factory=set)
    told: dict[Stop, int] = field(default_factory=dict)

    def served(self, request: str) -> int:
        return sum(served for (_, _, name), served in self.told.items() if name == request)

    @property
    def recorded(self) -> int:
        """People served at the sites of letters."""
        return sum(n for (_, _, name), n in self.told.items() if not name.startswith("KM-"))

    @property
    def at_sessions(self) -> int:
        return sum(self.told.values()) - self.recorded

    def kept(self, request: str, date: dt.date) -> bool:
        return any(n for (day, _, name), n in self.told.items() if (name, day) == (request, date))


def assert_all_adds_up(book: Book, weeks: tuple[str, ...]) -> None:
    with open_workplace().store() as store:
        assert_every_person_is_accounted_for(store, book)
        assert_each_number_and_message_is_given_once(store)
        assert check_store(store) == ()
    assert {week_of(date) for _, date in book.promised} == set(weeks)
    for week in weeks:
        assert_promises(book, week)
    assert_kecamatan(book, weeks[-1])
    told = CliRunner().invoke(app, ["ledger", "cards"])
    assert f"{book.recorded} kartu menunggu dicetak" in told.output


def assert_every_person_is_accounted_for(store: Store, book: Book) -> None:
    for request in store.requests():
        served = book.served(request.id)
        assert request.people == served + request.people_left, request.institution
        assert (request.state is State.SERVED) == (request.people_left == 0)
    assert not [r for r in store.requests() if r.promised_dates]


def assert_promises(book: Book, week: str) -> None:
    promised = {promise for promise in book.promised if week_of(promise[1]) == week}
    outcomes = [row["Janji"] for row in promise_rows(open_workplace(), week)]
    kept, moved, broken = map(outcomes.count, ("ditepati", "dipindah", "tidak ditepati"))
    assert kept + moved + broken == len(outcomes) == len(promised)
    assert kept == sum(book.kept(*promise) for promise in promised)


def assert_kecamatan(book: Book, week: str) -> None:
    rows = kecamatan_rows(open_workplace(), week)
    with open_workplace().store() as store:
        letters = store.requests()
    for row in rows:
        here = [letter for letter in letters if letter.site.kecamatan == row["Kecamatan"]]
        asked = sum(letter.people for letter in here if letter.state is not State.WITHDRAWN)
        assert int(row["Diminta"]) == asked
        assert int(row["Terlayani"]) == sum(book.served(letter.id) for letter in here)
    assert sum(int(row["Terlayani"]) for row in rows) == book.recorded
    assert sum(int(row["Di sesi Kenduren Mas"]) for row in rows) == book.at_sessions


def assert_each_number_and_message_is_given_once(store: Store) -> None:
    with store.reading() as session:
        numbers = session.execute(
            text("SELECT series, year, number, id FROM register ORDER BY series, year, number")
        ).all()
        owed = session.execute(text("SELECT plan, series, subject, register FROM outbox")).all()
    for series in {row.series for row in numbers}:
        given = [row.number for row in numbers if row.series == series]
        assert given == list(range(1, len(given) + 1))
    assert len({(row.plan, row.series, row.subject) for row in owed}) == len(owed)
    used = sorted(row.register for row in owed if row.register is not None)
    assert used == sorted(row.id for row in numbers)
