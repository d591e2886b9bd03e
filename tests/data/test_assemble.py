import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from data.assemble import Office, assemble, places_of
from data.gazetteer import load_gazetteer
from data.kenduren import sessions
from data.planning_rules import Pace
from data.requests import Kind
from data.site_key import site_key
from data.travel import GeodesicEstimate
from data.working_days import WorkingDays
from optimizer.clock import Span
from optimizer.plan import Duty, Stop
from optimizer.problem import Pin, Problem
from optimizer.problem_file import problem_document, read_problem
from tests.data.builders import DATES, MONDAY, WEEK, fleet, request, rules


def problem_of(*requests, week=WEEK, policy=None, **more) -> Problem:
    office = Office("35.14", "Asia/Jakarta", fleet(), WorkingDays(), policy or rules())
    travel = GeodesicEstimate().matrix(places_of(office.fleet, requests, frozenset())).travel
    return assemble(office, week, requests, travel, **more)


def test_the_problem_has_the_offices_week():
    problem = problem_of(request())
    assert (problem.regency, problem.week, problem.timezone) == ("35.14", WEEK, "Asia/Jakarta")
    assert [day.date for day in problem.days] == list(DATES)
    assert problem.day[DATES[4]].breaks == (Span(690, 780),)
    assert problem.team["T1"].shifts[MONDAY] == Span(420, 930)
    assert problem.depot["raci"].location == 0


def test_a_letter_becomes_a_request_of_the_problem():
    asked = problem_of(request(people=320, people_left=120)).request["R1"]
    assert (asked.people, asked.location, asked.setup_minutes) == (120, 1, 30)
    assert (asked.min_people, asked.max_duties_per_day, asked.fixed_minutes) == (20, 2, None)
    assert not asked.must_serve


def test_those_who_stay_away_shorten_the_stop():
    policy = rules(no_show=Decimal("0.15"))
    assert problem_of(request(), policy=policy).request["R1"].minutes_per_person == Decimal("5.1")


def test_the_sites_own_pace_replaces_the_policys():
    asked = problem_of(request(minutes_per_person=Decimal(8))).request["R1"]
    assert asked.minutes_per_person == Decimal("7.2")


def test_a_site_that_reports_told_of_has_its_own_pace():
    site = (Kind.SCHOOL, site_key(request()))
    policy = replace(rules(), sites={site: Pace(Decimal(4), Decimal("0.5"))})
    (asked, other) = problem_of(
        request(), request(id="R2", institution="SMAN 2"), policy=policy
    ).requests
    assert (asked.minutes_per_person, other.minutes_per_person) == (Decimal(2), Decimal("5.4"))


def test_a_site_that_must_not_be_split_is_served_at_once_or_not():
    asked = problem_of(request(people=75, split_allowed=False)).request["R1"]
    assert (asked.min_people, asked.max_duties_per_day) == (75, 1)


@pytest.mark.parametrize(
    ("columns", "due"),
    [
        ({"deadline": dt.date(2026, 12, 6)}, True),
        ({"deadline": dt.date(2026, 11, 20)}, True),
        ({"deadline": dt.date(2026, 12, 7)}, False),
        ({"promised_dates": (DATES[2],)}, True),
        ({"promised_dates": (dt.date(2026, 12, 8),)}, False),
    ],
)
def test_promises_and_deadlines_of_the_week_must_be_served(columns, due):
    assert problem_of(request(**columns)).request["R1"].must_serve is due


def test_nobody_left_is_no_request():
    assert problem_of(request(people_left=0)).requests == ()


def test_sites_at_one_point_share_a_location():
    problem = problem_of(request(), request(id="R2"), request(id="R3", latitude=-7.71))
    assert [r.location for r in problem.requests] == [1, 1, 2]


def test_upland_is_a_matter_of_the_kecamatan():
    (depot, site) = places_of(fleet(), [request()], frozenset({"35.14.06"}))
    assert (depot.upland, site.upland) == (False, True)


def test_a_week_without_working_days_is_still_a_problem():
    problem = problem_of(request(), week="2026-W01", pins=())
    assert dt.date(2026, 1, 1) not in problem.day
    eid = problem_of(request(), week="2026-W13")
    assert [day.date.isoformat() for day in eid.days] == ["2026-03-25", "2026-03-26", "2026-03-27"]


def test_pins_and_the_previous_plan_are_passed_on():
    stop = Stop("R1", 460, 460, 700, 40)
    before = Duty(MONDAY, "T1", "V1", ("K1",), (stop,), 420, 740, 31.0)
    problem = problem_of(request(), previous=(before,), pins=(Pin("R1", MONDAY),))
    assert problem.promised_dates == {("R1", MONDAY)}
    assert problem.pins == (Pin("R1", MONDAY),)


def test_order_of_the_letters_does_not_matter():
    letters = [request(), request(id="R2", latitude=-7.71), request(id="R0", latitude=-7.72)]
    assert problem_of(*letters) == problem_of(*reversed(letters))


def test_the_problem_with_all_sessions_is_written_and_read_exactly():
    problem = problem_of(request(), *sessions(load_gazetteer().kecamatan, WEEK, {}))
    assert read_problem(json.dumps(problem_document(problem))) == problem
    assert len(problem.requests) == 25
    assert problem.request["KM-35.14.01"].fixed_minutes == 150


def test_waiting_raises_the_weight():
    fresh = problem_of(request(received_date=MONDAY)).request["R1"]
    old = problem_of(request(received_date=MONDAY - dt.timedelta(weeks=4))).request["R1"]
    assert (fresh.weight, old.weight) == (1.0, 1.2)


def test_sessions_grow_heavy_fast():
    (place, *_) = load_gazetteer().kecamatan
    last = {place.code: MONDAY - dt.timedelta(weeks=3)}
    (session,) = problem_of(*sessions([place], WEEK, last)).requests
    assert session.weight == 2.0
