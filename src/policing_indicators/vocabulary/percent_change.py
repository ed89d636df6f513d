"""By how many per cent a figure is to change from its baseline."""

from typing import ClassVar

from attrs import field, frozen

from policing_indicators.vocabulary import requirement

ALL = 100
"""The whole of a baseline, in per cent."""


def _percentage(highest: float | None) -> requirement.Requirement:
    allowed = "a number above zero"
    if highest is not None:
        allowed += f" and up to {highest}, in per cent"
    return requirement.optional(
        requirement.must(
            lambda value: (
                type(value) in (int, float)
                and 0 < value < float("inf")
                and (highest is None or value <= highest)
            ),
            allowed,
        )
    )


@frozen(kw_only=True)
class PercentChange:
    """A change from the baseline of so many per cent or more.

    Exactly one of the two is given. A reduction of ten is met by a fall of ten per
    cent or more, an increase of ten by a rise of ten per cent or more.

    Attributes:
        reduction: By how many per cent the figure is to fall, above 0 and up to 100.
        increase: By how many per cent it is to rise, above 0.

    Raises:
        InvalidValueError: Neither is given, or both, or one is not what it must be.

    >>> PercentChange(reduction=10).reduction
    10
    """

    KIND: ClassVar[str] = "percent change"

    reduction: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=_percentage(ALL),
    )
    increase: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=_percentage(None),
    )

    def __attrs_post_init__(self) -> None:
        """Hold the goal to one of the two."""
        if (self.reduction is None) == (self.increase is None):
            given = None if self.reduction is None else (self.reduction, self.increase)
            allowed = "exactly one of reduction and increase, in per cent"
            requirement.refuse(self, "reduction", given, allowed)
