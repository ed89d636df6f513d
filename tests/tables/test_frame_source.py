"""Frames of any engine are opened, and given back in their own kind."""

import sys
from functools import partial
from importlib import import_module
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from tests.frames.engines import ENGINES, Engine, kind_of, pa, pd, rows_of

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    MissingLibraryError,
)
from policing_indicators.tables.frame_source import (
    collected,
    eager_backend,
    given_back,
    opened,
)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)
def test_a_frame_comes_back_in_its_own_kind(engine: Engine) -> None:
    given = engine.frame({"area": ["kent", "essex"], "a b": [2, 1]})
    source = opened(given)
    result = collected(source)
    back = given_back(result, source, result.columns)
    assert kind_of(back) == kind_of(given)
    assert rows_of(back) == [("kent", 2), ("essex", 1)]
    assert eager_backend(source) is result.implementation


@pytest.mark.parametrize("given", [3, [1], {"area": [1]}, "kent", None], ids=repr)
def test_what_is_no_frame_is_refused_by_its_type(given: Any) -> None:
    with pytest.raises(
        InvalidValueError, match="allowed: a data frame of pandas"
    ) as caught:
        opened(given)
    assert caught.value.value == f"builtins.{type(given).__name__}"


def test_a_frame_of_narwhals_is_refused_and_its_native_one_asked_for() -> None:
    with pytest.raises(InvalidValueError, match="its to_native"):
        opened(nw.from_native(pl.DataFrame()))


def test_a_series_is_no_frame() -> None:
    with pytest.raises(InvalidValueError, match="a data frame of pandas"):
        opened(pd.Series([1]))


def test_columns_of_one_name_are_named() -> None:
    given = pd.DataFrame([[1, 2, 3]], columns=["area", "b", "area"])
    with pytest.raises(InvalidContentError) as caught:
        opened(given)
    (problem,) = caught.value.problems
    assert (problem.place, problem.allowed) == ("column area", "each column once")


def test_an_engine_that_is_not_known_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "policing_indicators.tables.frame_source._ENGINES",
        {nw.Implementation.PANDAS: ""},
    )
    with pytest.raises(InvalidValueError, match="the frame is 'polars"):
        opened(pl.DataFrame({"a": [1]}))


def test_a_relation_comes_back_on_its_own_connection_with_its_own_types() -> None:
    connection = duckdb.connect()
    connection.execute(
        """CREATE TABLE mine AS SELECT 1::UTINYINT AS a, 2::HUGEINT AS "b ""b",
        'x'::ENUM('x', 'y') AS c, 1.50::DECIMAL(20, 2) AS d, [1, 2] AS e"""
    )
    given = connection.table("mine")
    source = opened(given)
    rows = collected(source)
    back = given_back(rows.with_columns(f=nw.lit(0.5)), source, rows.columns)
    assert back.types[:-1] == given.types
    joined = connection.sql("SELECT f FROM back JOIN mine USING (a, c)")
    assert joined.fetchall() == [(0.5,)]
    views = "SELECT count(*) FROM duckdb_views() WHERE NOT internal"
    assert connection.sql(views).fetchall() == [(0,)]


def test_a_relation_is_handed_back_whole_however_many_come_after_it() -> None:
    connection = duckdb.connect()
    source = opened(connection.sql("SELECT 1 AS a"))
    first, second = (
        given_back(nw.from_native(pa.table({"a": [number]})), source)
        for number in (7, 8)
    )
    assert (rows_of(first), rows_of(second)) == ([(7,)], [(8,)])


class Recorder:
    """Notes what it is asked for, and gives itself; for engines of other machines.

    ``engine_tests`` asks the engines themselves.
    """

    def __init__(self, **known: Any) -> None:
        self.asked: list[Any] = []
        self.known = known

    def __getattr__(self, name: str) -> Any:
        if name in self.known:
            return self.known[name]
        return partial(self.note, name)

    def __getitem__(self, name: str) -> Any:
        return self.note("column", name)

    def note(self, *asked: Any, **named: Any) -> Any:
        self.asked.append((*asked, *named.items()))
        return self


RESULT = nw.from_native(pa.table({"area": ["kent"], "of`it": [1.0]}))


def test_dask_is_given_as_many_parts_as_it_had_in_the_same_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dask = Recorder()
    engine = nw.Implementation.DASK

    def namespace(_: nw.Implementation) -> Recorder:
        return dask

    monkeypatch.setattr(nw.Implementation, "to_native_namespace", namespace)
    source = Recorder(npartitions=4)
    like: Any = Recorder(implementation=engine, to_native=lambda: source)
    assert given_back(RESULT, like) is dask
    ((asked, _, *named),) = dask.asked
    assert asked == "from_pandas"
    assert named == [("npartitions", 4), ("sort", False)]
    assert eager_backend(like) is nw.Implementation.PANDAS


def test_spark_is_asked_by_its_own_session_and_keeps_its_types() -> None:
    made = Recorder(columns=["area", "of`it"])
    field = Recorder(name="area", dataType="string")
    source = Recorder(
        sparkSession=Recorder(createDataFrame=partial(made.note, "made")),
        schema=Recorder(fields=[field]),
    )
    engine = nw.Implementation.PYSPARK
    like: Any = Recorder(implementation=engine, to_native=lambda: source)
    assert given_back(RESULT, like, ["area"]) is made
    assert made.asked[0] == ("made", RESULT.to_native())
    assert made.asked[1:5] == [
        ("column", "`area`"),
        ("cast", "string"),
        ("alias", "area"),
        ("column", "`of``it`"),
    ]
    assert made.asked[5][0] == "select"


@pytest.mark.parametrize(
    "module", ["policing_indicators.tables.frame_source", "policing_indicators.frames"]
)
def test_without_narwhals_the_error_names_the_extra(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    for name in list(sys.modules):
        if "policing_indicators.frames" in name or "tables.frame" in name:
            monkeypatch.delitem(sys.modules, name)
    wanted = r"pip install policing-indicators\[frames\]"
    with pytest.raises(MissingLibraryError, match=wanted):
        import_module(module)
