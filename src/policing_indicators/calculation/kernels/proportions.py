"""The limits of a proportion, and of the difference of two."""

import numpy as np

from policing_indicators.calculation.kernels import rates
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.counts import deviate

_LARGEST = float(np.finfo(np.float64).max) / 8
"""The largest denominator whose multiples in Wilson's formula stay finite."""


def proportion_limits(
    count: Array, denominator: Array, confidence: float
) -> tuple[Array, Array]:
    """Wilson's score limits; NaN over zero, and over more than there is room for.

    The lower limit is written as 2 x^2 / (n (2x + z^2 + z s)) with
    s = sqrt(z^2 + 4 x (n - x) / n): the same figure, without taking the difference
    of two numbers that may nearly be equal.
    """
    return score_limits(count, denominator, np.asarray(deviate(confidence)))


def score_limits(count: Array, denominator: Array, z: Array) -> tuple[Array, Array]:
    """Wilson's score limits for a deviate; NaN as for :func:`proportion_limits`."""
    undefined = (denominator == 0) | (denominator > _LARGEST)
    count, total = np.where(undefined, np.nan, (count, denominator))
    rest = total - count
    spread = z * np.sqrt(z * z + 4 * count * (rest / total))
    lower = 2 * count * (count / total) / (2 * count + z * z + spread)
    upper = (2 * count + z * z + spread) / (2 * (total + z * z))
    return lower, np.where(rest == 0, 1.0, np.minimum(upper, 1.0))


def proportion_difference_limits(
    earlier: tuple[Array, Array], later: tuple[Array, Array], confidence: float
) -> tuple[Array, Array]:
    """Newcombe's hybrid score limits (his method 10) of later less earlier.

    Each pair is a count and its denominator.
    """
    earlier_share, later_share = rates.rate(*earlier, 1), rates.rate(*later, 1)
    earlier_lower, earlier_upper = proportion_limits(*earlier, confidence)
    later_lower, later_upper = proportion_limits(*later, confidence)
    difference = later_share - earlier_share
    below = np.hypot(later_share - later_lower, earlier_upper - earlier_share)
    above = np.hypot(later_upper - later_share, earlier_share - earlier_lower)
    return difference - below, difference + above
