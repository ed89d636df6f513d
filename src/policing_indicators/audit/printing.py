"""Whether an exact figure is printed so."""

from fractions import Fraction

from policing_indicators.calculation.rounding import Rounding, round_as
from policing_indicators.vocabulary.printed_number import PrintedNumber

TO_THE_NEAREST = (Rounding.HALF_AWAY, Rounding.HALF_EVEN)
"""The roundings that a figure is held to: no publisher is faulted for either tie."""


def prints_as(
    printed: PrintedNumber,
    exact: Fraction,
    roundings: tuple[Rounding, ...] = TO_THE_NEAREST,
) -> bool:
    """Say whether an exact figure is printed so, in its size and in its direction.

    Where neither a sign nor a word is printed, the direction is not held against it.
    """
    steps = exact / printed.last_place
    wanted = printed.value / printed.last_place
    found = (Fraction(round_as(steps, 0, rounding)) for rounding in roundings)
    if printed.movement is None:
        return any(abs(each) == abs(wanted) for each in found)
    return wanted in found


def distance(printed: PrintedNumber, exact: Fraction) -> Fraction:
    """Give how far a printed figure is from an exact one.

    Where neither a sign nor a word is printed, only the sizes are compared.
    """
    if printed.movement is None:
        return abs(abs(printed.value) - abs(exact))
    return abs(printed.value - exact)


def decimals_of(printed: PrintedNumber) -> int:
    """Give the decimals with which a figure is to be shown beside a printed one."""
    return max(printed.decimals, 0)
