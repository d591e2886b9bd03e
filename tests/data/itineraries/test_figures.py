"""Totals of the week and what the gap means."""

from dataclasses import replace

from data.itineraries.figures import figures, gap_sentence
from data.itineraries.language import language
from data.itineraries.loads import kecamatan_load, team_load
from optimizer.plan import Plan
from tests.data.itineraries.sample_week import book, plan

SAY = language("id")


def test_totals_agree_with_the_plan() -> None:
    totals = figures(book())
    assert totals.asked == sum(request.people for request in book().problem.requests)
    assert totals.served == sum(stop.people for _, stop in plan().visits())
    assert (totals.promises, totals.kept, totals.duties) == (1, 0, 15)
    assert totals.asked - totals.served == sum(row.people for row in plan().unserved)


def test_weights_count_in_the_weighted_figure() -> None:
    whole = book().problem
    heavy = tuple(replace(r, weight=2.0 if r.id == "R4" else 1.0) for r in whole.requests)
    totals = figures(book(problem=replace(whole, requests=heavy)))
    assert totals.weighted == totals.served + 64


def test_gap_in_words() -> None:
    assert "0,5 %" in gap_sentence(book(), SAY) and "6 orang" in gap_sentence(book(), SAY)
    assert "Terbukti terbaik" in gap_sentence(book(plan=replace(plan(), status="optimal")), SAY)
    assert "Belum ada batas" in gap_sentence(book(plan=replace(plan(), bound=None)), SAY)


def test_loads_add_up_to_the_totals() -> None:
    totals, teams, places = figures(book()), team_load(book()), kecamatan_load(book())
    assert sum(load.people for load in teams) == totals.served
    assert sum(load.minutes for load in teams) == totals.road_minutes
    assert sum(load.asked for load in places) == totals.asked
    assert sum(load.served for load in places) == totals.served


def test_an_empty_plan_has_idle_teams_and_zero_totals() -> None:
    empty = book(plan=Plan("2026-W49", "feasible", 0, 0.0, None, 0.0))
    assert figures(empty).served == 0
    assert [load.duties for load in team_load(empty)] == [0] * 6
