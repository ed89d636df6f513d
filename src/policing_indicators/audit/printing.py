"""Whether an exact figure is printed so."""

from fractions import Fraction

from policing_indicators.vocabulary.printed_number import PrintedNumber

_HALF = Fraction(1, 2)
_ROUND_FROM = 1_000
_ROUND_STEP = 100


def may_be_rounded(printed: PrintedNumber) -> bool:
    """Say whether a count may have been rounded without a word: 49,000, 59,300.

    One count in a hundred ends so by itself. It is not held to its last digits, since a
    document that rounds is right.
    """
    number = printed.number
    is_count = printed.decimals == 0 and not printed.unit
    return is_count and number >= _ROUND_FROM and number % _ROUND_STEP == 0


def place_of(printed: PrintedNumber) -> Fraction:
    """Give what one step in the last digit is worth that a number is held to."""
    if not may_be_rounded(printed):
        return printed.last_place
    digits = str(printed.number)
    return Fraction(10) ** (len(digits) - len(digits.rstrip("0")))


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
    place = place_of(printed)
    steps, wanted = exact / place, printed.value / place
    if printed.movement is None:
        return abs(steps), abs(wanted)
    return steps, wanted
