"""Arrow tables, as Parquet files and DuckDB give them, taken for tables of texts.

What their cells say, :mod:`policing_indicators.tables.parquet` knows. Rows are numbered
as the lines of a CSV file would be: the columns' names are line 1.
"""

from collections.abc import Iterable, Sequence
from os import PathLike
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.tables import parquet
from policing_indicators.tables.columns.csv_columns import Layout
from policing_indicators.tables.columns.text_column import PLAIN, TextColumn
from policing_indicators.tables.columns.text_table import TextTable
from policing_indicators.tables.header import Header

_arrow = parquet.arrow


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
    with parquet.opened(path) as file:
        header = header_of(file.schema_arrow.names, layout)
        table = file.read(columns=names_of(header, layout))
        return text_table(table, header, layout, str(path))


def header_of(names: Iterable[str], layout: Layout) -> Header:
    """Take the names of columns for a header."""
    return Header(parquet.HEADER_LINE, list(names), layout.spellings)


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
        column = table.column(table.column_names.index(header.cells[at]))
        try:
            columns[name] = _column(column, is_number=name in layout.numbers)
        except InvalidValueError as error:
            place = header.place(parquet.HEADER_LINE, name)
            problems.append(Problem(place, error.value, error.allowed))
    if problems:
        raise InvalidContentError(where, tuple(problems))
    lines = np.arange(table.num_rows, dtype=np.int64) + parquet.HEADER_LINE + 1
    read = TextTable(header, lines, columns)
    blank = _blank(list(columns.values()), table.num_rows)
    return read.taken(~blank) if blank.any() else read


def _column(column: Any, *, is_number: bool) -> TextColumn:  # noqa: ANN401 - likewise
    cells = parquet.cells_of(column, parquet.ANY)
    if not len(cells):
        return TextColumn.blank(0)
    cells = _arrow.concat_arrays(cells.chunks)
    if is_number and _arrow.types.is_integer(cells.type):
        return _numbers(cells)
    return _texts(cells)


def _texts(cells: Any) -> TextColumn:  # noqa: ANN401 - likewise
    coded = cells.dictionary_encode()
    texts = [*parquet.texts_of(coded.dictionary), ""]
    codes = coded.indices.fill_null(len(texts) - 1).to_numpy(zero_copy_only=False)
    return TextColumn(codes.astype(np.int64), tuple(texts))


def _numbers(cells: Any) -> TextColumn:  # noqa: ANN401 - likewise
    """Give whole numbers; those of a column that does not fit in 64 bits as texts."""
    try:
        numbers = cells.cast(_arrow.int64())
    except _arrow.ArrowInvalid:
        return _texts(cells)
    given = numbers.is_valid().to_numpy(zero_copy_only=False)
    return TextColumn(
        np.where(given, PLAIN, 0),
        ("",),
        numbers.fill_null(0).to_numpy(zero_copy_only=False),
    )


def _blank(columns: Sequence[TextColumn], rows: int) -> NDArray[np.bool_]:
    """Say of each row whether nothing stands in it."""
    blank = np.ones(rows, dtype=bool)
    for column in columns:
        # the last answers to PLAIN
        blank_texts = [*(not text.strip() for text in column.texts), False]
        blank &= np.array(blank_texts)[column.codes]
    return blank
