"""How numbers are printed: rounded once, at the end, from unrounded values."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.rounding import Number, round_half_away
from policing_indicators.vocabulary.spelling import MONTH_NAMES

_MINUS = "\N{MINUS SIGN}"
_SMALL_PROBABILITY = 0.001
"""Below it a probability is printed as being below it; nothing hangs on how far."""


def number(value: Number, decimals: int = 0) -> str:
    r"""Print a number with thousands separators and a true minus sign.

    >>> number(-1234.25, 1) == "\N{MINUS SIGN}1,234.3"
    True
    """
    rounded = round_half_away(value, decimals)
    return f"{rounded:,}".replace("-", _MINUS)


def signed(value: Number, decimals: int = 0) -> str:
    """Print a number with its sign, plus or minus; nought has none.

    >>> signed(12), signed(0)
    ('+12', '0')
    """
    rounded = round_half_away(value, decimals)
    return f"+{rounded:,}" if rounded > 0 else number(rounded, decimals)


def smallest(decimals: int) -> str:
    """Print the smallest number above nought that so many decimals can show."""
    return number(Fraction(1, 10**decimals), decimals)


def share(percentage: Fraction) -> str:
    """Print a share without decimals; neither 0% nor 100% where it is not that."""
    rounded = round_half_away(percentage, 0)
    if rounded == 0 < percentage:
        return "less than 1%"
    if percentage < _WHOLE == rounded:
        return "more than 99%"
    return f"{number(rounded)}%"


def bounds(
    interval: Interval, decimals: int, *, scale: int = 1, with_sign: bool = False
) -> tuple[str, str]:
    """Print the lower and the upper limit, multiplied by a scale."""
    write = signed if with_sign else number
    return (
        write(scale * interval.lower, decimals),
        write(scale * interval.upper, decimals),
    )


def limits(
    interval: Interval, decimals: int, *, scale: int = 1, with_sign: bool = False
) -> str:
    """Print limits with their confidence, such as ``95% limits 0.7 to 1.5``.

    Args:
        interval: The limits.
        decimals: How many decimals to print.
        scale: What to multiply them by: 100 prints a proportion's in per cent.
        with_sign: Print plus and minus, as limits of a change have them.
    """
    lower, upper = bounds(interval, decimals, scale=scale, with_sign=with_sign)
    return f"{confidence(interval)} limits {lower} to {upper}"


def confidence(interval: Interval) -> str:
    """Print the confidence of limits, such as ``95%``."""
    return f"{(100 * Decimal(str(interval.confidence))).normalize():f}%"


def level(confidence: float) -> float:
    """Give the level that goes with a confidence: 0.05 with 0.95, to the digit.

    A difference that chance alone makes less often than this is said to be seldom.
    """
    return float(1 - Decimal(str(confidence)))


def day(value: date) -> str:
    """Print a day: ``24 April 2025``."""
    return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}"


def probability(p_value: float, level: float) -> str:
    """Print a probability, such as ``p = 0.21``.

    Two significant figures are enough, but where they would put it on the other side
    of the level that words hang on, or on it.
    """
    if p_value < _SMALL_PROBABILITY:
        return f"p < {_SMALL_PROBABILITY}"
    digits = 2
    while (float(f"{p_value:.{digits}g}") < level) != (p_value < level):
        digits += 1
    return f"p = {p_value:.{digits}g}"


_WHOLE = 100
_SPELLED = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OFTEN = {
    Fraction(1, 3): "about one time in three",
    Fraction(2, 5): "about two times in five",
    Fraction(1, 2): "about one time in two",
    Fraction(3, 5): "about three times in five",
    Fraction(2, 3): "about two times in three",
    Fraction(3, 4): "about three times in four",
    Fraction(4, 5): "about four times in five",
    Fraction(9, 10): "about nine times in ten",
    Fraction(1): "almost always",
}
_OFTEN_FROM = 0.3
"""From here on one time in so many is too coarse, and the nearest of these is said."""


def how_often(p_value: float) -> str:
    """Say how often so small a probability comes true, as one time in so many.

    >>> how_often(0.135)
    'about one time in seven'
    """
    if p_value < _SMALL_PROBABILITY:
        return f"less than one time in {number(1 / _SMALL_PROBABILITY)}"
    if p_value >= _OFTEN_FROM:
        return _OFTEN[min(_OFTEN, key=lambda often: abs(often - Fraction(p_value)))]
    times = int(round_half_away(1 / p_value, 0))
    if times - 3 < len(_SPELLED):
        return f"about one time in {_SPELLED[times - 3]}"
    return f"about one time in {number(float(f'{1 / p_value:.2g}'))}"
