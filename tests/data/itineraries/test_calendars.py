"""Calendar files, read back by a second library."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import vobject

from data.itineraries.calendars import site_calendar, team_calendar, visited
from optimizer.plan import Stop
from tests.data.itineraries.sample_week import HOSTILE, book, replanned
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
    first = book(state="published")
    later = [
        replace(
            duty, stops=tuple(replace(s, start=s.start + 10, end=s.end + 10) for s in duty.stops)
        )
        for duty in first.plan.duties
    ]
    second = book(
        state="published",
        version=4,
        plan=replace(first.plan, duties=tuple(later)),
        problem=replace(first.problem, previous=first.plan.duties),
    )
    (before,), (after,) = (events(site_calendar(week, "R9")) for week in (first, second))
    assert before.uid.value == after.uid.value
    assert (before.sequence.value, after.sequence.value) == ("3", "4")
    assert after.status.value == "CONFIRMED"


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
