"""Single numbers: what the scalar types take, and the kernels' arrays of one."""

import math

import numpy as np

from policing_indicators.calculation.kernels.screening import Array
from policing_indicators.vocabulary import requirement

above_zero: requirement.Requirement = requirement.must(
    lambda value: type(value) in (int, float) and 0 < value < math.inf,
    "a finite number above zero",
)
"""What a base or an exposure must be."""


def array_of(number: float) -> Array:
    """Give a number as an array without dimensions."""
    return np.asarray(number, dtype=np.float64)


def figure(result: Array) -> float | None:
    """Give the one number of a result, or none where it is not defined."""
    number = float(result)
    return None if math.isnan(number) else number
