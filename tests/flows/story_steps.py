"""Steps of the story of an office: each runs a flow or a command, as its people would."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner

from config.settings import Settings
from data.requests import State
from data.store import StoredPlan
from flows import plan_decisions as decisions
from flows.cli import app
from flows.workplace import open_workplace
from tests.flows.accounts import Book
from tests.flows.people import Counts, break_down, fill_in, forbid
from tests.flows.story_plans import newest, past, promises_of, request, told_to

Telling = Callable[[int], Counts | None]


def some_stay_away(planned: int) -> Counts:
    absent, failed = planned // 10, planned // 40
    return planned - absent - failed, absent, failed


def all_came(planned: int) -> Counts:
    return planned, 0, 0


def nobody_came(planned: int) -> Counts:
    return 0, planned, 0


def nothing_told(planned: int) -> None:
    return None


def jemputbola(*arguments: object) -> None:
    ended = CliRunner().invoke(app, [*map(str, arguments)])
    assert ended.exit_code == 0, ended.output


def letters_are_gathered() -> int:
    from flows.intake import gather_requests

    return gather_requests()


def week_is_planned(week: str) -> StoredPlan:
    """By the schedule, which names no week: the next one is meant."""
    from flows.weekly import weekly_plan

    assert Path(weekly_plan()).name == week
    return newest(week)


def planner_forbids(week: str, session: str, date: dt.date) -> None:
    from flows.revise import revise_week

    workbook = Settings().week_folder(week) / "buku-kerja.xlsx"
    edited = Path(shutil.copy(workbook, Settings().var.parent / "suntingan.xlsx"))
    forbid(edited, session)
    revise_week({"week": week, "edits": str(edited)})
    assert (session, date) not in promises_of(newest(week))


def approved_and_published(book: Book, plan: str) -> set[tuple[str, dt.date]]:
    from flows.approval import approve_plan
    from flows.publish import publish_plan

    approve_plan({"plan": plan, "by": "Kepala Bidang", "decision": "setuju"})
    publish_plan({"plan": plan})
    announced = promises_of(decisions.find_plan(open_workplace(), plan))
    book.promised |= announced
    return announced


def vehicle_breaks_down(week: str) -> set[str]:
    """One that still has a duty ahead of it; gives the requests whose visits change."""
    from flows.replan import replan_week

    before, today = newest(week), open_workplace().now().date()
    vehicle = next(duty.vehicle for duty in before.plan.duties if duty.date >= today)
    break_down(vehicle, today)
    replan_week()
    after = newest(week)
    assert past(after, today) == past(before, today)
    assert vehicle not in {duty.vehicle for duty in after.plan.duties if duty.date >= today}
    old, new = told_to(before), told_to(after)
    return {request for request in old.keys() | new.keys() if old.get(request) != new.get(request)}


def village_cancels(week: str, letter: str) -> None:
    from flows.replan import replan_week

    assert request(letter).state is State.PROMISED
    replan_week({"cancelled": [request(letter).id]})


def form_is_filled_in(
    book: Book, week: str, tellings: dict[str, Telling], until: dt.date = dt.date.max
) -> None:
    """The form of the published plan, handed in again as it grows."""
    special = {request(letter).id: tell for letter, tell in tellings.items()}

    def tell(date: dt.date, name: str, planned: int) -> Counts | None:
        return special.get(name, some_stay_away)(planned) if date <= until else None

    form = Settings().week_folder(f"{week}-terbit") / "formulir-hasil.xlsx"
    book.told |= fill_in(form, Settings().var / "laporan" / f"{week}.xlsx", tell)


def reports_are_imported() -> None:
    jemputbola("report", "import", *(Settings().var / "laporan").glob("*.xlsx"))


def report_is_typed(book: Book, week: str, letter: str, tell: Telling) -> None:
    """At the keyboard, one visit after the other."""
    asked, names = request(letter).id, open_workplace().planning.fleet.names
    visits = newest(week).plan.visits()
    for duty, stop in ((duty, stop) for duty, stop in visits if stop.request == asked):
        served, absent, _ = tell(stop.people)
        about = ("--date", duty.date, "--team", duty.team, "--request", asked)
        jemputbola("report", "add", *about, "--served", served, "--absent", absent)
        book.told[duty.date, names[duty.team], asked] = served


def week_is_closed(**form: object) -> bool:
    """By the schedule: the week before is meant."""
    from flows.closing import close_week

    return close_week(form)


def withdraws(letter: str) -> None:
    about = ("--by", "petugas loket", "--reason", "pindah ke kecamatan")
    jemputbola("requests", "withdraw", request(letter).id, *about)


def everybody_is_told(week: str) -> None:
    messages = [message.id for message in decisions.messages(open_workplace(), week)]
    jemputbola("outbox", "done", *messages, "--by", "petugas loket")
