"""The average of a group of areas, in either of its two meanings."""

from collections.abc import Sequence
from fractions import Fraction

from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary.area_group import GroupAverage


def group_average(rates: Sequence[Rate], average: GroupAverage) -> Fraction:
    """Work out the average of a group's rates, without any rounding.

    The mean of rates is the unweighted mean that HM Inspectorate of Constabulary
    compares a force with, the force itself among the group; the pooled rate is all
    counts over all denominators. They differ where areas differ in size.

    Args:
        rates: The rate of each area of the group, all per the same.
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
    if len({rate.per for rate in rates}) != 1:
        raise InvalidValueError("rates", rates, "one rate or more, all per the same")
    values = [rate.exact_value for rate in rates]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        raise MissingDataError("the average of a group", "a denominator is zero")
    match average:
        case GroupAverage.MEAN_OF_RATES:
            return sum(known, Fraction()) / len(known)
        case GroupAverage.POOLED:
            counts = sum(rate.count for rate in rates)
            size = sum((Fraction(rate.denominator) for rate in rates), Fraction())
            return counts * Fraction(rates[0].per) / size
