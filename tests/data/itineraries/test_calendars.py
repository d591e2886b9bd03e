"""Calendar files, read back by a second library."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

import vobject

from data.itineraries.book import WeekBook
from data.itineraries.calendars import site_calendar, team_calendar, visited
from optimizer.plan import Duty, Stop
from tests.data.itineraries.sample_week import DATES, HOSTILE, book, replanned
from tests.golden import assert_golden

JAKARTA = ZoneInfo("Asia/Jakarta")


def events(ics: bytes) -> list[vobject.base.Component]:
    return list(vobject.readOne(ics.decode()).contents.get("vevent", []))


def retimed(stop: Stop) -> Stop:
    return replace(stop, start=stop.start + 10, end=stop.end + 10)


def test_golden_file_of_a_moved_visit() -> None:
    assert_golden("site_calendar.ics", site_calendar(book(problem=replanned()), "R9").decode())


def test_times_are_jakarta_times() -> None:
    event = events(site_calendar(book(), "R9"))[0]
    assert event.dtstart.value == dt.datetime(2026, 12, 1, 7, 36, tzinfo=JAKARTA)
    assert event.dtend.value == dt.datetime(2026, 12, 1, 11, 46, tzinfo=JAKARTA)


def test_a_team_finds_all_its_visits() -> None:
    week = book()
    for team in week.teams:
        visits = sum(len(duty.stops) for duty in week.plan.duties if duty.team == team)
        assert len(events(team_calendar(week, team))) == visits


def test_uid_stays_and_sequence_rises_when_a_visit_is_retimed() -> None:
    duties = book().plan.duties
    later = (replace(duty, stops=tuple(map(retimed, duty.stops))) for duty in duties)
    (before,), (after,) = (events(site_calendar(week, "R9")) for week in published_again(later))
    assert before.uid.value == after.uid.value
    assert (before.sequence.value, after.sequence.value) == ("3", "4")
    assert after.status.value == "CONFIRMED"


def published_again(duties: Iterable[Duty]) -> tuple[WeekBook, WeekBook]:
    """The sample week as published, and published again with other duties."""
    first = book(state="published")
    problem = replace(first.problem, previous=first.plan.duties)
    plan = replace(first.plan, duties=tuple(duties))
    return first, book(state="published", version=4, plan=plan, problem=problem)


def instead(request: str, *duties: Duty) -> Iterator[Duty]:
    """The sample duties, with others in place of those that visit a request alone."""
    for duty in book().plan.duties:
        if [stop.request for stop in duty.stops] != [request]:
            yield duty
    yield from duties


def duty_to(request: str) -> Duty:
    return next(d for d in book().plan.duties if [s.request for s in d.stops] == [request])


def told(week: WeekBook, team: str | None = None) -> dict[str, tuple[str, str, dt.date]]:
    """Status, sequence and date by UID, in the file of R9 or of a team."""
    ics = team_calendar(week, team) if team else site_calendar(week, "R9")
    return {
        event.uid.value: (event.status.value, event.sequence.value, event.dtstart.value.date())
        for event in events(ics)
    }


def test_a_visit_moved_to_another_day_is_the_same_event() -> None:
    moved = replace(duty_to("R9"), date=DATES[3])
    before, after = map(told, published_again(instead("R9", moved)))
    ((uid, was),) = before.items()
    assert was == ("CONFIRMED", "3", DATES[1])
    assert after == {uid: ("CONFIRMED", "4", DATES[3])}


def test_the_team_that_keeps_a_moved_visit_sees_no_cancellation() -> None:
    moved = replace(duty_to("R9"), date=DATES[3])
    before, after = (told(week, "T2") for week in published_again(instead("R9", moved)))
    assert after.keys() == before.keys()
    assert {status for status, _, _ in after.values()} == {"CONFIRMED"}


def test_a_visit_given_to_another_team_is_cancelled_for_the_first_only() -> None:
    given = replace(duty_to("R9"), team="T6")
    _, week = published_again(instead("R9", given))
    ((uid, now),) = told(week).items()
    assert now == ("CONFIRMED", "4", DATES[1])
    assert told(week, "T2")[uid][0] == "CANCELLED"
    assert told(week, "T6")[uid] == now


def test_a_second_visit_gets_an_event_of_its_own_and_losing_it_cancels_one() -> None:
    one = duty_to("R9")
    two = replace(one, date=DATES[3])
    first, week = published_again(instead("R9", one, two))
    assert [status for status, _, _ in told(week).values()] == ["CONFIRMED"] * 2
    assert told(first).keys() < told(week).keys()
    back = replace(first, version=5, problem=replace(week.problem, previous=week.plan.duties))
    assert sorted(status for status, _, _ in told(back).values()) == ["CANCELLED", "CONFIRMED"]
    assert told(back).keys() == told(week).keys()


def test_a_lost_visit_is_cancelled_for_site_and_team() -> None:
    week = book(state="published", problem=replanned())
    (lost,) = events(site_calendar(week, "R20"))
    assert lost.status.value == "CANCELLED"
    assert [event.uid.value for event in events(team_calendar(week, "T6"))].count(
        lost.uid.value
    ) == 1
    assert "R20" in visited(week) and "R20" not in visited(book())


def test_uids_are_distinct_and_hostile_names_do_not_break_lines() -> None:
    week = book()
    found = [event for team in week.teams for event in events(team_calendar(week, team))]
    assert len({event.uid.value for event in found}) == len(found)
    assert any(event.summary.value.startswith(HOSTILE) for event in found)


def test_a_name_with_line_breaks_cannot_add_properties() -> None:
    requests = dict(book().requests)
    name = "SMA\r\nSTATUS:CANCELLED\nEND:VEVENT"
    requests["R9"] = requests["R9"].model_copy(update={"institution": name})
    (event,) = events(site_calendar(book(requests=requests, state="published"), "R9"))
    assert event.status.value == "CONFIRMED"
