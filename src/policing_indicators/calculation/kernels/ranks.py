"""Ranks, the highest first, and between which ranks each lies."""

import numpy as np

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.funnels import FunnelScale, turned


def ranks(values: Array) -> Array:
    """Rank values along one axis: 1 is the highest, and ties share the better rank.

    NaN where a value is missing: it takes no rank, and none from the others.
    """
    known = np.sort(values[~np.isnan(values)])
    higher = known.size - np.searchsorted(known, values, side="right")
    return np.where(np.isnan(values), np.nan, higher + 1.0)


def rank_errors(
    share: Array, denominator: Array, spread: Array, scale: FunnelScale
) -> Array:
    """Give the standard deviation of one period's rate, on the turned scale.

    Chance has the variance 1 / 4n. Beyond it, areas' changes have a spread t on the
    scale of the later share: the variance 16 t^2 of the logarithm of later over
    earlier, half of it from either period. For the square root of a rate r that is
    8 t^2 times r / 4.
    """
    chance = 1 / (4 * denominator)
    if scale == "proportion":
        return np.sqrt(chance)
    return np.sqrt(chance + 2 * np.square(spread) * share)


def rank_limits(
    share: Array,
    errors: Array,
    scale: FunnelScale,
    confidence: float,
    random: tuple[int, int],
) -> tuple[Array, Array]:
    """Give between which ranks each lies, at a confidence for each area by itself.

    An area surely lies below those, and above those, whose rates differ from its own by
    more standard errors than the largest such difference, to any area, that errors
    alone make at that confidence; how large that is, is simulated (Mogstad and others
    2024). The two ranks hold the true one at least that often: drawing the rates anew
    and taking quantiles of their ranks does not, where many rates are nearly equal.

    ``random`` is how many draws, and the seed of a generator of their own: no other is
    touched.
    """
    draws, seed = random
    centre, areas = turned(share, scale), share.size
    generator = np.random.default_rng(seed)
    noise = errors * generator.standard_normal((draws, areas))
    best, worst = np.empty(areas), np.empty(areas)
    for own in range(areas):
        apart = np.hypot(errors, errors[own])
        furthest = (np.abs(noise - noise[:, [own]]) / apart).max(axis=1)
        bound = np.quantile(furthest, confidence)
        off = (centre - centre[own]) / apart
        best[own] = 1 + np.count_nonzero(off > bound)
        worst[own] = areas - np.count_nonzero(off < -bound)
    return best, worst
