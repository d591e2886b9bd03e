"""Sums and extremes of vectors for compiled code that counts no references.

Extremes are those of one value at least.
"""

from optimizer.compiled import uncounted


@uncounted
def sum_of(values):  # type: ignore[no-untyped-def]
    """Sum of a vector."""
    found = 0
    for value in values:
        found += value
    return found


@uncounted
def first_most(values):  # type: ignore[no-untyped-def]
    """Index of the first of the largest values of a vector."""
    best = 0
    for index in range(1, values.size):
        if values[index] > values[best]:
            best = index
    return best


@uncounted
def first_least(values):  # type: ignore[no-untyped-def]
    """Index of the first of the smallest values of a vector."""
    best = 0
    for index in range(1, values.size):
        if values[index] < values[best]:
            best = index
    return best


@uncounted
def least_of(values):  # type: ignore[no-untyped-def]
    """The smallest value of a vector."""
    return values[first_least(values)]
