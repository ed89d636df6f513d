"""A statement, its facts and an audit show themselves in a notebook."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.notebook import html_of, markdown_of, tables_of
from tests.publication.generated import statements

from policing_indicators.assessment.assessment import Assessment
from policing_indicators.assessment.shown_facts import (
    shown_chance,
    shown_change,
    shown_figure,
    shown_verdicts,
)
from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.significance import Significance
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
MINUS = "\N{MINUS SIGN}"
YEAR = Period.financial_year(2024)


@pytest.fixture(scope="module")
def draft() -> Draft:
    return Draft.read(EXAMPLE)


@pytest.fixture(scope="module")
def audit(draft: Draft) -> Audit:
    return audit_claims(
        claims.read(EXAMPLE / "claims.csv", framework=draft.framework),
        draft.observations,
        framework=draft.framework,
        populations=populations(),
    )


def markdown(value: object) -> str:
    """Give what a notebook shows, its minus signs as they are typed."""
    return markdown_of(value).replace(MINUS, "-")


def test_the_facts_of_every_indicator_are_a_row(draft: Draft) -> None:
    shown = markdown(draft.assess(populations()))
    assert "| Homicide | 2024/25 | - | 32 | -12 | \\[u\\] | 0.21 | 1.05 per" in shown
    assert "| Personal robbery | 2024/25 | ● met | 5,803 | -1,623 | -21.9% | -" in shown
    assert "| Vehicle offences | 2024/25 | ✕ not met | " in shown
    assert "| Knife crime | 2024 | ◐ on course | " in shown
    assert "| Victim satisfaction | 2024/25 | ○ cannot say | not available |" in shown
    assert "Facts for the analyst." in shown


@settings(max_examples=15)
@given(statements())
def test_a_statement_shows_the_cells_that_it_prints_and_no_other(
    statement: Statement,
) -> None:
    printed = [
        table for section in statement.sections for table in section.tables
    ] + list(statement.targets)
    shown = tables_of(statement)
    assert len(shown) == len(printed)
    for ours, table in zip(shown, printed, strict=True):
        assert ours.headings == tuple(each.heading for each in table.columns)
        for cells, row in zip(ours.rows, table.rows, strict=True):
            assert cells[:-1] == row[:-1]
            assert cells[-1].endswith(row[-1])


def test_a_target_has_a_shape_before_its_verdict(draft: Draft) -> None:
    shown = markdown(Statement.of(draft, populations()))
    for word in ("● met |", "✕ not met |", "● on course |", "○ cannot be said |"):
        assert word in shown


def test_the_numbers_of_a_table_are_set_to_the_right(draft: Draft) -> None:
    statement = Statement.of(draft, populations())
    first, *_ = tables_of(statement)
    [table, *_] = statement.sections[0].tables
    flags = [column.is_number for column in table.columns]
    assert first.numbers == flags.count(True)
    assert flags[len(flags) - first.numbers :] == [True] * first.numbers


def test_an_audit_shows_each_verdict_in_shape_and_word(audit: Audit) -> None:
    shown = markdown(audit)
    assert "| homicide | 2024/25 | 31; a reduction of 14 | ◐ within usual" in shown
    assert "✕ does not reproduce | wrong\\_direction |" in shown
    page = markdown(AuditPage.of(audit, areas()))
    assert "| Homicide, 2024/25 | 31; a reduction of 14 | 32; -12 | ◐ within" in page
    assert "Of 17 claims, " in page


def test_of_a_claim_without_a_figure_or_a_period_nothing_is_made_up(
    audit: Audit,
) -> None:
    [first, *_] = audit.claims
    bare = evolve(first, claim=evolve(first.claim, period=None), reckonings=())
    shown = markdown(evolve(audit, claims=(bare,)))
    assert "| homicide | - | - | " in shown


@pytest.mark.parametrize(
    ("change", "number", "percent"),
    [
        (None, "-", "-"),
        (Change(earlier=44, later=32), f"{MINUS}12", "[u]"),
        (Change(earlier=0, later=320), "+320", "[u]"),
        (Change(earlier=200, later=230), "+30", "+15.0%"),
        (PointChange(earlier=40.0, later=42.5), "+2.5 points", "-"),
        (PointChange(earlier=Proportion(0, 0), later=Proportion(1, 2)), "-", "-"),
    ],
)
def test_a_change_has_no_percentage_where_a_count_is_small(
    change: Change | PointChange | None, number: str, percent: str
) -> None:
    assert shown_change(change) == (number, percent)


def test_a_figure_is_shown_as_what_it_is() -> None:
    value = Observation("x", "kent", YEAR, value=62.1)
    count = Observation("x", "kent", YEAR, count=1_000, denominator=8_000)
    assert shown_figure(value, 62.1, None) == "62.1"
    assert shown_figure(value, None, None) == "-"
    assert shown_figure(count, None, None) == "1,000"
    assert shown_figure(count, None, Proportion(1, 8)) == "12.5%"


def test_where_nothing_is_known_a_dash_stands() -> None:
    assert shown_verdicts(()) == "-"
    assert shown_chance(None) == "-"


@pytest.mark.parametrize(
    ("p", "written"), [(0.207, "0.21"), (0.0213, "0.021"), (1e-5, "< 0.001")]
)
def test_chance_is_written_as_far_as_it_matters(
    draft: Draft, p: float, written: str
) -> None:
    homicide = draft.assess(populations()).of("homicide")
    found = homicide.evidence.exact
    assert isinstance(found, Significance)
    assert shown_chance(evolve(found, p_value=p)) == written


def test_an_assessment_is_shown_whole(draft: Draft) -> None:
    facts = draft.assess(populations())
    assert isinstance(facts, Assessment)
    html = html_of(facts)
    assert html.count("<tr>") == len(facts.indicators) + 1
