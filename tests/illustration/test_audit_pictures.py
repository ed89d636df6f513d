"""The pictures of an audit stand with the claims that could be checked."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.publication.page_faults import faults

from policing_indicators.audit.auditing import audit_claims
from policing_indicators.audit.verdict import Standing
from policing_indicators.illustration.audit_pictures import audit_figures
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.audit_rendering import audit_html
from policing_indicators.publication.page_figure import PageFigures
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, tidy

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
NATIONAL = framework("national-priorities-2021")
FOUND = audit_claims(
    claims.read(EXAMPLE / "claims.csv", framework=NATIONAL),
    [
        row
        for name in ("figures.csv", "observations.csv")
        for row in tidy.read(EXAMPLE / name, framework=NATIONAL)
    ],
    framework=NATIONAL,
    populations=populations(),
)


@pytest.fixture(scope="module")
def figures() -> PageFigures:
    return audit_figures(FOUND)


def test_a_claim_has_a_picture_where_a_figure_of_it_could_be_checked(
    figures: PageFigures,
) -> None:
    checked = [
        each.claim.id
        for each in FOUND.claims
        if {*map(each.verdict_of, each.reckonings)} - {Standing.CANNOT_BE_CHECKED}
    ]
    assert list(figures.of) == checked
    assert len(checked) > 5


def test_the_page_has_each_with_its_claim_and_no_fault(figures: PageFigures) -> None:
    page = audit_html(AuditPage.of(FOUND, areas()), figures=figures)
    assert faults(page) == []
    assert page.count("<svg") == len(figures.every)
    titles = [each.title for each in figures.every]
    assert len(set(titles)) == len(titles)
    _, homicide = page.split("<h3>Homicide, 2024/25: within usual revision</h3>")
    assert homicide.index("<svg") < homicide.index("<h3>")


def test_a_fault_of_which_the_tables_say_nothing_is_not_drawn() -> None:
    found = FOUND.of("violence-with-injury")
    untold = tuple(evolve(each, expected=None) for each in found.reckonings)
    bare = evolve(found, reckonings=untold, feasible_earlier=None)
    assert bare.verdict is Standing.DOES_NOT_REPRODUCE
    assert audit_figures(evolve(FOUND, claims=(bare,))).every == ()
