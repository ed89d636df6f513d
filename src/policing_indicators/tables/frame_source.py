"""Data frames of any engine: opened, collected, and given back in their own kind.

It needs narwhals, which the extra ``frames`` brings. No engine is imported here: what
an engine must do is asked of the frame that the caller gave.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    MissingLibraryError,
    Problem,
    UnknownNameError,
)
from policing_indicators.tables.quoting import quoted
from policing_indicators.vocabulary import requirement

try:
    import narwhals as nw
    from narwhals.typing import IntoFrame
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[frames]", "policing_indicators.tables.frame"
    ) from _error

__all__ = [
    "Eager",
    "Frame",
    "IntoFrame",
    "Native",
    "collected",
    "eager_backend",
    "engine_of",
    "given_back",
    "opened",
    "roles_of",
]

Native = Any
"""A frame of the caller's own kind. No common type takes in all engines."""
Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]
Eager = nw.DataFrame[Any]

_ENGINES = {
    nw.Implementation.PANDAS: "pandas",
    nw.Implementation.POLARS: "polars",
    nw.Implementation.PYARROW: "pyarrow",
    nw.Implementation.DUCKDB: "DuckDB",
    nw.Implementation.DASK: "Dask",
    nw.Implementation.PYSPARK: "PySpark",
}
_ALLOWED = f"a data frame of {', '.join(_ENGINES.values())}"
_VIEW = "policing_indicators_handed_back"


def opened(frame: Native) -> Frame:
    """Open a frame, without reading anything of it.

    Raises:
        InvalidValueError: It is no data frame, or of an engine that is not known.
        InvalidContentError: Two of its columns bear one name.
    """
    kind = f"{type(frame).__module__}.{type(frame).__qualname__}"
    if isinstance(frame, (nw.DataFrame, nw.LazyFrame)):
        raise InvalidValueError("the frame", kind, f"{_ALLOWED}: its to_native()")
    try:
        found: Frame = nw.from_native(frame)
        _ = found.collect_schema()
    except nw.exceptions.DuplicateError as error:
        names: list[Any] = list(frame.columns)
        twice = dict.fromkeys(name for name in names if names.count(name) > 1)
        problems = [
            Problem(f"column {name}", name, "each column once") for name in twice
        ]
        raise InvalidContentError("the frame", tuple(problems)) from error
    except TypeError as error:
        raise InvalidValueError("the frame", kind, _ALLOWED) from error
    if engine_of(found) not in _ENGINES:
        raise InvalidValueError("the frame", kind, _ALLOWED)
    return found


def engine_of(frame: Frame) -> nw.Implementation:
    """Name the engine of a frame."""
    engine: Any = frame.implementation
    return nw.Implementation.from_backend(engine)


def collected(frame: Frame) -> Eager:
    """Give a frame whose rows are at hand, in their order.

    What a frame of an engine that works later or elsewhere holds is fetched now: of
    pandas from Dask, of pyarrow from DuckDB and PySpark.
    """
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def given_back(result: Eager, like: Frame, kept: Collection[str] = ()) -> Native:
    """Give a result in the kind of the frame that it was made from.

    Args:
        result: The result.
        like: The frame that it was made from.
        kept: The columns of that frame that are in the result as they were. They get
            the type back that they had before they were fetched.
    """
    native: Any = result.to_native()
    source: Any = like.to_native()
    match engine_of(like):
        case nw.Implementation.DUCKDB:
            return _to_duckdb(native, source, kept)
        case nw.Implementation.DASK:
            dask: Any = engine_of(like).to_native_namespace()
            parts = max(1, source.npartitions)
            return dask.from_pandas(native, npartitions=parts, sort=False)
        case nw.Implementation.PYSPARK:
            return _to_spark(native, source, kept)
        case _:  # pandas, pyarrow, and polars of both kinds
            lazy = isinstance(like, nw.LazyFrame)
            return result.lazy().to_native() if lazy else native


def eager_backend(frame: Frame) -> nw.Implementation:
    """Name what holds the rows of a frame once they are collected."""
    match engine_of(frame):
        case nw.Implementation.DASK:
            return nw.Implementation.PANDAS
        case nw.Implementation.DUCKDB | nw.Implementation.PYSPARK:
            return nw.Implementation.PYARROW
        case implementation:
            return implementation


def roles_of(
    frame: Frame, columns: Mapping[str, str] | None, roles: Iterable[str]
) -> dict[str, str]:
    """Say which column of a frame plays which role.

    Args:
        frame: The frame.
        columns: The columns that bear another name than their role, after the role.
        roles: The roles there are.

    Returns:
        The name of the column of each role that the frame has a column for.

    Raises:
        InvalidValueError: What is given is no mapping of texts, or one column is to
            play two roles.
        UnknownNameError: There is no such role, or no such column.
    """
    known, there = tuple(roles), tuple(map(str, frame.collect_schema().names()))
    given: Mapping[str, str] = {} if columns is None else columns
    texts = requirement.is_mapping(given) and map(requirement.is_text, given.values())
    if not (texts and all(texts)):
        allowed = "a mapping such as {'area': 'Force Name'}"
        raise InvalidValueError("columns", columns, allowed)
    for role, column in given.items():
        if role not in known:
            raise UnknownNameError("column that can be named so", role, known)
        if column not in there:
            raise UnknownNameError("column of the frame", column, there)
        if list(given.values()).count(column) > 1:
            raise InvalidValueError("columns", column, "a column of its own for each")
    taken = set(given.values())
    own = {role: role for role in known if role in there and role not in taken}
    return own | dict(given)


def _to_duckdb(handed_back: Native, source: Native, kept: Collection[str]) -> Native:
    """Make a relation of the caller's own connection, to be joined with its others.

    The relation that the caller gave is asked for it: it alone knows its connection.
    DuckDB finds the table by the name of the argument.
    """
    types = dict(zip(source.columns, source.types, strict=True))
    fields = [
        f"CAST({quoted(name)} AS {types[name]}) AS {quoted(name)}"
        if name in kept
        else quoted(name)
        for name in handed_back.column_names
    ]
    return source.query(_VIEW, f"SELECT {', '.join(fields)} FROM handed_back")  # noqa: S608 - names are quoted, types are the engine's own


def _to_spark(handed_back: Native, source: Native, kept: Collection[str]) -> Native:
    session = source.sparkSession
    made = session.createDataFrame(handed_back)
    types = {field.name: field.dataType for field in source.schema.fields}
    return made.select(
        [
            made[_ticked(name)].cast(types[name]).alias(name)
            if name in kept
            else made[_ticked(name)]
            for name in made.columns
        ]
    )


def _ticked(name: str) -> str:
    doubled = name.replace("`", "``")
    return f"`{doubled}`"
