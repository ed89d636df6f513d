"""Two counts of events over their exposures: the ratio of rates, and chance.

Given the total of two Poisson counts, the earlier one is binomial: its chance is the
earlier exposure's share of both where the rates are equal.
"""

import numpy as np
import scipy

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite, unwarned


def rate_ratio(
    earlier: Array, later: Array, earlier_exposure: Array, later_exposure: Array
) -> Array:
    """Later rate / earlier rate.

    NaN where earlier is zero or a count is negative, and on overflow.
    """
    base = np.where((earlier > 0) & (later >= 0), earlier, np.nan)
    with unwarned():
        base = finite(np.asarray(base * later_exposure))
        return finite(np.asarray(later * earlier_exposure / base))


def change_p_value(
    earlier: Array, later: Array, earlier_exposure: Array, later_exposure: Array
) -> Array:
    """Twice the smaller tail of the binomial, at most 1.

    NaN for a negative count, and on overflow. Only the tail on the observed side of
    the mean is worked out: a binomial's median is its mean, rounded one way or the
    other, so where the other tail is the smaller one both are a half or more and p
    is 1.
    """
    with unwarned():
        both = finite(np.asarray(earlier_exposure + later_exposure))
        before = finite(np.asarray(earlier * later_exposure))
        after = finite(np.asarray(later * earlier_exposure))
    fell_short = before < after
    tail = _tail(
        np.where(fell_short, later, earlier),
        np.where(fell_short, earlier, later),
        np.where(fell_short, later_exposure, earlier_exposure) / both,
        np.where(fell_short, earlier_exposure, later_exposure) / both,
    )
    nothing = (earlier == 0) & (later == 0)
    p_value = np.where(nothing, 1.0, np.minimum(1.0, 2 * tail))
    defined = (earlier >= 0) & (later >= 0) & ~np.isnan(before) & ~np.isnan(after)
    return np.where(defined, p_value, np.nan)


def rate_ratio_limits(
    counts: tuple[Array, Array], exposures: tuple[Array, Array], confidence: float
) -> tuple[Array, Array]:
    """Limits of later rate / earlier rate, by Clopper and Pearson's of the share.

    Each pair is earlier, later. The upper limit is infinite where the earlier count
    is zero; both are NaN where a count is negative, and on overflow.
    """
    defined = np.minimum(*counts) >= 0
    earlier, later = (np.where(defined, count, np.nan) for count in counts)
    tail = (1 - confidence) / 2
    lowest, inverse_of_highest = (
        _odds(later, earlier, tail),
        _odds(earlier, later, tail),
    )
    with unwarned(), np.errstate(divide="ignore"):
        scale = exposures[0] / exposures[1]
        scale = finite(np.where(scale == 0, np.nan, scale))
        highest = finite(np.asarray(scale / inverse_of_highest))
        unbounded = (earlier == 0) & ~np.isnan(scale + later)
        return finite(lowest * scale), np.where(unbounded, np.inf, highest)


def _tail(count: Array, other: Array, share: Array, rest: Array) -> Array:
    """Give the chance of count or more, out of both, where share + rest is 1.

    The smaller of the two goes into the beta function: next to one it has lost the
    digits that tell it from one.
    """
    count, other, share, rest = np.broadcast_arrays(count, other, share, rest)
    lesser = share <= rest
    result = np.full(share.shape, np.nan)
    scipy.special.betainc(count, other + 1, share, out=result, where=lesser)
    scipy.special.betaincc(other + 1, count, rest, out=result, where=~lesser)
    return result


def _odds(count: Array, other: Array, tail: float) -> Array:
    """Give the lower limit of count's expectation over other's."""
    count, other = np.broadcast_arrays(count, other)
    share = np.asarray(scipy.special.betaincinv(count, other + 1, tail))
    rest = np.asarray(1 - share)
    # Near one, what is left of one is taken directly: the difference has few digits.
    scipy.special.betainccinv(other + 1, count, tail, out=rest, where=share > rest)
    return np.where(count == 0, 0.0, share / rest)
