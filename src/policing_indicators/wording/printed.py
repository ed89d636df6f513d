"""How numbers are printed: rounded once, at the end, from unrounded values."""

from decimal import Decimal

from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.rounding import Number, round_half_away

_MINUS = "\N{MINUS SIGN}"
SELDOM = 0.05
"""A difference that chance alone makes less often than this is said to be seldom."""

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


def bounds(interval: Interval, decimals: int, *, scale: int = 1) -> tuple[str, str]:
    """Print the lower and the upper limit, multiplied by a scale."""
    return (
        number(scale * interval.lower, decimals),
        number(scale * interval.upper, decimals),
    )


def limits(interval: Interval, decimals: int, *, scale: int = 1) -> str:
    """Print limits with their confidence, such as ``95% limits 0.7 to 1.5``.

    Args:
        interval: The limits.
        decimals: How many decimals to print.
        scale: What to multiply them by: 100 prints a proportion's in per cent.
    """
    lower, upper = bounds(interval, decimals, scale=scale)
    confidence = (100 * Decimal(str(interval.confidence))).normalize()
    return f"{confidence:f}% limits {lower} to {upper}"


def probability(p_value: float) -> str:
    """Print a probability, such as ``p = 0.21``.

    Two significant figures are enough, but where they would put it on the other side
    of the level that words hang on, or on it.
    """
    if p_value < _SMALL_PROBABILITY:
        return f"p < {_SMALL_PROBABILITY}"
    digits = 2
    while (float(f"{p_value:.{digits}g}") < SELDOM) != (p_value < SELDOM):
        digits += 1
    return f"p = {p_value:.{digits}g}"


_SPELLED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OFTEN = 2 / 3


def how_often(p_value: float) -> str:
    """Say how often so small a probability comes true, as one time in so many.

    >>> how_often(0.135)
    'about one time in seven'
    """
    if p_value < _SMALL_PROBABILITY:
        return f"less than one time in {number(1 / _SMALL_PROBABILITY)}"
    if p_value > _OFTEN:
        return "more often than not"
    times = int(round_half_away(1 / p_value, 0))
    word = _SPELLED[times - 2] if times <= len(_SPELLED) + 1 else number(times)
    return f"about one time in {word}"
