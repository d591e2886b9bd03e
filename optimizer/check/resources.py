"""Hard rule 1: teams, vehicles and kits."""

import datetime as dt
from collections.abc import Iterable, Iterator

from optimizer.check.resolved import known_duties
from optimizer.check.violation import Finding
from optimizer.plan import Plan
from optimizer.problem import Problem

Use = tuple[str, str, dt.date]
"""Place of a use, the name used, and its date."""


def one_duty_a_team(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A team has at most one duty a date."""
    yield from _repeated(
        (f"duties[{i}].team", duty.team, duty.date) for i, duty in enumerate(plan.duties)
    )


def one_duty_a_vehicle(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A vehicle has at most one duty a date."""
    yield from _repeated(
        (f"duties[{i}].vehicle", duty.vehicle, duty.date) for i, duty in enumerate(plan.duties)
    )


def one_duty_a_kit(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A kit goes out at most once a date."""
    yield from _repeated(
        (f"duties[{i}].kits[{k}]", kit, duty.date)
        for i, duty in enumerate(plan.duties)
        for k, kit in enumerate(duty.kits)
    )


def _repeated(uses: Iterable[Use]) -> Iterator[Finding]:
    first: dict[tuple[str, dt.date], str] = {}
    for place, name, date in uses:
        earlier = first.setdefault((name, date), place)
        if earlier != place:
            yield Finding(place, f"'{name}' pada {date} sudah dipakai di {earlier}")


def team_available(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A team goes out only on dates of its shifts."""
    for known in known_duties(problem, plan):
        if known.duty.date not in known.team.shifts:
            message = f"tim '{known.team.id}' tidak bertugas pada {known.duty.date}"
            yield Finding(f"{known.place}.team", message)


def vehicle_available(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A vehicle goes out only on its dates."""
    for known in known_duties(problem, plan):
        if known.duty.date not in known.vehicle.dates:
            message = f"kendaraan '{known.vehicle.id}' tidak tersedia pada {known.duty.date}"
            yield Finding(f"{known.place}.vehicle", message)


def kits_available(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A kit goes out only on its dates."""
    kits = {kit.id: kit for kit in problem.kits}
    for index, duty in enumerate(plan.duties):
        for number, name in enumerate(duty.kits):
            if name in kits and duty.date not in kits[name].dates:
                message = f"alat '{name}' tidak tersedia pada {duty.date}"
                yield Finding(f"duties[{index}].kits[{number}]", message)


def same_depot(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Team, vehicle and kits of a duty share the depot."""
    kits = {kit.id: kit for kit in problem.kits}
    for known in known_duties(problem, plan):
        homes = {known.team.depot, known.vehicle.depot}
        homes |= {kits[name].depot for name in known.duty.kits if name in kits}
        if len(homes) > 1:
            message = f"tim, kendaraan dan alat dari depo berbeda: {', '.join(sorted(homes))}"
            yield Finding(known.place, message)


def seats(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """The crew has seats."""
    for known in known_duties(problem, plan):
        if known.team.crew > known.vehicle.seats:
            message = f"{known.team.crew} petugas untuk {known.vehicle.seats} kursi"
            yield Finding(f"{known.place}.vehicle", message)


def number_of_kits(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """At least one kit, and no more than operators and kit slots."""
    for known in known_duties(problem, plan):
        most = min(known.team.operators, known.vehicle.kit_slots)
        if not 1 <= len(known.duty.kits) <= most:
            message = f"{len(known.duty.kits)} alat, harus 1 sampai {most}"
            yield Finding(f"{known.place}.kits", message)
