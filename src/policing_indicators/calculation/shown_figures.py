"""Figures of the arithmetic as a notebook shows them: rounded once, never a verdict."""

from fractions import Fraction

from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.showing import NONE

_MINUS = "\N{MINUS SIGN}"
_SMALL, _MORE, _FEWER = 10, 2, 1


def shown_number(
    value: float | Fraction, *, decimals: int | None = None, signed: bool = False
) -> str:
    """Write a number with thousands apart.

    Args:
        value: The number.
        decimals: How many decimals; where none are said, a whole number has none, and
            any other two below ten and one from there on.
        signed: Whether a plus stands before what is above zero.

    >>> shown_number(1234), shown_number(2.345), shown_number(12.25, signed=True)
    ('1,234', '2.35', '+12.3')
    """
    if decimals is None:
        few = _MORE if -_SMALL < value < _SMALL else _FEWER
        decimals = 0 if isinstance(value, int) else few
    written = f"{round_half_away(value, decimals):,}".replace("-", _MINUS)
    return f"+{written}" if signed and value > 0 else written


def shown_level(rate: Rate | Proportion) -> str:
    """Write a rate, or a proportion in per cent; a dash where it is not defined.

    >>> shown_level(Rate(32, 3_036_605)), shown_level(Proportion(1, 8))
    ('1.05', '12.5%')
    """
    if isinstance(rate, Proportion):
        share = rate.exact_percentage
        return NONE if share is None else f"{shown_number(share, decimals=1)}%"
    exact = rate.exact_value
    return NONE if exact is None else shown_number(exact)


def shown_base(*, per: float, are_proportions: bool) -> str:
    """Say what levels are given in.

    >>> shown_base(per=100_000, are_proportions=False)
    'Rate per 100,000'
    """
    if are_proportions:
        return "Percentage"
    return f"Rate per {shown_number(per, decimals=0)}"
