"""How texts are put in quotation marks, and cells written to a CSV file."""

import re
from collections.abc import Iterable

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.tidy_cells import guarded

_NEEDS_QUOTES = re.compile(r'[,"\r\n]|\A\s|\s\Z')
_UNWRITABLE = re.compile(r"[\0\ud800-\udfff]")
_LONGEST_CELL = 131_072
"""Characters: what Python's own reader of CSV takes unless it is told otherwise."""
_ALLOWED_TEXT = f"at most {_LONGEST_CELL:,} characters, none a null or a surrogate"


def quoted(text: str) -> str:
    r"""Put a text in quotation marks, as CSV has cells and SQL has names.

    Source: RFC 4180, section 2; ISO/IEC 9075-2, delimited identifiers.

    >>> print(quoted('5" knife'))
    "5"" knife"
    """
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def line_of(cells: Iterable[str]) -> str:
    r"""Write cells as a line, those in quotation marks that need them.

    >>> line_of(["kent", "a, b"])
    'kent,"a, b"\n'
    """
    return f"{','.join(map(_cell, cells))}\n"


def text_cell(noun: str, text: str) -> str:
    """Write a text as a cell that no spreadsheet runs and every reader of CSV takes.

    Args:
        noun: What the text is, for the error's words.
        text: The text.

    Raises:
        InvalidValueError: No CSV file can hold it.

    >>> text_cell("note", "=1+1")
    "'=1+1"
    """
    cell = guarded(text)
    if len(cell) > _LONGEST_CELL or _UNWRITABLE.search(cell):
        raise InvalidValueError(noun, text, _ALLOWED_TEXT)
    return cell


def number_cell(amount: float | None) -> str:
    """Write a number so that it reads back to the last bit; none as a blank.

    >>> number_cell(0.1), number_cell(None)
    ('0.1', '')
    """
    return "" if amount is None else repr(amount)


def _cell(cell: str) -> str:
    return quoted(cell) if _NEEDS_QUOTES.search(cell) else cell
