"""The lines of a CSV file or text, and the rows they make."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO, TextIOWrapper
from os import PathLike
from pathlib import Path

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.tables.file_form import PARQUET
from policing_indicators.vocabulary import requirement

Row = list[str]
"""The cells of a row, as they stand between the commas."""

_OTHER_FORMATS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"PK\x03\x04": "a spreadsheet's workbook",
    b"\xd0\xcf\x11\xe0": "a workbook of the older kind",
    PARQUET: "Parquet",
    b"%PDF": "PDF",
    b"\x1f\x8b": "a file that is packed (gzip)",
}
"""What files begin with that are often taken for CSV."""

_NULL = "\0"
_UTF_8 = "text in UTF-8, which spreadsheets save as 'CSV UTF-8'"

_QUOTED = (
    "cells parted by commas; one that holds a comma, a quotation mark or a line end "
    'stands in quotation marks, with each of its own doubled: "so ""called"" here"'
)


def lines_of_text(text: str, where: str) -> Iterable[str]:
    r"""Give a text's lines with their ends, less a byte order mark at its start.

    Raises:
        InvalidValueError: It is no text.
        InvalidContentError: Lines hold null characters; all are named.

    >>> list(lines_of_text("area\n\nKent", "table"))
    ['area\n', '\n', 'Kent']
    """
    if not requirement.is_text(text):
        raise InvalidValueError(where, text, "text; for a file use read")
    _hold_to_no_nulls(text, where)
    return StringIO(text.removeprefix("\ufeff"), newline="")


def lines_of_file(path: str | PathLike[str]) -> Iterable[str]:
    """Give a file's lines with their ends, less a byte order mark at its start.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Lines are not UTF-8 or hold null characters; all are named.
    """
    where = str(path)
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise FileAccessError(where, error.strerror or str(error)) from error
    _hold_to_no_nulls(_decoded(content, where), where)
    # Decoded again as it is read: a StringIO would hold four bytes a character.
    return TextIOWrapper(BytesIO(content), encoding="utf-8-sig", newline="")


def rows(lines: Iterable[str], problems: list[Problem]) -> Iterator[tuple[int, Row]]:
    """Give the rows that hold anything, all as long as the first of them.

    Args:
        lines: The lines of the file, with their ends.
        problems: Takes what is not right: a row that is longer or shorter than the
            first, and what is no CSV, after which no more rows come.

    Yields:
        The number of the row's first line, counted as a text editor does, and the row.
    """
    reader = csv.reader(lines, strict=True)
    width, before = 0, 0
    try:
        for row in reader:
            line, before = before + 1, reader.line_num
            if not (row and row[0].strip()) and not "".join(row).strip():
                continue
            width = width or len(row)
            if len(row) == width:
                yield line, row
            else:
                allowed = f"{width} cells, as the header has"
                problems.append(Problem(f"line {line}", row, allowed))
    except csv.Error as error:
        problems.append(Problem(f"line {before + 1}", str(error), _QUOTED))


def begins_otherwise(content: bytes) -> bool:
    """Say whether a file begins as one that is often taken for CSV, and is none."""
    return content.startswith(tuple(_OTHER_FORMATS))


def _decoded(content: bytes, where: str) -> str:
    for mark, form in _OTHER_FORMATS.items():
        if content.startswith(mark):
            problem = Problem("line 1", mark, f"{_UTF_8}; this looks like {form}")
            raise InvalidContentError(where, (problem,))
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        problems = tuple(_undecodable(content.splitlines()))
        raise InvalidContentError(where, problems) from error


def _undecodable(lines: Iterable[bytes]) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            yield Problem(f"line {number}", line[error.start : error.end], _UTF_8)


def _hold_to_no_nulls(text: str, where: str) -> None:
    if _NULL not in text:
        return
    problems = tuple(
        Problem(f"line {number}", line.rstrip("\r\n"), "text without null characters")
        for number, line in enumerate(StringIO(text, newline=""), start=1)
        if _NULL in line
    )
    raise InvalidContentError(where, problems)
