"""The average of a group of areas, in either of its two meanings."""

from collections.abc import Sequence
from fractions import Fraction

from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary.area_group import GroupAverage


def group_average(
    rates: Sequence[Rate | Proportion], average: GroupAverage
) -> Fraction:
    """Work out the average of a group's rates, without any rounding.

    The mean of rates is the unweighted mean that HM Inspectorate of Constabulary
    compares a force with, the force itself among the group; the pooled rate is all
    counts over all denominators. They differ where areas differ in size.

    Args:
        rates: The rate of each area of the group, all per the same; or the proportion
            of each, whose average is from 0 to 1.
        average: Which average is meant.

    Raises:
        InvalidValueError: There is none, or they are not per the same.
        MissingDataError: A denominator is zero.

    >>> rates = [Rate(10, 1_000, per=100), Rate(60, 3_000, per=100)]
    >>> float(group_average(rates, GroupAverage.MEAN_OF_RATES))
    1.5
    >>> float(group_average(rates, GroupAverage.POOLED))
    1.75
    """
    if len({base_of(rate) for rate in rates}) != 1:
        raise InvalidValueError("rates", rates, "one rate or more, all per the same")
    values = [exact_value(rate) for rate in rates]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        raise MissingDataError("the average of a group", "a denominator is zero")
    match average:
        case GroupAverage.MEAN_OF_RATES:
            return sum(known, Fraction()) / len(known)
        case GroupAverage.POOLED:
            counts = sum((Fraction(rate.count) for rate in rates), Fraction())
            size = sum((Fraction(rate.denominator) for rate in rates), Fraction())
            return counts * Fraction(base_of(rates[0]) or 1) / size


def base_of(rate: Rate | Proportion) -> float | None:
    """Give what a rate is per; a proportion has no such base."""
    return rate.per if isinstance(rate, Rate) else None


def exact_value(rate: Rate | Proportion) -> Fraction | None:
    """Give a rate, or a proportion from 0 to 1, without any rounding; none over 0."""
    if isinstance(rate, Rate):
        return rate.exact_value
    whole = Fraction(rate.denominator)
    return Fraction(rate.count) / whole if whole else None
