"""Rounds of ruin and recreate under simulated annealing."""

from typing import NamedTuple

import numpy as np

from optimizer.compiled import compiled, uncounted
from optimizer.search.recreate.crews import begin_chance
from optimizer.search.recreate.insertion import recreate
from optimizer.search.recreate.keeping import keep_promises
from optimizer.search.recreate.kept import keep
from optimizer.search.recreate.mood import calm, change
from optimizer.search.recreate.people import fill_up, shrink
from optimizer.search.recreate.routes import copy_duties, total
from optimizer.search.recreate.ruin import ruin

SHRUNK = 0.4
"""How often stops that stay make room before others come."""


class Terms(NamedTuple):
    """How a search is run.

    Attributes
    ----------
    most
        Most stops taken out in a round.
    heat
        Temperature, in score.
    near
        Duties of plans that miss the best by at most this are kept.
    promise, credit
        What a promise counts for that is kept, and what share of it almost all people count for.
    dear
        What a promise is worth: more than all scores.
    minute
        What a minute between stops counts against a plan.
    """

    most: int
    heat: float
    near: float
    promise: float
    credit: float
    dear: float
    minute: float


@compiled
def run_rounds(field, now, trial, best, chances, desk, kept, terms, seed, rounds):  # type: ignore[no-untyped-def]
    """Better ``best``, round by round.

    Parameters
    ----------
    now, trial, best : Routes
        The plan at hand, one equal to it to work on, and the best so far.
    chances, desk, kept
        Room to work in, and the duties of good plans.
    terms : Terms
        How to search.
    seed, rounds : int
        Start of the random numbers, and how many rounds.

    Returns
    -------
    score, whole : float
        Score of the best plan, and how many promises it keeps.
    """
    begin_chance(seed)
    touched = np.zeros(field.day.size, np.bool_)
    everywhere = np.ones(field.day.size, np.bool_)
    gone = np.zeros(field.worth.size, np.bool_)
    mood = calm(field)
    score, promises, whole = total(field, now, terms.promise, terms.credit)
    value = score + promises - terms.minute * now.driven.sum()
    most, _, kept_promises = total(field, best, terms.promise, terms.credit)
    if score + terms.dear * whole > most + terms.dear * kept_promises:
        most, kept_promises = score, whole
        copy_duties(now, best, everywhere)
    for _ in range(rounds):
        touched[:] = False
        gone[:] = False
        ruin(field, trial, terms.most, touched, gone)
        mood = change(field, mood, gone)
        _rebuild(field, trial, mood, chances, desk, touched, gone)
        score, promises, whole = total(field, trial, terms.promise, terms.credit)
        found = score + promises - terms.minute * trial.driven.sum()
        if found < value + terms.heat * np.log(np.random.random()):
            copy_duties(now, trial, touched)
            continue
        copy_duties(trial, now, touched)
        value = found
        better = score - most + terms.dear * (whole - kept_promises)
        if better > -terms.near:
            keep(field, now, kept, touched, score + terms.dear * whole)
        if better > 1e-7:
            most, kept_promises = score, whole
            copy_duties(now, best, everywhere)
    return most, kept_promises


@compiled
def _rebuild(field, trial, mood, chances, desk, touched, gone):  # type: ignore[no-untyped-def]
    """Put stops in, and share the time of each duty out among its stops anew."""
    if field.people.size == field.request.size:  # one option a node
        recreate(field, trial, mood, chances, touched, gone)
        return
    if np.random.random() < SHRUNK:
        _shrink_all(field, trial, touched, np.random.random())
    keep_promises(field, trial, mood, desk, touched, gone)
    recreate(field, trial, mood, chances, touched, gone)
    _shrink_all(field, trial, touched, min(1.0, 1.5 * np.random.random()))
    for duty in range(touched.size):
        if touched[duty]:
            fill_up(field, trial, duty)


@uncounted
def _shrink_all(field, trial, touched, share):  # type: ignore[no-untyped-def]
    for duty in range(touched.size):
        if touched[duty]:
            shrink(field, trial, duty, share)
