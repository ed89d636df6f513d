"""One rate, or one proportion, beside a benchmark that is fixed beforehand."""

import numpy as np
import scipy

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite, unwarned


def expected_count(denominator: Array, benchmark: Array, per: float) -> Array:
    """Give the count that the benchmark rate comes to over the denominator.

    NaN on overflow.
    """
    with unwarned():
        return finite(np.asarray(benchmark * denominator / per))


def rate_p_value(
    count: Array, denominator: Array, benchmark: Array, per: float
) -> Array:
    """Twice the smaller tail of the Poisson distribution, at most 1.

    NaN for a negative count, and over a denominator of zero.
    """
    expected = expected_count(denominator, benchmark, per)
    at_most = scipy.special.gammaincc(count + 1, expected)
    at_least = np.where(count == 0, 1.0, scipy.special.gammainc(count, expected))
    defined = (count >= 0) & (denominator > 0)
    return np.where(defined, _central(at_most, at_least), np.nan)


def proportion_p_value(count: Array, denominator: Array, benchmark: Array) -> Array:
    """Twice the smaller tail of the binomial distribution, at most 1.

    NaN over a denominator of zero. The beta form of the tails also takes a count and
    a denominator that are not whole: an effective base.
    """
    rest = denominator - count
    at_most = np.where(
        rest == 0, 1.0, scipy.special.betaincc(count + 1, rest, benchmark)
    )
    at_least = np.where(
        count == 0, 1.0, scipy.special.betainc(count, rest + 1, benchmark)
    )
    return np.where(denominator > 0, _central(at_most, at_least), np.nan)


def _central(at_most: Array, at_least: Array) -> Array:
    return np.asarray(np.minimum(1.0, 2 * np.minimum(at_most, at_least)))
