"""Tidy tables in a DuckDB database, read and never written.

They have the columns of :mod:`policing_indicators.tables.tidy`, as text, numbers or
days, and are held to the same rules in the same words. Their rows have no lines: they
are numbered as those of a CSV file would be, the first as line 2.

Reading needs DuckDB and pyarrow, which the extra ``duckdb`` brings.
"""

from importlib import import_module
from os import PathLike
from typing import Any

from policing_indicators.tables.columns.tidy_columns import LAYOUT
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework


def read(
    path: str | PathLike[str],
    table: str,
    *,
    framework: Framework | None = None,
    areas: Areas | None = None,
) -> ObservationTable:
    """Read a table of a database file, which is not changed.

    Args:
        path: The database.
        table: The name of the table, or of a view; of one that is not in the schema
            ``main`` the schema before it, as ``warehouse.figures``. Where two could be
            meant, as parts hold dots, ``"warehouse"."figures"`` says which. A view that
            reaches for anything beyond the database cannot be read.
        framework: The indicators, as for :func:`policing_indicators.tables.tidy.read`.
        areas: The areas, likewise.

    Raises:
        FileAccessError: The database cannot be read, or another program has it open to
            write in it.
        UnknownNameError: It has no such table.
        InvalidContentError: Something in the table is not right; all of it is named.
        MissingLibraryError: The extra ``duckdb`` is not installed.

    >>> read("none.duckdb", "figures")
    Traceback (most recent call last):
        ...
    policing_indicators.errors.FileAccessError: none.duckdb: there is no such database
    """
    texts = _duckdb_tables().read(path, table, LAYOUT)
    where = f"{path}, table {table}"
    return ObservationTable.of_texts(texts, where, framework=framework, areas=areas)


def read_from(
    connection: object,
    table: str,
    *,
    framework: Framework | None = None,
    areas: Areas | None = None,
) -> ObservationTable:
    """Read a table through a connection that is open.

    What the connection may do is for whoever opened it to decide.

    Args:
        connection: The connection, as ``duckdb.connect`` gives it.
        table: The name of the table, or of a view, as for :func:`read`; one of the
            current schema, and one of the connection alone, needs no schema before it.
        framework: The indicators, as for :func:`policing_indicators.tables.tidy.read`.
        areas: The areas, likewise.

    Raises:
        InvalidValueError: It is no such connection.
        UnknownNameError: There is no such table.
        InvalidContentError: Something in the table is not right; all of it is named.
        MissingLibraryError: The extra ``duckdb`` is not installed.

    >>> import duckdb
    >>> with duckdb.connect() as connection:
    ...     made = connection.execute(
    ...         "CREATE TABLE figures AS SELECT 'homicide' AS indicator, "
    ...         "'Kent' AS area, '2024/25' AS period, 9 AS count"
    ...     )
    ...     read_from(connection, "figures")[0].count
    9
    """
    where = f"table {table}"
    texts = _duckdb_tables().read_from(connection, table, LAYOUT, where=where)
    return ObservationTable.of_texts(texts, where, framework=framework, areas=areas)


def _duckdb_tables() -> Any:  # noqa: ANN401 - a module, loaded when it is needed
    return import_module("policing_indicators.tables.columns.duckdb_tables")
