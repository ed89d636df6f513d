"""How far figures scatter around a centre beyond what chance explains.

The last axis is that of the areas; NaN where one is not measured.
"""

import numpy as np
import scipy

from policing_indicators.calculation.kernels.arguments import Array


def beyond_chance(squares: Array, chance: Array) -> Array:
    """Find the variance beyond chance, from squared distances and chance's variances.

    It is the v with which the sum of squares / (chance + v) is the number of areas, and
    0 where chance alone makes that sum no more (the estimate of Paule and Mandel 1982,
    around a centre that is given). The sum falls with v, and ever less steeply, so that
    Newton's steps from 0 come ever closer from below. NaN where no area is measured.
    """
    areas = measured(squares)
    variance = np.zeros_like(areas)
    step = _step(squares, chance, variance)
    while (step > variance * np.finfo(np.float64).eps).any():
        variance = variance + step
        step = _step(squares, chance, variance)
    return np.where(areas == 0, np.nan, variance)


def _step(squares: Array, chance: Array, variance: Array) -> Array:
    """Give Newton's next step, which is never beyond the root; 0 at it."""
    weights = 1 / (chance + variance)
    excess = total(squares * weights) - measured(squares)
    slope = total(squares * weights * weights)
    return np.where(excess > 0, excess / above_zero(slope), 0.0)


def measured(values: Array) -> Array:
    """Count the areas that are measured."""
    there = np.count_nonzero(~np.isnan(values), axis=-1, keepdims=True)
    return np.asarray(there, dtype=np.float64)


def freedom(areas: Array) -> Array:
    """Give the degrees of freedom of so many areas; NaN for one, and for none."""
    return np.where(areas > 1, areas - 1, np.nan)


def p_value(deviate: Array, areas: Array) -> Array:
    """Give how often Student's t is at least as far from zero, in either direction."""
    return np.asarray(2 * scipy.special.stdtr(freedom(areas), -np.abs(deviate)))


def quantile(confidence: float, areas: Array) -> Array:
    """Give the deviate of a two-sided confidence, by Student's t."""
    found = scipy.special.stdtrit(freedom(areas), (1 - confidence) / 2)
    return -np.asarray(found, dtype=np.float64)


def total(values: Array) -> Array:
    """Add up the areas that are measured."""
    missing = np.isnan(values)
    known = np.where(missing, 0.0, values) if missing.any() else values
    return np.asarray(known.sum(axis=-1, keepdims=True))


def above_zero(values: Array) -> Array:
    """Give the values that are above zero, NaN for all others."""
    return np.where(values > 0, values, np.nan)
