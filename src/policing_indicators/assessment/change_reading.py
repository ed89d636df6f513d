"""How a change reads against which way is better."""

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.indicator import ImprovementDirection


class ChangeReading(ClosedSet):
    """How a change reads against which way is better."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    NEITHER = "neither good nor bad"

    @classmethod
    def of(
        cls, change: Change | PointChange, direction: ImprovementDirection
    ) -> "ChangeReading":
        """Read a change by the direction in which its indicator improves.

        >>> fall = Change(earlier=44, later=32)
        >>> ChangeReading.of(fall, ImprovementDirection.DECREASE)
        ChangeReading.BETTER
        """
        size = change.absolute if isinstance(change, Change) else change.exact_points
        if direction is ImprovementDirection.NEUTRAL:
            return ChangeReading.NEITHER
        if not size:
            return ChangeReading.UNCHANGED
        wanted = direction is ImprovementDirection.INCREASE
        return ChangeReading.BETTER if (size > 0) is wanted else ChangeReading.WORSE
