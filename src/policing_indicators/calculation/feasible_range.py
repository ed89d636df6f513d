"""The whole numbers that a printed figure leaves open."""

from typing import Self

from attrs import field, frozen

from policing_indicators.vocabulary import requirement

_AN_END = requirement.optional(requirement.whole)


@frozen
class FeasibleRange:
    """Every whole number from one to another, or none at all.

    A range without numbers is an answer: no count prints as what was printed.

    Attributes:
        lowest: The smallest number; none where no number will do.
        highest: The largest number; none where there is no largest, or no number.

    Raises:
        InvalidValueError: An end is no whole number, or they are not in their order.

    >>> earlier = FeasibleRange(12_428, 12_441)
    >>> print(earlier)
    12,428 to 12,441
    >>> 12_430 in earlier
    True
    >>> print(earlier & FeasibleRange(20_000))
    none
    """

    lowest: int | None = field(
        default=None, converter=requirement.as_whole_or_none, validator=_AN_END
    )
    highest: int | None = field(
        default=None, converter=requirement.as_whole_or_none, validator=_AN_END
    )

    def __attrs_post_init__(self) -> None:
        """Hold the ends to their order."""
        if self.highest is None:
            return
        if self.lowest is None:
            requirement.refuse(self, "highest", self.highest, "none without a lowest")
        elif self.highest < self.lowest:
            allowed = f"a whole number from {self.lowest} on"
            requirement.refuse(self, "highest", self.highest, allowed)

    @classmethod
    def between(cls, lowest: int, highest: int | None) -> Self:
        """Give the numbers from one to another; none where the ends have crossed.

        Args:
            lowest: The smallest number.
            highest: The largest; none where there is no largest.

        >>> FeasibleRange.between(5, 4).is_empty
        True
        """
        crossed = highest is not None and highest < lowest
        return cls() if crossed else cls(lowest, highest)

    @property
    def is_empty(self) -> bool:
        """Whether no number will do."""
        return self.lowest is None

    @property
    def is_single(self) -> bool:
        """Whether one number will do and no other."""
        return self.lowest is not None and self.lowest == self.highest

    def __contains__(self, number: object) -> bool:
        """Say whether a whole number is one of them."""
        if type(number) is not int or self.lowest is None or number < self.lowest:
            return False
        return self.highest is None or number <= self.highest

    def __and__(self, other: "FeasibleRange") -> "FeasibleRange":
        """Give the numbers that are in both."""
        if self.lowest is None or other.lowest is None:
            return FeasibleRange()
        ends = [end for end in (self.highest, other.highest) if end is not None]
        highest = min(ends) if ends else None
        return FeasibleRange.between(max(self.lowest, other.lowest), highest)

    def __str__(self) -> str:
        """Write the numbers as they are printed."""
        if self.lowest is None:
            return "none"
        if self.highest is None:
            return f"{self.lowest:,} or more"
        if self.is_single:
            return f"{self.lowest:,}"
        return f"{self.lowest:,} to {self.highest:,}"
