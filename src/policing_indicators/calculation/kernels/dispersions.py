"""How areas' changes scatter around the change of their total.

The last axis is that of the areas. Given an area's count in both periods, the later one
is binomial where only chance is at work: its chance is the later period's part of the
total over all areas in both periods. An area with a count missing or negative on either
side, or with no event in both, is not measured.
"""

import numpy as np
import scipy

from policing_indicators.calculation.kernels import proportions
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite, unwarned

_MOST_STEPS = 100
"""Far more steps than Newton's method takes here: each at least halves a scale."""


def later_share(earlier: Array, later: Array) -> Array:
    """Give the later period's part of the total; NaN where one period has none."""
    before, after = _complete(earlier, later)
    earlier_total, later_total = _total(before), _total(after)
    there = (earlier_total > 0) & (later_total > 0)
    return later_total / np.where(there, earlier_total + later_total, np.nan)


def change_deviates(earlier: Array, later: Array, share: Array) -> Array:
    """Work out (later - n p) / sqrt(n p q), where p is the later period's share.

    NaN where an area is not measured.
    """
    before, after = _complete(earlier, later)
    both = _above_zero(before + after)
    return (after - both * share) / np.sqrt(both * share * (1 - share))


def dispersion(deviates: Array) -> Array:
    """Work out the mean of the squared deviates of the areas that are measured."""
    squares = np.square(deviates)
    return _total(squares) / _above_zero(measured(deviates))


def measured(deviates: Array) -> Array:
    """Count the areas that are measured."""
    there = np.count_nonzero(~np.isnan(deviates), axis=-1, keepdims=True)
    return np.asarray(there, dtype=np.float64)


def adjusted_p_value(deviate: Array, ratio: Array, areas: Array) -> Array:
    """Hold z^2 / ratio against F with 1 and areas - 1 degrees of freedom.

    NaN for a single area, which scatters around nothing. Where nothing scatters, every
    deviate but zero is ruled out.
    """
    freedom = np.where(areas > 1, areas - 1, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        square = np.where(deviate == 0, 0.0, np.square(deviate) / ratio)
    square = np.where(np.isnan(deviate + ratio), np.nan, square)
    return np.asarray(scipy.special.fdtrc(1.0, freedom, square))


def adjusted_deviate(confidence: float, areas: Array) -> Array:
    """Give the deviate that belongs to ``areas - 1`` degrees of freedom."""
    freedom = np.where(areas > 1, areas - 1, np.nan)
    return np.asarray(-scipy.special.stdtrit(freedom, (1 - confidence) / 2))


def adjusted_limits(
    change: tuple[Array, Array], ratio: Array, areas: Array, confidence: float
) -> tuple[Array, Array]:
    """Limits of later / earlier, consistent with the p-value by the ratio.

    They are Wilson's of the later count's share of both, for a deviate that is the
    root of the ratio times as large, as odds. The upper limit is infinite where an
    earlier count of nothing cannot be ruled out.
    """
    before, after = _complete(*change)
    z = adjusted_deviate(confidence, areas) * np.sqrt(ratio)
    lower, upper = proportions.score_limits(after, _above_zero(before + after), z)
    with np.errstate(divide="ignore"):
        highest = np.asarray(upper / (1 - upper))
        # Where nearly nothing scatters the two meet, but for the last digit.
        return np.minimum(lower / (1 - lower), highest), highest


def spread(earlier: Array, later: Array, share: Array) -> Array:
    """Work out how far areas' changes scatter beyond chance, as a standard deviation.

    It is on the scale of the arcsine of the root of the later share, where chance has
    the variance 1 / 4n: t such that the sum of (y - centre)^2 / (1 / 4n + t^2) is the
    number of areas, and 0 where chance alone makes it no more than that (the estimate
    of Paule and Mandel 1982, around a centre that is given). The sum falls, and ever
    less steeply, so that Newton's steps from 0 come ever closer from below.
    """
    before, after = _complete(earlier, later)
    both = _above_zero(before + after)
    squares = np.square(_turned(after / both) - _turned(share))
    chance = 1 / (4 * both)
    areas = measured(squares)
    variance = np.zeros_like(areas)
    for _ in range(_MOST_STEPS):
        weights = 1 / (chance + variance)
        excess = _total(squares * weights) - areas
        slope = _total(squares * weights * weights)
        step = np.where(excess > 0, excess / _above_zero(slope), 0.0)
        if (step <= variance * np.finfo(np.float64).eps).all():
            break
        variance = variance + step
    return np.where(np.isnan(share) | (areas == 0), np.nan, np.sqrt(variance))


def spread_p_value(
    change: tuple[Array, Array], share: Array, spread: Array, areas: Array
) -> Array:
    """Give how often an area's change lies as far from a share, by chance and spread.

    The change is an earlier and a later count. Student's t with areas - 1 degrees of
    freedom, two-sided.
    """
    freedom = np.where(areas > 1, areas - 1, np.nan)
    angle, error = _angle(change, spread)
    with np.errstate(invalid="ignore"):
        deviate = np.abs(angle - _turned(share)) / error
    return np.asarray(2 * scipy.special.stdtr(freedom, -deviate))


def spread_limits(
    change: tuple[Array, Array], spread: Array, areas: Array, confidence: float
) -> tuple[Array, Array]:
    """Limits of later / earlier, consistent with the p-value by chance and spread.

    The upper limit is infinite where an earlier count of nothing cannot be ruled out.
    """
    angle, error = _angle(change, spread)
    reach = adjusted_deviate(confidence, areas) * error
    most = np.pi / 2
    lower, upper = np.maximum(angle - reach, 0), np.minimum(angle + reach, most)
    with unwarned():
        highest = np.where(upper == most, np.inf, np.square(np.tan(upper)))
        return finite(np.square(np.tan(lower))), highest


def _angle(change: tuple[Array, Array], spread: Array) -> tuple[Array, Array]:
    before, after = _complete(*change)
    both = _above_zero(before + after)
    return _turned(after / both), np.sqrt(1 / (4 * both) + np.square(spread))


def _turned(share: Array) -> Array:
    return np.arcsin(np.sqrt(share))


def _complete(earlier: Array, later: Array) -> tuple[Array, Array]:
    there = (earlier >= 0) & (later >= 0)
    return np.where(there, earlier, np.nan), np.where(there, later, np.nan)


def _above_zero(values: Array) -> Array:
    return np.where(values > 0, values, np.nan)


def _total(values: Array) -> Array:
    return np.asarray(np.nansum(values, axis=-1, keepdims=True))
