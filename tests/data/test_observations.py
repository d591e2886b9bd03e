import datetime as dt

import pytest

from data.assemble import Office, assemble, places_of
from data.field_reports import FieldReport
from data.observations import Observation, observe
from data.requests import Kind
from data.site_key import site_key
from data.travel import GeodesicEstimate
from data.working_days import WorkingDays
from optimizer.plan import Duty, Plan, Stop
from tests.data.builders import MONDAY, WEEK, fleet, request, rules


def reported(started: tuple[int, int] | None, ended: tuple[int, int], **columns) -> Observation:
    office = Office("35.14", "Asia/Jakarta", fleet(), WorkingDays(), rules())
    asked = [request()]
    travel = GeodesicEstimate().matrix(places_of(office.fleet, asked, frozenset())).travel
    problem = assemble(office, WEEK, asked, travel)
    stop = Stop("R1", 480, 480, 700, 60)
    plan = Plan(
        WEEK,
        "feasible",
        0,
        0.0,
        None,
        1.0,
        (Duty(MONDAY, "T1", "V1", ("K1", "K2"), (stop,), 420, 740, 31.0),),
    )
    times = {"started": dt.time(*started), "ended": dt.time(*ended)} if started else {}
    report = FieldReport(date=MONDAY, team="T1", request="R1", **columns, **times)
    (observation,) = observe(problem, plan, asked, [report])
    return observation


def test_minutes_count_without_break_and_set_up_and_for_each_kit():
    """08.00-13.30 is 270 working minutes, 240 without set-up, on two kits for 80 people."""
    assert reported((8, 0), (13, 30), served=78, failed=2, reason="iris").minutes_per_person == 6


def test_the_share_of_absent_is_that_of_the_list():
    assert reported((8, 0), (9, 30), served=15, absent=5).no_show == 0.25


@pytest.mark.parametrize(
    ("started", "ended", "served"), [(None, (9, 0), 20), ((8, 0), (8, 20), 20), ((8, 0), (9, 0), 0)]
)
def test_a_report_without_usable_times_teaches_no_minutes(started, ended, served):
    assert reported(started, ended, served=served).minutes_per_person is None


def test_a_report_is_of_its_kind_and_site():
    seen = reported(None, None, served=20)
    assert (seen.kind, seen.site) == (Kind.SCHOOL, site_key(request()))
