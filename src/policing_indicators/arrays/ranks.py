"""Ranks of areas, over whole arrays."""

from numpy.typing import ArrayLike

from policing_indicators.arrays.figures import Figures
from policing_indicators.calculation.kernels import ranks as kernel
from policing_indicators.calculation.kernels.arguments import numbers, passed_on
from policing_indicators.errors import InvalidValueError


def ranks(values: ArrayLike) -> Figures:
    """Rank values: 1 is the highest, ties share the better rank, the next is skipped.

    Args:
        values: One value an area, on one axis. A missing one takes no rank.

    Raises:
        InvalidArrayError: A value is infinite or no number.
        InvalidValueError: There is not one axis.

    >>> ranks([8.1, 12.4, None, 8.1, 3.0])
    array([ 2.,  1., nan,  2.,  4.])
    """
    given = numbers("values", values)
    if given.ndim != 1:
        raise InvalidValueError("values", values, "one axis, that of the areas")
    return passed_on(kernel.ranks(given), values)
