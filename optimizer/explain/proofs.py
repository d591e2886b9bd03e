"""One function, one kind of reason: it either proves its statement or gives None."""

from collections.abc import Callable

from optimizer.explain.options import Case, Option
from optimizer.explain.reason import Code, Reason

NOISE = 0.005


def no_open_day(case: Case) -> Reason | None:
    """The site is open on no planning day."""
    return None if case.windows else Reason(Code.NO_OPEN_DAY)


def no_vehicle_kind(case: Case) -> Reason | None:
    """No vehicle is of a kind the site admits."""
    kinds = case.request.vehicle_kinds
    if any(vehicle.kind in kinds for vehicle in case.situation.problem.vehicles):
        return None
    return Reason(Code.NO_VEHICLE_KIND, {"kinds": sorted(kinds)})


def no_services(case: Case) -> Reason | None:
    """No team and vehicle of one depot bring all services together."""
    problem, request = case.situation.problem, case.request
    missing = [
        request.services - team.services - vehicle.services
        for team in problem.teams
        for vehicle in problem.vehicles
        if team.depot == vehicle.depot and vehicle.kind in request.vehicle_kinds
    ]
    fewest = min(missing, key=len, default=frozenset())
    return Reason(Code.NO_SERVICES, {"services": sorted(fewest)}) if fewest else None


def no_crew(case: Case) -> Reason | None:
    """On no open day do a suitable team, vehicle and kit stand ready together."""
    return None if any(case.crews) else Reason(Code.NO_CREW, {"days": list(case.windows)})


def out_of_reach(case: Case) -> Reason | None:
    """Not even a duty for this site alone serves the fewest people of a stop, on any day."""
    if case.served or any(case.people_alone(date, crew) for date, crew in case.crews):
        return None
    return Reason(Code.OUT_OF_REACH, {"fewest": max(1, case.request.fewest)})


def too_few_left(case: Case) -> Reason | None:
    """Fewer are left than a new stop must serve, and no planned stop can take more."""
    if case.left >= case.request.fewest or case.options:
        return None
    return Reason(Code.TOO_FEW_LEFT, {"fewest": case.request.fewest})


def no_room(case: Case) -> Reason | None:
    """No position of any duty has room for a stop, nor has an idle crew time for a new duty."""
    if case.options:
        return None
    facts = {
        "duties": sum(line.duty.date in case.free_dates for line in case.suited),
        "idle": bool(case.idle),
        "full_days": len(case.windows) - len(case.free_dates),
        "open_days": len(case.windows),
    }
    return Reason(Code.NO_ROOM, facts)


def not_worth(case: Case) -> Reason | None:
    """There is room, but every way costs more score than its people bring."""
    best = max(case.options, key=lambda option: option.gain)
    if best.gain > NOISE or _keeps_promise(case):
        return None
    return Reason(Code.NOT_WORTH, _facts(best))


def _keeps_promise(case: Case) -> bool:
    return case.request.must_serve and any(o.people == case.left for o in case.options)


def still_fits(case: Case) -> Reason | None:
    """There is room and it would pay: the search ended before it found this."""
    return Reason(Code.STILL_FITS, _facts(max(case.options, key=lambda option: option.gain)))


def _facts(option: Option) -> dict[str, object]:
    return {
        "date": option.date,
        "team": option.team,
        "people": option.people,
        "km": option.km,
        "gain": option.gain,
    }


PROOFS: tuple[Callable[[Case], Reason | None], ...] = (
    no_open_day,
    no_vehicle_kind,
    no_services,
    no_crew,
    out_of_reach,
    too_few_left,
    no_room,
    not_worth,
    still_fits,
)
"""All kinds of reason, in the order they are tried; the last always holds if reached."""
