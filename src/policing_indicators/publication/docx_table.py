"""A table of figures in a Word document."""

from policing_indicators.publication.docx_element import Element, made, words, written
from policing_indicators.publication.docx_styles import CELL, HEAD, TABLE
from policing_indicators.publication.table import Table

_WIDTH = 9_638
"""What lies between the margins, in twentieths of a point."""

_LETTER, _PADDING = 112, 210
"""About how wide a letter is, and what stands beside the words of a cell."""

_WIDEST = 40
"""After how many letters more than its longest word a cell may well wrap."""


def table_element(table: Table) -> Element:
    """Make the element of a table.

    Its first row is marked as its head and repeated on every page, no row is torn
    between two pages, and the first cell of each row names it.

    Args:
        table: The table.
    """
    grid = made("tblGrid", *(made("gridCol", w=each) for each in _widths(table)))
    numbers = tuple(column.is_number for column in table.columns)
    headings = tuple(column.heading for column in table.columns)
    head = _row(headings, numbers, HEAD)
    head[0].append(made("tblHeader"))
    rows = (_row(cells, numbers, CELL) for cells in table.rows)
    return made("tbl", _properties(table), grid, head, *rows)


def _properties(table: Table) -> Element:
    first = {"firstRow": "1", "firstColumn": "1", "noHBand": "1", "noVBand": "1"}
    return made(
        "tblPr",
        made("tblStyle", val=TABLE),
        made("tblW", w="5000", type="pct"),
        made("tblLook", val="06A0", lastRow="0", lastColumn="0", **first),
        made("tblCaption", val=written(table.caption)),
    )


def _row(cells: tuple[str, ...], numbers: tuple[bool, ...], style: str) -> Element:
    row = made("tr", made("trPr", made("cantSplit")))
    for text, is_number in zip(cells, numbers, strict=True):
        properties = made("pPr", made("pStyle", val=style))
        if is_number:
            properties.append(made("jc", val="right"))
        row.append(made("tc", made("p", properties, made("r", words(text)))))
    return row


def _widths(table: Table) -> list[str]:
    """Part the width by what the columns hold, for a reader that does not fit them.

    No word is broken where that can be; what is left goes to what would else wrap.
    """
    least: list[int] = []
    wished: list[int] = []
    for place, column in enumerate(table.columns):
        cells = [column.heading, *(row[place] for row in table.rows)]
        word = max(len(word) for cell in cells for word in (*cell.split(), ""))
        least.append(_PADDING + _LETTER * word)
        wished.append(_LETTER * min(max(map(len, cells)) - word, _WIDEST) + 1)
    spare = _WIDTH - sum(least)
    if spare < 0:
        return [str(_WIDTH * each // sum(least)) for each in least]
    pairs = zip(least, wished, strict=True)
    return [str(each + spare * more // sum(wished)) for each, more in pairs]
