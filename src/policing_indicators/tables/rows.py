"""The rows of a CSV file, each with the line of the file it starts on."""

import csv
from collections.abc import Iterable, Iterator

from policing_indicators.errors import Problem

Row = list[str]
"""The cells of a row, as they stand between the commas."""

_QUOTED = (
    "cells parted by commas; one that holds a comma, a quotation mark or a line end "
    'stands in quotation marks, with each of its own doubled: "so ""called"" here"'
)


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
