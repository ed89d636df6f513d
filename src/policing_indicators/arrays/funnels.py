"""How far areas lie off a benchmark, and within which limits, over whole arrays."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from policing_indicators.arrays.figures import Figures, Limits
from policing_indicators.calculation.kernels import counts, funnels
from policing_indicators.calculation.kernels.arguments import (
    amounts,
    base_of_rate,
    checked_number,
    confidence_level,
    numbers,
    pair_passed_on,
    passed_on,
    require,
    require_one_shape,
)
from policing_indicators.calculation.kernels.funnels import FunnelScale
from policing_indicators.errors import InvalidValueError

_INNER, _OUTER = 0.95, 0.998


class _Laid(NamedTuple):
    """Areas around a benchmark: how far off by chance, and how they scatter."""

    deviates: Figures
    denominator: Figures
    between: float


def funnel_deviates(
    count: ArrayLike,
    denominator: ArrayLike,
    *,
    benchmark: float | None = None,
    per: float = 100_000,
    scale: FunnelScale = "rate",
) -> Figures:
    """Work out how many standard deviations each area lies off a benchmark.

    The variance is that of chance and of areas' scatter beyond it, which is estimated
    from all the areas together (Spiegelhalter 2005): the square root of a rate, or the
    arcsine of that of a proportion, winsorised at the 10th and 90th percentiles.

    Args:
        count: How many in each area, on one axis. A negative count is missing.
        denominator: People or other units; zero or more. Over zero it is missing.
        benchmark: The rate to lie around, per the same ``per``, above zero; or the
            proportion, from 0 to 1. Without one it is all counts over all denominators.
        per: The rate's base. It is not looked at for proportions.
        scale: ``rate``, or ``proportion`` for parts of a whole.

    Raises:
        InvalidArrayError: An element is infinite or no number, a denominator is
            negative, or the count of a proportion is above its denominator.
        InvalidValueError: There is not one axis of areas, no area has a figure or an
            event, or an argument is not what it must be.

    >>> funnel_deviates([30, 24, 12, 16, 31], [19, 19, 8, 6, 3], per=1).round(1)
    array([-0.5, -0.8, -0.5,  0.5,  3.8])
    """
    laid = _laid(count, denominator, benchmark, per, scale)
    found = funnels.adjusted(laid.deviates, laid.denominator, np.asarray(laid.between))
    return passed_on(found, count, denominator)


def funnel_positions(
    count: ArrayLike,
    denominator: ArrayLike,
    *,
    benchmark: float | None = None,
    per: float = 100_000,
    scale: FunnelScale = "rate",
) -> Figures:
    """Say where each area lies in a dispersion-adjusted funnel.

    -1 and 1 are below and above the 95 per cent limits, -2 and 2 the 99.8 per cent
    limits; 0 is within, and so is what is on a limit.

    Args:
        count: As for :func:`funnel_deviates`.
        denominator: As for :func:`funnel_deviates`.
        benchmark: As for :func:`funnel_deviates`.
        per: As for :func:`funnel_deviates`.
        scale: As for :func:`funnel_deviates`.

    Raises:
        InvalidArrayError: As for :func:`funnel_deviates`.
        InvalidValueError: As for :func:`funnel_deviates`.

    >>> funnel_positions([30, 24, 12, 16, 31], [19, 19, 8, 6, 3], per=1)
    array([0., 0., 0., 0., 2.])
    """
    laid = _laid(count, denominator, benchmark, per, scale)
    adjusted = funnels.adjusted(
        laid.deviates, laid.denominator, np.asarray(laid.between)
    )
    inner, outer = (np.asarray(counts.deviate(each)) for each in (_INNER, _OUTER))
    found = funnels.positions(adjusted, (-inner, inner), (-outer, outer))
    return passed_on(found, count, denominator)


def funnel_spread(
    count: ArrayLike,
    denominator: ArrayLike,
    *,
    benchmark: float | None = None,
    per: float = 100_000,
    scale: FunnelScale = "rate",
) -> float:
    """Measure how far areas scatter around a benchmark beyond chance.

    A standard deviation on the scale of the square root of a rate per one, or of its
    arcsine for proportions; 0 where chance explains all.

    Args:
        count: As for :func:`funnel_deviates`.
        denominator: As for :func:`funnel_deviates`.
        benchmark: As for :func:`funnel_deviates`.
        per: As for :func:`funnel_deviates`.
        scale: As for :func:`funnel_deviates`.

    Raises:
        InvalidArrayError: As for :func:`funnel_deviates`.
        InvalidValueError: As for :func:`funnel_deviates`.

    >>> round(funnel_spread([30, 24, 12, 16, 31], [19, 19, 8, 6, 3], per=1), 2)
    0.38
    """
    return float(np.sqrt(_laid(count, denominator, benchmark, per, scale).between))


def funnel_limits(  # noqa: PLR0913 - each is named where it is given
    denominator: ArrayLike,
    benchmark: float,
    *,
    spread: float = 0.0,
    confidence: float = 0.95,
    per: float = 100_000,
    scale: FunnelScale = "rate",
) -> Limits:
    """Work out the limits of a funnel, to draw.

    Args:
        denominator: Over how many people or other units; over zero there are none.
        benchmark: The rate or proportion they lie around, as for
            :func:`funnel_deviates`.
        spread: As :func:`funnel_spread` gives it; 0 for chance alone.
        confidence: Strictly between 0 and 1.
        per: The base of the benchmark and of the limits.
        scale: As for :func:`funnel_deviates`.

    Raises:
        InvalidArrayError: A denominator is negative, infinite or no number.
        InvalidValueError: An argument is not what it must be.

    >>> lower, upper = funnel_limits([500_000, 2_000_000], 82.0, spread=0.001)
    >>> lower.round(1), upper.round(1)
    (array([68.8, 70.5]), array([96.3, 94.3]))
    """
    size, scatter = amounts("denominator", denominator), _spread(spread)
    base, level = _base(per, scale), confidence_level(confidence)
    around = np.asarray(_around(benchmark, scale) / base)
    z, between = np.asarray(counts.deviate(level)), np.asarray(scatter * scatter)
    lower, upper = funnels.limits(size, around, between, z, scale)
    return pair_passed_on((lower * base, upper * base), denominator)


def _laid(
    count: ArrayLike,
    denominator: ArrayLike,
    benchmark: float | None,
    per: float,
    scale: FunnelScale,
) -> _Laid:
    base = _base(per, scale)
    number, size = numbers("count", count), amounts("denominator", denominator)
    require_one_shape(count=number, denominator=size)
    number, size = np.broadcast_arrays(number, size)
    if number.ndim != 1:
        raise InvalidValueError("count", count, "one axis, that of the areas")
    if scale == "proportion":
        require("count", number, number > size, "at most its denominator")
    if benchmark is None:
        around = _pooled(number, size)
    else:
        around = _around(benchmark, scale) / base
    deviates = funnels.deviates(number, size, np.asarray(around), scale)
    if np.isnan(deviates).all():
        raise InvalidValueError("count", count, "a figure for one area or more")
    return _Laid(deviates, size, funnels.between_variance(deviates, size))


def _pooled(count: Figures, size: Figures) -> float:
    there = (count >= 0) & (size > 0)
    if there.all():
        events, all_people = float(count.sum()), float(size.sum())
    else:
        events, all_people = float(count[there].sum()), float(size[there].sum())
    if events <= 0:
        raise InvalidValueError("count", events, "one event or more in all the areas")
    return events / all_people


def _base(per: float, scale: FunnelScale) -> float:
    if scale not in ("rate", "proportion"):
        raise InvalidValueError("scale", scale, "'rate' or 'proportion'")
    return base_of_rate(per) if scale == "rate" else 1.0


def _around(benchmark: float, scale: FunnelScale) -> float:
    if scale == "rate":
        return checked_number(
            "benchmark", benchmark, lambda value: value > 0, "a rate above zero"
        )
    return checked_number(
        "benchmark",
        benchmark,
        lambda value: 0 < value < 1,
        "strictly between 0 and 1, such as 0.7 for 70 per cent",
    )


def _spread(spread: float) -> float:
    return checked_number(
        "spread", spread, lambda value: value >= 0, "a finite number, zero or more"
    )
