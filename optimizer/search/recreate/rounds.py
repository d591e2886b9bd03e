"""Rounds of ruin and recreate under simulated annealing."""

import numpy as np
from numba import njit

from optimizer.search.recreate.insertion import Mood, fill_up, recreate, shrink
from optimizer.search.recreate.kept import keep
from optimizer.search.recreate.routes import copy_duties, total
from optimizer.search.recreate.ruin import ruin

NEAT, CAPPED, SHRUNK = 0.7, 0.4, 0.4
"""How often stops leave no remainder too small for another; most requests with fewer people."""


@njit(cache=True, nogil=True)
def _most(fewest, asked, capped):  # type: ignore[no-untyped-def]
    if np.random.random() >= capped:
        return asked
    return fewest + np.random.randint(asked - fewest + 1)


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
    duties, requests = field.day.size, field.worth.size
    touched = np.zeros(duties, np.bool_)
    everywhere = np.ones(duties, np.bool_)
    gone = np.zeros(requests, np.bool_)
    banned = np.zeros(requests, np.bool_)
    noise = np.ones(requests)
    largest = field.asked.copy()
    value, highest = total(field, now, credit), total(field, best, credit)
    if value > highest:
        highest = value
        copy_duties(now, best, everywhere)
    for _ in range(rounds):
        touched[:] = False
        gone[:] = False
        ruin(field, trial, most, touched, gone)
        loud = np.random.random() * 1.6
        rare = np.random.random() * 0.3
        capped = max(0.0, np.random.random() - 0.5) * CAPPED
        for request in range(requests):
            noise[request] = 1.0 + loud * (np.random.random() - 0.5)
            banned[request] = np.random.random() < rare * (1.0 if gone[request] else 0.3)
            if field.asked[request] > field.fewest[request]:
                largest[request] = _most(field.fewest[request], field.asked[request], capped)
        power, waiting = np.random.randint(field.powers.shape[0]), np.random.random()
        mood = Mood(power, waiting, noise, banned, largest, np.random.random() < NEAT)
        if np.random.random() < SHRUNK:
            share = np.random.random()
            for duty in range(duties):
                if touched[duty]:
                    shrink(field, trial, duty, share)
        recreate(field, trial, mood, chances, touched, gone)
        share = min(1.0, 1.5 * np.random.random())
        for duty in range(duties):
            if touched[duty]:
                shrink(field, trial, duty, share)
        for duty in range(duties):
            if touched[duty]:
                fill_up(field, trial, duty)
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
