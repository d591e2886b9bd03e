import dataclasses

from data.fleet_names import fleet_names
from tests.data.builders import fleet
from tests.data.store.builders import letter, week_problem

WEEK = week_problem(letter())


def with_teams(*names):
    (team,) = WEEK.teams
    teams = tuple(dataclasses.replace(team, id=name) for name in names)
    return dataclasses.replace(WEEK, teams=teams)


def test_todays_fleet_keeps_its_names():
    assert fleet_names(fleet(), WEEK)["T1"] == "Tim 1"


def test_a_crew_whose_absence_is_gone_from_the_file_keeps_its_name():
    names = fleet_names(fleet(), with_teams("T1", "T1@2-1"))
    assert names["T1@2-1"] == "Tim 1 (2 petugas)"


def test_what_the_office_no_longer_has_is_called_by_its_id():
    names = fleet_names(fleet(), with_teams("T9", "T9@2-1", "T9@dua"))
    assert (names["T9"], names["T9@dua"]) == ("T9", "T9@dua")
    assert names["T9@2-1"] == "T9 (2 petugas)"
