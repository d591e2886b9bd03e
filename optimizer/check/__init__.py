"""The independent checker: every hard rule, and everything a plan says of itself.

It shares only the value objects with the solver; its clock, lengths and score are its own.
"""

from optimizer.check import claims, form, journey, people, promises, resources, sessions
from optimizer.check.violation import Rule, Violation
from optimizer.plan import Plan
from optimizer.problem import Problem

RULES = (
    # Form of plan.json
    Rule("pekan", "plan.json: week", form.week),
    Rule("nama", "plan.json: known names", form.names),
    Rule("jam", "plan.json: times of one day", form.times),
    Rule("kunjungan", "words: a duty makes stops", form.empty_duties),
    Rule("km", "plan.json: km", claims.kilometres),
    Rule("sisa", "plan.json: unserved", form.unserved),
    # Hard
    Rule("1-tim", "rule 1: one duty a team and date", resources.one_duty_a_team),
    Rule("1-kendaraan", "rule 1: one duty a vehicle and date", resources.one_duty_a_vehicle),
    Rule("1-alat", "rule 1: one duty a kit and date", resources.one_duty_a_kit),
    Rule("1-tim-tersedia", "rule 1: team available", resources.team_available),
    Rule("1-kendaraan-tersedia", "rule 1: vehicle available", resources.vehicle_available),
    Rule("1-alat-tersedia", "rule 1: kits available", resources.kits_available),
    Rule("1-depo", "rule 1: one depot", resources.same_depot),
    Rule("1-kursi", "rule 1: crew <= seats", resources.seats),
    Rule("1-jumlah-alat", "rule 1: number of kits", resources.number_of_kits),
    Rule("2-giliran", "rule 2: shift", journey.within_shift),
    Rule("3-perjalanan", "rule 3: travel time", journey.travel_time),
    Rule("3-tiba", "rule 3: start after arrival", journey.start_after_arrival),
    Rule("3-istirahat", "rule 3: no time inside a break", journey.no_time_in_a_break),
    Rule("4-jam-buka", "rule 4: window", sessions.within_window),
    Rule("4-lama", "rule 4: exact length", sessions.exact_length),
    Rule("5-layanan", "rule 5: services", sessions.services),
    Rule("5-jenis-kendaraan", "rule 5: vehicle kind", sessions.vehicle_kind),
    Rule("6-terbanyak", "rule 6: at most all people", people.at_most_all),
    Rule("6-tersedikit", "rule 6: min_people", people.at_least_fewest),
    Rule("6-semua", "fixed_minutes: all or nothing", people.all_or_nothing),
    Rule("6-sesi-tetap", "fixed_minutes: once a week", people.fixed_once),
    Rule("6-tugas-sehari", "rule 6: max_duties_per_day", people.duties_per_day),
    Rule("6-sekali", "rule 6: once in a duty", people.once_in_a_duty),
    Rule("7-pin", "rule 7: pins", promises.pins),
    # Objective
    Rule("janji", "objective 1: must_serve_missed", claims.missed),
    Rule("skor", "objective 2: score", claims.score),
    Rule("batas", "plan.json: bound >= score", claims.bound),
    Rule("status", "plan.json: status and gap", claims.status),
)
"""Table of contents of all rules, with their place in the specification."""


def check(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """Every violation of every rule; none means the plan is valid as printed.

    Never raises on a plan, however wrong it is.
    """
    return tuple(
        Violation(rule.name, *finding) for rule in RULES for finding in rule.find(problem, plan)
    )


__all__ = ["RULES", "Rule", "Violation", "check"]
