"""The formats that are no text: a workbook goes to a file, and is never printed."""

from pathlib import Path

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.book_writing import BookFormat

BOOKS = {form.value: form for form in BookFormat}
"""The formats of workbooks, by the word that asks for them."""


def require_file(form: str, output: Path | None) -> None:
    """Hold a workbook to a file that it is to be written to.

    Args:
        form: The word for the format that is asked for.
        output: The file, if one is named.

    Raises:
        InvalidValueError: It is a workbook, and no file is named.
    """
    if form in BOOKS and output is None:
        raise InvalidValueError("--output", None, "a file to write the workbook to")
