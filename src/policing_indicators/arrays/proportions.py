"""Proportions, their limits and their differences, over whole arrays."""

import numpy as np
from numpy.typing import ArrayLike

from policing_indicators.arrays.figures import Figures, Limits
from policing_indicators.calculation.kernels import benchmarks, proportions
from policing_indicators.calculation.kernels.arguments import (
    amounts,
    confidence_level,
    pair_passed_on,
    passed_on,
    require,
    require_one_shape,
)


def proportion_limits(
    count: ArrayLike, denominator: ArrayLike, *, confidence: float = 0.95
) -> Limits:
    """Work out Wilson's score limits of proportions, from 0 to 1.

    Source: Wilson 1927; Newcombe 1998, method 3. Their coverage is nominal on
    average, not at every proportion.

    Args:
        count: How many of the denominator, from zero to the denominator.
        denominator: Out of how many; zero or more. The limits over zero are missing.
        confidence: Strictly between 0 and 1.

    Raises:
        InvalidArrayError: An element is infinite or no number, a denominator is
            negative, or a count is negative or above its denominator.
        InvalidValueError: The confidence is not such, or the shapes do not broadcast.

    >>> lower, upper = proportion_limits(81, 263)
    >>> print(f"{lower:.4f} to {upper:.4f}")
    0.2553 to 0.3662
    """
    over = _proportion("", count, denominator)
    limits = proportions.proportion_limits(*over, confidence_level(confidence))
    return pair_passed_on(limits, count, denominator)


def proportion_difference_limits(
    earlier_count: ArrayLike,
    earlier_denominator: ArrayLike,
    later_count: ArrayLike,
    later_denominator: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Limits:
    """Work out limits of the difference of two proportions, later less earlier.

    They are Newcombe's hybrid score limits (Newcombe 1998, method 10), from -1 to 1:
    times 100 they are percentage points.

    Args:
        earlier_count: As for :func:`proportion_limits`.
        earlier_denominator: As for :func:`proportion_limits`.
        later_count: As for :func:`proportion_limits`.
        later_denominator: As for :func:`proportion_limits`.
        confidence: Strictly between 0 and 1.

    Raises:
        InvalidArrayError: As for :func:`proportion_limits`.
        InvalidValueError: As for :func:`proportion_limits`.

    >>> lower, upper = proportion_difference_limits(48, 80, 56, 70)
    >>> print(f"{lower:.4f} to {upper:.4f}")
    0.0524 to 0.3339
    """
    earlier = _proportion("earlier_", earlier_count, earlier_denominator)
    later = _proportion("later_", later_count, later_denominator)
    require_one_shape(earlier_count=earlier[0], later_count=later[0])
    level = confidence_level(confidence)
    limits = proportions.proportion_difference_limits(earlier, later, level)
    given = earlier_count, earlier_denominator, later_count, later_denominator
    return pair_passed_on(limits, *given)


def proportion_p_value(
    count: ArrayLike, denominator: ArrayLike, benchmark: ArrayLike
) -> Figures:
    """Work out how often a benchmark proportion gives one at least as far from it.

    The exact binomial test, two-sided and central: twice the smaller tail, at most 1.
    The benchmark is taken as fixed beforehand. A denominator of zero has no p-value:
    it is missing.

    Args:
        count: As for :func:`proportion_limits`.
        denominator: As for :func:`proportion_limits`.
        benchmark: The proportion to stand beside, from 0 to 1.

    Raises:
        InvalidArrayError: As for :func:`proportion_limits`, or a benchmark is not from
            0 to 1.
        InvalidValueError: The shapes do not broadcast.

    >>> print(proportion_p_value(56, 70, 0.7).round(3))
    0.083
    """
    over = _proportion("", count, denominator)
    beside = amounts("benchmark", benchmark)
    require("benchmark", beside, beside > 1, "from 0 to 1, such as 0.7 for 70 per cent")
    require_one_shape(count=over[0], benchmark=beside)
    result = benchmarks.proportion_p_value(*over, beside)
    return passed_on(result, count, denominator, benchmark)


def _proportion(
    which: str, count: ArrayLike, denominator: ArrayLike
) -> tuple[Figures, Figures]:
    part = amounts(f"{which}count", count)
    whole = amounts(f"{which}denominator", denominator)
    require_one_shape(**{f"{which}count": part, f"{which}denominator": whole})
    part, whole = np.broadcast_arrays(part, whole)
    require(f"{which}count", part, part > whole, f"at most its {which}denominator")
    return part, whole
