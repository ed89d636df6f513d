"""What can be said about chance, and on what ground."""

from attrs import frozen

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_test import beside_others
from policing_indicators.calculation.dispersion import Dispersion
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.significance import Significance
from policing_indicators.errors import MissingDataError
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


AT_HAND = "the areas' figures at hand"
"""Where a dispersion comes from that is not that of the indicator."""


@frozen
class Evidence:
    """What can be said about chance.

    Attributes:
        kind: On what ground.
        significance: The test, where there is one. Of the series' own past there is
            none: its control chart speaks of the latest month or quarter, and of no
            change from year to year.
        beside: How areas' changes scatter, where the change was held against theirs.

    >>> Evidence().kind.value
    'none'
    >>> exact = Change(earlier=44, later=32).significance()
    >>> round(Evidence(EvidenceKind.EXACT, exact).significance.p_value, 2)
    0.21
    """

    kind: EvidenceKind = EvidenceKind.NONE
    significance: Significance | None = None
    beside: MeasuredDispersion | None = None

    @property
    def exact(self) -> Significance | None:
        """The exact test of two counts, where that is the ground."""
        return self.significance if self.kind is EvidenceKind.EXACT else None

    @property
    def among_areas(self) -> Significance | None:
        """The test of the change beside other areas', where that is the ground."""
        among = self.kind is EvidenceKind.DISPERSION_ADJUSTED
        return self.significance if among else None


def evidence_for(
    indicator: Indicator,
    change: Change | PointChange,
    *,
    area: Area,
    confidence: float = 0.95,
    beside: Dispersion | None = None,
) -> Evidence:
    """Say what the data at hand can say about chance in a change.

    The exact test is claimed where areas' changes scatter as rare independent events
    do, over as long a time. Where they scatter more, the change is held against those
    of the other areas, if these were measured between the same two periods.

    Args:
        indicator: The indicator, with its measured dispersion where there is one.
        change: The change. That of a percentage, or of a negative count, has no test
            here, nor one over a longer or shorter time than the dispersion was
            measured over: forces' changes scatter the more, the longer they take.
        area: The area that it is of. Forces were measured: what many of them have in
            common moves the count of a country far more than it moves one of theirs.
        confidence: The confidence of the limits of the ratio.
        beside: The changes of all areas between the same periods, where they are at
            hand: they go before what the indicator carries.
    """
    measured = indicator.dispersion
    if beside is not None:
        measured = beside.measured(source=AT_HAND)
    if measured is None or area.kind not in _ALIKE:
        return Evidence()
    if not isinstance(change, Change):
        return Evidence()
    if min(change.earlier, change.later) < 0 or not _spans_alike(measured, change):
        return Evidence()
    try:
        return _tested(change, measured, confidence)
    except MissingDataError:  # counts beyond what the test can be worked out for
        return Evidence()


def _tested(
    change: Change, measured: MeasuredDispersion, confidence: float
) -> Evidence:
    if measured.ratio < EXACT_BELOW:
        exact = change.significance(confidence=confidence)
        return Evidence(EvidenceKind.EXACT, exact, measured)
    if not _is_beside(measured, change):
        return Evidence()
    significance = beside_others(change, measured, confidence=confidence)
    return Evidence(EvidenceKind.DISPERSION_ADJUSTED, significance, measured)


def _is_beside(measured: MeasuredDispersion, change: Change) -> bool:
    """Say whether the other areas' changes are known for the same two periods."""
    periods = change.earlier_period, change.later_period
    known = measured.spread is not None and max(change.earlier, change.later) > 0
    return known and periods == (measured.earlier, measured.later)


def _spans_alike(measured: MeasuredDispersion, change: Change) -> bool:
    earlier, later = change.earlier_period, change.later_period
    if earlier is None or later is None:
        return True
    span = months_between(measured.earlier.start, measured.later.start)
    return months_between(earlier.start, later.start) == span
