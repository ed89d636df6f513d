"""Whether a few yearly figures rise or fall by more than chance, along a line."""

from typing import Final, NamedTuple

import numpy as np

from policing_indicators.calculation.kernels.arguments import Array

_ROUNDING: Final = 1e-12
"""How much of a slope is rounding, in proportion to what it is added up from."""


class LinearTrend(NamedTuple):
    """A line through figures, one step of time apart.

    Attributes:
        slope: By how much the figures rise with each step.
        chi_squared: The square of the slope over its standard error.
        lasting: Whether the slope keeps its sign whichever one figure is left out.
    """

    slope: float
    chi_squared: float
    lasting: bool


def weighted_trend(figures: Array, variances: Array) -> LinearTrend:
    """Fit a line by least squares, each figure weighed by 1 / its variance."""
    steps = np.arange(len(figures), dtype=np.float64)
    slope, information = _slope(steps, figures, 1 / variances)
    return LinearTrend(
        slope, slope * slope * information, _lasts(steps, figures, 1 / variances)
    )


def proportion_trend(counts: Array, denominators: Array, ratio: float) -> LinearTrend:
    """Fit a line to proportions, and test it by the chi-squared test for trend.

    The variance is that of the pooled proportion, times the ratio of dispersion
    (Cochran 1954; Armitage 1955).
    """
    steps = np.arange(len(counts), dtype=np.float64)
    pooled = float(counts.sum() / denominators.sum())
    slope, information = _slope(steps, counts / denominators, denominators)
    variance = ratio * pooled * (1 - pooled)
    return LinearTrend(
        slope,
        slope * slope * information / variance,
        _lasts(steps, counts / denominators, denominators),
    )


def _slope(steps: Array, figures: Array, weights: Array) -> tuple[float, float]:
    """Give the slope, and the information in it: 1 / its variance.

    A slope that is nothing but rounding is zero: it has no sign.
    """
    middle = (weights * steps).sum() / weights.sum()
    off = steps - middle
    information = float((weights * off * off).sum())
    parts = weights * off * figures
    rise, size = float(parts.sum()), float(np.abs(parts).sum())
    return (rise / information if abs(rise) > _ROUNDING * size else 0.0), information


def _lasts(steps: Array, figures: Array, weights: Array) -> bool:
    every = [np.arange(len(steps)) != left_out for left_out in range(len(steps))]
    signs = {
        float(np.sign(_slope(steps[kept], figures[kept], weights[kept])[0]))
        for kept in every
    }
    whole = float(np.sign(_slope(steps, figures, weights)[0]))
    return signs == {whole}
