"""Edits into the problem: bans take windows away, pins must be met."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.edits.records import Ban, Edit, RefusedEdit
from data.edits.rules import Wish, broken_rule
from optimizer.problem import Pin, Problem, Request


@dataclass(frozen=True, slots=True)
class EditedProblem:
    """The problem with the accepted edits in it, and the edits that break a rule."""

    problem: Problem
    accepted: tuple[Edit, ...]
    refused: tuple[RefusedEdit, ...]


def apply_edits(problem: Problem, edits: Sequence[Edit], names: Mapping[str, str]) -> EditedProblem:
    """Accept, in the workbook's order, every edit that breaks no rule.

    Parameters
    ----------
    names
        Printed names of teams by id.
    """
    accepted: list[Edit] = []
    refused: list[RefusedEdit] = []
    free = with_edits(problem, [replace(edit, pin=None) for edit in edits])
    for edit in edits:
        broken = _broken(free, edit, accepted, names)
        if broken is None:
            accepted.append(edit)
        else:
            refused.append(RefusedEdit(edit, *broken))
    return EditedProblem(with_edits(problem, accepted), tuple(accepted), tuple(refused))


def meet_together(
    problem: Problem, edited: EditedProblem, solvable: Callable[[Problem], bool]
) -> EditedProblem:
    """Refuse, one by one, the edits that cannot be met together with those before them.

    Parameters
    ----------
    problem
        The problem without any edit.
    solvable
        Whether a problem has a plan that meets all its pins.
    """
    accepted, refused = list(edited.accepted), list(edited.refused)
    while not solvable(with_edits(problem, accepted)):
        first = _first_unsolvable(problem, accepted, solvable)
        reason = "tidak dapat dipenuhi bersama suntingan sebelumnya"
        refused.append(RefusedEdit(accepted.pop(first), 7, reason))
    return EditedProblem(with_edits(problem, accepted), tuple(accepted), tuple(refused))


def _first_unsolvable(
    problem: Problem, edits: Sequence[Edit], solvable: Callable[[Problem], bool]
) -> int:
    """Index of the edit with which the edits up to it stop being solvable, by bisection."""
    low, high = 0, len(edits) - 1
    while low < high:
        middle = (low + high) // 2
        if solvable(with_edits(problem, edits[: middle + 1])):
            low = middle + 1
        else:
            high = middle
    return low


def with_edits(problem: Problem, edits: Sequence[Edit]) -> Problem:
    """The problem with these edits' bans and pins."""
    bans = frozenset(edit.ban for edit in edits if edit.ban is not None)
    pins = tuple(edit.pin for edit in edits if edit.pin is not None)
    requests = tuple(_closed(request, bans) for request in problem.requests)
    return replace(problem, requests=requests, pins=(*problem.pins, *pins))


def _closed(request: Request, bans: frozenset[Ban]) -> Request:
    windows = {
        date: spans for date, spans in request.windows.items() if Ban(request.id, date) not in bans
    }
    return request if len(windows) == len(request.windows) else replace(request, windows=windows)


def _broken(
    problem: Problem, edit: Edit, accepted: Sequence[Edit], names: Mapping[str, str]
) -> tuple[int, str] | None:
    for pin in problem.pins:
        if edit.ban is not None and (pin.request, pin.date) == (edit.ban.request, edit.ban.date):
            return 7, f"kunjungan pada {pin.date:%d-%m-%Y} sudah dikunci rencana"
    if edit.pin is None:
        return None
    others: list[Pin] = [*problem.pins, *(e.pin for e in accepted if e.pin is not None)]
    return broken_rule(Wish(problem, edit.pin, names, others))
