"""What a figure is compared with, or why it cannot be."""

from collections.abc import Sequence

from policing_indicators.assessment.assessment import Comparison, Gap
from policing_indicators.assessment.figure import why_no_percentage
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.errors import IncomparableError, MissingDataError
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period


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
    what = f"change on the {'baseline' if is_baseline else 'year before'} ({earlier})"
    held = [row for row in rows if row.period == earlier]
    before = next((row for row in held if row.as_at == later.as_at), None)
    if before is None:
        elsewhere = "it is held only as another release has it"
        none = "the release that is used here holds no figure for it"
        return Gap(what, elsewhere if held else none)
    if before.missing is not None:
        reason = f"the earlier figure is missing ({before.missing.value})"
        return Gap(what, reason, before.missing)
    return _between(indicator, before, later, what, confidence)


def _between(
    indicator: Indicator,
    before: Observation,
    later: Observation,
    what: str,
    confidence: float,
) -> Comparison | Gap:
    is_baseline = before.period == indicator.baseline
    kind = Change if indicator.unit is Unit.COUNT else PointChange
    reason = why_no_percentage(indicator, before) if kind is PointChange else None
    if reason is not None:
        return Gap(what, f"of the earlier figure, {reason}")
    try:
        change = kind.between(before, later, baseline=is_baseline)
    except (MissingDataError, IncomparableError) as error:
        return Gap(what, error.reason)
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
