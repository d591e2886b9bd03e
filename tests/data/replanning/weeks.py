"""A published week of two teams and two days, three sites: one past, two to come."""

import datetime as dt
import json
from typing import Any

from optimizer.plan import Duty, Plan, Stop
from optimizer.problem import Problem
from optimizer.problem_file import read_problem
from tests.flows.tiny import tiny_problem

MONDAY, TUESDAY = dt.date(2026, 11, 30), dt.date(2026, 12, 1)


def problem(**away: str) -> Problem:
    """The week; ``V2="2026-12-01"`` takes a vehicle, kit or team away on a date."""
    document = tiny_problem()
    _double(document, "teams", "T2")
    _double(document, "vehicles", "V2")
    document["kits"].append({**document["kits"][0], "id": "K3"})
    document["requests"].append({**document["requests"][1], "id": "R3", "name": "Sekolah R3"})
    for part in ("teams", "vehicles", "kits"):
        for member in document[part]:
            _take_away(member, away.get(member["id"]))
    return read_problem(json.dumps(document))


def _double(document: dict[str, Any], part: str, name: str) -> None:
    document[part].append({**document[part][0], "id": name})


def _take_away(member: dict[str, Any], date: str | None) -> None:
    if "shifts" in member:
        member["shifts"] = {d: span for d, span in member["shifts"].items() if d != date}
    else:
        member["dates"] = [d for d in member["dates"] if d != date]


def duty(date: dt.date, number: int, request: str, people: int) -> Duty:
    """A duty of team, vehicle and kit of one number to one site."""
    kit = {1: "K1", 2: "K3"}[number]
    length = 30 + 6 * people
    start = 460
    end = start + length + (60 if start + length > 720 else 0)
    km = {"R1": 32.4, "R2": 42.0, "R3": 42.0}[request]
    leg = {"R1": 31, "R2": 40, "R3": 40}[request]
    stop = Stop(request, start, start, end, people)
    return Duty(date, f"T{number}", f"V{number}", (kit,), (stop,), start - leg, end + leg, km)


DUTIES = (duty(MONDAY, 1, "R1", 30), duty(TUESDAY, 1, "R2", 25), duty(TUESDAY, 2, "R3", 25))
PLAN = Plan("2026-W49", "feasible", 0, 0.0, None, 1.0, DUTIES)
LEFT = {"R1": 60, "R2": 40, "R3": 40}
