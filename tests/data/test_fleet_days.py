import datetime as dt

import pytest

from data.fleet_days import kits_on, teams_on, vehicles_on
from data.fleet_records import Absence
from optimizer.clock import Span
from tests.data.builders import DATES, MONDAY, fleet

SHIFTS = dict.fromkeys(DATES, Span(420, 930))
TUESDAY = DATES[1]


def away(whom: str, first: dt.date = TUESDAY, last: dt.date | None = TUESDAY, **columns) -> Absence:
    return Absence(whom=whom, first=first, last=last, reason="halangan", **columns)


def test_all_present_go_out_every_day():
    (team,) = teams_on(fleet(), SHIFTS)
    assert (team.id, team.crew, team.operators) == ("T1", 3, 2)
    assert team.shifts == SHIFTS


def test_a_team_that_is_away_has_no_shift_that_day():
    (team,) = teams_on(fleet(away("T1")), SHIFTS)
    assert set(team.shifts) == set(DATES) - {TUESDAY}


def test_a_missing_member_makes_a_smaller_team_on_that_date_only():
    office = fleet(away("T1", role="operator"))
    whole, reduced = teams_on(office, SHIFTS)
    assert (reduced.id, reduced.crew, reduced.operators) == ("T1@2-1", 2, 1)
    assert set(reduced.shifts) == {TUESDAY}
    assert set(whole.shifts) == set(DATES) - {TUESDAY}
    assert office.names["T1@2-1"] == "Tim 1 (2 petugas)"


@pytest.mark.parametrize(
    "missing", [("operator", "operator"), ("operator", "pengemudi")], ids=["operators", "crew"]
)
def test_too_few_members_stay_at_the_office(missing):
    (team,) = teams_on(fleet(*(away("T1", role=role) for role in missing)), SHIFTS)
    assert TUESDAY not in team.shifts


def test_names_know_every_strength_of_the_week():
    office = fleet(away("T1", role="operator"), away("T1", DATES[3], None, role="pengemudi"))
    assert {team.id for team in teams_on(office, SHIFTS)} <= set(office.names)


def test_repairs_take_vehicles_and_kits_away():
    office = fleet(away("V1", MONDAY, TUESDAY), away("K1", DATES[2], None, part="iris"))
    assert vehicles_on(office, DATES)[0].dates == set(DATES[2:])
    assert kits_on(office, DATES)[0].dates == set(DATES[:2])
