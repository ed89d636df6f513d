"""Ranks, the highest first, and between which ranks each lies."""

import numpy as np

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.funnels import FunnelScale, turned

_MOST_AT_ONCE = 1_000_000
"""How many simulated figures are held at one time."""


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
    """Draw every rate anew many times, and give between which ranks each then lies.

    They are the quantiles of its simulated ranks, its own rank among them. ``random``
    is how many draws, and the seed of a generator of their own: no other is touched.
    """
    draws, seed = random
    centre, generator = turned(share, scale), np.random.default_rng(seed)
    found = np.empty((draws, share.size), dtype=np.int32)
    at_once = max(1, _MOST_AT_ONCE // share.size)
    places = np.arange(1, share.size + 1, dtype=np.int32)
    for start in range(0, draws, at_once):
        part = found[start : start + at_once]
        noise = generator.standard_normal(part.shape)
        order = np.argsort(-(centre + errors * noise), axis=1)
        np.put_along_axis(part, order, np.broadcast_to(places, part.shape), axis=1)
    tail = (1 - confidence) / 2
    lower, upper = np.quantile(
        found, (tail, 1 - tail), axis=0, method="inverted_cdf"
    ).astype(np.float64)
    own = ranks(share)
    return np.minimum(lower, own), np.maximum(upper, own)
