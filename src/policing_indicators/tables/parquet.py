"""Parquet files, read a batch at a time: the one module of the tables that knows how.

Reading needs pyarrow, which the extra ``parquet`` brings.
"""

from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    MissingLibraryError,
    Problem,
)
from policing_indicators.tables.lines import Row

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]
    import pyarrow.parquet as _parquet  # pyright: ignore[reportMissingTypeStubs]
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[parquet]", "reading Parquet"
    ) from _error

_arrow: Any = pa
_files: Any = _parquet

_BATCH = 50_000
_ALLOWED = "a whole Parquet file, of columns of numbers and texts"


def rows(
    path: str | PathLike[str], wanted: Callable[[str], bool]
) -> Iterator[tuple[int, Row]]:
    """Give the names of the columns, and then the rows as text, each numbered.

    Args:
        path: The file.
        wanted: Says of a column's name whether the column is needed.

    Yields:
        The number of the row, the names being 1, and its cells: blank where there is no
        value, and where the column is not needed.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no Parquet file, or is damaged.
    """
    where = str(path)
    try:
        with Path(path).open("rb") as file:
            table = _files.ParquetFile(file)
            names: Row = list(table.schema_arrow.names)
            some = [name for name in names if wanted(name)]
            yield 1, names
            number = 1
            for batch in table.iter_batches(batch_size=_BATCH, columns=some):
                blank = [""] * batch.num_rows
                found = {name: _texts(batch.column(name)) for name in some}
                for row in zip(
                    *(found.get(name, blank) for name in names), strict=True
                ):
                    number += 1
                    yield number, list(row)
    except _arrow.ArrowException as error:
        problem = Problem("the file", str(error).partition("\n")[0], _ALLOWED)
        raise InvalidContentError(where, (problem,)) from error
    except OSError as error:
        raise FileAccessError(where, error.strerror or str(error)) from error


def _texts(column: Any) -> list[str]:  # noqa: ANN401 - pyarrow has no types
    values: list[str | None] = column.cast(_arrow.string()).to_pylist()
    return [value or "" for value in values]
