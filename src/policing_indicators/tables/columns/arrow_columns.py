"""Arrow tables, as Parquet files and DuckDB give them, taken for tables of texts.

Each value is what a CSV file would say of it: a whole number its digits, a day
year-month-day, nothing a blank. So the readers of cells judge it, in the same words.
Rows are numbered as the lines of that file would be: the columns' names are line 1.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    MissingLibraryError,
    Problem,
)
from policing_indicators.tables.columns.csv_columns import Layout
from policing_indicators.tables.columns.text_column import PLAIN, TextColumn
from policing_indicators.tables.columns.text_table import TextTable
from policing_indicators.tables.header import Header

try:
    import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]
    import pyarrow.parquet as _parquet  # pyright: ignore[reportMissingTypeStubs]
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[parquet]", "reading Parquet or DuckDB"
    ) from _error

_arrow: Any = pa
_files: Any = _parquet
_types: Any = _arrow.types

_HEADER_LINE = 1
_READ_AS_TEXTS = (
    *("is_boolean", "is_integer", "is_floating", "is_decimal", "is_date"),
    *("is_timestamp", "is_string", "is_large_string", "is_null"),
)
_ALLOWED_TYPE = "a column of texts, numbers or days"
_ALLOWED_FILE = "a whole Parquet file"


def read_parquet(path: str | PathLike[str], layout: Layout) -> TextTable:
    """Read a Parquet file.

    Args:
        path: The file.
        layout: Its columns.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no Parquet file, or is damaged, or a column holds
            neither texts nor numbers nor days.
    """
    try:
        with Path(path).open("rb") as file:
            table = _files.ParquetFile(file)
            header = header_of(table.schema_arrow.names, layout)
            names = names_of(header, layout)
            return text_table(table.read(columns=names), header, layout, str(path))
    except _arrow.ArrowException as error:
        problem = Problem("the file", str(error).partition("\n")[0], _ALLOWED_FILE)
        raise InvalidContentError(str(path), (problem,)) from error
    except OSError as error:
        raise FileAccessError(str(path), error.strerror or str(error)) from error


def header_of(names: Iterable[str], layout: Layout) -> Header:
    """Take the names of columns for a header."""
    return Header(_HEADER_LINE, list(names), layout.spellings)


def names_of(header: Header, layout: Layout) -> list[str]:
    """Give the names of the columns that are read, as the table has them."""
    positions = header.positions(layout.columns)
    return [header.cells[at] for at in positions if at < len(header.cells)]


def text_table(
    table: Any,  # noqa: ANN401 - pyarrow has no types
    header: Header,
    layout: Layout,
    where: str,
) -> TextTable:
    """Take an Arrow table for a table of texts.

    Args:
        table: The table: the columns that are read.
        header: The names of all columns.
        layout: The columns that are read.
        where: What errors call the table.

    Raises:
        InvalidContentError: A column holds neither texts nor numbers nor days.
    """
    columns: dict[str, TextColumn] = {}
    problems: list[Problem] = []
    positions = header.positions(layout.columns)
    for name, at in zip(layout.columns, positions, strict=True):
        if at == len(header.cells):
            columns[name] = TextColumn.blank(table.num_rows)
            continue
        cells = _plain(table.column(table.column_names.index(header.cells[at])))
        if any(getattr(_types, each)(cells.type) for each in _READ_AS_TEXTS):
            columns[name] = _column(cells, is_number=name in layout.numbers)
        else:
            place = header.place(_HEADER_LINE, name)
            problems.append(Problem(place, str(cells.type), _ALLOWED_TYPE))
    if problems:
        raise InvalidContentError(where, tuple(problems))
    lines = np.arange(table.num_rows, dtype=np.int64) + _HEADER_LINE + 1
    read = TextTable(header, lines, columns)
    blank = _blank(list(columns.values()), table.num_rows)
    return read.taken(~blank) if blank.any() else read


def _plain(cells: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give cells without the codes that stand for them, in one piece."""
    if _types.is_dictionary(cells.type):
        cells = cells.cast(cells.type.value_type)
    return _arrow.concat_arrays(cells.chunks) if cells.num_chunks else cells


def _column(cells: Any, *, is_number: bool) -> TextColumn:  # noqa: ANN401 - likewise
    if is_number and _types.is_integer(cells.type) and len(cells):
        return _numbers(cells)
    coded = cells.dictionary_encode()
    if not len(cells):
        return TextColumn.blank(0)
    texts = [*map(_text, coded.dictionary.to_pylist()), ""]
    codes = coded.indices.fill_null(len(texts) - 1).to_numpy(zero_copy_only=False)
    return TextColumn(codes.astype(np.int64), tuple(texts))


def _numbers(cells: Any) -> TextColumn:  # noqa: ANN401 - likewise
    """Give whole numbers; those of a column that does not fit in 64 bits as texts."""
    try:
        numbers = cells.cast(_arrow.int64())
    except _arrow.ArrowInvalid:
        return _column(cells.cast(_arrow.string()), is_number=False)
    given = numbers.is_valid().to_numpy(zero_copy_only=False)
    return TextColumn(
        np.where(given, PLAIN, 0),
        ("",),
        numbers.fill_null(0).to_numpy(zero_copy_only=False),
    )


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case float():
            return repr(value)
        case datetime(tzinfo=None) if value.time() == time():
            return value.date().isoformat()
        case _:
            return str(value)


def _blank(columns: Sequence[TextColumn], rows: int) -> NDArray[np.bool_]:
    """Say of each row whether nothing stands in it."""
    blank = np.ones(rows, dtype=bool)
    for column in columns:
        # the last answers to PLAIN
        blank_texts = [*(not text.strip() for text in column.texts), False]
        blank &= np.array(blank_texts)[column.codes]
    return blank
