"""A table in Parquet or DuckDB reads as the CSV file that says the same."""

import csv
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa  # pyright: ignore[reportMissingTypeStubs]
import pyarrow.parquet as pq  # pyright: ignore[reportMissingTypeStubs]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    MissingLibraryError,
    UnknownNameError,
)
from policing_indicators.tables import database, tidy
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary.observation import Observation

_arrow: Any = pa
_files: Any = pq
NAMES = {"indicator": "homicide", "area": "kent", "period": "2024/25"}
CELLS = {
    "indicator": ["homicide", "home-office/arson", "Homicide!", ""],
    "area": ["kent", "Kent", "knet"],
    "period": ["2024/25", "YE March 2025", "2011-12"],
    "count": ["", "9", "007", "1,234", "[x]", "5 [p]", "many", "9" * 30],
    "value": ["", "62.10", "5", "[z]", "no"],
    "note": ["", "\u00e9t\u00e9", "'=1"],
}


def outcome(read: Callable[[], Iterable[Observation]]) -> object:
    """Give all that there is to know of observations, or the problems."""
    try:
        rows = tuple(read())
    except InvalidContentError as error:
        return error.problems
    return tuple((repr(row), row.origin and row.origin.line) for row in rows)


def written(columns: dict[str, list[Any]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return text.getvalue()


def parquet(folder: Path, columns: dict[str, Any]) -> Path:
    path = folder / "figures.parquet"
    _files.write_table(_arrow.table(columns), path)
    return path


def one(folder: Path, **cells: Any) -> Observation:  # noqa: ANN401 - of any type
    """Read the one row of a table, whose cells may be of any type."""
    columns = {name: _arrow.array([cell]) for name, cell in (NAMES | cells).items()}
    (row,) = ObservationTable.read(parquet(folder, columns))
    return row


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[str]]:
    names = draw(st.permutations(list(CELLS)))
    rows = draw(st.integers(0, 6))
    return {
        name: draw(st.lists(st.sampled_from(CELLS[name]), min_size=rows, max_size=rows))
        for name in names
    }


@given(columns=tables(), coded=st.booleans())
def test_texts_in_parquet_read_as_in_csv_or_are_refused_the_same(
    columns: dict[str, list[str]],
    coded: bool,  # noqa: FBT001 - a drawn choice
) -> None:
    arrays = {
        name: _arrow.array([cell or None for cell in cells], _arrow.string())
        for name, cells in columns.items()
    }
    if coded:
        arrays = {name: each.dictionary_encode() for name, each in arrays.items()}
    with TemporaryDirectory() as folder:
        path = parquet(Path(folder), arrays)
        found = outcome(lambda: ObservationTable.read(path))
    assert found == outcome(lambda: tidy.parse(written(columns)))


@given(columns=tables())
def test_texts_in_duckdb_read_as_in_csv_or_are_refused_the_same(
    columns: dict[str, list[str]],
) -> None:
    text = {
        name: _arrow.array(cells, _arrow.string()) for name, cells in columns.items()
    }
    held = _arrow.table(text)
    with duckdb.connect() as connection:
        connection.register("figures", held)
        found = outcome(lambda: database.read_from(connection, "figures"))
    assert found == outcome(lambda: tidy.parse(written(columns)))


@pytest.mark.parametrize(
    "kind", ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
)
def test_a_count_may_be_any_whole_number_or_none(tmp_path: Path, kind: str) -> None:
    count = _arrow.array([9, None], getattr(_arrow, kind)())
    columns = {name: [cell] * 2 for name, cell in NAMES.items()}
    columns["period"] = ["2024/25", "2023/24"]
    table = columns | {"count": count, "missing": [None, "[x]"]}
    first, second = ObservationTable.read(parquet(tmp_path, table))
    assert (first.count, second.count) == (9, None)


def test_a_count_beyond_64_bits_is_kept(tmp_path: Path) -> None:
    large = _arrow.array([2**64 - 1], _arrow.uint64())
    columns = {name: [cell] for name, cell in NAMES.items()} | {"count": large}
    (row,) = ObservationTable.read(parquet(tmp_path, columns))
    assert row.count == 2**64 - 1


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("value", 62.1, 62.1),
        ("value", 62, 62),
        ("value", Decimal("62.10"), 62.1),
        ("value", _arrow.scalar(np.float16(62.5), _arrow.float16()), 62.5),
        ("as_at", date(2026, 4, 1), date(2026, 4, 1)),
        ("as_at", datetime(2026, 4, 1), date(2026, 4, 1)),  # noqa: DTZ001 - has none
        ("as_at", "2026-04-01", date(2026, 4, 1)),
        ("as_at", None, None),
        ("note", 12, "12"),
    ],
)
def test_a_cell_of_another_type_says_what_its_text_would_say(
    tmp_path: Path, column: str, cell: object, expected: object
) -> None:
    figure = {} if column == "value" else {"count": 9}
    row = one(tmp_path, **figure, **{column: cell})
    assert getattr(row, column) == expected


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("count", 12.0),
        ("count", Decimal("12.0")),
        ("count", True),
        ("value", float("nan")),
        ("as_at", datetime(2026, 4, 1, 9)),  # noqa: DTZ001 - has none
        ("as_at", _arrow.scalar(2**62, _arrow.timestamp("us"))),
        ("as_at", _arrow.scalar(1, _arrow.timestamp("ns"))),
        ("as_at", _arrow.scalar(10**7, _arrow.date32())),
        ("period", datetime(2024, 4, 1)),  # noqa: DTZ001 - has none
        ("period", date(2024, 4, 1)),
    ],
)
def test_a_cell_that_its_column_cannot_hold_is_refused_by_line_and_column(
    tmp_path: Path, column: str, cell: object
) -> None:
    with pytest.raises(InvalidContentError, match=f"line 2, column {column}: "):
        one(tmp_path, **{"count": 9, column: cell})


def test_a_column_that_is_no_list_of_cells_is_refused_by_its_type(
    tmp_path: Path,
) -> None:
    zoned = datetime(2026, 4, 1, tzinfo=UTC)
    with pytest.raises(InvalidContentError) as caught:
        one(tmp_path, count=[1, 2], value={"of": 1}, as_at=zoned, note=b"x")
    assert [(each.place, each.value) for each in caught.value.problems] == [
        ("line 1, column count", "list<element: int64>"),
        ("line 1, column value", "struct<of: int64>"),
        ("line 1, column as_at", "timestamp[us, tz=UTC]"),
        ("line 1, column note", "binary"),
    ]


def test_a_column_of_texts_that_are_none_is_named(tmp_path: Path) -> None:
    columns = {name: [cell] for name, cell in NAMES.items()}
    path = parquet(tmp_path, columns | {"count": [9], "note": no_text()})
    with pytest.raises(InvalidContentError) as caught:
        ObservationTable.read(path)
    (problem,) = caught.value.problems
    assert problem.place == "line 1, column note"
    assert problem.value == b"\xff\xfe"
    assert problem.allowed == "a column of texts in UTF-8"


def no_text() -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give a column of texts whose bytes are no UTF-8."""
    offsets = (0).to_bytes(4, "little") + (2).to_bytes(4, "little")
    buffers = [None, _arrow.py_buffer(offsets), _arrow.py_buffer(b"\xff\xfe")]
    return _arrow.Array.from_buffers(_arrow.string(), 1, buffers)


def test_a_table_without_rows_holds_no_observation(tmp_path: Path) -> None:
    texts = _arrow.array([], _arrow.string())
    counts = _arrow.array([], _arrow.int64())
    columns = dict.fromkeys(NAMES, texts) | {"count": counts}
    assert len(ObservationTable.read(parquet(tmp_path, columns))) == 0


def test_a_row_without_a_cell_is_passed_over_and_its_line_counted(
    tmp_path: Path,
) -> None:
    columns = {name: [None, cell] for name, cell in NAMES.items()}
    (row,) = ObservationTable.read(parquet(tmp_path, columns | {"count": [None, 9]}))
    assert row.origin
    assert row.origin.line == 3


def test_columns_that_are_not_known_are_named_and_not_read(tmp_path: Path) -> None:
    columns = {"indicator": ["homicide"], "Force": ["kent"], "coutn": [9]}
    with pytest.raises(InvalidContentError) as caught:
        ObservationTable.read(parquet(tmp_path, columns))
    of_csv = outcome(lambda: tidy.parse("indicator,Force,coutn\nhomicide,kent,9"))
    assert caught.value.problems == of_csv


def test_a_damaged_file_is_one_plain_problem(tmp_path: Path) -> None:
    path = parquet(tmp_path, {name: [cell] for name, cell in NAMES.items()})
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(InvalidContentError, match="a whole Parquet file"):
        ObservationTable.read(path)


def test_a_file_that_goes_away_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policing_indicators.tables import observation_table  # noqa: PLC0415 - here

    def is_parquet(_path: object) -> bool:
        return True

    monkeypatch.setattr(observation_table, "is_parquet", is_parquet)
    with pytest.raises(FileAccessError, match="No such file"):
        ObservationTable.read(tmp_path / "gone.parquet")


def database_of(folder: Path, *statements: str) -> Path:
    path = folder / "figures.duckdb"
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def create(name: str, count: int = 9) -> str:
    cells = ", ".join(f"'{cell}' AS {column}" for column, cell in NAMES.items())
    return f"CREATE TABLE {name} AS SELECT {cells}, {count} AS count"


def test_a_table_of_a_database_is_read(tmp_path: Path) -> None:
    path = database_of(tmp_path, create("figures"), create('"odd ""name"" #2"', 4))
    before = path.read_bytes()
    (row,) = database.read(path, "figures")
    assert row.count == 9
    assert str(row.origin) == f"{path}, table figures, line 2"
    (row,) = database.read(path, 'odd "name" #2')
    assert row.count == 4
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "name",
    ["figure", 'figures"; DROP TABLE figures; --', "figures; DROP TABLE figures", ""],
)
def test_a_name_that_is_no_table_is_never_run(tmp_path: Path, name: str) -> None:
    path = database_of(tmp_path, create("figures"))
    with pytest.raises(UnknownNameError) as caught:
        database.read(path, name)
    assert caught.value.known == ("figures",)
    assert len(database.read(path, "figures")) == 1
    with duckdb.connect(str(path)) as connection:
        with pytest.raises(UnknownNameError):
            database.read_from(connection, name)
        assert connection.execute("SELECT count(*) FROM figures").fetchall() == [(1,)]


def in_schemas(folder: Path) -> Path:
    return database_of(
        folder,
        create("figures"),
        "CREATE SCHEMA warehouse",
        create("warehouse.figures", 4),
        create("warehouse.crimes", 5),
        'CREATE SCHEMA "odd ""one"""',
        create('"odd ""one"""."a.b"', 6),
        "CREATE VIEW warehouse.seen AS FROM warehouse.crimes",
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("figures", 9),
        ("main.figures", 9),
        ("warehouse.figures", 4),
        ("warehouse.crimes", 5),
        ('"warehouse"."crimes"', 5),
        ("warehouse.seen", 5),
        ('odd "one".a.b', 6),
        ('"odd ""one"""."a.b"', 6),
    ],
)
def test_a_table_is_named_with_its_schema(
    tmp_path: Path, name: str, expected: int
) -> None:
    path = in_schemas(tmp_path)
    (row,) = database.read(path, name)
    assert row.count == expected
    assert str(row.origin) == f"{path}, table {name}, line 2"
    with duckdb.connect(str(path)) as connection:
        (row,) = database.read_from(connection, name)
        assert row.count == expected


@pytest.mark.parametrize(
    "name", ["crimes", "warehous.figures", "figures.figures", "warehouse.", "x.y.z"]
)
def test_a_table_that_is_not_in_its_schema_is_refused_with_those_there_are(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        database.read(in_schemas(tmp_path), name)
    assert caught.value.known == (
        "figures",
        'odd "one".a.b',
        "warehouse.crimes",
        "warehouse.figures",
        "warehouse.seen",
    )


def test_a_schema_may_bear_the_name_of_its_file(tmp_path: Path) -> None:
    path = in_schemas(tmp_path).rename(tmp_path / "warehouse.duckdb")
    (row,) = database.read(path, "warehouse.figures")
    assert row.count == 4


def test_where_two_tables_could_be_meant_neither_is_read(tmp_path: Path) -> None:
    path = database_of(
        tmp_path, "CREATE SCHEMA a", create("a.b", 1), create('"a.b"', 2)
    )
    with pytest.raises(InvalidContentError, match=r'one of "main"."a.b", "a"."b"'):
        database.read(path, "a.b")
    (row,) = database.read(path, '"a"."b"')
    assert row.count == 1


def test_a_connection_s_own_table_hides_another_of_its_name(tmp_path: Path) -> None:
    with duckdb.connect(str(in_schemas(tmp_path))) as connection:
        connection.execute("USE warehouse")
        assert [row.count for row in database.read_from(connection, "crimes")] == [5]
        connection.execute(create("figures", 7).replace("TABLE", "TEMP TABLE"))
        assert [row.count for row in database.read_from(connection, "figures")] == [7]
        connection.execute("ATTACH ':memory:' AS other")
        connection.execute(create("other.main.elsewhere"))
        with pytest.raises(UnknownNameError):
            database.read_from(connection, "elsewhere")


def test_a_view_reaches_nothing_beyond_its_database(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("indicator,area,period,count\nhomicide,kent,2024/25,9\n")
    view = f"CREATE VIEW beyond AS FROM read_csv('{other}')"
    path = database_of(
        tmp_path, create("figures"), view, "CREATE VIEW own AS FROM figures"
    )
    assert len(database.read(path, "own")) == 1
    with pytest.raises(InvalidContentError, match="a table that can be read"):
        database.read(path, "beyond")


def test_columns_of_a_database_are_held_to_those_of_a_tidy_table(
    tmp_path: Path,
) -> None:
    path = database_of(tmp_path, "CREATE TABLE wrong AS SELECT 1 AS x, 2 AS area")
    with pytest.raises(InvalidContentError) as caught:
        database.read(path, "wrong")
    assert caught.value.where == f"{path}, table wrong"
    assert [each.value for each in caught.value.problems] == ["x,area"] * 2 + [
        "x",
        "x,area",
    ]
    path = database_of(tmp_path, "CREATE TABLE none AS SELECT 1 AS x")
    with pytest.raises(InvalidContentError):
        database.read(path, "none")


@pytest.mark.parametrize("content", [None, b"", b"indicator,area\n"])
def test_what_is_no_database_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "figures.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileAccessError, match=r"figures\.duckdb: "):
        database.read(path, "figures")


def test_a_database_that_another_program_writes_in_is_named(tmp_path: Path) -> None:
    path = database_of(tmp_path, create("figures"))
    code = (
        "import duckdb, sys; connection = duckdb.connect(sys.argv[1]);"
        "print('open', flush=True); sys.stdin.read()"
    )
    command: Sequence[str] = [sys.executable, "-c", code, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(FileAccessError, match="lock"):
            database.read(path, "figures")
        other.communicate()
    assert len(database.read(path, "figures")) == 1


def test_what_is_no_connection_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"duckdb\.connect"):
        database.read_from("figures.duckdb", "figures")


@pytest.mark.parametrize(
    ("library", "module"),
    [("pyarrow", "parquet"), ("duckdb", "columns.duckdb_tables")],
)
def test_a_library_that_is_not_there_is_named_with_its_extra(
    library: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"policing_indicators.tables.{module}"
    monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    extra = {"pyarrow": "parquet"}.get(library, library)
    with pytest.raises(MissingLibraryError, match=rf"policing-indicators\[{extra}\]"):
        __import__(name)
