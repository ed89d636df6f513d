"""Two counts of events over their exposures: the ratio of rates, and chance.

Given the total of two Poisson counts, the earlier one is binomial: its chance is the
earlier exposure's share of both where the rates are equal.
"""

import numpy as np
import scipy

from policing_indicators.calculation.kernels.screening import Array


def rate_ratio(
    earlier: Array, later: Array, earlier_exposure: Array, later_exposure: Array
) -> Array:
    """Later rate / earlier rate; NaN where earlier is zero or a count is negative."""
    base = np.where((earlier > 0) & (later >= 0), earlier * later_exposure, np.nan)
    result: Array = np.asarray(later * earlier_exposure / base)
    return result


def change_p_value(
    earlier: Array, later: Array, earlier_exposure: Array, later_exposure: Array
) -> Array:
    """Twice the smaller tail of the binomial, at most 1; NaN for a negative count.

    Only the tail on the observed side of the mean is worked out: a binomial's median
    is its mean, rounded one way or the other, so where the other tail is the smaller
    one both are a half or more and p is 1.
    """
    both = earlier_exposure + later_exposure
    fell_short = earlier * later_exposure < later * earlier_exposure
    tail = scipy.special.betainc(
        np.where(fell_short, later, earlier),
        np.where(fell_short, earlier, later) + 1,
        np.where(fell_short, later_exposure, earlier_exposure) / both,
    )
    p_value = np.where(earlier + later == 0, 1.0, np.minimum(1.0, 2 * tail))
    return np.where((earlier >= 0) & (later >= 0), p_value, np.nan)


def rate_ratio_limits(
    counts: tuple[Array, Array], exposures: tuple[Array, Array], confidence: float
) -> tuple[Array, Array]:
    """Limits of later rate / earlier rate, by Clopper and Pearson's of the share.

    Each pair is earlier, later. The upper limit is infinite where the earlier count
    is zero; both are NaN where a count is negative.
    """
    defined = np.minimum(*counts) >= 0
    earlier, later = (np.where(defined, count, np.nan) for count in counts)
    scale = exposures[0] / exposures[1]
    tail = (1 - confidence) / 2
    lowest, inverse_of_highest = (
        _odds(later, earlier, tail),
        _odds(earlier, later, tail),
    )
    with np.errstate(divide="ignore"):
        return lowest * scale, scale / inverse_of_highest


def _odds(count: Array, other: Array, tail: float) -> Array:
    """Give the lower limit of count's expectation over other's."""
    count, other = np.broadcast_arrays(count, other)
    share = np.asarray(scipy.special.betaincinv(count, other + 1, tail))
    rest = np.asarray(1 - share)
    # Near one, what is left of one is taken directly: the difference has few digits.
    scipy.special.betainccinv(other + 1, count, tail, out=rest, where=share > rest)
    return np.where(count == 0, 0.0, share / rest)
