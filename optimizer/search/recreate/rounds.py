"""Rounds of ruin and recreate under simulated annealing."""

import numpy as np
from numba import njit

from optimizer.search.recreate.insertion import Mood, recreate
from optimizer.search.recreate.kept import keep
from optimizer.search.recreate.routes import copy_duties, total
from optimizer.search.recreate.ruin import ruin


@njit(cache=True, nogil=True)
def run_rounds(field, now, trial, best, chances, kept, most, heat, near, seed, rounds):  # type: ignore[no-untyped-def]
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
    seed, rounds : int
        Start of the random numbers, and how many rounds.

    Returns
    -------
    float
        Score of the best plan.
    """
    np.random.seed(seed)
    duties, requests = field.kind.size, field.worth.size
    touched = np.zeros(duties, np.bool_)
    everywhere = np.ones(duties, np.bool_)
    gone = np.zeros(requests, np.bool_)
    banned = np.zeros(requests, np.bool_)
    noise = np.ones(requests)
    value, highest = total(field, now), total(field, best)
    if value > highest:
        highest = value
        copy_duties(now, best, everywhere)
    for _ in range(rounds):
        touched[:] = False
        gone[:] = False
        ruin(field, trial, most, touched, gone)
        loud = np.random.random() * 1.6
        rare = np.random.random() * 0.3
        for request in range(requests):
            noise[request] = 1.0 + loud * (np.random.random() - 0.5)
            banned[request] = np.random.random() < rare * (1.0 if gone[request] else 0.3)
        mood = Mood(np.random.randint(field.powers.shape[0]), np.random.random(), noise, banned)
        recreate(field, trial, mood, chances, touched, gone)
        found = total(field, trial)
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
