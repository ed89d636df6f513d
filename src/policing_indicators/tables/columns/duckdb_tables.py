"""Tables of a DuckDB database, read and never written.

A database named in a file is opened so that it can neither be changed nor reach
anything beyond itself, whatever its views ask for. A table is looked up by its name
before it is read, and its name never becomes a part of a query but in quotation marks.
"""

from collections.abc import Generator
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
    UnknownNameError,
)
from policing_indicators.tables.columns import arrow_columns
from policing_indicators.tables.columns.csv_columns import Layout
from policing_indicators.tables.columns.text_table import TextTable

try:
    import duckdb
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[duckdb]", "reading DuckDB"
    ) from _error

_NOTHING_BEYOND: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "lock_configuration": "true",
}
"""Source: DuckDB, "Securing DuckDB"."""

_TABLES = """
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = current_schema() ORDER BY table_name
"""
_ALLOWED = "a table that can be read"


def read(path: str | PathLike[str], table: str, layout: Layout) -> TextTable:
    """Read a table of a database file.

    Args:
        path: The database.
        table: The table, or a view.
        layout: Its columns.

    Raises:
        FileAccessError: The database cannot be read, or another program has it open to
            write in it.
        UnknownNameError: It has no such table.
        InvalidContentError: The table cannot be read as it stands.
    """
    with _opened(path) as connection:
        return read_from(connection, table, layout, where=f"{path}, table {table}")


def read_from(
    connection: Any,  # noqa: ANN401 - one of DuckDB's, which is optional
    table: str,
    layout: Layout,
    *,
    where: str,
) -> TextTable:
    """Read a table through a connection; see :func:`read`.

    Raises:
        InvalidValueError: It is no connection of DuckDB's.
    """
    if not isinstance(connection, duckdb.DuckDBPyConnection):
        allowed = "one that duckdb.connect gives"
        raise InvalidValueError("the connection", connection, allowed)
    try:
        known = tuple(name for (name,) in connection.execute(_TABLES).fetchall())
        if table not in known:
            raise UnknownNameError("table", table, known)
        every = connection.sql(f"SELECT * FROM {_quoted(table)}")  # noqa: S608 - there
        header = arrow_columns.header_of(every.columns, layout)
        names = arrow_columns.names_of(header, layout)
        some = every.select(*map(_quoted, names)) if names else every.limit(0)
        arrow = some.to_arrow_table()
    except duckdb.Error as error:
        raise InvalidContentError(where, (_problem(error),)) from error
    return arrow_columns.text_table(arrow, header, layout, where)


@contextmanager
def _opened(path: str | PathLike[str]) -> Generator[Any]:
    if not Path(path).is_file():
        raise FileAccessError(str(path), "there is no such database")
    try:
        connection = duckdb.connect(str(path), read_only=True, config=_NOTHING_BEYOND)
    except duckdb.Error as error:
        raise FileAccessError(str(path), _said(error)) from error
    with connection:
        yield connection


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _problem(error: Exception) -> Problem:
    return Problem("the table", _said(error), _ALLOWED)


def _said(error: Exception) -> str:
    return str(error).partition("\n")[0]
