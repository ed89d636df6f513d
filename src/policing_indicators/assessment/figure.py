"""Whether an observation is a figure of its indicator's unit."""

from policing_indicators.assessment.gap import GapReason
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation

_HIGHEST_PERCENTAGE = 100


def why_no_percentage(indicator: Indicator, row: Observation) -> GapReason | None:
    """Say why an observation gives no percentage, if it gives none.

    A proportion is a count out of a denominator. A percentage may also be published
    without them, as a value from 0 to 100.
    """
    if row.count is not None:
        if not row.denominator:
            return GapReason.WITHOUT_DENOMINATOR
        within = 0 <= row.count <= row.denominator
        return None if within else GapReason.OUTSIDE_DENOMINATOR
    if indicator.unit is Unit.PROPORTION:
        return GapReason.NO_PROPORTION
    if row.value is None or not 0 <= row.value <= _HIGHEST_PERCENTAGE:
        return GapReason.NO_PERCENTAGE
    return None


def why_no_value(indicator: Indicator, row: Observation) -> GapReason | None:
    """Say why an observation gives no published rate or answer, if it gives none."""
    if row.value is None:
        return GapReason.NO_VALUE
    if indicator.unit is Unit.YES_NO and row.value not in (0, 1):
        return GapReason.NO_ANSWER
    return GapReason.NO_RATE if row.value < 0 else None


def why_no_count(row: Observation) -> GapReason | None:
    """Say why an observation gives no count, if it gives none."""
    return GapReason.WITHOUT_COUNT if row.count is None else None
