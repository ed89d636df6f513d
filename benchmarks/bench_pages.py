"""Pages of HTML with pictures: how long they take, and weigh, beside those without."""

from pathlib import Path

import pytest
from attrs import evolve

from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from policing_indicators.illustration.illustrated import Illustrated
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.rendering import html
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations

SIX = 6
HEAVIEST = 300_000
"""How many bytes a page with its pictures may have."""


@pytest.fixture(scope="module")
def draft() -> Draft:
    """Give the example, read once."""
    return Draft.read(Path(str(example())))


@pytest.fixture(scope="module")
def of_six(draft: Draft) -> Draft:
    """Give its first two priorities, which have six pictures with those at the head."""
    return evolve(draft, chapters=draft.chapters[:2])


def plain(draft: Draft) -> str:
    return html(Statement.of(draft, populations()))


def pictured(draft: Draft) -> str:
    made = Illustrated.of(draft, populations())
    return html(made.statement, figures=made.figures)


def bench_page_of_six_pictures(compare: Compare, of_six: Draft) -> None:
    assert pictured(of_six).count("<svg ") == SIX
    compare(
        "a statement's page with six pictures",
        lambda: pictured(of_six),
        [Peer("the same page without", lambda: plain(of_six))],
    )


def bench_page_of_the_example(compare: Compare, draft: Draft) -> None:
    page = pictured(draft)
    pictures = page.count("<svg ")
    compare(
        f"the example's page with its {pictures} pictures",
        lambda: pictured(draft),
        [Peer("the same page without", lambda: plain(draft))],
        rounds=3,
    )
    name = f"the example's page with its {pictures} pictures"
    compare.weight(name, page, beside=plain(draft), most=HEAVIEST)
