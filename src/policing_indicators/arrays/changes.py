"""Changes, and ratios of rates, over whole arrays."""

from numpy.typing import ArrayLike

from policing_indicators.arrays.figures import Figures, Limits
from policing_indicators.calculation.kernels import changes, two_counts
from policing_indicators.calculation.kernels.arguments import (
    confidence_level,
    exposures,
    numbers,
    pair_passed_on,
    passed_on,
    require_one_shape,
    whole_numbers,
)


def percent_change(earlier: ArrayLike, later: ArrayLike) -> Figures:
    """Work out changes in per cent: 100 x (later - earlier) / earlier.

    Args:
        earlier: The earlier figures. From zero or less there is no percentage: the
            change is missing.
        later: The later figures.

    Raises:
        InvalidArrayError: An element is infinite or no number.
        InvalidValueError: The shapes do not broadcast.

    >>> percent_change([59_258, 0], [49_027, 3]).round(1)
    array([-17.3,   nan])
    """
    figures = numbers("earlier", earlier), numbers("later", later)
    require_one_shape(earlier=figures[0], later=figures[1])
    return passed_on(changes.percent_change(*figures), earlier, later)


def rate_ratio(
    earlier: ArrayLike,
    later: ArrayLike,
    *,
    earlier_exposure: ArrayLike = 1.0,
    later_exposure: ArrayLike = 1.0,
) -> Figures:
    """Work out ratios of two rates: later over earlier.

    Args:
        earlier: The earlier counts. From zero there is no ratio: it is missing.
        later: The later counts.
        earlier_exposure: Months, people or other units the earlier counts arose in.
        later_exposure: The same for the later counts, in the same unit.

    Raises:
        InvalidArrayError: A count is no whole number, or an exposure not above zero.
        InvalidValueError: The shapes do not broadcast.

    >>> print(rate_ratio(45, 31).round(2))
    0.69
    """
    two = _two_counts(earlier, later, earlier_exposure, later_exposure)
    given = earlier, later, earlier_exposure, later_exposure
    return passed_on(two_counts.rate_ratio(*two), *given)


def rate_ratio_limits(
    earlier: ArrayLike,
    later: ArrayLike,
    *,
    earlier_exposure: ArrayLike = 1.0,
    later_exposure: ArrayLike = 1.0,
    confidence: float = 0.95,
) -> Limits:
    """Work out exact limits of the ratio of two rates, later over earlier.

    They are Clopper and Pearson's limits (1934) of the later count's share of both,
    and agree with :func:`change_p_value`: 1 lies within them when the p-value is above
    1 less the confidence. Where the earlier count is zero the data set no upper limit:
    it is infinite. A negative count has no limits: they are missing.

    Args:
        earlier: As for :func:`change_p_value`.
        later: As for :func:`change_p_value`.
        earlier_exposure: As for :func:`change_p_value`.
        later_exposure: As for :func:`change_p_value`.
        confidence: Strictly between 0 and 1.

    Raises:
        InvalidArrayError: As for :func:`change_p_value`.
        InvalidValueError: The confidence is not such, or the shapes do not broadcast.

    >>> lower, upper = rate_ratio_limits(45, 31)
    >>> print(f"{lower:.2f} to {upper:.2f}")
    0.42 to 1.11
    """
    two = _two_counts(earlier, later, earlier_exposure, later_exposure)
    level = confidence_level(confidence)
    limits = two_counts.rate_ratio_limits(two[:2], two[2:], level)
    given = earlier, later, earlier_exposure, later_exposure
    return pair_passed_on(limits, *given)


def change_p_value(
    earlier: ArrayLike,
    later: ArrayLike,
    *,
    earlier_exposure: ArrayLike = 1.0,
    later_exposure: ArrayLike = 1.0,
) -> Figures:
    """Work out how often chance alone makes a change at least as large.

    The exact conditional test of two Poisson counts (Przyborowski and Wilenski 1940),
    two-sided and central: twice the smaller tail, at most 1. It is calibrated for rare
    independent events only; where forces' changes scatter more than that, it calls far
    too many changes unusual. A negative count has no p-value: it is missing.

    Args:
        earlier: The earlier counts, whole numbers.
        later: The later counts, whole numbers.
        earlier_exposure: Months, people or other units the earlier counts arose in,
            above zero.
        later_exposure: The same for the later counts, in the same unit.

    Raises:
        InvalidArrayError: A count is no whole number, or an exposure not above zero.
        InvalidValueError: The shapes do not broadcast.

    >>> change_p_value([45, 5], [31, 8]).round(3)
    array([0.135, 0.581])
    """
    two = _two_counts(earlier, later, earlier_exposure, later_exposure)
    given = earlier, later, earlier_exposure, later_exposure
    return passed_on(two_counts.change_p_value(*two), *given)


def _two_counts(
    earlier: ArrayLike,
    later: ArrayLike,
    earlier_exposure: ArrayLike,
    later_exposure: ArrayLike,
) -> tuple[Figures, Figures, Figures, Figures]:
    two = (
        whole_numbers("earlier", earlier),
        whole_numbers("later", later),
        exposures("earlier_exposure", earlier_exposure),
        exposures("later_exposure", later_exposure),
    )
    require_one_shape(
        earlier=two[0], later=two[1], earlier_exposure=two[2], later_exposure=two[3]
    )
    return two
