"""Areas around a benchmark: how far off each lies, and within which limits.

Rates are taken on the scale of their square root, proportions on that of the arcsine of
it: there chance has the variance 1 / 4n over a denominator n, whatever the rate. Areas
scatter more than that, and what is beyond chance is estimated from all of them together
(Spiegelhalter 2005). Rates and benchmarks are per unit of the denominator.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
import scipy

from policing_indicators.calculation.kernels import scatter
from policing_indicators.calculation.kernels.arguments import Array

FunnelScale = Literal["rate", "proportion"]
"""What lies around the benchmark: counts over people, or parts of a whole."""

Limits = tuple[Array, Array]
"""Lower and upper limits."""

_WINSORISED = (0.1, 0.9)
"""The quantiles beyond which a deviate is drawn in, before their scatter is measured:
what a few areas do is not to widen the funnel around them (Spiegelhalter 2005)."""


def deviates(
    count: Array, denominator: Array, benchmark: Array, scale: FunnelScale
) -> Array:
    """Work out how many standard deviations of chance each lies off the benchmark.

    NaN for a negative count, and over a denominator of zero.
    """
    size = np.sqrt(denominator)
    with np.errstate(divide="ignore", invalid="ignore"):
        result = np.asarray(count / denominator)
        np.sqrt(result, out=result)
        if scale == "proportion":
            np.arcsin(result, out=result)
        result -= turned(benchmark, scale)
        result *= size
    result *= 2
    return result


def winsorised(deviates: Array) -> Array:
    """Draw deviates beyond their 10th and 90th percentiles in to these."""
    return np.clip(deviates, *_percentiles(_known(deviates)))


def dispersion(deviates: Array) -> float:
    """Work out the mean of the squared deviates, winsorised."""
    known = _known(deviates)
    drawn = winsorised(known)
    return _squares(drawn) / known.size


def between_variance(deviates: Array, denominator: Array) -> float:
    """Work out the variance between areas beyond chance, on the turned scale.

    max(0, (I f - (I - 1)) / (sum w - sum w^2 / sum w)), for I areas of dispersion f
    and weights w = 4n; 0 for a single area, which scatters around nothing.
    """
    missing = np.isnan(deviates)
    size = denominator[~missing] if missing.any() else denominator
    total, squares = 4 * float(size.sum()), 16 * _squares(size)
    room = total - squares / total
    if size.size < 2 or room <= 0:  # noqa: PLR2004 - one area
        return 0.0
    excess = size.size * dispersion(deviates) - (size.size - 1)
    return max(0.0, excess / room)


def adjusted(deviates: Array, denominator: Array, between: Array) -> Array:
    """Give deviates for a variance that holds what is between areas as well."""
    wider = denominator * (4 * between)
    wider += 1
    np.sqrt(wider, out=wider)
    return np.divide(deviates, wider, out=wider)


def beyond_chance(deviates: Array, denominator: Array) -> Array:
    """Find the variance between areas beyond chance, with every area as it is.

    Winsorised, it is too small to say how often areas lie so far off.
    """
    chance = 1 / (4 * denominator)
    return scatter.beyond_chance(np.square(deviates) * chance, chance)


def limits(
    denominator: Array,
    benchmark: Array,
    between: Array,
    z: Array,
    scale: FunnelScale,
) -> Limits:
    """Limits around a benchmark, or an area's own rate, z deviations to either side.

    They stop at nothing, and those of a proportion at all. NaN over a denominator of
    zero.
    """
    size = np.where(denominator > 0, denominator, np.nan)
    centre, reach = turned(benchmark, scale), z * np.sqrt(1 / (4 * size) + between)
    lower = _returned(np.maximum(centre - reach, 0), scale)
    return lower, _returned(centre + reach, scale)


def exact_limits(
    denominator: Array, benchmark: Array, confidence: float, scale: FunnelScale
) -> Limits:
    """Limits of the counts that chance alone gives around the benchmark, as rates.

    A count lies outside where the chance of one as far off on that side is under half
    of 1 less the confidence: the quantiles of the Poisson distribution for rates, of
    the binomial for proportions. NaN over a denominator of zero.
    """
    tail = (1 - confidence) / 2
    size = np.where(denominator > 0, denominator, np.nan)
    find = _LAWS[scale]
    return find(tail, size, benchmark) / size, find(1 - tail, size, benchmark) / size


def positions(values: Array, inner: Limits, outer: Limits) -> Array:
    """Say where each lies: -2 and 2 beyond the outer limits, -1 and 1 the inner ones.

    What is on a limit is within it; NaN where a value is missing.
    """
    steps = np.subtract(values > inner[1], values < inner[0], dtype=np.int8)
    steps += values > outer[1]
    steps -= values < outer[0]
    found = steps.astype(np.float64)
    found[np.isnan(values)] = np.nan
    return found


def _known(deviates: Array) -> Array:
    missing = np.isnan(deviates)
    return deviates[~missing] if missing.any() else deviates


def _squares(values: Array) -> float:
    """Add up the squares; without the threads that a dot product would start."""
    return float(np.einsum("i,i->", values, values))


def _percentiles(values: Array) -> tuple[float, float]:
    """Give the percentiles as numpy's ``quantile`` does, in a tenth of its time."""
    lower, upper = (fraction * (values.size - 1) for fraction in _WINSORISED)
    parted = np.partition(values, int(upper))
    highest = _between(parted, int(upper), upper)
    parted[: int(upper) + 1].partition(int(lower))
    return _between(parted, int(lower), lower), highest


def _between(values: Array, place: int, exact: float) -> float:
    """Give what lies between a place and the next, where values are parted there."""
    here = float(values[place])
    beyond = values[place + 1 :]
    if not beyond.size:
        return here
    return here + (float(beyond.min()) - here) * (exact - place)


def turned(share: Array, scale: FunnelScale) -> Array:
    """Give rates on the scale on which chance has one variance for all of them."""
    with np.errstate(invalid="ignore"):  # there is no root of a negative count
        root = np.sqrt(share)
        return root if scale == "rate" else np.arcsin(root)


def _returned(turned: Array, scale: FunnelScale) -> Array:
    if scale == "rate":
        return np.square(turned)
    return np.square(np.sin(np.minimum(turned, np.pi / 2)))


def _poisson(chance: float, size: Array, benchmark: Array) -> Array:
    mean = size * benchmark
    most = np.ceil(scipy.special.pdtrik(chance, mean))
    less = np.maximum(most - 1, 0)
    found = np.where(scipy.special.pdtr(less, mean) >= chance, less, most)
    return np.where(mean == 0, 0.0, found)


def _binomial(chance: float, size: Array, benchmark: Array) -> Array:
    whole, share = np.broadcast_arrays(size, benchmark)
    certain = (share == 0) | (share == 1)
    part = np.where(certain, 0.5, share)
    most = np.ceil(scipy.special.bdtrik(chance, whole, part))
    less = np.maximum(most - 1, 0)
    reached = _binomial_at_most(less, whole, part) >= chance
    return np.where(certain, whole * share, np.where(reached, less, most))


def _binomial_at_most(count: Array, whole: Array, share: Array) -> Array:
    inside = scipy.special.betaincc(count + 1, np.maximum(whole - count, 1), share)
    return np.where(count >= whole, 1.0, inside)


_LAWS: dict[FunnelScale, Callable[[float, Array, Array], Array]] = {
    "rate": _poisson,
    "proportion": _binomial,
}
