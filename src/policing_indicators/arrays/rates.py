"""Rates, and limits of counts and rates, over whole arrays."""

from numpy.typing import ArrayLike

from policing_indicators.arrays.figures import Figures, Limits
from policing_indicators.calculation.kernels import benchmarks, counts, rates
from policing_indicators.calculation.kernels.arguments import (
    amounts,
    base_of_rate,
    confidence_level,
    numbers,
    pair_passed_on,
    passed_on,
    require_one_shape,
    whole_numbers,
)
from policing_indicators.calculation.kernels.counts import CountMethod


def rate(count: ArrayLike, denominator: ArrayLike, *, per: float = 100_000) -> Figures:
    """Work out rates: count x per / denominator.

    A rate that is beyond the largest decimal number, or count x per that is, is no
    figure: it is missing, without a warning. So it is with all that the numpy door
    works out.

    Args:
        count: How many. It may be negative, as transferred offences make it.
        denominator: People, households or other units; zero or more. The rate over
            zero is missing.
        per: The rate's base, above zero: 100,000 gives a rate per 100,000.

    Raises:
        InvalidArrayError: An element is infinite or no number, or a denominator is
            negative.
        InvalidValueError: ``per`` is not above zero, or the shapes do not broadcast.

    >>> rate([31, 4577], 2_980_936).round(2)
    array([  1.04, 153.54])
    """
    over = numbers("count", count), amounts("denominator", denominator)
    require_one_shape(count=over[0], denominator=over[1])
    return passed_on(rates.rate(*over, base_of_rate(per)), count, denominator)


def count_limits(
    count: ArrayLike, *, confidence: float = 0.95, method: CountMethod = "exact"
) -> Limits:
    """Work out confidence limits of counts, each taken as a Poisson count.

    Args:
        count: How many. A negative count has no limits: they are missing.
        confidence: Strictly between 0 and 1.
        method: ``exact`` for Garwood's limits (Garwood 1936, by gamma quantiles);
            ``byar`` for Byar's approximation from a count of ten and exact limits
            below it (Breslow and Day 1987), the convention of public health.

    Raises:
        InvalidArrayError: A count is infinite or no number.
        InvalidValueError: The confidence or the method is not one of those.

    >>> lower, upper = count_limits([0, 31])
    >>> lower.round(2), upper.round(2)
    (array([ 0.  , 21.06]), array([ 3.69, 44.  ]))
    """
    level = confidence_level(confidence)
    limits = counts.count_limits(numbers("count", count), level, method)
    return pair_passed_on(limits, count)


def rate_limits(
    count: ArrayLike,
    denominator: ArrayLike,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
    method: CountMethod = "exact",
) -> Limits:
    """Work out confidence limits of rates: those of the count, over the denominator.

    The denominator is taken as known without error.

    Args:
        count: As for :func:`count_limits`.
        denominator: As for :func:`rate`.
        per: As for :func:`rate`.
        confidence: As for :func:`count_limits`.
        method: As for :func:`count_limits`.

    Raises:
        InvalidArrayError: As for :func:`rate`.
        InvalidValueError: As for :func:`rate` and :func:`count_limits`.

    >>> lower, upper = rate_limits(31, 2_980_936)
    >>> print(f"{lower:.2f} to {upper:.2f}")
    0.71 to 1.48
    """
    over = numbers("count", count), amounts("denominator", denominator)
    require_one_shape(count=over[0], denominator=over[1])
    scale, level = base_of_rate(per), confidence_level(confidence)
    limits = rates.rate_limits(*over, scale, level, method)
    return pair_passed_on(limits, count, denominator)


def rate_p_value(
    count: ArrayLike,
    denominator: ArrayLike,
    benchmark: ArrayLike,
    *,
    per: float = 100_000,
) -> Figures:
    """Work out how often a benchmark rate gives a count at least as far from it.

    The exact Poisson test, two-sided and central: twice the smaller tail, at most 1.
    The benchmark is taken as fixed beforehand, and the caution of
    :func:`change_p_value` holds here too. A negative count, or a denominator of zero,
    has no p-value: it is missing.

    Args:
        count: How many, whole numbers.
        denominator: As for :func:`rate`.
        benchmark: The rate to stand beside, per the same ``per``; zero or more.
        per: As for :func:`rate`.

    Raises:
        InvalidArrayError: A count is no whole number, or a denominator or benchmark is
            negative.
        InvalidValueError: ``per`` is not above zero, or the shapes do not broadcast.

    >>> print(rate_p_value(31, 2_980_936, 1.5).round(3))
    0.039
    """
    whole = whole_numbers("count", count)
    over, beside = amounts("denominator", denominator), amounts("benchmark", benchmark)
    require_one_shape(count=whole, denominator=over, benchmark=beside)
    result = benchmarks.rate_p_value(whole, over, beside, base_of_rate(per))
    return passed_on(result, count, denominator, benchmark)
