"""A workbook written as ODS, the OpenDocument format, by odfdo.

It is odfdo because that is kept up and knows the present edition of OpenDocument. It
packs the document; the sheets and styles are ours, since those of its template are for
another language and change from release to release.
"""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

from odfdo import Document, Element

from policing_indicators.tables.book import (
    Book,
    BookTable,
    NumberCell,
    Sheet,
    letters,
)
from policing_indicators.tables.book_archive import settled
from policing_indicators.tables.book_layout import heights, set_right, widths
from policing_indicators.tables.book_ods_cell import Kind, cell_xml, text_cell_xml
from policing_indicators.tables.book_ods_styles import (
    column_style,
    document_properties,
    document_settings,
    document_styles,
    number_style,
    row_style,
    row_style_name,
)

_ELEMENT: Any = Element
"""What its library says of it is not all known to type checkers."""
_OURS = frozenset(
    (
        "mimetype",
        "manifest.rdf",
        "settings.xml",
        "meta.xml",
        "styles.xml",
        "content.xml",
        "META-INF/manifest.xml",
    )
)
"""What a document needs; the template's pictures and tool bars are left out."""
_ROOM = 1_000
"""Blank rows beneath a table that is to be filled in, with the choices of its cells."""


def content(book: Book) -> bytes:
    """Give the bytes of a workbook, the same for equal books.

    Args:
        book: The workbook.
    """
    document = Document("spreadsheet")
    for part in set(document.parts) - _OURS:
        document.del_part(part)
    for path in set(document.manifest.get_paths()) - _OURS - {"/"}:
        document.manifest.del_full_path(path)
    document.set_part("styles.xml", document_styles(book.language).encode())
    document.set_part("meta.xml", document_properties(book).encode())
    document.set_part("settings.xml", document_settings().encode())
    automatic: Any = document.content.get_element("//office:automatic-styles")
    body = document.body
    body.clear()
    for style in _automatic(book):
        automatic.append(_ELEMENT.from_tag(style))
    for part in _parts(book):
        body.append(_ELEMENT.from_tag(part))
    packed = BytesIO()
    document.save(packed)
    return settled(packed.getvalue())


def _automatic(book: Book) -> Iterator[str]:
    """Give the styles of columns, rows and numbers that are used."""
    wide = {width for sheet in book.sheets for width in widths(sheet)}
    yield from map(column_style, sorted(wide))
    tall = {lines for sheet in book.sheets for _, lines in heights(sheet)}
    yield from map(row_style, sorted(tall))
    shown = {
        (cell.decimals, cell.is_signed)
        for sheet in book.sheets
        if sheet.table
        for row in sheet.table.rows
        for cell in row
        if isinstance(cell, NumberCell)
    }
    for decimals, is_signed in sorted(shown):
        yield from number_style(decimals, is_signed=is_signed)


def _parts(book: Book) -> Iterator[str]:
    tables = [(sheet, sheet.table) for sheet in book.sheets if sheet.table]
    lists = "".join(
        _validation(book, sheet, table, heading)
        for sheet, table in tables
        for heading in table.choices
    )
    if lists:
        yield f"<table:content-validations>{lists}</table:content-validations>"
    yield from map(_sheet, book.sheets)
    if tables:
        ranges = "".join(_range(sheet, table) for sheet, table in tables)
        yield f"<table:database-ranges>{ranges}</table:database-ranges>"


def _sheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="width{width}" '
        'table:default-cell-style-name="Body"/>'
        for width in widths(sheet)
    )
    tall = dict(heights(sheet))
    title = _row(text_cell_xml(sheet.title, Kind.TITLE))
    lines = "".join(
        _row(text_cell_xml(line, Kind.TEXT), tall.get(number, 1))
        for number, line in enumerate(sheet.lines, start=2)
    )
    table = "".join(_table(sheet, sheet.table, tall)) if sheet.table else ""
    return (
        f'<table:table table:name="{escape(sheet.name)}">'
        f"{columns}{title}{lines}{table}</table:table>"
    )


def _table(sheet: Sheet, table: BookTable, tall: dict[int, int]) -> Iterator[str]:
    right = set_right(table)
    head = "".join(
        text_cell_xml(heading, Kind.NUMBER_HEADING if each else Kind.HEADING)
        for heading, each in zip(table.headings, right, strict=True)
    )
    headings = _row(head, tall.get(sheet.first_row, 1))
    yield f"<table:table-header-rows>{headings}</table:table-header-rows>"
    kinds = tuple(Kind.NUMBER if each else Kind.TEXT for each in right)
    lists = [
        f"{table.name}_{table.headings.index(heading)}" for heading in table.choices
    ]
    named = dict(zip(table.choices, lists, strict=True))
    choices = tuple(named.get(heading, "") for heading in table.headings)
    for number, row in enumerate(table.rows, start=sheet.first_row + 1):
        yield _row("".join(map(cell_xml, row, kinds, choices)), tall.get(number, 1))
    if table.choices:
        blank = "".join(map(cell_xml, [""] * len(kinds), kinds, choices))
        yield _row(blank, often=_ROOM)
    elif not table.rows:
        yield _row("<table:table-cell/>")


def _row(cells: str, lines: int = 1, *, often: int = 1) -> str:
    style = f' table:style-name="{row_style_name(lines)}"' if lines > 1 else ""
    repeated = f' table:number-rows-repeated="{often}"' if often > 1 else ""
    return f"<table:table-row{style}{repeated}>{cells}</table:table-row>"


def _range(sheet: Sheet, table: BookTable) -> str:
    """Mark a table as one, with headings and without filter buttons."""
    corner = f"{letters(len(table.headings))}{sheet.last_row}"
    name = _quoted(sheet.name)
    address = escape(f"{name}.A{sheet.first_row}:{name}.{corner}")
    return (
        f'<table:database-range table:name="{table.name}" '
        f'table:target-range-address="{address}" '
        'table:contains-header="true" table:display-filter-buttons="false"/>'
    )


def _validation(book: Book, sheet: Sheet, table: BookTable, heading: str) -> str:
    position = table.headings.index(heading)
    source = next(each for each in book.sheets if each.name == table.choices[heading])
    rows = f"$A${source.first_row + 1}:.$A${source.last_row}"
    condition = f"of:cell-content-is-in-list([${_quoted(source.name)}.{rows}])"
    base = f"{_quoted(sheet.name)}.{letters(position + 1)}{sheet.first_row + 1}"
    return (
        f'<table:content-validation table:name="{table.name}_{position}" '
        f'table:condition="{escape(condition)}" table:allow-empty-cell="true" '
        f'table:base-cell-address="{escape(base)}">'
        '<table:error-message table:display="true" table:message-type="warning"/>'
        "</table:content-validation>"
    )


def _quoted(name: str) -> str:
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
