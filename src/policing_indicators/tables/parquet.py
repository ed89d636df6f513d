"""Parquet files, and what the cells of their columns say as text.

Each value is what a CSV file would say of it: a whole number its digits, a day
year-month-day, nothing a blank. So the readers of cells judge it, in the same words.

Reading needs pyarrow, which the extra ``parquet`` brings.
"""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    MissingLibraryError,
    Problem,
)
from policing_indicators.tables.lines import Row

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]
    import pyarrow.parquet as _parquet  # pyright: ignore[reportMissingTypeStubs]
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[parquet]", "reading Parquet or DuckDB"
    ) from _error

arrow: Any = pa
"""The library itself, which no other module imports."""

_files: Any = _parquet

HEADER_LINE = 1
"""Where the names of the columns would stand in a CSV file."""

WHOLE = ("is_integer", "is_string", "is_large_string", "is_null")
"""The types of columns that lose nothing as text: of decimals 4.1 and 4.10 are one."""

ANY = (*WHOLE, "is_boolean", "is_floating", "is_decimal", "is_date", "is_timestamp")
"""The types of columns that a table may have where decimals and days belong in it."""

_ALLOWED_TYPES: dict[tuple[str, ...], str] = {
    WHOLE: "a column of texts or whole numbers",
    ANY: "a column of texts, numbers or days",
}
_ALLOWED_TEXT = "a column of texts in UTF-8"
_ALLOWED_FILE = "a whole Parquet file"
_BATCH = 50_000
_MIDNIGHT = re.compile(r" 00:00:00(\.0+)?\Z")


@contextmanager
def opened(path: str | PathLike[str]) -> Generator[Any]:
    """Open a file, for as long as it is read.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no Parquet file, or is damaged.
    """
    try:
        with Path(path).open("rb") as file:
            yield _files.ParquetFile(file)
    except arrow.ArrowException as error:
        problem = Problem("the file", str(error).partition("\n")[0], _ALLOWED_FILE)
        raise InvalidContentError(str(path), (problem,)) from error
    except OSError as error:
        raise FileAccessError(str(path), error.strerror or str(error)) from error


def cells_of(column: Any, types: tuple[str, ...]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give a column without the codes that stand for its cells.

    Args:
        column: The column.
        types: The types that it may have: ``WHOLE`` or ``ANY``.

    Raises:
        InvalidValueError: It has another.
    """
    kind = column.type
    if arrow.types.is_dictionary(kind):
        kind = kind.value_type
        column = column.cast(kind)
    zoned = arrow.types.is_timestamp(kind) and kind.tz is not None
    if zoned or not any(getattr(arrow.types, each)(kind) for each in types):
        raise InvalidValueError("column", str(kind), _ALLOWED_TYPES[types])
    if arrow.types.is_float16(kind):  # Arrow itself knows little of half numbers
        return column.cast(arrow.float64())
    return column


def texts_of(cells: Any) -> list[str]:  # noqa: ANN401 - likewise
    """Write cells as a CSV file would.

    Raises:
        InvalidValueError: They are no texts in UTF-8.
    """
    kind = cells.type
    if arrow.types.is_temporal(kind):  # Python has no day after the year 9999
        days: list[str | None] = cells.cast(arrow.string()).to_pylist()
        return [_MIDNIGHT.sub("", day) if day else "" for day in days]
    try:
        values: list[Any] = cells.to_pylist()
    except UnicodeDecodeError as error:
        raise InvalidValueError("column", error.object, _ALLOWED_TEXT) from error
    return ["" if value is None else str(value) for value in values]


def rows(
    path: str | PathLike[str], wanted: Callable[[str], bool]
) -> Iterator[tuple[int, Row]]:
    """Give the names of the columns, and then the rows as text, each numbered.

    No more than a batch of rows is held.

    Args:
        path: The file.
        wanted: Says of a column's name whether the column is needed.

    Yields:
        The number of the row, the names being 1, and its cells: blank where there is no
        value, and where the column is not needed.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no Parquet file, or is damaged; or a column that is
            needed holds neither texts nor whole numbers.
    """
    with opened(path) as file:
        names: Row = list(file.schema_arrow.names)
        some = [name for name in names if wanted(name)]
        yield HEADER_LINE, names
        number = HEADER_LINE
        for batch in file.iter_batches(batch_size=_BATCH, columns=some):
            blank = [""] * batch.num_rows
            found = _columns(batch, some, str(path))
            for row in zip(*(found.get(name, blank) for name in names), strict=True):
                number += 1
                yield number, list(row)


def _columns(batch: Any, names: list[str], where: str) -> dict[str, list[str]]:  # noqa: ANN401 - likewise
    found: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            found[name] = texts_of(cells_of(batch.column(name), WHOLE))
        except InvalidValueError as error:
            place = f"line {HEADER_LINE}, column {name}"
            problems.append(Problem(place, error.value, error.allowed))
    if problems:
        raise InvalidContentError(where, tuple(problems))
    return found
