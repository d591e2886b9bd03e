import dataclasses

from data.announcements import Series, announcements
from tests.data.store.builders import letter, week_plan, week_problem

SESSION = letter(9, id="KM-35.14.06")


def by_subject(plan, *requests):
    return {a.subject: a for a in announcements(week_problem(*requests), plan)}


def test_every_duty_and_every_site_is_told_once():
    found = announcements(week_problem(letter(1), letter(2), SESSION), week_plan(("R1", 40)))
    assert [(a.series, a.subject, len(a.dates)) for a in found] == [
        (Series.ASSIGNMENT, "2026-11-30-T1", 1),
        (Series.SESSION, "KM-35.14.06", 0),
        (Series.REPLY, "R1", 1),
        (Series.REPLY, "R2", 0),
    ]


def test_a_site_does_not_read_which_car_comes_but_its_team_does():
    plan = week_plan(("R1", 40))
    other = dataclasses.replace(
        plan, duties=tuple(dataclasses.replace(duty, vehicle="V2") for duty in plan.duties)
    )
    before, after = by_subject(plan, letter(1)), by_subject(other, letter(1))
    assert before["R1"] == after["R1"]
    assert before["2026-11-30-T1"] != after["2026-11-30-T1"]


def test_the_same_answer_in_another_week_is_another_answer():
    first, second = week_plan(week="2026-W49"), week_plan(week="2026-W50")
    assert by_subject(first, letter(1))["R1"] != by_subject(second, letter(1))["R1"]


def test_teams_that_change_places_at_one_site_are_no_news_to_it():
    week = week_problem(letter(1))
    duty = week_plan(("R1", 40)).duties[0]
    more = dataclasses.replace(duty.stops[0], people=20)
    forty, twenty = duty, dataclasses.replace(duty, stops=(more,))
    told = [
        dataclasses.replace(
            week_plan(),
            duties=(dataclasses.replace(one, team="T1"), dataclasses.replace(two, team="T2")),
        )
        for one, two in ((forty, twenty), (twenty, forty))
    ]
    before, after = (announcements(week, plan)[-1] for plan in told)
    assert before == after
