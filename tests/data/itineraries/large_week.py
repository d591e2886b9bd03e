"""The sample week several times over: more teams, the same places."""

from dataclasses import replace

from data.itineraries.book import WeekBook
from tests.data.itineraries.sample_week import book


def large_week(times: int) -> WeekBook:
    """Every duty of the sample week so many times, each copy by teams of its own."""
    week = book()
    duties = tuple(
        replace(duty, team=f"{n}-{duty.team}") for n in range(times) for duty in week.plan.duties
    )
    teams = {duty.team: f"Tim {duty.team}" for duty in duties}
    crews = tuple(replace(week.problem.team[team.split("-")[1]], id=team) for team in teams)
    problem = replace(week.problem, teams=crews)
    return book(plan=replace(week.plan, duties=duties), teams=teams, problem=problem)
