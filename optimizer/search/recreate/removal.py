"""Stops are taken out unless they meet a pin."""

from optimizer.compiled import uncounted
from optimizer.search.recreate.field import LOCKED
from optimizer.search.recreate.routes import take_out


@uncounted
def remove(field, routes, duty, at, touched, gone):  # type: ignore[no-untyped-def]
    """Take a stop out unless it meets a pin; whether it went."""
    if meets_pin(field, routes, duty, at):
        return False
    gone[field.request[routes.node[duty, at]]] = True
    touched[duty] = True
    take_out(field, routes, duty, at)
    return True


@uncounted
def held(field, routes, duty):  # type: ignore[no-untyped-def]
    """Whether a stop of the duty meets a pin."""
    for i in range(1, routes.length[duty] + 1):  # noqa: SIM110
        if meets_pin(field, routes, duty, i):
            return True
    return False


@uncounted
def meets_pin(field, routes, duty, at):  # type: ignore[no-untyped-def]
    """Whether stop ``at`` of a duty meets a pin."""
    people = field.pinned[routes.kind[duty], field.request[routes.node[duty, at]]]
    return people in (0, LOCKED) or people == field.people[routes.option[duty, at]]
