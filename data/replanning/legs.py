"""Travel of a changed week: legs of the published plan stay, so that its past stays possible."""

from dataclasses import replace

import numpy as np

from optimizer.problem import Travel


def with_known_legs(travel: Travel, known: Travel) -> Travel:
    """The travel with the legs between those of its locations that ``known`` has, too."""
    at = {point: index for index, point in enumerate(known.locations)}
    shared = [index for index, point in enumerate(travel.locations) if point in at]
    here = np.ix_(shared, shared)
    there = np.ix_(*2 * [[at[travel.locations[index]] for index in shared]])
    minutes, km = travel.minutes.copy(), travel.km.copy()
    minutes[here], km[here] = known.minutes[there], known.km[there]
    return replace(travel, minutes=minutes, km=km)
