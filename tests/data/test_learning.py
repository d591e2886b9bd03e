from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.learning import Caution, Lesson, learn, unknown_names
from data.observations import Observation
from data.planning_rules import Pace
from data.requests import Kind
from data.site_key import site_key
from tests.data.builders import request, rules

SITE = request()
KEY = site_key(SITE)
MINUTES = st.floats(2, 15)


def seen(*minutes: float, kind=Kind.SCHOOL, site=KEY, no_show=None) -> list[Observation]:
    return [Observation(kind, site, m, no_show) for m in minutes]


def elsewhere(*minutes: float) -> list[Observation]:
    return [each for n, m in enumerate(minutes) for each in seen(m, site=f"35.14.07/sma {n}")]


def pace(lesson: Lesson) -> Decimal:
    return lesson.rules.pace(SITE).minutes_per_person


def test_nothing_seen_leaves_the_offices_numbers():
    assert learn(rules(), [], [SITE]) == Lesson(rules(), ())


def test_few_reports_teach_nothing():
    assert learn(rules(), seen(4, 4, 4, 4), [SITE]).changes == ()


def test_the_rule_moves_towards_the_median_as_reports_come_in():
    few, many = (learn(rules(), elsewhere(*[4.0] * n)).rules.kinds[Kind.SCHOOL] for n in (10, 90))
    assert (few.minutes_per_person, many.minutes_per_person) == (Decimal("5.0"), Decimal("4.2"))


def test_learned_numbers_stay_in_their_range():
    lesson = learn(rules(), seen(*[90.0] * 1000, no_show=0.9), caution=Caution(kind_half=0))
    assert lesson.rules.kinds[Kind.SCHOOL].pace == Pace(Decimal(15), Decimal("0.5"))


def test_each_kind_learns_from_its_own():
    lesson = learn(rules(), seen(*[4.0] * 10, kind=Kind.VILLAGE), [SITE])
    assert lesson.rules.kinds[Kind.SCHOOL] == rules().kinds[Kind.SCHOOL]
    (change,) = lesson.changes
    assert str(change) == "Menit per orang 6 menjadi 5,0 dari 10 laporan (desa/kelurahan)."


def test_a_site_learns_on_top_of_its_kind():
    """Ten reports say 6 of 6; five here say 8: half of the way from 6 to 8."""
    lesson = learn(rules(), elsewhere(*[6.0] * 10) + seen(*[8.0] * 5), [SITE])
    assert pace(lesson) == Decimal("7.0")
    (change,) = lesson.changes
    assert str(change) == "Menit per orang 6 menjadi 7,0 dari 5 laporan (SMAN 1 Contoh)."
    assert change.name == KEY


def test_a_site_keeps_its_kinds_other_number():
    lesson = learn(rules(), elsewhere(*[6.0] * 10) + seen(*[8.0] * 5), [SITE])
    assert lesson.rules.pace(SITE).no_show == rules().kinds[Kind.SCHOOL].no_show


def test_a_site_nobody_reported_of_has_its_kinds_pace():
    lesson = learn(rules(), elsewhere(*[4.0] * 10), [SITE])
    assert pace(lesson) == Decimal("5.0")
    assert [change.site for change in lesson.changes] == [None]


def test_only_sites_of_the_week_are_told():
    lesson = learn(rules(), elsewhere(*[6.0] * 10) + seen(*[8.0] * 5))
    assert (lesson.rules.sites, lesson.changes) == ({}, ())


@pytest.mark.parametrize(
    ("refused", "minutes"), [("sekolah", "5.5"), (KEY, "5.5"), ("lainnya", "5.25")]
)
def test_a_refused_lesson_changes_nothing(refused, minutes):
    """Half of the way from 6 to the kind's 5, then half of the way from there to the site's 5."""
    reports = elsewhere(*[5.0] * 5) + seen(*[5.0] * 5)
    lesson = learn(rules(), reports, [SITE], refused={refused})
    assert pace(lesson) == Decimal(minutes)
    assert refused not in {change.name for change in lesson.changes}


def test_a_name_that_no_lesson_has_is_known():
    assert unknown_names({"sekolah", KEY, "sekolh"}, [SITE]) == ("sekolh",)


@settings(max_examples=25)
@given(others=st.lists(MINUTES, max_size=12), own=st.lists(MINUTES, max_size=6))
def test_the_estimate_lies_between_the_extremes(others, own):
    found = pace(learn(rules(), elsewhere(*others) + seen(*own), [SITE]))
    known = (6.0, *others, *own)
    assert round(min(known), 2) <= float(found) <= round(max(known), 2)


@settings(max_examples=25)
@given(
    others=st.lists(MINUTES, min_size=5, max_size=12),
    own=st.lists(MINUTES, max_size=6),
    wild=st.floats(0.01, 1e6),
)
def test_one_wild_report_never_counts_for_more_than_the_others_bear(others, own, wild):
    """It moves the site within what others have seen, and the less the more was reported."""
    lesson = learn(rules(), elsewhere(*others) + seen(*own, wild), [SITE])
    known = (6.0, *others, *own)
    assert round(min(known), 2) <= float(pace(lesson)) <= round(max(known), 2)


def test_one_wild_report_moves_little():
    usual = elsewhere(*[6.0] * 8)
    assert pace(learn(rules(), [*usual, *seen(400)], [SITE])) == Decimal(6)
    varied = elsewhere(5, 5.5, 6, 6, 6.5, 7)
    assert abs(pace(learn(rules(), [*varied, *seen(400)], [SITE])) - 6) < Decimal("0.3")
