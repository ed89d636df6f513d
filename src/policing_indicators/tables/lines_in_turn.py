"""The lines of a CSV file one after the other, for files larger than memory."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from policing_indicators.errors import FileAccessError, InvalidContentError, Problem

_TEXT = "a line of text in UTF-8, without null characters"
_NULL = "\0"
_LONGEST = 1_000_000
_SHOWN = 80


def lines_in_turn(path: str | PathLike[str]) -> Iterator[str]:
    """Give a file's lines with their ends, less a byte order mark at its start.

    Unlike :func:`policing_indicators.tables.lines.lines_of_file` it holds one line at a
    time, and so names the first line that is no text, not every one.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: A line is not UTF-8, holds a null character, or is longer
            than any line of a table.
    """
    where = str(path)
    number = 0
    try:
        with Path(path).open("rb") as file:
            while line := file.readline(_LONGEST + 1):
                number += 1
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                if _NULL in text or len(line) > _LONGEST:
                    raise _refusal(where, number, text[:_SHOWN])
                yield text
    except UnicodeDecodeError as error:
        offender = error.object[error.start : error.end]
        raise _refusal(where, number, offender) from error
    except OSError as error:
        raise FileAccessError(where, error.strerror or str(error)) from error


def _refusal(where: str, number: int, found: object) -> InvalidContentError:
    return InvalidContentError(where, (Problem(f"line {number}", found, _TEXT),))
