"""The engines that frames are tested on, each with the same rows."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
from attrs import frozen

# They carry no types.
pa: Any = import_module("pyarrow")
pd: Any = import_module("pandas")

Rows = Sequence[tuple[Any, ...]]
"""Rows of cells; ``None`` where there is none."""


@frozen
class Engine:
    """An engine, and how it is given a table.

    Attributes:
        name: Its name.
        made: Makes a frame of a table.
        kind: The type of its frames, by name.
    """

    name: str
    made: Callable[[Any], Any]
    kind: str

    def frame(self, columns: Mapping[str, Any]) -> Any:
        """Make a frame of columns, each a list or an array of pyarrow's."""
        return self.made(pa.table(dict(columns)))


def _duckdb(table: Any) -> Any:
    connection = duckdb.connect()
    connection.register("given", table)
    return connection.sql("SELECT * FROM given")


def _polars(table: Any) -> pl.DataFrame:
    return pl.DataFrame(table)


_PANDAS = f"{pd.DataFrame.__module__}.DataFrame"  # pandas 3 moved it

ENGINES = (
    Engine("pandas", lambda table: table.to_pandas(), _PANDAS),
    Engine(
        "pandas, nullable",
        lambda table: table.to_pandas().convert_dtypes(),
        _PANDAS,
    ),
    Engine(
        "pandas, of Arrow",
        lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
        _PANDAS,
    ),
    Engine("polars", _polars, "polars.dataframe.frame.DataFrame"),
    Engine(
        "polars, lazy",
        lambda table: _polars(table).lazy(),
        "polars.lazyframe.frame.LazyFrame",
    ),
    Engine("pyarrow", lambda table: table, "pyarrow.lib.Table"),
    Engine("DuckDB", _duckdb, "DuckDBPyRelation"),
)


def kind_of(frame: object) -> str:
    """Name the type of a frame."""
    return f"{type(frame).__module__}.{type(frame).__qualname__}"


def fetched(frame: Any) -> nw.DataFrame[Any]:
    """Give the rows of a frame of any engine."""
    opened = nw.from_native(frame)
    return opened.collect() if isinstance(opened, nw.LazyFrame) else opened


def rows_of(frame: Any) -> list[tuple[Any, ...]]:
    """Give the rows of a frame as Python has them, ``None`` for every gap."""
    return [tuple(map(_plain, row)) for row in fetched(frame).rows()]


def column(frame: Any, name: str) -> list[Any]:
    """Give a column of a frame as Python has it, ``None`` for every gap."""
    return [_plain(value) for value in fetched(frame)[name].to_list()]


def _plain(value: Any) -> Any:
    gap = value is None or type(value).__name__ in {"NAType", "NaTType"}
    return None if gap or value != value else value  # noqa: PLR0124 - NaN is not itself
