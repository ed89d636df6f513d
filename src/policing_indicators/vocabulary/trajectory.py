"""The way from a baseline to an end."""

from typing import ClassVar

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.bound import AtLeast, AtMost
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.percent_change import ALL, PercentChange


class TrajectoryShape(ClosedSet):
    """How a trajectory runs from its baseline to its end."""

    LINEAR = "linear"
    """By the same number every year."""

    GEOMETRIC = "geometric"
    """By the same percentage every year."""


@frozen
class Trajectory:
    """A way from the baseline to an end, with a milestone for every period between.

    Before the due period a figure is held against its own period's milestone, and is
    on course or off course; the milestone of the due period is the end itself.

    Attributes:
        to: The end, which decides in the due period.
        shape: How the milestones lie between the baseline and the end.

    Raises:
        InvalidValueError: A field is not what it must be, or a geometric trajectory
            ends at zero or below, where no constant percentage leads.

    >>> halved_in_ten_years = Trajectory(PercentChange(reduction=50))
    >>> halved_in_ten_years.shape
    TrajectoryShape.LINEAR
    """

    KIND: ClassVar[str] = "trajectory"

    to: AtMost | AtLeast | PercentChange = field(
        validator=requirement.kind(AtMost, AtLeast, PercentChange)
    )
    shape: TrajectoryShape = field(
        default=TrajectoryShape.LINEAR,
        kw_only=True,
        validator=requirement.kind(TrajectoryShape),
    )

    def __attrs_post_init__(self) -> None:
        """Hold a geometric trajectory to an end above zero."""
        if self.shape is TrajectoryShape.GEOMETRIC and not self._ends_above_zero:
            allowed = "an end above zero, since the trajectory is geometric"
            requirement.refuse(self, "to", self.to, allowed)

    @property
    def _ends_above_zero(self) -> bool:
        match self.to:
            case PercentChange():
                return self.to.reduction != ALL
            case AtMost() | AtLeast():
                return self.to.value > 0
