"""A figure that was rounded, and the exact values that are rounded to it."""

import re
from fractions import Fraction

from attrs import field, frozen

from policing_indicators.calculation.rounding import (
    Number,
    Rounding,
    as_written,
    round_as,
    round_half_away,
)
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement

_WRITTEN = re.compile(r"[+-]?\d{1,300}(?:\.\d{1,300})?", re.ASCII)
_MOST_DECIMALS = 300
_IN_REACH = requirement.must(
    lambda value: type(value) is int and abs(value) <= _MOST_DECIMALS,
    f"a whole number from -{_MOST_DECIMALS} to {_MOST_DECIMALS}",
)
_MINUS = "\N{MINUS SIGN}"


def _as_printed(value: Number | str) -> Fraction:
    """Give a figure as the decimal number that is written."""
    if not requirement.is_text(value):
        number: Number = value  # type: ignore[assignment] # what is no number is refused
        return as_written(number)
    plain = value.strip().replace(_MINUS, "-")
    if not _WRITTEN.fullmatch(plain):
        raise InvalidValueError(
            "RoundedFigure.value", value, "a number such as -9.6, as it is printed"
        )
    return Fraction(plain)


@frozen
class RoundedFigure:
    """A figure with the decimals it was printed with, and how it was rounded.

    Attributes:
        value: The figure, with its sign: a fall of 9.6% is -9.6. A text or a decimal
            number is taken as it is written, and so is a ``float``. It is kept as an
            exact fraction.
        decimals: How many decimals were printed. Below zero, that many digits before
            the point are no more than noughts: 1.2 million has -5.
        rounding: How it is taken to have been rounded.

    Raises:
        InvalidValueError: A field is not what it must be, or the figure has more
            decimals than were printed.

    >>> fall = RoundedFigure("-9.6", 1)
    >>> fall.prints(Fraction(-965, 100)), fall.prints(Fraction(-964, 100))
    (False, True)
    """

    value: Fraction = field(converter=_as_printed)
    decimals: int = field(converter=requirement.as_whole, validator=_IN_REACH)
    rounding: Rounding = field(
        default=Rounding.HALF_AWAY, validator=requirement.kind(Rounding)
    )

    def __attrs_post_init__(self) -> None:
        """Hold the figure to the decimals it was printed with."""
        if (self.value / self._unit).denominator != 1:
            allowed = f"a figure with at most {self.decimals} decimals"
            requirement.refuse(self, "value", str(self.value), allowed)

    @property
    def lowest(self) -> Fraction:
        """The lower end of the exact values that print so, in it or not."""
        return self.value - self._reach(towards_zero=self.value > 0)

    @property
    def highest(self) -> Fraction:
        """The upper end of the exact values that print so, in it or not."""
        return self.value + self._reach(towards_zero=self.value < 0)

    @property
    def has_lowest(self) -> bool:
        """Whether the lower end itself prints so."""
        return self.prints(self.lowest)

    @property
    def has_highest(self) -> bool:
        """Whether the upper end itself prints so."""
        return self.prints(self.highest)

    def prints(self, exact: Fraction) -> bool:
        """Say whether an exact value is printed as this figure, or may be."""
        if self.rounding is Rounding.NEAREST:
            return 2 * abs(exact - self.value) <= self._unit
        units = round_as(exact / self._unit, 0, self.rounding)
        return self._unit * Fraction(units) == self.value

    @property
    def _unit(self) -> Fraction:
        return Fraction(10) ** -self.decimals

    def _reach(self, *, towards_zero: bool) -> Fraction:
        if self.rounding is not Rounding.TRUNCATION:
            return self._unit / 2
        return Fraction(0) if towards_zero else self._unit

    def __str__(self) -> str:
        """Write the figure with its decimals."""
        units = round_half_away(self.value / self._unit, 0)
        return f"{units.scaleb(-self.decimals):,f}"
