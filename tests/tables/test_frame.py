"""A frame of any engine is read as the tidy table is."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.frames.engines import ENGINES, Engine, pa, pd

from policing_indicators import strategies
from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.tables import frame, tidy
from policing_indicators.tables.tidy_row import COLUMNS
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin

TIDY: dict[str, Any] = {
    "indicator": ["homicide", "knife-crime", "victim-satisfaction"],
    "area": ["Kent ", "E23000014", "kent"],
    "period": ["2024/25", "2024", "year ending December 2024"],
    "count": pa.array([9, None, None], pa.uint8()),
    "value": [None, None, 62.5],
    "missing": [None, "not yet published", None],
    "status": ["provisional", None, None],
    "as_at": pa.array([date(2026, 4, 1), None, None], pa.date32()),
    "note": [" a note with  spaces ", None, ""],
}

each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)


def problems(
    given: Any,
    columns: Mapping[str, str] | None = None,
) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContentError) as caught:
        frame.observations(given, columns=columns)
    return caught.value.problems


@each_engine
def test_a_frame_gives_what_its_tidy_table_gives(engine: Engine) -> None:
    homicide, knives, victims = frame.observations(engine.frame(TIDY))
    assert (homicide.area, homicide.count) == ("kent", 9)
    assert homicide.status is Status.PROVISIONAL
    assert homicide.as_at == date(2026, 4, 1)
    assert homicide.note == " a note with  spaces "
    assert homicide.origin == Origin("the frame", 1)
    assert (knives.area, knives.count) == ("west-midlands", None)
    assert knives.missing is MissingReason.NOT_YET_PUBLISHED
    assert victims.value == 62.5
    assert victims.as_at is None


rows = st.lists(
    strategies.observations(area=st.sampled_from([area.id for area in areas()])),
    max_size=5,
    unique_by=lambda row: (row.indicator, row.area, row.period, row.as_at, row.source),
)


def fits(observation: Observation) -> bool:
    """Say whether a column of floats holds its figures, and tables its texts."""
    figures = (observation.denominator, observation.value)
    exact = all(each is None or float(each) == each for each in figures)
    # An apostrophe there guards a text from spreadsheets, and is taken off.
    return exact and "'" not in observation.source + observation.note


def written(observation: Observation) -> tuple[Any, ...]:
    values: list[Any] = [getattr(observation, column) for column in COLUMNS]
    values[2] = str(observation.period)
    values[6] = observation.missing.value if observation.missing else None
    values[7] = observation.status.value
    values[5] = None if observation.value is None else float(observation.value)
    if observation.denominator is not None:
        values[4] = float(observation.denominator)
    return tuple(values)


TYPES: list[Any] = [
    *[pa.string()] * 3,
    pa.int64(),
    *[pa.float64()] * 2,
    *[pa.string()] * 2,
    pa.date32(),
    *[pa.string()] * 2,
]


@each_engine
@settings(max_examples=15)
@given(observations=rows)
def test_whichever_engine_observations_lie_in_they_come_back(
    engine: Engine, observations: list[Observation]
) -> None:
    plain = [row for row in observations if fits(row)]
    table = [written(row) for row in plain]
    columns = {
        name: pa.array([row[place] for row in table], kind)
        for place, (name, kind) in enumerate(zip(COLUMNS, TYPES, strict=True))
    }
    assert frame.observations(engine.frame(columns)) == tuple(plain)


def test_columns_of_other_names_are_named_and_the_rest_passed_over() -> None:
    given = pd.DataFrame(
        {
            "Measure": ["homicide"],
            "Force Name": ["Kent"],
            "period": ["2024/25"],
            "count": [9],
            "team": ["A"],
        }
    )
    named = {"indicator": "Measure", "area": "Force Name"}
    (homicide,) = frame.observations(given, columns=named)
    assert (homicide.indicator, homicide.area) == ("homicide", "kent")


def test_a_column_that_is_named_for_a_role_stands_for_no_other() -> None:
    given = pl.DataFrame(
        {
            "indicator": ["homicide"],
            "area": ["Kent"],
            "period": ["2024/25"],
            "count": ["9"],
            "value": [9],
        }
    )
    (homicide,) = frame.observations(given.drop("count"), columns={"count": "value"})
    assert (homicide.count, homicide.value) == (9, None)


def test_indicators_are_found_in_a_framework_and_areas_among_those_given() -> None:
    given = pl.DataFrame(TIDY | {"count": [9, None, None]})
    national = framework("national-priorities-2021")
    assert frame.observations(given, framework=national)[0].indicator == "homicide"
    with pytest.raises(InvalidContentError, match="my table has 1 problem"):
        frame.observations(
            given.with_columns(indicator=pl.lit("homicid")).head(1),
            framework=national,
            name="my table",
        )


def test_everything_that_is_not_right_is_named_by_row_and_column() -> None:
    given = pd.DataFrame(
        {
            "measure": ["homicide", "h h", "homicide", "homicide"],
            "area": ["Kent", "Kentt", "Kent", "Kent"],
            "period": ["2024/25", "2011-12", "2024/25", "2023/24"],
            "count": [9, True, 10, [1]],
        }
    )
    found = problems(given, {"indicator": "measure"})
    assert [(problem.place, problem.value) for problem in found] == [
        ("row 2, column count", True),
        ("row 2, column measure", "h h"),
        ("row 2, column area", "Kentt"),
        ("row 2, column period", "2011-12"),
        ("rows 1 and 3", "homicide in kent, 2024/25"),
        ("row 4, column count", [1]),
    ]
    assert found[1].allowed.startswith("small letters and digits")
    assert "did you mean 'kent'" in found[2].allowed


def test_a_cell_that_is_refused_keeps_a_row_out_that_reads_without_it() -> None:
    (found,) = problems(with_counts([1, 2]).assign(note=[b"Kent", ""]))
    assert (found.place, found.value) == ("row 1, column note", b"Kent")


def test_a_row_with_two_figures_is_named_as_a_row() -> None:
    given = pl.DataFrame(
        {
            "indicator": ["homicide"],
            "area": ["Kent"],
            "period": ["2024/25"],
            "count": [9],
            "value": [1.5],
        }
    )
    (problem,) = problems(given)
    assert problem.place == "row 1"
    assert problem.allowed == "exactly one of count, value and missing filled in"


COUNTS: list[tuple[Any, list[int]]] = [
    (np.array([9, 10], dtype=np.uint8), [9, 10]),
    (["9", "1,234"], [9, 1234]),
    (pd.Series([9, 10], dtype="Int64"), [9, 10]),
    ([Decimal(9), Decimal(10)], [9, 10]),
    (pd.Categorical(["9", "10"]), [9, 10]),
    ([2**70, -1], [2**70, -1]),
]


@pytest.mark.parametrize(("values", "expected"), COUNTS, ids=repr)
def test_a_count_of_any_type_is_read_as_a_whole_number(
    values: object, expected: list[int]
) -> None:
    read = frame.observations(with_counts(values))
    assert [row.count for row in read] == expected


NOT_COUNTS: list[object] = [
    [9.0, 10.0],
    [9.5, 10.5],
    [Decimal("9.0"), Decimal("10.0")],
    [float("inf"), float("-inf")],
    [True, False],
    ["nine", "ten"],
    pd.to_datetime(["2024-01-01", "2024-01-02"]),
]


@pytest.mark.parametrize("values", NOT_COUNTS, ids=repr)
def test_what_is_no_whole_number_is_no_count(values: object) -> None:
    places = [problem.place for problem in problems(with_counts(values))]
    assert places == ["row 1, column count", "row 2, column count"]


def with_counts(values: object) -> Any:
    return pd.DataFrame(
        {
            "indicator": ["homicide"] * 2,
            "area": ["Kent", "Essex"],
            "period": ["2024/25"] * 2,
            "count": values,
        }
    )


def test_a_frame_without_a_row_is_a_table_without_one() -> None:
    assert frame.observations(with_counts([1, 2]).head(0)) == ()


def test_columns_may_be_spelt_as_in_a_file() -> None:
    table = with_counts([9, 8]).rename(columns={"count": "Count", "area": " Area "})
    rows = frame.observations(table.assign(**{"As at": "2026-04-01"}))
    assert [(row.area, row.count, row.as_at) for row in rows] == [
        ("kent", 9, date(2026, 4, 1)),
        ("essex", 8, date(2026, 4, 1)),
    ]
    places = [problem.place for problem in problems(table.assign(Count="ten"))]
    assert places == ["row 1, column Count", "row 2, column Count"]


def test_two_columns_that_are_spelt_alike_are_both_refused() -> None:
    table = with_counts([9, 8]).rename(columns={"count": "Count"}).assign(COUNT=1)
    places = [problem.place for problem in problems(table)]
    assert places == ["columns", "column Count", "column COUNT"]


WITHOUT: list[tuple[str, str]] = [
    ("area", "a column area, or in columns which one it is"),
    ("count", "at least one column of count, value, missing"),
]


@pytest.mark.parametrize(("column", "allowed"), WITHOUT)
def test_a_column_that_is_needed_and_not_there_is_named(
    column: str, allowed: str
) -> None:
    (problem,) = problems(with_counts([1, 2]).drop(columns=[column]))
    assert problem.place == "columns"
    assert problem.allowed == allowed


def test_without_columns_a_name_that_is_not_known_is_refused_with_what_is_near() -> (
    None
):
    (problem,) = problems(with_counts([1, 2]).assign(notes="-"))
    assert (problem.place, problem.value) == ("column notes", "notes")
    assert problem.allowed.endswith("did you mean 'note'?")


MISUSED: list[tuple[Any, type[Exception], str]] = [
    ({"areas": "area"}, UnknownNameError, "'areas'"),
    ({"area": "Force"}, UnknownNameError, "'Force'"),
    (
        {"area": "period", "period": "period"},
        InvalidValueError,
        "a column of its own",
    ),
    (["area"], InvalidValueError, "a mapping"),
    ({"area": 3}, InvalidValueError, "such as"),
]


@pytest.mark.parametrize(("columns", "error", "message"), MISUSED)
def test_columns_that_do_not_fit_are_refused(
    columns: Any,
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error, match=message):
        frame.observations(with_counts([1, 2]), columns=columns)


def test_a_frame_is_left_as_it_was() -> None:
    given = with_counts([1, None])
    before = given.copy(deep=True)
    with pytest.raises(InvalidContentError):
        frame.observations(given)
    pd.testing.assert_frame_equal(given, before)


def test_the_text_of_a_tidy_table_gives_the_same_as_its_frame() -> None:
    text = 'indicator,area,period,count\nhomicide,Kent,2024/25,"1,234 [p]"\n'
    given = pl.DataFrame(
        {
            "indicator": ["homicide"],
            "area": ["Kent"],
            "period": ["2024/25"],
            "count": ["1,234 [p]"],
        }
    )
    assert frame.observations(given) == tidy.parse(text)
