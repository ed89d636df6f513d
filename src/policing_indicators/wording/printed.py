"""How numbers are printed: rounded once, at the end, from unrounded values."""

from decimal import Decimal
from fractions import Fraction

from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.wording.house_style import HouseStyle

_SMALL_PROBABILITY = 0.001
"""Below it a probability is printed as being below it; nothing hangs on how far."""


def smallest(style: HouseStyle, decimals: int) -> str:
    """Print the smallest number above nought that so many decimals can show."""
    return style.number(Fraction(1, 10**decimals), decimals)


def size_in_percent(style: HouseStyle, percent: Fraction) -> str:
    """Print the size of a change in per cent; never nought where it is not that."""
    size = abs(percent)
    if size > 0 == round_half_away(size, 1):
        least = style.say("number.percent", number=smallest(style, 1))
        return style.say("number.less_than", number=least)
    return style.percent(size, 1)


def share(style: HouseStyle, percentage: Fraction) -> str:
    """Print a share without decimals; neither 0% nor 100% where it is not that."""
    rounded = round_half_away(percentage, 0)
    if rounded == 0 < percentage:
        return style.say("number.less_than", number=style.percent(1))
    if percentage < _WHOLE == rounded:
        return style.say("number.more_than", number=style.percent(_WHOLE - 1))
    return style.percent(rounded)


def bounds(
    style: HouseStyle, interval: Interval, decimals: int, *, with_sign: bool = False
) -> tuple[str, str]:
    """Print the lower and the upper limit; those of a change with plus or minus."""
    write = style.signed if with_sign else style.number
    return write(interval.lower, decimals), write(interval.upper, decimals)


def limits(
    style: HouseStyle, interval: Interval, decimals: int, *, with_sign: bool = False
) -> str:
    """Print limits with their confidence, such as ``95% limits 0.7 to 1.5``.

    Args:
        style: The house style.
        interval: The limits.
        decimals: How many decimals to print.
        with_sign: Print plus and minus, as limits of a change have them.
    """
    lower, upper = bounds(style, interval, decimals, with_sign=with_sign)
    return _limits(style, interval, lower, upper)


def limits_in_percent(style: HouseStyle, interval: Interval, decimals: int) -> str:
    """Print the limits of a proportion in per cent: ``95% limits 69.2 to 87.7%``."""
    lower = style.number(_WHOLE * interval.lower, decimals)
    return _limits(
        style, interval, lower, style.percent(_WHOLE * interval.upper, decimals)
    )


def confidence(style: HouseStyle, interval: Interval) -> str:
    """Print the confidence of limits, such as ``95%``."""
    return of_confidence(style, interval.confidence)


def of_confidence(style: HouseStyle, value: float) -> str:
    """Print a confidence from 0 to 1 in per cent, with the decimals it needs."""
    written = f"{(_WHOLE * Decimal(str(value))).normalize():f}"
    return style.say("number.percent", number=style.marked(written))


def level(confidence: float) -> float:
    """Give the level that goes with a confidence: 0.05 with 0.95, to the digit.

    A difference that chance alone makes less often than this is said to be seldom.
    """
    return float(1 - Decimal(str(confidence)))


def probability(style: HouseStyle, p_value: float, level: float) -> str:
    """Print a probability, such as ``p = 0.21``."""
    number = rounded_probability(p_value, level)
    if number is None:
        least = style.marked(str(_SMALL_PROBABILITY))
        return style.say("chance.probability_below", number=least)
    return style.say("chance.probability", number=style.marked(number))


def rounded_probability(p_value: float, level: float) -> str | None:
    """Round a probability for printing; none where it is too small to print.

    Two significant figures are enough, but where they would put it on the other side
    of the level that words hang on, or on it. A nought at the end is one of them: 0.10
    says more than 0.1 does.
    """
    if p_value < _SMALL_PROBABILITY:
        return None
    digits = 2
    while (float(f"{p_value:#.{digits}g}") < level) != (p_value < level):
        digits += 1
    return f"{p_value:#.{digits}g}"


_WHOLE = 100
_SPELLED = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OFTEN = {
    Fraction(1, 3): "one_in_three",
    Fraction(2, 5): "two_in_five",
    Fraction(1, 2): "one_in_two",
    Fraction(3, 5): "three_in_five",
    Fraction(2, 3): "two_in_three",
    Fraction(3, 4): "three_in_four",
    Fraction(4, 5): "four_in_five",
    Fraction(9, 10): "nine_in_ten",
    Fraction(1): "almost_always",
}
_OFTEN_FROM = 0.3
"""From here on one time in so many is too coarse, and the nearest of these is said."""


def how_often(style: HouseStyle, p_value: float) -> str:
    """Say how often so small a probability comes true, as one time in so many.

    >>> from policing_indicators.wording.house_style import house_style
    >>> how_often(house_style("english"), 0.135)
    'about one time in seven'
    """
    if p_value < _SMALL_PROBABILITY:
        most = style.number(1 / _SMALL_PROBABILITY)
        return style.say("how_often.less_than_one_in", number=most)
    if p_value >= _OFTEN_FROM:
        near = min(_OFTEN, key=lambda often: abs(often - Fraction(p_value)))
        return style.say(f"how_often.{_OFTEN[near]}")
    times = int(round_half_away(1 / p_value, 0))
    if times - 3 < len(_SPELLED):
        return style.say(f"how_often.one_in_{_SPELLED[times - 3]}")
    number = style.number(float(f"{1 / p_value:.2g}"))
    return style.say("how_often.one_in", number=number)


def _limits(style: HouseStyle, interval: Interval, lower: str, upper: str) -> str:
    told = confidence(style, interval)
    return style.say("limits.of", confidence=told, lower=lower, upper=upper)
