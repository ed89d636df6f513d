"""What can be said about chance, and on what ground."""

from attrs import frozen

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.significance import Significance
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.dispersion import (
    CALIBRATED_BELOW,
    MeasuredDispersion,
)
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.spelling import months_between

EXACT_BELOW = CALIBRATED_BELOW
"""The dispersion under which an exact test of two counts is said."""

_ALIKE = (
    AreaKind.POLICE_FORCE_AREA,
    AreaKind.NON_GEOGRAPHIC_FORCE,
    AreaKind.COMMUNITY_SAFETY_PARTNERSHIP,
)
"""The areas whose counts scatter as those of forces do, or less."""


@frozen
class Evidence:
    """What can be said about chance.

    Attributes:
        kind: On what ground.
        significance: The test, where there is one.

    >>> Evidence().kind.value
    'none'
    >>> exact = Change(earlier=44, later=32).significance()
    >>> round(Evidence(EvidenceKind.EXACT, exact).significance.p_value, 2)
    0.21
    """

    kind: EvidenceKind = EvidenceKind.NONE
    significance: Significance | None = None


def evidence_for(
    indicator: Indicator,
    change: Change | PointChange,
    *,
    area: Area,
    confidence: float = 0.95,
) -> Evidence:
    """Say what the data at hand can say about chance in a change.

    Args:
        indicator: The indicator, with its measured dispersion where there is one.
        change: The change. That of a percentage, or of a negative count, has no test
            here, nor one over a longer or shorter time than the dispersion was
            measured over: forces' changes scatter the more, the longer they take.
        area: The area that it is of. Forces were measured: what many of them have in
            common moves the count of a country far more than it moves one of theirs.
        confidence: The confidence of the limits of the ratio.
    """
    measured = indicator.dispersion
    if measured is None or measured.ratio >= EXACT_BELOW or area.kind not in _ALIKE:
        return Evidence()
    if not _spans_alike(measured, change):
        return Evidence()
    if not isinstance(change, Change) or min(change.earlier, change.later) < 0:
        return Evidence()
    return Evidence(EvidenceKind.EXACT, change.significance(confidence=confidence))


def _spans_alike(measured: MeasuredDispersion, change: Change | PointChange) -> bool:
    earlier, later = change.earlier_period, change.later_period
    if earlier is None or later is None:
        return True
    span = months_between(measured.earlier.start, measured.later.start)
    return months_between(earlier.start, later.start) == span
