"""Single numbers: what the scalar types take, and the kernels' arrays of one."""

import math
from fractions import Fraction

import numpy as np

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement

above_zero: requirement.Requirement = requirement.must(
    lambda value: type(value) in (int, float) and 0 < value < math.inf,
    "a finite number above zero",
)
"""What a base or an exposure must be."""


def array_of(number: float | Fraction) -> Array:
    """Give a number as an array without dimensions; NaN where it is too large."""
    try:
        decimal = float(number)
    except OverflowError:
        decimal = math.nan
    return np.asarray(decimal, dtype=np.float64)


def figure(result: Array) -> float | None:
    """Give the one number of a result, or none where it is not defined."""
    number = float(result)
    return None if math.isnan(number) else number


def required_figure(what: str, result: Array) -> float:
    """Give the one number of a result that is defined for what it was made from.

    Raises:
        MissingDataError: It is missing: what it was made from is too large.
    """
    number = figure(result)
    if number is None:
        reason = "it, or a step to it, is beyond the largest decimal number"
        raise MissingDataError(what, reason)
    return number
