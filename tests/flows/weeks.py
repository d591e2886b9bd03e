"""A week of three letters, planned by hand: quick, and the same each time."""

import datetime as dt

from data.store import StoredPlan
from flows.workplace import open_workplace
from optimizer.plan import Duty, Plan, Stop
from optimizer.problem import Problem
from tests.flows.letters import write_letters

WEEK = "2026-W49"
MONDAY = dt.date(2026, 11, 30)


def saved_draft(people: int = 60) -> StoredPlan:
    """The letters imported, and the first of them planned for Monday."""
    from flows import week_steps as steps
    from flows.letter_steps import import_letter_file

    place = open_workplace()
    import_letter_file(place, write_letters(place.settings.office.parent))
    asked = steps.build_problem(place, WEEK, steps.gather_requests(place, WEEK))
    return steps.save_draft(place, asked, monday_visit(asked.problem, people))


def published_week(people: int = 60) -> StoredPlan:
    """That draft approved and published."""
    from flows import plan_decisions as decisions

    place, stored = open_workplace(), saved_draft(people)
    decisions.approve(place, stored, "Kepala Bidang")
    return decisions.publish(place, stored)[0]


def first_letter(problem: Problem) -> str:
    """Id of the first school of the problem."""
    return next(request.id for request in problem.requests if request.kind == "school")


def monday_visit(problem: Problem, people: int) -> Plan:
    """A plan of one duty with one stop."""
    team = problem.teams[0]
    vehicle = next(v for v in problem.vehicles if v.depot == team.depot)
    kit = next(kit for kit in problem.kits if kit.depot == team.depot)
    stop = Stop(first_letter(problem), 480, 480, 720, people)
    duty = Duty(MONDAY, team.id, vehicle.id, (kit.id,), (stop,), 440, 760, 31.0)
    return Plan(problem.week, "feasible", 0, 10.0, None, 1.0, (duty,))
