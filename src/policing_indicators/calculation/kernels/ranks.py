"""Ranks, the highest first, and between which ranks each lies."""

import numpy as np

from policing_indicators.calculation.kernels import scatter
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.funnels import FunnelScale, turned

_ROUNDS = 20
"""How often the mean and the scatter around it are found from each other."""


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
    """Draw the true rates many times, and give between which ranks each then lies.

    A true rate is drawn as it may well be, given the rate that was seen, its error, and
    how true rates scatter (Laird and Louis 1989): drawn around the rate that was seen,
    chance would come in twice, and the ranks of nearly equal rates too far out. The
    quantiles of the simulated ranks, the area's own rank among them.

    ``random`` is how many draws, and the seed of a generator of their own: no other is
    touched.
    """
    draws, seed = random
    middle, spread = likely_rates(turned(share, scale), errors)
    generator = np.random.default_rng(seed)
    drawn = middle + spread * generator.standard_normal((draws, share.size))
    found = np.empty(drawn.shape, dtype=np.int32)
    places = np.arange(1, share.size + 1, dtype=np.int32)
    order = np.argsort(-drawn, axis=1)
    np.put_along_axis(found, order, np.broadcast_to(places, found.shape), axis=1)
    tail = (1 - confidence) / 2
    best, worst = np.quantile(found, (tail, 1 - tail), axis=0, method="inverted_cdf")
    own = ranks(share)
    return np.minimum(best, own), np.maximum(worst, own)


def likely_rates(seen: Array, errors: Array) -> tuple[Array, Array]:
    """Give where the true rates may well lie: the middle, and a standard deviation.

    With a variance v between areas beyond errors, each is drawn from the mean of all
    towards what was seen by v / (v + error^2); the mean is itself uncertain.
    """
    chance = np.square(errors)
    weights = np.ones_like(seen)
    for _ in range(_ROUNDS):
        mean = (weights * seen).sum() / weights.sum()
        between = scatter.beyond_chance(np.square(seen - mean), chance)
        weights = 1 / (chance + between)
    mean = (weights * seen).sum() / weights.sum()
    between = scatter.beyond_chance(np.square(seen - mean), chance)
    trust = between / (between + chance)
    variance = trust * chance + np.square(1 - trust) / weights.sum()
    return mean + trust * (seen - mean), np.sqrt(variance)
