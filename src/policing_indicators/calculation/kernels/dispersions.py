"""How areas' changes scatter around the change of their total.

The last axis is that of the areas. Given an area's count in both periods, the later one
is binomial where only chance is at work: its chance is the later period's part of the
total over all areas in both periods. An area with a count missing or negative on either
side, or with no event in both, is not measured.
"""

import numpy as np
import scipy

from policing_indicators.calculation.kernels import proportions, scatter
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite, unwarned
from policing_indicators.calculation.kernels.scatter import above_zero, total


def later_share(earlier: Array, later: Array) -> Array:
    """Give the later period's part of the total; NaN where one period has none."""
    before, after = _complete(earlier, later)
    first, second = total(before), total(after)
    return second / np.where((first > 0) & (second > 0), first + second, np.nan)


def change_deviates(earlier: Array, later: Array, share: Array) -> Array:
    """Work out (later - n p) / sqrt(n p q), where p is the later period's share.

    NaN where an area is not measured.
    """
    before, after = _complete(earlier, later)
    both = above_zero(before + after)
    return np.asarray((after - both * share) / np.sqrt(both * share * (1 - share)))


def dispersion(deviates: Array) -> Array:
    """Work out the mean of the squared deviates of the areas that are measured."""
    squares = np.square(deviates)
    return np.asarray(total(squares) / above_zero(scatter.measured(deviates)))


def adjusted_p_value(deviate: Array, ratio: Array, areas: Array) -> Array:
    """Hold z^2 / ratio against F with 1 and areas - 1 degrees of freedom.

    NaN for a single area, which scatters around nothing. Where nothing scatters, every
    deviate but zero is ruled out.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        square = np.where(deviate == 0, 0.0, np.square(deviate) / ratio)
    square = np.where(np.isnan(deviate + ratio), np.nan, square)
    p_value = scipy.special.fdtrc(1.0, scatter.freedom(areas), square)
    return np.asarray(p_value, dtype=np.float64)


def adjusted_limits(
    change: tuple[Array, Array], ratio: Array, areas: Array, confidence: float
) -> tuple[Array, Array]:
    """Limits of later / earlier, consistent with the p-value by the ratio.

    They are Wilson's of the later count's share of both, for a deviate that is the
    root of the ratio times as large, as odds. The upper limit is infinite where an
    earlier count of nothing cannot be ruled out.
    """
    before, after = _complete(*change)
    z = scatter.quantile(confidence, areas) * np.sqrt(ratio)
    lower, upper = proportions.score_limits(after, above_zero(before + after), z)
    with np.errstate(divide="ignore"):
        highest = np.asarray(upper / (1 - upper))
        # Where nearly nothing scatters the two meet, but for the last digit.
        return np.minimum(lower / (1 - lower), highest), highest


def spread(earlier: Array, later: Array, share: Array) -> Array:
    """Work out how far areas' changes scatter beyond chance, as a standard deviation.

    It is on the scale of the arcsine of the root of the later share, where chance has
    the variance 1 / 4n.
    """
    before, after = _complete(earlier, later)
    both = above_zero(before + after)
    squares = np.square(_turned(after / both) - _turned(share))
    return np.sqrt(scatter.beyond_chance(squares, 1 / (4 * both)))


def spread_p_value(
    change: tuple[Array, Array], share: Array, spread: Array, areas: Array
) -> Array:
    """Give how often an area's change lies as far from a share, by chance and spread.

    The change is an earlier and a later count. Student's t with areas - 1 degrees of
    freedom, two-sided.
    """
    angle, error = _angle(change, spread)
    with np.errstate(invalid="ignore"):
        deviate = (angle - _turned(share)) / error
    return scatter.p_value(deviate, areas)


def spread_limits(
    change: tuple[Array, Array], spread: Array, areas: Array, confidence: float
) -> tuple[Array, Array]:
    """Limits of later / earlier, consistent with the p-value by chance and spread.

    The upper limit is infinite where an earlier count of nothing cannot be ruled out.
    """
    angle, error = _angle(change, spread)
    reach = scatter.quantile(confidence, areas) * error
    most = np.pi / 2
    lower, upper = np.maximum(angle - reach, 0), np.minimum(angle + reach, most)
    with unwarned():
        highest = np.where(upper == most, np.inf, np.square(np.tan(upper)))
        return finite(np.square(np.tan(lower))), highest


def _angle(change: tuple[Array, Array], spread: Array) -> tuple[Array, Array]:
    before, after = _complete(*change)
    both = above_zero(before + after)
    return _turned(after / both), np.sqrt(1 / (4 * both) + np.square(spread))


def _turned(share: Array) -> Array:
    return np.arcsin(np.sqrt(share))


def _complete(earlier: Array, later: Array) -> tuple[Array, Array]:
    there = (earlier >= 0) & (later >= 0)
    if there.all():
        return earlier, later
    return np.where(there, earlier, np.nan), np.where(there, later, np.nan)
