"""A finished audit as blocks, in the order of its page."""

from collections.abc import Iterable, Iterator

from policing_indicators.publication.audit_page import AuditPage, AuditPassage
from policing_indicators.publication.block import (
    Block,
    Figures,
    Heading,
    Item,
    Manner,
    Paragraph,
    Run,
    named,
    plain,
)
from policing_indicators.publication.table import Column, Table

_CAPTION = "Every claim, with its verdict"
_HEADINGS = ("Claim", "Printed", "In the tables at hand", "Verdict", "Found")


def audit_blocks(page: AuditPage) -> Iterator[Block]:
    """Give an audit as blocks: what its page of HTML says, in the same order.

    >>> first, *_ = audit_blocks(AuditPage(title="A report"))
    >>> print(first.runs[0].text)
    A report: a second reading
    """
    yield _heading(1, f"{page.title}: a second reading")
    for text in filter(None, (page.document, page.summary)):
        yield Paragraph(runs=plain(text))
    yield _heading(2, _CAPTION)
    yield Figures(table=_table(page))
    yield _heading(2, "What was found")
    for passage in page.passages:
        yield from _passage(passage)
    groups = (named(f"{word.capitalize()}.", said) for word, said in page.groups)
    yield from _section("Whether figures fit together", groups)
    yield from _section("Without a printed figure", map(plain, page.without))
    yield _heading(2, "How this was read")
    for note in page.notes:
        yield Item(runs=plain(note))
    yield from _section("Tables at hand", map(plain, page.tables))


def _table(page: AuditPage) -> Table:
    return Table(
        caption=_CAPTION,
        columns=tuple(Column(heading=each) for each in _HEADINGS),
        rows=tuple(
            (row.claim, row.printed, row.given, row.verdict, row.codes)
            for row in page.rows
        ),
    )


def _passage(passage: AuditPassage) -> Iterator[Block]:
    yield _heading(3, f"{passage.heading}: {passage.verdict}")
    if passage.quotation:
        yield Paragraph(runs=plain(passage.quotation), manner=Manner.QUOTATION)
    for sentence in passage.sentences:
        yield Item(runs=plain(sentence))


def _section(heading: str, said: Iterable[tuple[Run, ...]]) -> Iterator[Block]:
    items = [Item(runs=runs) for runs in said]
    if items:
        yield _heading(2, heading)
        yield from items


def _heading(level: int, text: str) -> Heading:
    return Heading(level=level, runs=plain(text))
