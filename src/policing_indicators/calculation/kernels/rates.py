"""A count over a denominator, and the limits of such a rate."""

import numpy as np

from policing_indicators.calculation.kernels import counts
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.counts import CountMethod
from policing_indicators.calculation.kernels.overflow import finite, unwarned


def rate(count: Array, denominator: Array, per: float) -> Array:
    """Count / denominator x per; NaN over a denominator of zero, and on overflow.

    The product comes first: it is exact for whole numbers, which leaves one rounding.
    """
    base = denominator
    if (denominator == 0).any():
        base = np.where(denominator == 0, np.nan, denominator)
    with unwarned():
        return finite(np.asarray(count * per / base))


def rate_limits(
    count: Array, denominator: Array, per: float, confidence: float, method: CountMethod
) -> tuple[Array, Array]:
    """Limits of a rate: those of its count, over the denominator as it stands."""
    lower, upper = counts.count_limits(count, confidence, method)
    return rate(lower, denominator, per), rate(upper, denominator, per)
