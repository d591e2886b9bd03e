"""Rounds of ruin and recreate under simulated annealing."""

import numpy as np
from numba import njit

from optimizer.search.recreate.insertion import recreate
from optimizer.search.recreate.kept import keep
from optimizer.search.recreate.mood import calm, change
from optimizer.search.recreate.people import fill_up, shrink
from optimizer.search.recreate.routes import copy_duties, total
from optimizer.search.recreate.ruin import ruin

SHRUNK = 0.4
"""How often stops that stay make room before others come."""


@njit(cache=True, nogil=True)
def run_rounds(field, now, trial, best, chances, kept, most, heat, near, credit, seed, rounds):  # type: ignore[no-untyped-def]
    """Better ``best``, round by round.

    Parameters
    ----------
    now, trial, best : Routes
        The plan at hand, one equal to it to work on, and the best so far.
    most : int
        Most stops taken out in a round.
    heat : float
        Temperature, in score.
    near : float
        Duties of plans that miss the best by at most this are kept.
    credit : float
        What serving most people of a must-serve request counts for, as a share of serving all.
    seed, rounds : int
        Start of the random numbers, and how many rounds.

    Returns
    -------
    float
        Score of the best plan.
    """
    np.random.seed(seed)
    touched = np.zeros(field.day.size, np.bool_)
    everywhere = np.ones(field.day.size, np.bool_)
    gone = np.zeros(field.worth.size, np.bool_)
    mood = calm(field)
    value, highest = total(field, now, credit), total(field, best, credit)
    if value > highest:
        highest = value
        copy_duties(now, best, everywhere)
    for _ in range(rounds):
        touched[:] = False
        gone[:] = False
        ruin(field, trial, most, touched, gone)
        mood = change(field, mood, gone)
        _rebuild(field, trial, mood, chances, touched, gone)
        found = total(field, trial, credit)
        if found >= value + heat * np.log(np.random.random()):
            copy_duties(trial, now, touched)
            value = found
            if value > highest - near:
                keep(field, now, kept, touched, value)
            if value > highest + 1e-7:
                highest = value
                copy_duties(now, best, everywhere)
        else:
            copy_duties(now, trial, touched)
    return highest


@njit(cache=True, nogil=True)
def _rebuild(field, trial, mood, chances, touched, gone):  # type: ignore[no-untyped-def]
    """Put stops in, and share the time of each duty out among its stops anew."""
    if np.random.random() < SHRUNK:
        _shrink_all(field, trial, touched, np.random.random())
    recreate(field, trial, mood, chances, touched, gone)
    _shrink_all(field, trial, touched, min(1.0, 1.5 * np.random.random()))
    for duty in range(touched.size):
        if touched[duty]:
            fill_up(field, trial, duty)


@njit(cache=True, nogil=True)
def _shrink_all(field, trial, touched, share):  # type: ignore[no-untyped-def]
    for duty in range(touched.size):
        if touched[duty]:
            shrink(field, trial, duty, share)
