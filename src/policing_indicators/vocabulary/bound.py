"""A value that a figure is held to, on one side or on both."""

from typing import ClassVar

from attrs import field, frozen

from policing_indicators.vocabulary import requirement


@frozen
class AtMost:
    """A figure no higher than a value; a figure exactly there meets it.

    Attributes:
        value: The highest figure that meets it, in the target's unit.

    Raises:
        InvalidValueError: The value is no finite number.

    >>> AtMost(40).value
    40
    """

    KIND: ClassVar[str] = "at most"

    value: float = field(converter=requirement.as_number, validator=requirement.number)


@frozen
class AtLeast:
    """A figure no lower than a value; a figure exactly there meets it.

    Attributes:
        value: The lowest figure that meets it, in the target's unit.

    Raises:
        InvalidValueError: The value is no finite number.

    >>> AtLeast(75.5).value
    75.5
    """

    KIND: ClassVar[str] = "at least"

    value: float = field(converter=requirement.as_number, validator=requirement.number)


@frozen
class Between:
    """A figure within two values, both of them in.

    Attributes:
        lower: The lowest figure that meets it, in the target's unit.
        upper: The highest, at least the lower.

    Raises:
        InvalidValueError: A value is no finite number, or they are the wrong way round.

    >>> Between(100, 120).upper
    120
    """

    KIND: ClassVar[str] = "between"

    lower: float = field(converter=requirement.as_number, validator=requirement.number)
    upper: float = field(converter=requirement.as_number, validator=requirement.number)

    def __attrs_post_init__(self) -> None:
        """Hold the values to their order."""
        if self.upper < self.lower:
            allowed = f"at least the lower value, {self.lower!r}"
            requirement.refuse(self, "upper", self.upper, allowed)
