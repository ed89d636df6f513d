"""Finished pictures, as a page takes them."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.publication.page_faults import faults

from policing_indicators.errors import DuplicateError, InvalidValueError
from policing_indicators.publication.audit_page import AuditPage, AuditPassage
from policing_indicators.publication.audit_rendering import audit_html
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.page_figure import PageFigure, PageFigures
from policing_indicators.publication.rendering import html
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations

EXAMPLE = Path(str(example()))

FIGURE = PageFigure(
    id="figure-1",
    title="Homicide <fell> & rose",
    subtitle="Number recorded",
    notes=["Read it so."],
    footer="Source: a table.",
    svg='<svg role="img" viewBox="0 0 1 1"></svg>',
    columns=["Period", "Figure"],
    rows=[["2023/24", "44"], ["2024/25", "32 & more"]],
)
BARE = PageFigure(id="figure-2", title="Alone", svg="<svg></svg>", columns=(), rows=())


@pytest.fixture(scope="module")
def statement() -> Statement:
    return Statement.of(Draft.read(EXAMPLE), populations())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "1"),
        ("id", "figure-"),
        ("id", "figure-A"),
        ("id", 'figure-1" onload="x'),
        ("id", None),
        ("title", ""),
        ("title", "two\nlines"),
        ("svg", b"<svg/>"),
        ("notes", "a lone text"),
        ("rows", ["a lone row"]),
    ],
)
def test_what_is_no_figure_is_refused(field: str, value: object) -> None:
    wrong: dict[str, Any] = {field: value}
    with pytest.raises(InvalidValueError):
        evolve(FIGURE, **wrong)


def test_a_figure_says_which_it_is_and_not_all_that_it_holds() -> None:
    assert repr(BARE) == "<PageFigure figure-2: Alone>"


def test_two_figures_of_one_id_are_refused() -> None:
    with pytest.raises(DuplicateError, match="the id figure-1"):
        PageFigures(head=[FIGURE], of={"homicide": [FIGURE]})


def test_a_figure_stands_with_its_words_and_its_table(statement: Statement) -> None:
    figures = PageFigures(head=[BARE], of={"homicide": [FIGURE]})
    page = html(statement, figures=figures)
    assert faults(page) == []
    before, after = page.split('<figure class="picture" id="figure-1">')
    own, _ = after.split("</figure>", 1)
    assert before.rindex("<h3>Homicide</h3>") > before.rindex("<h2 ")
    assert FIGURE.svg in own
    for told in ("Homicide &lt;fell&gt; &amp; rose", "Read it so.", "Source: a table."):
        assert told in own
    assert '<th scope="row">2024/25</th><td>32 &amp; more</td>' in own
    assert page.count("<details>") == 1


def test_a_figure_of_what_is_spoken_of_twice_stands_there_once(
    statement: Statement,
) -> None:
    twice = evolve(statement, sections=(*statement.sections, statement.sections[0]))
    page = html(twice, figures=PageFigures(of={"homicide": [FIGURE]}))
    assert page.count("<h3>Homicide</h3>") == 2
    assert page.count(FIGURE.svg) == 1
    assert faults(page) == []


def test_a_page_leads_to_its_data_where_they_stand_beside_it(
    statement: Statement,
) -> None:
    page = html(statement, data="our data & more.csv")
    assert '<a href="our%20data%20%26%20more.csv">' in page
    assert '<a href="our%20data%20%26%20more.csv-metadata.json">' in page
    assert '<a href="#data">Open data</a>' in page
    assert 'href="#data"' not in html(statement)


def test_an_audit_has_its_figures_by_the_claims() -> None:
    passage = AuditPassage(
        claim="one",
        heading="Homicide",
        verdict="fits",
        quotation="",
        sentences=("So.",),
    )
    page = AuditPage(title="A report", passages=(passage,), tables=("One.",))
    drawn = audit_html(page, figures=PageFigures(of={"one": [FIGURE]}), data="a.csv")
    assert FIGURE.svg in drawn
    assert 'href="a.csv"' in drawn
    assert "<svg" not in audit_html(page)
