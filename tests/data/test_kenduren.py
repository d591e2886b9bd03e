import datetime as dt

from data.gazetteer import load_gazetteer
from data.kenduren import SessionRules, held, missed, sessions, shortfall
from data.requests import Kind
from optimizer.plan import Duty, Plan, Stop
from tests.data.builders import MONDAY, WEEK

KECAMATAN = load_gazetteer().kecamatan


def plan_of(*codes: str) -> Plan:
    stops = tuple(Stop(f"KM-{code}", 500, 500, 650, 40) for code in codes)
    duty = Duty(MONDAY, "T1", "KM1", ("K1",), stops, 450, 700, 20.0)
    return Plan(WEEK, "feasible", 0, 0.0, None, 1.0, (duty,))


def test_every_kecamatan_asks_for_one_session_at_its_office():
    asked = sessions(KECAMATAN, WEEK, {})
    assert len(asked) == 24
    kejayan = next(s for s in asked if s.id == "KM-35.14.06")
    assert kejayan.kind is Kind.KENDUREN_MAS
    assert kejayan.services == {"civil_registry", "printing"}
    assert kejayan.site.address == f"Kantor Kecamatan {kejayan.site.kecamatan}"


def test_the_longest_wait_comes_first():
    codes = [place.code for place in KECAMATAN]
    last = dict.fromkeys(codes, MONDAY - dt.timedelta(days=3))
    last[codes[5]] = MONDAY - dt.timedelta(weeks=4)
    first, second, *_ = sessions(KECAMATAN, WEEK, last)
    assert (first.id, first.weeks_waiting) == (f"KM-{codes[5]}", 3)
    assert second.weeks_waiting == 0


def test_a_session_last_week_or_no_record_at_all_has_not_waited():
    (place, *_) = KECAMATAN
    for last in ({}, {place.code: MONDAY - dt.timedelta(days=7)}, {place.code: MONDAY}):
        assert sessions([place], WEEK, last)[0].weeks_waiting == 0


def test_a_kecamatan_that_was_never_visited_waits_longest():
    never, visited, *_ = KECAMATAN
    last = {visited.code: MONDAY - dt.timedelta(weeks=3)}
    first, second = sessions([visited, never], WEEK, last)
    assert (first.id, first.weeks_waiting) == (f"KM-{never.code}", 3)
    assert second.weeks_waiting == 2


def test_expected_people_come_from_the_rules():
    (session,) = sessions(KECAMATAN[:1], WEEK, {}, SessionRules(people=55))
    assert (session.people, session.people_left) == (55, 55)


def test_the_shortfall_names_the_kecamatan_left_out():
    asked = sessions(KECAMATAN[:3], WEEK, {})
    plan = plan_of(KECAMATAN[0].code, KECAMATAN[2].code)
    assert held(plan) == {KECAMATAN[0].code: MONDAY, KECAMATAN[2].code: MONDAY}
    assert [s.id for s in missed(asked, plan)] == [f"KM-{KECAMATAN[1].code}"]
    assert KECAMATAN[1].name in (shortfall(asked, plan) or "")


def test_a_full_week_has_no_shortfall():
    asked = sessions(KECAMATAN[:2], WEEK, {})
    assert shortfall(asked, plan_of(*(place.code for place in KECAMATAN[:2]))) is None
