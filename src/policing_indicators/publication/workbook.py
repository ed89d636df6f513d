"""A finished statement as a workbook: its tables, sentences, notes and open data."""

from collections.abc import Iterable, Iterator
from itertools import chain

from policing_indicators.publication.plain_words import paragraphs
from policing_indicators.publication.section import Passage, Section
from policing_indicators.publication.sheet_labels import SheetLabels
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.table import Table
from policing_indicators.publication.workbook_cells import SYMBOL, TableColumns
from policing_indicators.tables import open_data
from policing_indicators.tables.book import (
    Book,
    BookTable,
    Cell,
    LinkCell,
    Sheet,
)
from policing_indicators.tables.book_writing import BookFormat, book_bytes


def statement_workbook(statement: Statement, form: BookFormat) -> bytes:
    """Write a statement as a workbook that anyone can read, with or without sight.

    It follows the guidance of the Government Analysis Function, "Releasing statistics
    in spreadsheets". It holds what the page holds, and the open data. Equal statements
    give the same bytes.

    Args:
        statement: The finished statement.
        form: The format.

    Raises:
        MissingLibraryError: What writes the format is not installed.
        InvalidContentError: A text is longer than a cell can hold, or has characters
            that none can.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> statement = Statement.of(Draft.read(example()), populations())
    >>> statement_workbook(statement, BookFormat.XLSX)[:2]
    b'PK'
    """
    return book_bytes(statement_book(statement), form)


def statement_book(statement: Statement) -> Book:
    """Lay a statement out in sheets.

    Args:
        statement: The finished statement.
    """
    labels = statement.labels.sheets
    sheets = tuple(_sheets(statement, labels))
    listed = (
        (LinkCell(text=each.name, sheet=each.name), each.title) for each in sheets
    )
    contents = _sheet(
        labels,
        labels.contents,
        statement.labels.contents,
        BookTable(
            name="list_of_sheets",
            headings=(labels.worksheet, labels.title),
            rows=tuple(listed),
        ),
    )
    return Book(
        title=f"{statement.title}: {statement.area}, {statement.edition}",
        author=statement.publisher,
        language=statement.language,
        sheets=(_cover(statement, labels), contents, *sheets),
    )


def _cover(statement: Statement, labels: SheetLabels) -> Sheet:
    said = statement.labels
    return Sheet(
        name=labels.cover,
        title=statement.title,
        lines=(
            f"{statement.area}, {statement.edition}",
            said.published,
            said.period,
            *paragraphs(statement.about),
            said.symbols,
        ),
    )


def _sheets(statement: Statement, labels: SheetLabels) -> Iterator[Sheet]:
    said = statement.labels
    yield _of_rows(
        labels,
        (labels.notes, said.notes, "list_of_notes"),
        (labels.note, labels.said),
        (
            (f"{labels.note} {number}", note)
            for number, note in enumerate(statement.notes, start=1)
        ),
    )
    yield _of_rows(
        labels,
        (labels.text, labels.text_title, "list_of_sentences"),
        (labels.priority, labels.subject, labels.said),
        chain.from_iterable(
            _sentences(f"{number}. {section.heading}", section, statement)
            for number, section in enumerate(statement.sections, start=1)
        ),
    )
    yield from _tables(statement, labels)
    if statement.definitions:
        yield _of_rows(
            labels,
            (labels.definitions, said.definitions, "list_of_definitions"),
            (labels.indicator, labels.said),
            _paragraphs(statement.definitions),
        )
    yield _sources(statement, labels)
    yield _making(statement, labels)
    yield _open_data(statement, labels)


def _sentences(
    heading: str, section: Section, statement: Statement
) -> Iterator[tuple[Cell, ...]]:
    labels = statement.labels.sheets
    reason = paragraphs(section.reason)
    if not section.applies:
        reason = statement.labels.does_not_apply, *reason
    for each in reason:
        yield heading, labels.whole_priority, each
    for each in paragraphs(section.narrative):
        yield heading, labels.own_words, each
    for passages in (section.passages, section.targets, section.without):
        for subject, said in _paragraphs(passages):
            yield heading, subject, said


def _paragraphs(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    for passage in passages:
        for paragraph in passage.paragraphs:
            yield passage.heading, paragraph


def _tables(statement: Statement, labels: SheetLabels) -> Iterator[Sheet]:
    named: list[tuple[str, Table]] = [
        (f"{section.heading}: {table.caption}", table)
        for section in statement.sections
        for table in section.tables
    ]
    named += [
        (each.caption, each) for each in (*statement.targets, *statement.restated)
    ]
    columns = TableColumns(statement.figures, labels)
    for number, (title, table) in enumerate(named, start=1):
        name = f"{labels.table} {number}"
        found = tuple(columns.of(table))
        yield _sheet(
            labels,
            name,
            f"{name}: {title}",
            BookTable(
                name=f"table_{number}",
                headings=tuple(each.heading for each in found),
                rows=tuple(zip(*(each.cells for each in found), strict=True)),
            ),
            *_explained(statement, table),
        )


def _explained(statement: Statement, table: Table) -> Iterator[str]:
    """Say what the symbols of a table mean, where it has some."""
    cells = [cell for row in table.rows for cell in row if SYMBOL.search(cell)]
    if cells:
        yield statement.labels.symbols
    if not all(map(SYMBOL.fullmatch, cells)):
        yield statement.labels.sheets.as_printed


def _sources(statement: Statement, labels: SheetLabels) -> Sheet:
    said = statement.labels
    rows = [
        (
            each.source or said.no_source_named,
            each.as_at or labels.not_stated,
            ", ".join(each.indicators),
        )
        for each in statement.citations
    ]
    return _of_rows(
        labels,
        (labels.sources, said.sources, "list_of_sources"),
        (labels.source, labels.as_at, labels.indicator),
        rows or [(said.no_source, labels.not_stated, labels.not_stated)],
    )


def _making(statement: Statement, labels: SheetLabels) -> Sheet:
    said, making = statement.labels, statement.making
    parts: tuple[tuple[str, tuple[object, ...]], ...] = (
        (said.files, making.files or (said.no_files,)),
        (said.settings, making.settings),
        (said.versions, making.versions),
    )
    return _of_rows(
        labels,
        (labels.making, said.making, "record_of_making"),
        (labels.item, labels.said),
        ((name, str(each)) for name, items in parts for each in items),
    )


def _open_data(statement: Statement, labels: SheetLabels) -> Sheet:
    rows = tuple(map(open_data.values, statement.figures))
    table = BookTable(name="open_data", headings=open_data.COLUMNS, rows=rows)
    return _sheet(labels, labels.data, labels.data_title, table, labels.blank)


def _of_rows(
    labels: SheetLabels,
    named: tuple[str, str, str],
    headings: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
) -> Sheet:
    name, title, table = named
    return _sheet(
        labels, name, title, BookTable(name=table, headings=headings, rows=tuple(rows))
    )


def _sheet(
    labels: SheetLabels, name: str, title: str, table: BookTable, *lines: str
) -> Sheet:
    return Sheet(name=name, title=title, lines=(labels.one_table, *lines), table=table)
