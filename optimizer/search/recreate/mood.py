"""What chance decides in one round."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import compiled

LOUD, RARE, CAPPED, NEAT = 1.6, 0.3, 0.4, 0.7
"""Most noise, most bans, most requests with a cap on people, and how often stops are neat."""
BARRED = 0.3
"""How often a promise is not put in on some day; it is not banned from all."""
NEVER = -1


class Mood(NamedTuple):
    """Chances of requests and stops.

    Attributes
    ----------
    power
        Row of ``Field.powers``.
    waiting
        How much a minute of waiting counts against one of driving or service.
    noise
        Factor of each request.
    banned
        Requests that are not put in.
    most
        Most people of a stop, by request.
    neat
        Whether a stop leaves either nobody or enough people for another one.
    barred
        A day on which a request is not put in, ``NEVER`` if there is none.
    """

    power: int
    waiting: float
    noise: Floats
    banned: NDArray[np.bool_]
    most: Ints
    neat: bool
    barred: Ints


@compiled
def calm(field):  # type: ignore[no-untyped-def]
    """Nothing left to chance."""
    requests = field.worth.size
    return Mood(
        0,
        0.0,
        np.ones(requests),
        np.zeros(requests, np.bool_),
        field.asked.copy(),
        False,
        np.full(requests, NEVER),
    )


@compiled
def change(field, mood, gone):  # type: ignore[no-untyped-def]
    """Another mood, in the same arrays.

    Parameters
    ----------
    gone
        Requests that have just lost a stop, shape ``(r,)``; they are banned more often.
    """
    loud = np.random.random() * LOUD
    rare = np.random.random() * RARE
    capped = max(0.0, np.random.random() - 0.5) * CAPPED
    for request in range(gone.size):
        mood.noise[request] = 1.0 + loud * (np.random.random() - 0.5)
        often = 1.0 if gone[request] else 0.3
        mood.banned[request] = not field.must[request] and np.random.random() < rare * often
        mood.barred[request] = NEVER
        if field.must[request] and np.random.random() < BARRED * often:
            mood.barred[request] = np.random.randint(field.kept.shape[1])
        fewest, asked = field.fewest[request], field.asked[request]
        if asked > fewest:
            mood.most[request] = asked
            if np.random.random() < capped:
                mood.most[request] = fewest + np.random.randint(asked - fewest + 1)
    power, waiting = np.random.randint(field.powers.shape[0]), np.random.random()
    neat = np.random.random() < NEAT
    return Mood(power, waiting, mood.noise, mood.banned, mood.most, neat, mood.barred)
