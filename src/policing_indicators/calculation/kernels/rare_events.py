"""The limits of counts that are few, and of the times between events.

Each lies where chance leaves no more beyond it, on its side, than a normal
distribution leaves beyond three standard deviations; the zone's limit likewise beyond
two. What is whole has the nearest whole limits that hold to that.
"""

from typing import Final, NamedTuple

import numpy as np
import scipy

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.special_causes import (
    Codes,
    Lengths,
    Thresholds,
    broken_rules,
)

BEYOND_LIMIT: Final = float(scipy.special.ndtr(-3.0))
"""The chance beyond a limit: 0.00135."""

BEYOND_ZONE: Final = float(scipy.special.ndtr(-2.0))
"""The chance beyond two-thirds of the way to it: 0.02275."""

_DEVIATIONS: Final = 12
"""How many standard deviations above its mean a count is looked at."""


class RareLimits(NamedTuple):
    """Where points stand out on both sides, and the middle that a run is counted from.

    A run is counted from the median, since most of what is rare lies below its mean.
    """

    median: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float


def poisson_limits(mean: float) -> RareLimits:
    """Exact limits of a Poisson count.

    The upper limit is the lowest count with no more than the chance beyond it, the
    lower the highest with no more below it.
    """
    most = int(mean + _DEVIATIONS * (np.sqrt(mean) + 1))
    counts = np.arange(most + 1, dtype=np.float64)
    above = np.asarray(scipy.special.pdtrc(counts, mean), dtype=np.float64)
    below = np.zeros(most + 1)
    below[1:] = scipy.special.pdtr(counts[:-1], mean)
    return _whole(counts, above, below)


def geometric_limits(mean: float) -> RareLimits:
    """Exact limits of whole days between events, which may be none."""
    if mean == 0:
        return RareLimits(0, 0, 0, 0, 0)
    stay = np.log(mean / (1 + mean))
    upper, near_upper, median = (
        float(max(0, np.ceil(np.log(beyond) / stay) - 1))
        for beyond in (BEYOND_LIMIT, BEYOND_ZONE, 0.5)
    )
    lower, near_lower = (
        float(np.floor(np.log1p(-beyond) / stay))
        for beyond in (BEYOND_LIMIT, BEYOND_ZONE)
    )
    return RareLimits(median, lower, upper, near_lower, near_upper)


def exponential_limits(mean: float) -> RareLimits:
    """Exact limits of a length of time between events."""
    return RareLimits(
        median=float(mean * np.log(2)),
        lower=float(-mean * np.log1p(-BEYOND_LIMIT)),
        upper=float(-mean * np.log(BEYOND_LIMIT)),
        near_lower=float(-mean * np.log1p(-BEYOND_ZONE)),
        near_upper=float(-mean * np.log(BEYOND_ZONE)),
    )


def _whole(counts: Array, above: Array, below: Array) -> RareLimits:
    upper, near_upper, median = (
        float(counts[np.argmax(above <= beyond)])
        for beyond in (BEYOND_LIMIT, BEYOND_ZONE, 0.5)
    )
    lower, near_lower = (
        float(counts[below <= beyond][-1]) for beyond in (BEYOND_LIMIT, BEYOND_ZONE)
    )
    return RareLimits(median, lower, upper, near_lower, near_upper)


def rare_rules(values: Array, limits: RareLimits, lengths: Lengths) -> Codes:
    """Give the rules of special cause that each point of one series breaks, as bits."""
    median, lower, upper, near_lower, near_upper = (np.array([each]) for each in limits)
    codes = broken_rules(
        values[:, np.newaxis],
        Thresholds(median, near_upper, upper),
        Thresholds(-median, -near_lower, -lower),
        np.zeros(1),
        lengths,
    )
    return codes[:, 0]


def scatter_p_value(counts: Array) -> float:
    """Give the chance that Poisson counts of one mean scatter at least as much.

    The variance test of Fisher: the sum of (x - mean)^2 / mean is chi-squared with one
    degree of freedom less than there are counts.
    """
    mean = counts.mean()
    if mean == 0:
        return 1.0
    scatter = ((counts - mean) ** 2).sum() / mean
    tail = np.asarray(scipy.special.chdtrc(len(counts) - 1, scatter), np.float64)
    return float(tail)
