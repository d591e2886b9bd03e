"""Bars of the timeline follow the printed times."""

from data.itineraries.journey import in_order, journey
from data.itineraries.timeline import Bar, Timeline, timeline
from optimizer.plan import Duty, Plan, Stop
from tests.data.itineraries.sample_week import DATES, book


def drawn(**changes: object) -> Timeline:
    week = book(**changes)
    return timeline(week, tuple(journey(week, duty) for duty in in_order(week)))


def one_duty(stop: Stop, depart: int, back: int) -> tuple[Bar, ...]:
    duty = Duty(DATES[0], "T1", "V1", ("K1",), (stop,), depart, back, 10.0)
    lines = drawn(plan=Plan("2026-W49", "feasible", 0, 0.0, None, 0.0, duties=(duty,)))
    return tuple(bar for bar in lines.days[0].rows[0].bars if bar.end > bar.start)


def test_every_day_has_its_duties_and_its_idle_teams() -> None:
    lines = drawn()
    assert [day.date for day in lines.days] == list(DATES)
    assert [len(day.rows) for day in lines.days] == [4, 3, 4, 2, 2]
    assert all(len(day.rows) + len(day.idle) == 6 for day in lines.days)


def test_the_axis_covers_all_duties_in_whole_hours() -> None:
    lines = drawn()
    assert (lines.opens, lines.closes) == (360, 960)
    assert (lines.place(360), lines.place(660), lines.place(960)) == (0, 50, 100)


def test_travel_waiting_service_and_break() -> None:
    assert one_duty(Stop("R1", 437, 450, 800, 110), 400, 860) == (
        Bar("travel", 400, 437),
        Bar("waiting", 437, 450),
        Bar("service", 450, 800, "SMAN 1 Kejayan", 110),
        Bar("travel", 800, 860),
        Bar("break", 720, 780),
    )


def test_a_break_is_no_waiting() -> None:
    bars = one_duty(Stop("R1", 700, 790, 900, 30), 660, 940)
    waiting = [(bar.start, bar.end) for bar in bars if bar.kind == "waiting"]
    assert waiting == [(700, 720), (780, 790)]


def test_a_week_without_duties_has_an_axis() -> None:
    lines = drawn(plan=Plan("2026-W49", "feasible", 0, 0.0, None, 0.0))
    assert len(lines.days) == 5 and lines.opens < lines.closes
