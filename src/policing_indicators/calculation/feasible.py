"""Printed figures read backwards: the whole numbers that would print so.

All of it is worked out in whole numbers and fractions, so that an end of a range is
never off by one.
"""

from fractions import Fraction
from math import ceil, floor

from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import Number, Rounding
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement

_PER_CENT = 100


def feasible_level(
    level: Number | str, decimals: int, rounding: Rounding = Rounding.HALF_AWAY
) -> FeasibleRange:
    """Give the counts, zero or more, that are printed as a level.

    Args:
        level: The level as printed: 1,200,000 for 1.2 million.
        decimals: How many decimals were printed; -5 for 1.2 million, whose last five
            digits were not.
        rounding: How it is taken to have been rounded.

    Raises:
        InvalidValueError: The figure is not such.

    >>> print(feasible_level(1_200_000, decimals=-5))
    1,150,000 to 1,249,999
    """
    return _numerators(1, 1, RoundedFigure(level, decimals, rounding))


def feasible_earlier(
    later: int,
    percent: Number | str,
    decimals: int,
    rounding: Rounding = Rounding.HALF_AWAY,
) -> FeasibleRange:
    """Give the earlier counts from which a change to a later count prints so.

    Args:
        later: The later count, zero or more.
        percent: The change in per cent as printed, with its sign.
        decimals: How many decimals were printed, as for :class:`RoundedFigure`.
        rounding: How it is taken to have been rounded.

    Returns:
        Counts above zero, since no percentage is from zero. There is no largest where a
        change from any large count prints so, as -100% to a later count of 0 does.

    Raises:
        InvalidValueError: The count or the figure is not such.

    >>> print(feasible_earlier(11_241, "-9.6", decimals=1))
    12,428 to 12,441
    """
    change = RoundedFigure(percent, decimals, rounding)
    return _denominators(_PER_CENT * _count("later", later), change, _PER_CENT)


def feasible_later(
    earlier: int,
    percent: Number | str,
    decimals: int,
    rounding: Rounding = Rounding.HALF_AWAY,
) -> FeasibleRange:
    """Give the later counts, zero or more, to which a change prints so.

    Args:
        earlier: The earlier count, zero or more; from zero no percentage is printed.
        percent: The change in per cent as printed, with its sign.
        decimals: How many decimals were printed, as for :class:`RoundedFigure`.
        rounding: How it is taken to have been rounded.

    Raises:
        InvalidValueError: The count or the figure is not such.

    >>> print(feasible_later(59_258, "-17.3", decimals=1))
    48,977 to 49,035
    """
    change = RoundedFigure(percent, decimals, rounding)
    return _numerators(_count("earlier", earlier), _PER_CENT, change, _PER_CENT)


def feasible_denominator(
    count: int,
    rate: Number | str,
    per: int,
    decimals: int,
    rounding: Rounding = Rounding.HALF_AWAY,
) -> FeasibleRange:
    """Give the denominators over which the rate of a count prints so.

    With ``per=100`` these are the wholes of which a part is so many per cent.

    Args:
        count: The count, zero or more.
        rate: The rate as printed.
        per: The base of the rate, such as 100,000 people.
        decimals: How many decimals were printed, as for :class:`RoundedFigure`.
        rounding: How it is taken to have been rounded.

    Returns:
        Whole numbers above zero; no largest one where the rate of any large one prints
        so.

    Raises:
        InvalidValueError: The count, the base or the figure is not such.

    >>> print(feasible_denominator(4_577, "165", per=100_000, decimals=0))
    2,765,559 to 2,782,370
    """
    printed = RoundedFigure(rate, decimals, rounding)
    return _denominators(_base(per) * _count("count", count), printed)


def feasible_count(
    denominator: int,
    rate: Number | str,
    per: int,
    decimals: int,
    rounding: Rounding = Rounding.HALF_AWAY,
) -> FeasibleRange:
    """Give the counts, zero or more, whose rate over a denominator prints so.

    With ``per=100`` these are the parts that are so many per cent of a whole.

    Args:
        denominator: The denominator, zero or more; over zero there is no rate.
        rate: The rate as printed.
        per: The base of the rate, such as 100,000 people.
        decimals: How many decimals were printed, as for :class:`RoundedFigure`.
        rounding: How it is taken to have been rounded.

    Raises:
        InvalidValueError: The denominator, the base or the figure is not such.

    >>> print(feasible_count(15_065, "83.0", per=100, decimals=1))
    12,497 to 12,511
    """
    printed = RoundedFigure(rate, decimals, rounding)
    return _numerators(_count("denominator", denominator), _base(per), printed)


def _denominators(
    numerator: int, printed: RoundedFigure, less: int = 0
) -> FeasibleRange:
    """Give the whole numbers d above zero for which numerator / d - less prints so."""
    smallest, largest = printed.lowest + less, printed.highest + less
    if numerator == 0:
        return FeasibleRange(1) if printed.prints(Fraction(-less)) else FeasibleRange()
    if largest <= 0:
        return FeasibleRange()
    lowest = _from(numerator / largest, included=printed.has_highest)
    if smallest <= 0:
        return FeasibleRange(lowest)
    highest = _to(numerator / smallest, included=printed.has_lowest)
    return FeasibleRange.between(lowest, highest)


def _numerators(
    denominator: int, per: int, printed: RoundedFigure, less: int = 0
) -> FeasibleRange:
    """Give the whole numbers n of zero or more for which n per d - less prints so."""
    if denominator == 0:
        return FeasibleRange()
    one = Fraction(denominator, per)
    lowest = _from((printed.lowest + less) * one, included=printed.has_lowest)
    highest = _to((printed.highest + less) * one, included=printed.has_highest)
    return FeasibleRange.between(max(lowest, 0), highest)


def _from(end: Fraction, *, included: bool) -> int:
    return ceil(end) if included else floor(end) + 1


def _to(end: Fraction, *, included: bool) -> int:
    return floor(end) if included else ceil(end) - 1


def _count(noun: str, value: int) -> int:
    count = requirement.as_whole(value)
    if type(count) is not int or count < 0:
        raise InvalidValueError(noun, value, "a whole number, zero or more")
    return count


def _base(per: int) -> int:
    base = requirement.as_whole(per)
    if type(base) is not int or base < 1:
        raise InvalidValueError("per", per, "a whole number above zero")
    return base
