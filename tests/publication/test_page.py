"""The page is valid, accessible, and needs nothing but itself."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.publication.generated import statements
from tests.publication.page_faults import faults

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.rendering import html
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations

INK, PAPER = "#1a1a1a", "#ffffff"
_WEIGHTS = 0.2126, 0.7152, 0.0722
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""


@pytest.fixture(scope="module")
def page() -> str:
    draft = Draft.read(Path(str(example())))
    return html(Statement.of(draft, populations()))


def test_the_page_of_the_example_has_no_fault(page: str) -> None:
    assert faults(page) == []


@settings(max_examples=25)
@given(statements())
def test_no_page_has_a_fault_whatever_is_in_the_statement(statement: Statement) -> None:
    assert faults(html(statement)) == []


@pytest.mark.parametrize(
    ("whole", "broken", "fault"),
    [
        ("</main>", "</section>", "not valid"),
        ("<th scope", "<th scope=a scope", "not valid"),
        (' lang="en-GB"', "", "no language"),
        ("<title>.*</title>", "<title></title>", "no title"),
        ("<h2 id", "<h1>Another</h1><h2 id", "not one heading of the first"),
        ("<h3>", "<h5>Lower</h5><h3>", "a heading of level 5 under one of 2"),
        ("<h3>", "<h3></h3><h3>", "an empty heading"),
        ('<p class="edition">', '<p id="notes">', "the id notes twice"),
        ('href="#sources"', 'href="#source"', "nothing has the id source"),
        ('aria-labelledby="priority-1', 'aria-labelledby="x', "nothing has the id x"),
        ('href="#sources"', 'href="javascript:x"', "a link to javascript:x"),
        (">Sources</a>", "></a>", "a link without text"),
        ("<header>(?s:.*)</header>", "", "not a header, a nav, a main and a footer"),
        ("<header>", "<p>Before</p><header>", "not a header, a nav, a main and a foot"),
        ('class="skip" href="#st', 'class="skip" href="#so', "no link that skips"),
        ('<nav aria-labelledby="contents">', "<nav>", "a nav without a label"),
        (' tabindex="0"', "", "a table that scrolls in no labelled region"),
        ("<caption>.*</caption>", "", "a table without a caption"),
        ("<caption>.*</caption>", "<caption></caption>", "a table without a caption"),
        (' scope="row"', "", "a header of a table without a scope"),
        (r"<td class=.number.>32</td>", "", "a table whose rows are not of one length"),
        (
            '<th scope="row">(.*)</th>',
            r"<td>\1</td>",
            "a row of a table without a head",
        ),
        ("<ul>", "<ul><p>No item</p>", "a list of anything but items"),
        ("</main>", "<script></script></main>", "a page that loads: script"),
        (
            "</main>",
            '<img alt="" src="https://example.org/x.png"></main>',
            "loads: img",
        ),
        ("<h3>", '<h3 onclick="x">', "an attribute onclick"),
        ("<h3>", '<h3 style="color: red">', "an attribute style"),
        ("html {", '@import "x"; html {', "a style that loads"),
    ],
)
def test_a_page_that_is_broken_does_not_pass(
    page: str, whole: str, broken: str, fault: str
) -> None:
    other = re.sub(whole, broken, page, count=1)
    assert other != page
    assert any(fault in found for found in faults(other))


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return sum(share * part for share, part in zip(_WEIGHTS, linear, strict=True))


def contrast(colour: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (colour, other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast(PAPER, PAPER) == 1
    assert contrast("#000000", PAPER) == pytest.approx(21)


def test_every_colour_of_text_stands_out_from_every_ground(page: str) -> None:
    texts = re.findall(r"[{;]\s*color: (#\w{6})", page)
    grounds = re.findall(r"background: (#\w{6})", page)
    assert INK in texts
    assert PAPER in grounds
    for text in texts:
        for ground in grounds:
            assert contrast(text, ground) >= LEAST_CONTRAST


def test_the_page_forbids_itself_to_load_anything(page: str) -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'http-equiv="Content-Security-Policy" content="{policy}"' in page
