import datetime as dt
from decimal import Decimal

import pytest

from data.assemble import Office, assemble, places_of
from data.field_reports import FieldReport
from data.learning import Caution, Observation, learn, observe
from data.requests import Kind
from data.travel import GeodesicEstimate
from data.working_days import WorkingDays
from optimizer.plan import Duty, Plan, Stop
from tests.data.builders import MONDAY, WEEK, fleet, request, rules


def seen(*minutes: float, kind: Kind = Kind.SCHOOL, no_show: float | None = None):
    return [Observation(kind, m, no_show) for m in minutes]


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
    (observation,) = observe(problem, plan, [report])
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


def test_nothing_seen_changes_nothing():
    assert learn(rules(), []).rules == rules()
    assert learn(rules(), []).changes == ()


def test_few_reports_teach_nothing():
    assert learn(rules(), seen(4, 4, 4, 4)).changes == ()


def test_the_rule_moves_towards_the_median_as_reports_come_in():
    few, many = (learn(rules(), seen(*[4.0] * n)).rules.kinds[Kind.SCHOOL] for n in (10, 90))
    assert few.minutes_per_person == Decimal("5.0")
    assert many.minutes_per_person == Decimal("4.2")


def test_one_wild_report_moves_nothing():
    lesson = learn(rules(), seen(6, 6, 6, 6, 6, 400))
    assert lesson.changes == ()


def test_learned_numbers_stay_in_their_range():
    lesson = learn(rules(), seen(*[90.0] * 1000, no_show=0.9), Caution(half=0))
    school = lesson.rules.kinds[Kind.SCHOOL]
    assert (school.minutes_per_person, school.no_show) == (Decimal("15.0"), Decimal("0.5"))


def test_each_kind_learns_from_its_own():
    lesson = learn(rules(), seen(*[4.0] * 10, kind=Kind.VILLAGE))
    assert lesson.rules.kinds[Kind.SCHOOL] == rules().kinds[Kind.SCHOOL]
    assert lesson.changes == ("Menit per orang 6 menjadi 5,0 dari 10 laporan (desa/kelurahan).",)
