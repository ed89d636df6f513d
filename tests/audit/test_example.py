"""The founding statement's figures, held to the tables of the example."""

from pathlib import Path

import pytest

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.explanation import ExplanationKind
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.verdict import Standing
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, home_office, tidy
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
NATIONAL = framework("national-priorities-2021")
CLAIMS = claims.read(EXAMPLE / "claims.csv", framework=NATIONAL)
YEARS = [Period.financial_year(2023), Period.financial_year(2024)]


def held() -> tuple[Observation, ...]:
    return (
        *tidy.read(EXAMPLE / "figures.csv", framework=NATIONAL),
        *tidy.read(EXAMPLE / "observations.csv", framework=NATIONAL),
    )


def audited(observations: tuple[Observation, ...]) -> Audit:
    return audit_claims(
        CLAIMS, observations, framework=NATIONAL, populations=populations()
    )


@pytest.fixture(scope="module")
def found() -> Audit:
    return audited(held())


VERDICTS = {
    "homicide": "within usual revision",
    "domestic-homicide": "cannot be checked",
    "violence-with-injury": "does not reproduce",
    "serious-youth-violence": "cannot be checked",
    "knife-crime-rate": "cannot be checked",
    "knife-crime": "within usual revision",
    "gun-crime": "cannot be checked",
    "drug-offences": "does not reproduce",
    "drug-possession": "does not reproduce",
    "drug-trafficking": "does not reproduce",
    "neighbourhood-crime": "within usual revision",
    "vehicle-offences": "reproduces",
    "residential-burglary": "reproduces",
    "personal-robbery": "reproduces",
    "fraud-and-cyber-reports": "cannot be checked",
    "fraud-reports": "cannot be checked",
    "cyber-reports": "cannot be checked",
}


def test_every_claim_has_the_verdict_of_a_careful_reader(found: Audit) -> None:
    assert {each.claim.id: each.verdict.value for each in found.claims} == VERDICTS
    assert not found.passes()


def test_every_quotation_is_in_the_statement_s_words_and_short() -> None:
    assert all(0 < len(each.quotation.split()) <= 15 for each in CLAIMS.claims)


def test_neighbourhood_crime_reproduces_and_its_level_is_within_revision(
    found: Audit,
) -> None:
    level, percentage = found.of("neighbourhood-crime").reckonings
    assert level.verdict is Standing.WITHIN_REVISION
    assert level.expected == 49_027
    assert percentage.verdict is Standing.REPRODUCES


def test_homicide_is_a_small_base_rightly_without_a_percentage(found: Audit) -> None:
    homicide = found.of("homicide")
    assert homicide.keeps_small_base
    assert homicide.significance is not None
    assert round(homicide.significance.p_value, 2) == 0.14
    assert homicide.findings == ()


@pytest.mark.parametrize("drug", ["offences", "possession", "trafficking"])
def test_the_drug_figures_go_the_other_way_and_reversed_years_are_proposed(
    found: Audit, drug: str
) -> None:
    [finding] = found.of(f"drug-{drug}").findings
    assert finding.code is FindingCode.WRONG_DIRECTION
    [proposed] = finding.explanations
    assert proposed.kind is ExplanationKind.YEARS_REVERSED
    assert [round(float(fit.value), 1) for fit in proposed.fits] == [-9.3, -15.9, 16.6]
    assert [fit.printed for fit in proposed.fits] == [
        "9.5% decrease",
        "15.8% drop",
        "rose by 14.7%",
    ]
    possession, trafficking = proposed.shares
    assert (possession.indicator, trafficking.indicator) == (
        "drug-possession",
        "drug-trafficking",
    )
    shares = (possession.lowest, possession.highest, possession.earlier)
    assert [round(float(share), 1) for share in shares] == [79.0, 79.7, 73.7]
    assert round(float(possession.later), 1) == 79.6
    assert proposed.chance is not None
    assert proposed.chance < 0.001


def test_violence_s_level_is_of_another_definition_or_weakly_of_another_row(
    found: Audit,
) -> None:
    violence = found.of("violence-with-injury")
    assert [each.code for each in violence.findings] == [
        FindingCode.NOT_REPRODUCED,
        FindingCode.DEFINITION_UNSTATED,
    ]
    definition, row = violence.findings[0].explanations
    assert definition.kind is ExplanationKind.ANOTHER_DEFINITION
    assert row.kind is ExplanationKind.ANOTHER_ROW
    assert row.is_weak
    [burglary] = row.observations
    assert (burglary.indicator, burglary.count) == ("residential-burglary", 11_237)
    _, percentage = violence.reckonings
    assert percentage.verdict is Standing.WITHIN_REVISION


def test_the_knife_count_and_rate_are_of_unlike_periods(found: Audit) -> None:
    [finding] = found.of_group("knife-crime").findings
    assert finding.code is FindingCode.UNLIKE_PERIODS
    assert list(map(str, finding.periods)) == ["year ending September 2024", "2024"]
    assert str(found.of("knife-crime").feasible_earlier) == "5,264 to 5,270"


def test_fraud_shares_add_up_and_imply_the_earlier_total(found: Audit) -> None:
    assert found.of_group("fraud-and-cyber-reports").verdict is Standing.REPRODUCES
    total = found.of("fraud-and-cyber-reports")
    assert str(total.feasible_earlier) == "15,867 to 15,882"


def test_victim_satisfaction_is_incomplete_and_lesser_gaps_are_named(
    found: Audit,
) -> None:
    whole = [each for each in found.unclaimed if each.indicator is None]
    assert [each.priority.id for each in whole] == ["victim-satisfaction"]
    assert {each.verdict for each in whole} == {Standing.PRESENTATION_POINT}
    lesser = {each.indicator.id for each in found.unclaimed if each.indicator}
    assert "theft-from-the-person" in lesser


def test_without_data_nothing_of_it_is_at_fault() -> None:
    found = audited(())
    assert found.passes()
    assert {each.verdict for each in found.claims} == {Standing.CANNOT_BE_CHECKED}


@pytest.mark.shared_data
def test_the_whole_table_of_the_force_gives_the_same_verdicts(
    shared_data: Path,
) -> None:
    reading = home_office.read(
        shared_data / "police_recorded_crime_west_midlands.csv", periods=YEARS
    )
    others = [row for row in held() if row.source.startswith("Office for National")]
    found = audited((*reading.observations, *others))
    assert {each.claim.id: each.verdict.value for each in found.claims} == VERDICTS


@pytest.mark.shared_data
def test_the_other_rows_of_the_example_are_those_of_the_home_office_s_table(
    shared_data: Path,
) -> None:
    rows = tidy.read(EXAMPLE / "observations.csv", framework=NATIONAL)
    reading = home_office.read(
        shared_data / "police_recorded_crime_west_midlands.csv",
        periods=YEARS,
        as_at=rows[0].as_at,
        source=rows[0].source,
    )
    subgroups = tuple(
        row
        for row in reading.observations
        if row.indicator.startswith("home-office/") and row.count
    )
    assert subgroups == rows
