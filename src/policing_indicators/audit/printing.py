"""Whether an exact figure is printed so."""

from fractions import Fraction

from policing_indicators.vocabulary.printed_number import PrintedNumber

_HALF = Fraction(1, 2)


def prints_as(printed: PrintedNumber, exact: Fraction) -> bool:
    """Say whether an exact figure is printed so, rounded to the nearest.

    A tie may be rounded away from zero or to even: no publisher is faulted for either.
    Where neither a sign nor a word is printed, the direction is not looked at.
    """
    steps, wanted = _in_steps(printed, exact)
    off = abs(steps - wanted)
    if off != _HALF:
        return off < _HALF
    return abs(wanted) > abs(steps) or wanted % 2 == 0


def prints_cut_off(printed: PrintedNumber, exact: Fraction) -> bool:
    """Say whether an exact figure is printed so where decimals are left off."""
    steps, wanted = _in_steps(printed, exact)
    return int(steps) == wanted


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


def _in_steps(printed: PrintedNumber, exact: Fraction) -> tuple[Fraction, Fraction]:
    """Give the exact and the printed figure in units of the last printed digit."""
    steps = exact / printed.last_place
    wanted = printed.value / printed.last_place
    if printed.movement is None:
        return abs(steps), abs(wanted)
    return steps, wanted
