"""Which counts may be printed, to protect those who are counted."""

from fractions import Fraction
from typing import TypeVar

from attrs import field, frozen

from policing_indicators.calculation.rounding import round_half_away
from policing_indicators.vocabulary import requirement

_Number = TypeVar("_Number", int, float)

_LEAST = 3
"""Hiding counts under 2 would hide ones alone, and so say that each of them is one."""


@frozen(kw_only=True)
class DisclosureRule:
    """Which counts may be printed, and how exactly. By itself it hides nothing.

    Attributes:
        smallest: The smallest count above zero that is printed, 3 or more: with 5,
            counts from 1 to 4 are hidden. Zero is printed. None hides nothing.
        round_to: What printed counts are rounded to multiples of, 2 or more, halves
            away from zero. None rounds nothing.

    Raises:
        InvalidValueError: A field is no such whole number.

    >>> rule = DisclosureRule(smallest=5)
    >>> [count for count in range(8) if not rule.hides(count)]
    [0, 5, 6, 7]
    """

    smallest: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(
            requirement.must(
                lambda value: type(value) is int and value >= _LEAST,
                f"a whole number, {_LEAST} or more",
            )
        ),
    )
    round_to: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(
            requirement.must(
                lambda value: type(value) is int and value > 1,
                "a whole number, 2 or more",
            )
        ),
    )

    def hides(self, count: float) -> bool:
        """Say whether a count is too small to be printed."""
        return self.smallest is not None and 0 < count < self.smallest

    def rounded(self, count: _Number) -> _Number | int:
        """Round a number of cases where the rule rounds, else leave it.

        >>> DisclosureRule(round_to=5).rounded(32)
        30
        """
        if self.round_to is None:
            return count
        multiple = Fraction(count) / self.round_to
        return self.round_to * int(round_half_away(multiple, 0))
