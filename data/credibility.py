"""Estimates from few and faulty observations: credibility theory on robust medians.

An estimate is ``prior + z (median - prior)`` with Bühlmann's credibility factor
``z = n / (n + k)`` of ``n`` observations, applied at each level of Jewell's hierarchy: the
office's own number is the prior of a kind, the kind's estimate the prior of its sites. In theory
``k`` is the variance within a group over the variance between groups; one office sees too few
visits a site to measure either, so here it is policy. Medians stand for the theory's means
because forms are filled in by hand, and a site's few observations are winsorized to the kind's
10-90 % first, so that no single form can carry a site away.

Sources: H. Bühlmann (1967), Experience rating and credibility, ASTIN Bulletin 4(3), 199-207,
doi:10.1017/S0515036100008989; W. S. Jewell (1975), The use of collateral data in credibility
theory: a hierarchical model, Giornale dell'Istituto Italiano degli Attuari 38, 1-16.
"""

from decimal import Decimal
from typing import TypeAlias

import pandas as pd

Range: TypeAlias = tuple[float, float]
Values: TypeAlias = "pd.Series[float]"

TAIL = 0.1


def credible(prior: Decimal, values: Values, k: float, limits: Range) -> Decimal:
    """The prior moved towards the median of what was seen, to two decimals.

    Parameters
    ----------
    values
        Observations, shape (n,); none leaves the prior.
    k
        So many observations count as much as the prior.
    limits
        Range that the median is held in.
    """
    if values.empty:
        return prior
    low, high = limits
    median = min(max(float(values.median()), low), high)
    trust = len(values) / (len(values) + k)
    return Decimal(str(round(float(prior) + trust * (median - float(prior)), 2)))


def winsorized(values: Values) -> Values:
    """Values drawn in to their middle 80 %.

    The bounds are inner order statistics: of three or more values the most extreme one on either
    side never sets a bound.
    """
    low = float(values.quantile(TAIL, interpolation="higher"))
    high = float(values.quantile(1 - TAIL, interpolation="lower"))
    return values.clip(min(low, high), max(low, high))
