"""What a figure is compared with, or why it cannot be."""

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.assessment.figure import why_no_count, why_no_percentage
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Incomparability, Period
from policing_indicators.vocabulary.spelling import FIRST_YEAR

_UNLIKE = {
    Incomparability.DIFFERENT_LENGTHS: GapReason.DIFFERENT_LENGTHS,
    Incomparability.NOT_EARLIER: GapReason.NOT_EARLIER,
    Incomparability.OVERLAPPING: GapReason.OVERLAPPING,
    Incomparability.DIFFERENT_START_MONTHS: GapReason.DIFFERENT_START_MONTHS,
}


def years_before(period: Period, years: int) -> Period | None:
    """Give the same months so many years before; none before any period there is."""
    for _ in range(years):
        if period.start.year == FIRST_YEAR:
            return None
        period = period.year_before
    return period


def compared(
    indicator: Indicator,
    later: Observation,
    earlier: Period,
    grounds: Grounds,
    *,
    what: GapFigure,
) -> Comparison | Gap:
    """Compare a figure with an earlier period's of the same vintage.

    Args:
        indicator: The indicator.
        later: The figure.
        earlier: The earlier period.
        grounds: Where the earlier figure is found.
        what: Which change it is. A declared baseline may be of other months.

    Returns:
        The comparison, or a gap that says why there is none.
    """
    before = grounds.beside(later, earlier)
    if isinstance(before, GapReason):
        return Gap(what, before, earlier)
    if before.missing is not None:
        return Gap(what, GapReason.EARLIER_MISSING, earlier, before.missing)
    of_count = indicator.unit is Unit.COUNT
    fault = why_no_count(before) if of_count else why_no_percentage(indicator, before)
    if fault is not None:
        return Gap(what, fault, earlier, observation=before)
    is_baseline = what is GapFigure.CHANGE_ON_BASELINE
    unlike = earlier.incomparability(later.period, baseline=is_baseline)
    if unlike is not None:
        return Gap(what, _UNLIKE[unlike], earlier)
    kind = Change if of_count else PointChange
    change = kind.between(before, later, baseline=is_baseline)
    return Comparison(
        earlier=before,
        change=change,
        reading=ChangeReading.of(change, indicator.direction),
        limits=_limits_of_points(change, grounds.confidence),
        breaks=indicator.breaks_between(earlier, later.period),
    )


def _limits_of_points(
    change: Change | PointChange, confidence: float
) -> Interval | None:
    if isinstance(change, PointChange) and all(
        isinstance(side, Proportion) for side in (change.earlier, change.later)
    ):
        return change.interval(confidence=confidence)
    return None
