from data.replanning import Disruption, changed_week, days_ahead
from tests.data.replanning.weeks import DUTIES, LEFT, MONDAY, TUESDAY, problem


def changed(left=LEFT, reported=(), today=None, **happened):
    disruption = Disruption(TUESDAY, **happened)
    return changed_week(problem(), DUTIES, today or problem(), disruption, left, reported)


def test_only_promised_people_are_asked_for_and_must_be_served():
    week = changed()
    assert {r.id: (r.people, r.must_serve) for r in week.requests} == {
        "R1": (60, False),
        "R2": (25, True),
        "R3": (25, True),
    }
    assert week.previous == DUTIES


def test_only_visits_made_stay_open_in_the_past():
    opened = {r.id: MONDAY in r.windows for r in changed().requests}
    assert opened == {"R1": True, "R2": False, "R3": False}


def test_the_past_is_no_part_of_what_is_searched():
    ahead = days_ahead(changed(), DUTIES[:1], TUESDAY)
    assert [day.date for day in ahead.days] == [TUESDAY]
    assert {r.id: r.people for r in ahead.requests} == {"R1": 30, "R2": 25, "R3": 25}
    dates = {date for team in ahead.teams for date in team.shifts}
    dates |= {date for member in (*ahead.vehicles, *ahead.kits) for date in member.dates}
    assert dates == {TUESDAY}
    assert ahead.previous == DUTIES[1:]


def test_a_reported_past_stop_is_not_asked_for_twice():
    stop = (MONDAY, "T1", "R1")
    assert changed({**LEFT, "R1": 35}, {stop}).request["R1"].people == 30 + 35
    assert changed({**LEFT, "R1": 0}, {stop}).request["R1"].people == 30


def test_others_wait_unless_free_time_may_be_filled():
    assert list(changed().request["R1"].windows) == [MONDAY]
    assert list(changed(fill=True).request["R1"].windows) == [MONDAY, TUESDAY]


def test_an_urgent_request_is_asked_for_wholly():
    urgent = changed(urgent=frozenset({"R1"})).request["R1"]
    assert (urgent.must_serve, urgent.people, TUESDAY in urgent.windows) == (True, 60, True)


def test_a_cancelled_visit_is_gone():
    assert "R2" not in changed(cancelled=frozenset({"R2"})).request


def test_a_request_withdrawn_meanwhile_is_gone():
    assert "R2" not in changed({"R1": 60, "R3": 40}).request


def test_todays_fleet_holds_from_the_day_on():
    week = changed(today=problem(V2="2026-12-01"))
    assert week.vehicle["V2"].dates == {MONDAY}
