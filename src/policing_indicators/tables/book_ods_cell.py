"""The cells of a workbook in ODS, as XML."""

import re
from html import escape

from policing_indicators.tables.book import Cell, LinkCell, NumberCell, text_of
from policing_indicators.tables.book_layout import number_of, plain
from policing_indicators.tables.book_ods_styles import number_style_name
from policing_indicators.vocabulary.closed_set import ClosedSet

_BLANKS = re.compile(r"\A {1,}| {2,}|\t")
"""What a paragraph would lose if it stood there as it is. Source: OASIS, "Open Document
Format for Office Applications", part 3, 6.1.2."""


class Kind(ClosedSet):
    """What a cell is of a sheet; the value is its style."""

    TITLE = "Heading_20_1"
    TEXT = "Body"
    NUMBER = "Figure"
    LINK = "Link_20_to_20_a_20_sheet"
    HEADING = "Column_20_heading"
    NUMBER_HEADING = "Column_20_heading_20_of_20_figures"


def cell_xml(cell: Cell, kind: Kind, choices: str = "") -> str:
    """Write a cell.

    Args:
        cell: The cell.
        kind: What it is of its sheet.
        choices: The name of the list that it is to be chosen from, if there is one.
    """
    text = text_of(cell)
    if text is None:
        return _number(cell, kind, choices)
    if isinstance(cell, LinkCell):
        target = escape(f"#'{cell.sheet.replace(chr(39), chr(39) * 2)}'.A1")
        link = f'<text:a xlink:type="simple" xlink:href="{target}">{_line(text)}'
        return _text(f"<text:p>{link}</text:a></text:p>", Kind.LINK, choices)
    return text_cell_xml(text, kind, choices)


def text_cell_xml(text: str, kind: Kind, choices: str = "") -> str:
    """Write a cell that holds a text; a blank one where there is none."""
    if not text:
        return f'<table:table-cell table:style-name="{kind.value}"{_of(choices)}/>'
    paragraphs = "".join(
        f"<text:p>{_line(line)}</text:p>" for line in plain(text).split("\n")
    )
    return _text(paragraphs, kind, choices)


def _number(cell: Cell, kind: Kind, choices: str) -> str:
    value = number_of(cell)
    style = kind.value
    if isinstance(cell, NumberCell):
        style = number_style_name(cell.decimals, is_signed=cell.is_signed)
    return (
        f'<table:table-cell table:style-name="{style}"{_of(choices)} '
        f'office:value-type="float" office:value="{value!r}">'
        f"<text:p>{value!r}</text:p></table:table-cell>"
    )


def _text(paragraphs: str, kind: Kind, choices: str) -> str:
    return (
        f'<table:table-cell table:style-name="{kind.value}"{_of(choices)} '
        f'office:value-type="string">{paragraphs}</table:table-cell>'
    )


def _of(choices: str) -> str:
    return f' table:content-validation-name="{choices}"' if choices else ""


def _line(line: str) -> str:
    return _BLANKS.sub(_kept, escape(line))


def _kept(blanks: re.Match[str]) -> str:
    if blanks[0] == "\t":
        return "<text:tab/>"
    return f'<text:s text:c="{len(blanks[0])}"/>'
