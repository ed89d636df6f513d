"""A finished statement as blocks, in the order of its page."""

from collections.abc import Iterator, Mapping, Sequence

from policing_indicators.publication.block import (
    Block,
    Contents,
    Figures,
    Heading,
    Illustration,
    Item,
    Manner,
    Paragraph,
    named,
    plain,
)
from policing_indicators.publication.citation import Citation
from policing_indicators.publication.narrative_blocks import narrative_blocks
from policing_indicators.publication.section import Passage, Section
from policing_indicators.publication.statement import Statement

Illustrations = Mapping[int, Sequence[Illustration]]
"""Finished pictures, by the number of the priority under which they stand."""


def statement_blocks(
    statement: Statement, *, pictures: Illustrations | None = None
) -> Iterator[Block]:
    """Give a statement as blocks: what its page of HTML says, in the same order.

    A table that stands under a priority has a caption where that page has a heading.

    Args:
        statement: The finished statement.
        pictures: Finished pictures, by the number of the priority they belong to. They
            stand after its sentences and before its tables.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> first, *_ = statement_blocks(Statement.of(Draft.read(example()), populations()))
    >>> print(first.runs[0].text)
    National Policing Priorities Statement
    """
    drawn = pictures or {}
    yield from _head(statement)
    for number, section in enumerate(statement.sections, start=1):
        yield _heading(2, f"{number}. {section.heading}")
        yield from _priority(statement, section)
        yield from drawn.get(number, ())
        yield from _tables(statement, section)
    yield from _after(statement)
    yield from _sources(statement)
    yield from _making(statement)


def _head(statement: Statement) -> Iterator[Block]:
    words = statement.labels
    yield _heading(1, statement.title)
    edition = plain(f"{statement.area}, {statement.edition}")
    yield Paragraph(runs=edition, manner=Manner.EDITION)
    yield Paragraph(runs=plain(words.published))
    yield Paragraph(runs=plain(words.period))
    yield Contents(heading=words.contents)
    yield from narrative_blocks(statement.about, under=1)
    yield from _headlines(statement)


def _headlines(statement: Statement) -> Iterator[Block]:
    """Give the first sentence of each priority that has one."""
    firsts = [each.passages[0] for each in statement.sections if each.passages]
    if firsts:
        yield _heading(2, statement.labels.headlines)
    for first in firsts:
        said = "".join(first.paragraphs[:1])
        yield Item(runs=named(f"{first.heading}.", said))


def _priority(statement: Statement, section: Section) -> Iterator[Block]:
    words = statement.labels
    if not section.applies:
        yield Paragraph(runs=plain(words.does_not_apply))
    yield from narrative_blocks(section.reason, under=2)
    yield from narrative_blocks(section.narrative, under=2)
    for passage in section.passages:
        yield _heading(3, passage.heading)
        for paragraph in passage.paragraphs:
            yield Paragraph(runs=plain(paragraph))
    if section.targets:
        yield _heading(3, words.targets)
        for passage in section.targets:
            for paragraph in passage.paragraphs:
                yield Item(runs=named(f"{passage.heading}.", paragraph))


def _tables(statement: Statement, section: Section) -> Iterator[Block]:
    for table in section.tables:
        caption = f"{section.heading}: {table.caption}"
        yield Figures(table=table, caption=caption)
    if section.without:
        yield _heading(3, statement.labels.without)
        yield from _told(section.without)


def _after(statement: Statement) -> Iterator[Block]:
    words = statement.labels
    for table in statement.targets:
        yield _heading(2, table.caption)
        yield Figures(table=table)
    for table in statement.restated:
        yield _heading(2, words.restated)
        yield Figures(table=table, caption=table.caption)
    if statement.definitions:
        yield _heading(2, words.definitions)
        yield from _told(statement.definitions)
    yield _heading(2, words.notes)
    yield Paragraph(runs=plain(words.symbols))
    for note in statement.notes:
        yield Item(runs=plain(note))


def _sources(statement: Statement) -> Iterator[Block]:
    words = statement.labels
    yield _heading(2, words.sources)
    for citation in statement.citations:
        yield Item(runs=plain(_cited(statement, citation)))
    if not statement.citations:
        yield Paragraph(runs=plain(words.no_source))


def _cited(statement: Statement, citation: Citation) -> str:
    words = statement.labels
    source = citation.source or words.no_source_named
    vintage = f" ({words.as_at} {citation.as_at})" if citation.as_at else ""
    return f"{source}{vintage}: {', '.join(citation.indicators)}."


def _making(statement: Statement) -> Iterator[Block]:
    words, making = statement.labels, statement.making
    files = "; ".join(map(str, making.files)) or words.no_files
    yield _heading(2, words.making)
    yield Item(runs=plain(f"{words.files}: {files}."))
    settings = "; ".join(map(str, making.settings))
    yield Item(runs=plain(f"{words.settings}: {settings}."))
    versions = ", ".join(map(str, making.versions))
    yield Item(runs=plain(f"{words.versions}: {versions}."))


def _told(passages: Sequence[Passage]) -> Iterator[Block]:
    for passage in passages:
        told = " ".join(passage.paragraphs)
        yield Item(runs=named(f"{passage.heading}.", told))


def _heading(level: int, text: str) -> Heading:
    return Heading(level=level, runs=plain(text))
