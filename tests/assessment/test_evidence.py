"""Nothing is said about chance but on the ground that was measured."""

import pytest

from policing_indicators.assessment.evidence import EXACT_BELOW, Evidence, evidence_for
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.period import Period

YEAR = Period.financial_year(2024)
KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
FALL = Change(earlier=44, later=32)


def homicide(*, years: int = 1, ratio: float = 1.1) -> Indicator:
    return Indicator(
        id="homicide",
        name="Homicide",
        unit=Unit.COUNT,
        direction=ImprovementDirection.DECREASE,
        dispersion=MeasuredDispersion(
            ratio=ratio,
            areas=43,
            earlier=Period.financial_year(2024 - years),
            later=YEAR,
            source="invented",
        ),
    )


def over(earlier: str, later: str = "2024/25") -> Change:
    return Change(
        earlier=44,
        later=32,
        earlier_period=Period.parse(earlier),
        later_period=Period.parse(later),
    )


@pytest.mark.parametrize(
    ("years", "change", "kind"),
    [
        (1, over("2023/24"), EvidenceKind.EXACT),
        (1, over("2021/22"), EvidenceKind.NONE),
        (1, over("year ending June 2019"), EvidenceKind.NONE),
        (5, over("2023/24"), EvidenceKind.NONE),
        (5, over("2019/20"), EvidenceKind.EXACT),
        (5, over("2018/19"), EvidenceKind.NONE),
        (1, over("2023/24 Q4", "2024/25 Q4"), EvidenceKind.EXACT),
        (1, over("2024/25 Q3", "2024/25 Q4"), EvidenceKind.NONE),
        (1, FALL, EvidenceKind.EXACT),
        (1, Change(earlier=44, later=32, later_period=YEAR), EvidenceKind.EXACT),
        (1, Change(earlier=-1, later=32), EvidenceKind.NONE),
        (1, Change(earlier=4, later=-1), EvidenceKind.NONE),
        (1, PointChange(earlier=60, later=62), EvidenceKind.NONE),
    ],
)
def test_evidence_is_claimed_over_the_span_that_was_measured_and_no_other(
    years: int, change: Change | PointChange, kind: EvidenceKind
) -> None:
    found = evidence_for(homicide(years=years), change, area=KENT)
    assert found.kind is kind
    assert (found.significance is None) == (kind is EvidenceKind.NONE)


def test_evidence_needs_changes_that_scatter_as_rare_events_do() -> None:
    assert evidence_for(homicide(ratio=EXACT_BELOW), FALL, area=KENT) == Evidence()
    just_below = evidence_for(homicide(ratio=EXACT_BELOW - 1e-9), FALL, area=KENT)
    assert just_below.kind is EvidenceKind.EXACT


def test_the_confidence_of_the_limits_is_the_one_that_is_asked_for() -> None:
    found = evidence_for(homicide(), FALL, area=KENT, confidence=0.998).significance
    assert found is not None
    assert found == FALL.significance(confidence=0.998)


@pytest.mark.parametrize(
    ("area", "kind"),
    [
        (AreaKind.POLICE_FORCE_AREA, EvidenceKind.EXACT),
        (AreaKind.NON_GEOGRAPHIC_FORCE, EvidenceKind.EXACT),
        (AreaKind.COMMUNITY_SAFETY_PARTNERSHIP, EvidenceKind.EXACT),
        (AreaKind.REGION, EvidenceKind.NONE),
        (AreaKind.COUNTRY, EvidenceKind.NONE),
        (AreaKind.OTHER, EvidenceKind.NONE),
    ],
)
def test_evidence_is_claimed_for_a_force_and_within_it_since_forces_were_measured(
    area: AreaKind, kind: EvidenceKind
) -> None:
    somewhere = Area("somewhere", "Somewhere", area)
    assert evidence_for(homicide(), FALL, area=somewhere).kind is kind
