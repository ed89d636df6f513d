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

    First, a point's ratio is the point over the centred moving average of a year,
    which has no season and follows the level. The test is one-way analysis of variance
    of these ratios by season, and their means adjust the series for the time being.
    Then its level is smoothed again, now up to both ends, and the factors are the
    means of all points' ratios to that: without a second pass the first and the last
    half year would be adjusted by factors in which they have no part.

    Args:
        values: Points of three years or more, none missing: time x series.
        seasons: How many points make a year, an even number.
    """
    constant = (values == values[0]).all(axis=0)
    half = seasons // 2
    level = _level_of_years(values, seasons)
    usable = (level > 0).all(axis=0) & ~constant
    ratios = _by_season(
        values[half:-half] / np.where(usable, level, np.nan), seasons, half
    )
    p_value = _p_value(ratios)
    first = _factors(ratios)
    usable &= (first > 0).all(axis=0)
    again = np.resize(np.where(usable, first, np.nan), values.shape)
    smooth = _smoothed(values / again, half)
    every = values / np.where(smooth > 0, smooth, np.nan)
    factors = _factors(_by_season(every, seasons, 0))
    usable = (factors > 0).all(axis=0)
    return SeasonalTest(
        np.where(constant, 1.0, np.where(usable, factors, np.nan)),
        np.where(constant, 1.0, np.where(usable, p_value, np.nan)),
    )


def _level_of_years(values: Array, seasons: int) -> Array:
    """Give the mean of a year around each point, its two ends by half."""
    length = len(values) - seasons
    total = (values[:length] + values[seasons:]) / 2
    for shift in range(1, seasons):
        total = total + values[shift : shift + length]
    return finite(np.asarray(total / seasons))


def _smoothed(values: Array, half: int) -> Array:
    """Give the mean of half a year on both sides of each point, as far as there is."""
    total, number = np.zeros(values.shape), np.zeros((len(values), 1))
    for shift in range(-half, half + 1):
        into = slice(max(0, -shift), len(values) - max(0, shift))
        total[into] += values[max(0, shift) : len(values) - max(0, -shift)]
        number[into] += 1
    return np.asarray(total / number)


def _by_season(ratios: Array, seasons: int, first: int) -> list[Array]:
    """Part ratios by their seasons; the first of them is of the season so named."""
    return [ratios[(place - first) % seasons :: seasons] for place in range(seasons)]


def _factors(ratios: list[Array]) -> Array:
    means = np.array([each.mean(axis=0) for each in ratios])
    return np.asarray(means / means.mean(axis=0))


def _p_value(ratios: list[Array]) -> Array:
    """Test whether the means of ratios are alike, by the F of one-way variance.

    It is 1 where they differ by rounding alone, and 0 where nothing else differs.
    """
    every = np.concatenate(ratios)
    overall = every.mean(axis=0)
    off = [len(each) * (each.mean(axis=0) - overall) ** 2 for each in ratios]
    left = [((each - each.mean(axis=0)) ** 2).sum(axis=0) for each in ratios]
    above, below = len(ratios) - 1, len(every) - len(ratios)
    between, within = sum(off) / above, sum(left) / below
    ratio = between / np.where(within > 0, within, np.nan)
    tail = np.asarray(scipy.special.fdtrc(above, below, ratio))
    alike = between <= (_ROUNDING * overall) ** 2
    return np.where(alike, 1.0, np.where(within == 0, 0.0, tail))
