"""A workbook written in one of its formats, each by a library of its own."""

from importlib import import_module

from policing_indicators.errors import MissingLibraryError
from policing_indicators.tables.book import Book
from policing_indicators.vocabulary.closed_set import ClosedSet

EXTRA = "policing-indicators[workbooks]"
"""What is installed to read and write workbooks."""


class BookFormat(ClosedSet):
    """The formats that a workbook is written in, as the names of its files end."""

    XLSX = "xlsx"
    ODS = "ods"


def book_bytes(book: Book, form: BookFormat) -> bytes:
    """Write a workbook. Equal books give the same bytes, on whichever day.

    Args:
        book: The workbook.
        form: The format.

    Raises:
        MissingLibraryError: What writes the format is not installed.
    """
    try:
        writer = import_module(f"policing_indicators.tables.book_{form.value}")
    except ModuleNotFoundError as error:
        needed_by = f"writing a workbook in {form.value.upper()}"
        raise MissingLibraryError(EXTRA, needed_by) from error
    content: bytes = writer.content(book)
    return content
