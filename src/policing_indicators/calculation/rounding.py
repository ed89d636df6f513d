"""Printed figures: rounded once, at the end, half away from zero."""

from decimal import Decimal
from fractions import Fraction
from numbers import Integral

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.closed_set import ClosedSet

Number = int | float | Fraction | Decimal
"""What can be printed."""

_MOST_DECIMALS = 20
"""Where the search for decimals that agree ends: beyond the digits of any number that
a decimal point number holds."""


class Rounding(ClosedSet):
    """How a figure was rounded before it was printed.

    This library prints half away from zero. The others are there to read what somebody
    else printed.
    """

    HALF_AWAY = "half away from zero"
    """To the nearest; a tie to the one farther from zero. Often called half-up."""

    HALF_EVEN = "half to even"
    """To the nearest; a tie to the one whose last digit is even."""

    TRUNCATION = "truncation"
    """The decimals that are not printed are left off."""

    NEAREST = "to the nearest"
    """To the nearest; a tie may have gone either way. For figures of which no more is
    known: it reads them, and prints none."""


def round_half_away(value: Number, decimals: int) -> Decimal:
    """Round a number for printing, half away from zero.

    Args:
        value: The number. A ``float`` is taken at its exact binary value, so that a
            tie is one only where it is exact; a ``Fraction`` keeps 1.25 a tie.
        decimals: How many decimals, zero or more.

    Returns:
        The number with exactly so many decimals; never minus zero.

    Raises:
        InvalidValueError: The value is no finite number, or the decimals are not such.

    >>> print(round_half_away(Fraction(125, 100), 1), round_half_away(-0.04, 1))
    1.3 0.0
    """
    return round_as(value, decimals, Rounding.HALF_AWAY)


def round_as(value: Number, decimals: int, rounding: Rounding) -> Decimal:
    """Round a number for printing, in a way that somebody may have rounded.

    Args:
        value: The number, as for :func:`round_half_away`.
        decimals: How many decimals, zero or more.
        rounding: How ties and rests are rounded.

    Returns:
        The number with exactly so many decimals; never minus zero.

    Raises:
        InvalidValueError: The value is no finite number, the decimals are not such, or
            the rounding does not say where a tie goes.

    >>> print(round_as(Fraction(-725, 10), 0, Rounding.HALF_EVEN))
    -72
    """
    (above, below), places = _ratio(value), _places(decimals)
    units, rest = divmod(abs(above) * 10**places, below)
    units += _is_rounded_up(units, 2 * rest, below, rounding)
    sign = "-" if above < 0 < units else ""
    return Decimal(f"{sign}{units}E-{places}")


def as_written(value: Number) -> Fraction:
    """Give the decimal number that a number is written as: 62.1 is 621/10.

    Raises:
        InvalidValueError: The value is no finite number.
    """
    exact = _exact(value)
    return Fraction(repr(float(value))) if isinstance(value, float) else exact


def decimals_to_agree(value: Number, threshold: Number, *, decimals: int) -> int:
    """Give how many decimals let a printed figure agree with its threshold.

    A figure that decides a verdict is printed so that the verdict can be seen: below,
    at or above the threshold as the figure itself is. Two floats are compared as they
    stand; anything else exactly, and a float then as it is written.

    Args:
        value: The figure.
        threshold: What it is held against.
        decimals: The fewest decimals to print, zero or more.

    Returns:
        The fewest decimals that agree, at least ``decimals``. Where none does, as with
        a threshold of a third that is met exactly, ``decimals``.

    Raises:
        InvalidValueError: A value is no finite number, or the decimals are not such.

    >>> decimals_to_agree(-9.96, -10, decimals=1)
    2
    """
    mark = as_written(threshold)
    if isinstance(value, float) and isinstance(threshold, float):
        true_side = _side(Fraction(value), Fraction(threshold))
    else:
        true_side = _side(_exact(value), mark)
    for places in range(_places(decimals), _MOST_DECIMALS + 1):
        if _side(Fraction(round_half_away(value, places)), mark) == true_side:
            return places
    return decimals


def _is_rounded_up(units: int, twice: int, whole: int, rounding: Rounding) -> bool:
    """Say whether to round up, where twice the rest is so much of a whole."""
    match rounding:
        case Rounding.HALF_AWAY:
            return twice >= whole
        case Rounding.HALF_EVEN:
            return twice > whole or (twice == whole and units % 2 == 1)
        case Rounding.TRUNCATION:
            return False
        case Rounding.NEAREST:
            allowed = "one that says which way a tie is rounded"
            raise InvalidValueError("rounding", rounding, allowed)


def _side(value: Fraction, mark: Fraction) -> int:
    return (value > mark) - (value < mark)


def _exact(value: object) -> Fraction:
    return Fraction(*_ratio(value))


def _ratio(value: object) -> tuple[int, int]:
    """Give a number without any rounding as a whole number over another above zero."""
    is_number = not isinstance(value, bool)
    try:
        if is_number and isinstance(value, Integral):
            return int(value), 1
        if is_number and isinstance(value, float | Fraction | Decimal):
            return value.as_integer_ratio()
    except (OverflowError, ValueError):  # an infinity, or no number
        pass
    raise InvalidValueError("value", value, "a finite number")


def _places(decimals: int) -> int:
    if type(decimals) is not int or decimals < 0:
        raise InvalidValueError("decimals", decimals, "a whole number, zero or more")
    return decimals
