"""Nothing is said about chance but on the ground that was measured."""

from typing import Any

import pytest
from attrs import evolve

from policing_indicators.assessment.evidence import EXACT_BELOW, Evidence, evidence_for
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_test import beside_others
from policing_indicators.calculation.dispersion import Dispersion
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.errors import MissingDataError
from policing_indicators.registry.frameworks import framework
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.observation import Observation
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


EARLIER, LATER = Period.financial_year(2023), Period.financial_year(2024)
NATIONAL = framework("national-priorities-2021")
HOMICIDE = NATIONAL.indicator("homicide")
BURGLARY = NATIONAL.indicator("residential-burglary")
YEARS: dict[str, Any] = {"earlier_period": EARLIER, "later_period": LATER}


def between(earlier: int, later: int, **fields: Any) -> Change:  # noqa: ANN401 - periods
    return Change(earlier=earlier, later=later, **{**YEARS, **fields})


def kind_of(indicator: Indicator, found: Change | PointChange) -> EvidenceKind:
    evidence = evidence_for(indicator, found, area=KENT)
    assert (evidence.significance is None) == (evidence.kind is EvidenceKind.NONE)
    return evidence.kind


def test_rare_independent_events_have_the_exact_test() -> None:
    evidence = evidence_for(HOMICIDE, between(44, 32), area=KENT, confidence=0.9)
    assert evidence.kind is EvidenceKind.EXACT
    assert evidence.exact == between(44, 32).significance(confidence=0.9)


def test_volume_crime_is_held_against_the_changes_of_other_areas() -> None:
    evidence = evidence_for(BURGLARY, between(14_154, 11_237), area=KENT)
    assert evidence.kind is EvidenceKind.DISPERSION_ADJUSTED
    assert BURGLARY.dispersion is not None
    assert evidence.significance == beside_others(
        between(14_154, 11_237), BURGLARY.dispersion
    )
    assert evidence.significance is not None
    assert evidence.significance.method is SignificanceMethod.SPREAD_ADJUSTED
    assert evidence.exact is None


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        (evolve(HOMICIDE, dispersion=None), between(44, 32)),
        (HOMICIDE, between(44, -1)),
        (HOMICIDE, PointChange(earlier=44, later=32)),
        (HOMICIDE, between(44, 32, earlier_period=Period.financial_year(2020))),
        (BURGLARY, between(14_154, 11_237, earlier_period=Period.financial_year(2020))),
        (
            BURGLARY,
            between(
                14_154,
                11_237,
                earlier_period=Period.financial_year(2022),
                later_period=Period.financial_year(2023),
            ),
        ),
        (BURGLARY, Change(earlier=14_154, later=11_237)),
        (BURGLARY, between(0, 0)),
        (BURGLARY, between(-1, 5)),
    ],
)
def test_where_the_data_cannot_say_nothing_is_claimed(
    indicator: Indicator, found: Change | PointChange
) -> None:
    assert kind_of(indicator, found) is EvidenceKind.NONE


def test_a_dispersion_without_its_totals_claims_nothing_of_volume_crime() -> None:
    bare = MeasuredDispersion(
        ratio=EXACT_BELOW, areas=43, earlier=EARLIER, later=LATER, source="a table"
    )
    found = evolve(BURGLARY, dispersion=bare)
    assert kind_of(found, between(100, 80)) is EvidenceKind.NONE
    calm = evolve(BURGLARY, dispersion=evolve(bare, ratio=EXACT_BELOW - 0.01))
    assert kind_of(calm, between(100, 80)) is EvidenceKind.EXACT


def test_the_figures_at_hand_go_before_what_the_indicator_carries() -> None:
    counts = {"kent": (8, 20), "essex": (19, 6), "surrey": (12, 40), "sussex": (20, 3)}
    earlier, later = (
        [
            Observation("homicide", area, period, count=pair[side])
            for area, pair in counts.items()
        ]
        for side, period in enumerate((EARLIER, LATER))
    )
    beside = Dispersion.of(earlier, later)
    assert beside.ratio > EXACT_BELOW
    kent = Change.between(earlier[0], later[0])
    evidence = evidence_for(HOMICIDE, kent, area=KENT, beside=beside)
    assert evidence.kind is EvidenceKind.DISPERSION_ADJUSTED
    assert evidence.significance == beside.significance(kent)
    assert kind_of(HOMICIDE, kent) is EvidenceKind.EXACT
    none = evolve(HOMICIDE, dispersion=None)
    assert evidence_for(none, kent, area=KENT, beside=beside).kind is evidence.kind


def test_no_evidence_is_no_test() -> None:
    assert Evidence().exact is None


def test_counts_too_large_for_the_test_claim_nothing() -> None:
    beyond = between(10**400, 10**399)
    with pytest.raises(MissingDataError):
        beyond.significance()
    assert kind_of(HOMICIDE, beyond) is EvidenceKind.NONE
