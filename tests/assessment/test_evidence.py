"""Which evidence about chance may be claimed, and which may not."""

from typing import Any

import pytest
from attrs import evolve

from policing_indicators.assessment.evidence import EXACT_BELOW, Evidence, evidence_for
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_test import beside_others
from policing_indicators.calculation.dispersion import Dispersion
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.registry.frameworks import framework
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

EARLIER, LATER = Period.financial_year(2023), Period.financial_year(2024)
NATIONAL = framework("national-priorities-2021")
HOMICIDE = NATIONAL.indicator("homicide")
BURGLARY = NATIONAL.indicator("residential-burglary")
FALL: dict[str, Any] = {"earlier_period": EARLIER, "later_period": LATER}


def change(earlier: int, later: int, **fields: Any) -> Change:  # noqa: ANN401 - periods
    return Change(earlier=earlier, later=later, **{**FALL, **fields})


def kind(indicator: Indicator, found: Change | PointChange) -> EvidenceKind:
    evidence = evidence_for(indicator, found)
    assert (evidence.significance is None) == (evidence.kind is EvidenceKind.NONE)
    return evidence.kind


def test_rare_independent_events_have_the_exact_test() -> None:
    evidence = evidence_for(HOMICIDE, change(44, 32), confidence=0.9)
    assert evidence.kind is EvidenceKind.EXACT
    assert evidence.exact == change(44, 32).significance(confidence=0.9)


def test_volume_crime_is_held_against_the_changes_of_other_areas() -> None:
    evidence = evidence_for(BURGLARY, change(14_154, 11_237))
    assert evidence.kind is EvidenceKind.DISPERSION_ADJUSTED
    assert BURGLARY.dispersion is not None
    assert evidence.significance == beside_others(
        change(14_154, 11_237), BURGLARY.dispersion
    )
    assert evidence.significance.method is SignificanceMethod.SPREAD_ADJUSTED
    assert evidence.exact is None


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        (evolve(HOMICIDE, dispersion=None), change(44, 32)),
        (HOMICIDE, change(44, -1)),
        (HOMICIDE, PointChange(earlier=44, later=32)),
        (HOMICIDE, change(44, 32, earlier_period=Period.financial_year(2020))),
        (BURGLARY, change(14_154, 11_237, earlier_period=Period.financial_year(2020))),
        (
            BURGLARY,
            change(
                14_154,
                11_237,
                earlier_period=Period.financial_year(2022),
                later_period=Period.financial_year(2023),
            ),
        ),
        (BURGLARY, Change(earlier=14_154, later=11_237)),
        (BURGLARY, change(0, 0)),
        (BURGLARY, change(-1, 5)),
    ],
)
def test_where_the_data_cannot_say_nothing_is_claimed(
    indicator: Indicator, found: Change | PointChange
) -> None:
    assert kind(indicator, found) is EvidenceKind.NONE


def test_a_dispersion_without_its_totals_claims_nothing_of_volume_crime() -> None:
    bare = MeasuredDispersion(
        ratio=EXACT_BELOW, areas=43, earlier=EARLIER, later=LATER, source="a table"
    )
    found = evolve(BURGLARY, dispersion=bare)
    assert kind(found, change(100, 80)) is EvidenceKind.NONE
    calm = evolve(BURGLARY, dispersion=evolve(bare, ratio=EXACT_BELOW - 0.01))
    assert kind(calm, change(100, 80)) is EvidenceKind.EXACT


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
    evidence = evidence_for(HOMICIDE, kent, beside=beside)
    assert evidence.kind is EvidenceKind.DISPERSION_ADJUSTED
    assert evidence.significance == beside.significance(kent)
    assert kind(HOMICIDE, kent) is EvidenceKind.EXACT
    none = evolve(HOMICIDE, dispersion=None)
    assert evidence_for(none, kent, beside=beside).kind is evidence.kind


def test_no_evidence_is_no_test() -> None:
    assert Evidence().exact is None
