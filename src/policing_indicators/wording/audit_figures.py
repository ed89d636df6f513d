"""How an audit prints figures: beside the printed one, with as many decimals."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from policing_indicators.calculation.rounding import Number, round_half_away
from policing_indicators.vocabulary.spelling import MONTH_NAMES

_MINUS = "\N{MINUS SIGN}"
_SELDOM = 0.001
"""Below it a chance is said to be less; nothing hangs on how much less."""

_EXACT_DIGITS = 2

LABELS = {
    "level": "the number",
    "previous_level": "the earlier number",
    "absolute": "the change in number",
    "percentage": "the change in per cent",
    "points": "the change in percentage points",
    "rate": "the rate",
    "share": "the share",
    "rank": "the rank",
}
"""What each field of a claim is called in a sentence."""


def number(value: Number, decimals: int = 0) -> str:
    """Print a number with thousands separators and a true minus sign."""
    return f"{round_half_away(value, decimals):,}".replace("-", _MINUS)


def told(figure: str, value: Fraction, decimals: int, unit: str = "") -> str:
    """Say a figure as it is said of its kind: ``a fall of 10.3%``, ``12 fewer``.

    Args:
        figure: The field of a claim that it is.
        value: The figure.
        decimals: With how many decimals it is said.
        unit: ``%`` where a level is a percentage.
    """
    match figure:
        case "percentage":
            return _moved(value, decimals, "%")
        case "points":
            return _moved(value, decimals, " percentage points")
        case "absolute":
            return _more_or_fewer(value, decimals)
        case "share":
            return f"{number(value, decimals)}%"
        case "rank":
            return f"place {number(value)}"
        case _:
            return f"{number(value, decimals)}{unit}"


def in_brief(figure: str, value: Fraction, decimals: int, unit: str = "") -> str:
    """Print a figure for a table's cell: with a sign where it is a change."""
    if figure in ("percentage", "points", "absolute"):
        rounded = round_half_away(value, decimals)
        sign = "+" if rounded > 0 else ""
        mark = "%" if figure == "percentage" else ""
        return f"{sign}{number(rounded, decimals)}{mark}"
    return told(figure, value, decimals, unit)


def how_often(chance: float) -> str:
    """Say how often chance comes about: ``about one time in 140``."""
    if chance < _SELDOM:
        return f"less than one time in {number(1 / _SELDOM)}"
    times = float(f"{1 / chance:.{_EXACT_DIGITS}g}")
    return f"about one time in {number(Fraction(times))}"


def day(value: date) -> str:
    """Print a day: ``24 April 2025``."""
    return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}"


def listed(parts: Iterable[str]) -> str:
    """Join parts of a sentence: ``a, b and c``."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """Begin a sentence with a large letter, and leave the rest as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def _moved(value: Fraction, decimals: int, unit: str) -> str:
    rounded = round_half_away(value, decimals)
    if rounded == 0:
        return f"a change of {number(rounded, decimals)}{unit}"
    way = "rise" if rounded > 0 else "fall"
    return f"a {way} of {number(abs(value), decimals)}{unit}"


def _more_or_fewer(value: Fraction, decimals: int) -> str:
    rounded = round_half_away(value, decimals)
    if rounded == 0:
        return "no change"
    way = "more" if rounded > 0 else "fewer"
    return f"{number(abs(value), decimals)} {way}"
