"""How much of a series comes back with the season, and whether it matters."""

from typing import Final, NamedTuple

import numpy as np
import scipy

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite

_ROUNDING: Final = 1e-12
"""How much of a ratio is rounding: factors that differ by no more are alike."""


class SeasonalTest(NamedTuple):
    """The factors of the seasons of a year, and how often chance makes such.

    Attributes:
        factors: One for each season from the first point on: season x series. Their
            mean is 1.
        p_value: The chance, for each series; NaN where factors cannot be measured.
    """

    factors: Array
    p_value: Array


def seasonal_test(values: Array, seasons: int) -> SeasonalTest:
    """Measure the seasonal factors of series, and test whether they are all alike.

    A point's ratio is the point over the centred moving average of a year, which has
    no season and follows the level; a factor is the mean of its season's ratios. The
    test is one-way analysis of variance of the ratios by season.

    Args:
        values: Points of three years or more, none missing: time x series.
        seasons: How many points make a year, an even number.
    """
    constant = (values == values[0]).all(axis=0)
    half = seasons // 2
    level = _level(values, seasons)
    measured = (level > 0).all(axis=0) | constant
    ratios = values[half:-half] / np.where(measured & ~constant, level, np.nan)
    groups = [ratios[(place - half) % seasons :: seasons] for place in range(seasons)]
    means = np.array([each.mean(axis=0) for each in groups])
    overall = ratios.mean(axis=0)
    sizes = np.array([[len(each)] for each in groups])
    between = (sizes * (means - overall) ** 2).sum(axis=0) / (seasons - 1)
    spread = sum(
        ((each - mean) ** 2).sum(axis=0)
        for each, mean in zip(groups, means, strict=True)
    )
    left = len(ratios) - seasons
    p_value = _tail(between, np.asarray(spread / left), seasons - 1, left)
    p_value = np.where(between <= (_ROUNDING * overall) ** 2, 1.0, p_value)
    factors = means / means.mean(axis=0)
    usable = measured & ((factors > 0).all(axis=0) | constant)
    return SeasonalTest(
        np.where(constant, 1.0, np.where(usable, factors, np.nan)),
        np.where(constant, 1.0, np.where(usable, p_value, np.nan)),
    )


def _level(values: Array, seasons: int) -> Array:
    """Give the mean of a year around each point, its two ends by half."""
    length = len(values) - seasons
    total = (values[:length] + values[seasons:]) / 2
    for shift in range(1, seasons):
        total = total + values[shift : shift + length]
    return finite(np.asarray(total / seasons))


def _tail(between: Array, within: Array, above: int, below: int) -> Array:
    """Give the upper tail of F; 0 where all of the variation is between seasons."""
    ratio = between / np.where(within > 0, within, np.nan)
    tail = np.asarray(scipy.special.fdtrc(above, below, ratio))
    return np.where(within > 0, tail, np.where(np.isnan(within), np.nan, 0.0))
