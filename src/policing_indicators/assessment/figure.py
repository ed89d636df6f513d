"""Whether an observation is a figure of its indicator's unit."""

from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation

_HIGHEST_PERCENTAGE = 100


def why_no_percentage(indicator: Indicator, row: Observation) -> str | None:
    """Say why an observation gives no percentage, if it gives none.

    A proportion is a count out of a denominator. A percentage may also be published
    without them, as a value from 0 to 100.
    """
    if row.count is not None:
        if not row.denominator:
            return "it is out of no known number"
        if not 0 <= row.count <= row.denominator:
            return f"the count {row.count} is not within its {row.denominator}"
        return None
    if indicator.unit is Unit.PROPORTION:
        return "a proportion is made from a count and what it is out of"
    if row.value is None or not 0 <= row.value <= _HIGHEST_PERCENTAGE:
        return f"{row.value} is no percentage"
    return None


def why_no_value(indicator: Indicator, row: Observation) -> str | None:
    """Say why an observation gives no published rate or answer, if it gives none."""
    if row.value is None:
        return f"a count stands where a {indicator.unit.value} should"
    if indicator.unit is Unit.YES_NO and row.value not in (0, 1):
        return f"{row.value} is neither yes (1) nor no (0)"
    return f"{row.value} is no rate" if row.value < 0 else None


def why_no_count(row: Observation) -> str | None:
    """Say why an observation gives no count, if it gives none."""
    return "it was published without its count" if row.count is None else None
