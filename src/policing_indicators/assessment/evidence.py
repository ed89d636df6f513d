"""What can be said about chance, and on what ground."""

from enum import Enum

from attrs import frozen

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.significance import Significance
from policing_indicators.vocabulary.dispersion import CALIBRATED_BELOW
from policing_indicators.vocabulary.indicator import Indicator

EXACT_BELOW = CALIBRATED_BELOW
"""The dispersion under which an exact test of two counts is said."""


class EvidenceKind(Enum):
    """The ground on which something is said about chance, or is not."""

    EXACT = "exact test of two counts"
    NONE = "none"


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
    indicator: Indicator, change: Change | PointChange, *, confidence: float = 0.95
) -> Evidence:
    """Say what the data at hand can say about chance in a change.

    Args:
        indicator: The indicator, with its measured dispersion where there is one.
        change: The change. That of a percentage, or of a negative count, has no test
            here.
        confidence: The confidence of the limits of the ratio.
    """
    measured = indicator.dispersion
    if measured is None or measured.ratio >= EXACT_BELOW:
        return Evidence()
    if not isinstance(change, Change) or min(change.earlier, change.later) < 0:
        return Evidence()
    return Evidence(EvidenceKind.EXACT, change.significance(confidence=confidence))
