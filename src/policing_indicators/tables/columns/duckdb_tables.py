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
from policing_indicators.tables.quoting import quoted

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
    SELECT table_catalog, table_schema, table_name,
        table_schema = current_schema() OR table_catalog = 'temp' AS is_own
    FROM information_schema.tables
    WHERE table_catalog IN (current_database(), 'temp')
    ORDER BY is_own DESC, table_catalog <> 'temp', table_schema, table_name
"""
"""A table of the connection alone comes first: it hides another of its name."""

_ALLOWED = "a table that can be read"

_Path = tuple[str, str, str]
"""A table's database, schema and name. Two of the three would not do: a schema may bear
the name of the database, which is that of its file."""


def read(path: str | PathLike[str], table: str, layout: Layout) -> TextTable:
    """Read a table of a database file.

    Args:
        path: The database.
        table: The table, or a view: its name, or its schema, a dot and its name.
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
        full_name = _quoted(*_path(connection, table, where))
        every = connection.sql(f"SELECT * FROM {full_name}")  # noqa: S608 - looked up
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


def _path(
    connection: Any,  # noqa: ANN401 - one of DuckDB's, which is optional
    table: str,
    where: str,
) -> _Path:
    """Find the one table that is meant; where it could be several none is guessed."""
    known: dict[tuple[str | None, str], _Path] = {}
    for *path, is_own in connection.execute(_TABLES).fetchall():
        database, schema, name = path
        known.setdefault((None if is_own else schema, name), (database, schema, name))
    names = {path: _names(shown, path) for shown, path in known.items()}
    meant = [path for path, spelt in names.items() if table in spelt]
    if not meant:
        every = tuple(first for first, *_ in names.values())
        raise UnknownNameError("table", table, every)
    if len(meant) > 1:
        allowed = f"one of {', '.join(_quoted(*path[1:]) for path in meant)}"
        raise InvalidContentError(where, (Problem("the table", table, allowed),))
    return meant[0]


def _names(shown: tuple[str | None, str], path: _Path) -> tuple[str, ...]:
    """Give what a table may be called, as it is listed first."""
    _, schema, name = path
    own, _ = shown
    alone = (name,) if own is None else ()
    return (*alone, f"{schema}.{name}", _quoted(schema, name))


def _quoted(*names: str) -> str:
    return ".".join(map(quoted, names))


def _problem(error: Exception) -> Problem:
    return Problem("the table", _said(error), _ALLOWED)


def _said(error: Exception) -> str:
    return str(error).partition("\n")[0]
