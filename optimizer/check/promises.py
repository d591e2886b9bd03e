"""Hard rule 7: the pins."""

from collections.abc import Iterator

from optimizer.check.violation import Finding
from optimizer.plan import Duty, Plan, Stop
from optimizer.problem import Pin, Problem


def pins(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Every pin has its stop."""
    for index, pin in enumerate(problem.pins):
        if not any(_meets(pin, duty, stop) for duty in plan.duties for stop in duty.stops):
            yield Finding("duties", f"pins[{index}] untuk '{pin.request}' tidak dipenuhi")


def _meets(pin: Pin, duty: Duty, stop: Stop) -> bool:
    wanted = (pin.request, pin.date, pin.team, pin.vehicle, pin.people)
    given = (stop.request, duty.date, duty.team, duty.vehicle, stop.people)
    return all(want is None or want == have for want, have in zip(wanted, given, strict=True))
