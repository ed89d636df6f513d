"""Another figure that one is to be no worse than."""

from typing import ClassVar

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.closed_set import ClosedSet


class Comparator(ClosedSet):
    """What a figure is to be no worse than."""

    YEAR_BEFORE = "year before"
    AREA = "area"
    GROUP = "group"


@frozen
class NoWorseThan:
    """A figure no worse than another, by the indicator's improvement direction.

    Attributes:
        than: What it is held against: the same months a year before, the same period
            in another area, or the average of a named group of areas.
        of: The id of that area or group; none for the year before.
        average: Which average of the group is meant; none for the others.

    Raises:
        InvalidValueError: A field is not what it must be, or does not go with what the
            figure is held against.

    >>> NoWorseThan(Comparator.AREA, of="kent").of
    'kent'
    """

    KIND: ClassVar[str] = "no worse than"

    than: Comparator = field(validator=requirement.kind(Comparator))
    of: str | None = field(
        default=None,
        kw_only=True,
        validator=requirement.optional(requirement.identifier),
    )
    average: GroupAverage | None = field(
        default=None,
        kw_only=True,
        validator=requirement.optional(requirement.kind(GroupAverage)),
    )

    def __attrs_post_init__(self) -> None:
        """Hold the fields to what the figure is held against."""
        if (self.of is None) != (self.than is Comparator.YEAR_BEFORE):
            allowed = "the id of an area or a group; none for the year before"
            requirement.refuse(self, "of", self.of, allowed)
        if (self.average is None) == (self.than is Comparator.GROUP):
            averages = " or ".join(repr(each.value) for each in GroupAverage)
            allowed = f"{averages} with a group, and none otherwise"
            requirement.refuse(self, "average", self.average, allowed)
