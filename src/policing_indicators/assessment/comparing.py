"""What a figure is compared with, or why it cannot be."""

from collections.abc import Sequence

from policing_indicators.assessment.assessment import Comparison
from policing_indicators.assessment.figure import why_no_count, why_no_percentage
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Incomparability, Period

_UNLIKE = {
    Incomparability.DIFFERENT_LENGTHS: GapReason.DIFFERENT_LENGTHS,
    Incomparability.NOT_EARLIER: GapReason.NOT_EARLIER,
    Incomparability.OVERLAPPING: GapReason.OVERLAPPING,
    Incomparability.DIFFERENT_START_MONTHS: GapReason.DIFFERENT_START_MONTHS,
}


def compared(
    indicator: Indicator,
    later: Observation,
    earlier: Period,
    rows: Sequence[Observation],
    *,
    confidence: float,
) -> Comparison | Gap:
    """Compare a figure with an earlier period's of the same vintage.

    Args:
        indicator: The indicator.
        later: The figure.
        earlier: The earlier period.
        rows: Every observation of the indicator and area, of any vintage.
        confidence: The confidence of the limits of a change in percentage points.

    Returns:
        The comparison, or a gap that says why there is none.
    """
    is_baseline = earlier == indicator.baseline
    year_before = GapFigure.CHANGE_ON_YEAR_BEFORE
    what = GapFigure.CHANGE_ON_BASELINE if is_baseline else year_before
    held = [row for row in rows if row.period == earlier]
    before = next((row for row in held if row.as_at == later.as_at), None)
    if before is None:
        reason = GapReason.OTHER_RELEASE if held else GapReason.NOT_HELD
        return Gap(what, reason, earlier)
    if before.missing is not None:
        return Gap(what, GapReason.EARLIER_MISSING, earlier, before.missing)
    return _between(indicator, before, later, what, confidence)


def _between(
    indicator: Indicator,
    before: Observation,
    later: Observation,
    what: GapFigure,
    confidence: float,
) -> Comparison | Gap:
    is_baseline = before.period == indicator.baseline
    of_count = indicator.unit is Unit.COUNT
    fault = why_no_count(before) if of_count else why_no_percentage(indicator, before)
    if fault is not None:
        return Gap(what, fault, before.period, observation=before)
    unlike = before.period.incomparability(later.period, baseline=is_baseline)
    if unlike is not None:
        return Gap(what, _UNLIKE[unlike], before.period)
    kind = Change if of_count else PointChange
    change = kind.between(before, later, baseline=is_baseline)
    return Comparison(
        earlier=before,
        change=change,
        limits=_limits_of_points(change, confidence),
        breaks=indicator.breaks_between(before.period, later.period),
    )


def _limits_of_points(
    change: Change | PointChange, confidence: float
) -> Interval | None:
    if isinstance(change, PointChange) and all(
        isinstance(side, Proportion) for side in (change.earlier, change.later)
    ):
        return change.interval(confidence=confidence)
    return None
