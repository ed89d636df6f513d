"""A count is held against the same months of an earlier year, within its series."""

from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frames.engines import ENGINES, Engine, column, pd, rows_of

from policing_indicators import arrays, frames, strategies
from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.vocabulary.period import Period

each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)


def series(
    periods: list[str], counts: list[Any], **columns: list[Any]
) -> dict[str, Any]:
    given: dict[str, Any] = {
        "indicator": ["homicide"] * len(periods),
        "area": ["kent"] * len(periods),
        "period": periods,
        "count": counts,
    }
    return given | columns


@each_engine
def test_a_change_is_on_the_same_months_a_year_before(engine: Engine) -> None:
    frame = engine.frame(
        series(
            [
                "2024/25 Q1",
                "2023/24",
                "year ending March 2025",
                "2023/24 Q1",
                "2022/23",
            ],
            [3, 0, 7, 4, None],
        )
    )
    changed = frames.with_changes(frame)
    assert column(changed, "earlier_count") == [4.0, None, 0.0, None, None]
    assert column(changed, "change") == [-1.0, None, 7.0, None, None]
    assert column(changed, "percent_change") == [-25.0, None, None, None, None]
    assert [row[:4] for row in rows_of(changed)] == rows_of(frame)


def test_years_further_back_may_be_asked_for() -> None:
    frame = pl.DataFrame(series(["2024", "2023", "2021"], [30, 20, 15]))
    changed = frames.with_changes(frame, years=3, prefix="on_2021_")
    assert changed["on_2021_change"].to_list() == [15.0, None, None]


def test_a_period_that_overlaps_the_one_before_has_no_change() -> None:
    frame = pl.DataFrame(
        series(["January 2023 to June 2024", "January 2022 to June 2023"], [9, 8])
    )
    assert frames.with_changes(frame)["change"].to_list() == [None, None]
    changed = frames.with_changes(frame, years=2)
    assert changed["change"].to_list() == [None, None]


@each_engine
def test_a_change_is_within_one_vintage(engine: Engine) -> None:
    frame = engine.frame(
        series(
            ["2024", "2023", "2023", "2024"],
            [30, 20, 21, 31],
            as_at=["2025-04-01", "2025-04-01", "2026-04-01", None],
            source=["ONS", "ONS", "ONS", None],
        )
    )
    changed = frames.with_changes(frame)
    assert column(changed, "earlier_count") == [20.0, None, None, None]


def test_any_columns_may_tell_series_apart() -> None:
    frame = pd.DataFrame(
        {
            "ward": ["a", "b", "a", "b"],
            "when": [2023, 2023, 2024, 2024],
            "n": [1, 2, 3, 4],
        }
    )
    changed = frames.with_changes(
        frame, by=["ward"], columns={"period": "when", "count": "n"}
    )
    assert column(changed, "change") == [None, None, 2.0, 2.0]


@each_engine
def test_two_rows_of_one_series_and_period_are_refused(engine: Engine) -> None:
    frame = engine.frame(
        series(["2024/25", "2023/24", "year ending March 2025"], [1, 2, 3])
    )
    with pytest.raises(InvalidContentError) as caught:
        frames.with_changes(frame)
    (problem,) = caught.value.problems
    assert (problem.place, problem.value) == ("rows 1 and 3", "year ending March 2025")


@each_engine
def test_gaps_in_what_tells_series_apart_are_refused(engine: Engine) -> None:
    frame = engine.frame(
        series(["2024", "2023", "soon"], [1, 2, 3], area=["a", None, "a"])
    )
    with pytest.raises(InvalidContentError) as caught:
        frames.with_changes(frame)
    assert [each.place for each in caught.value.problems] == [
        "row 3, column period",
        "row 2, column area",
    ]


@each_engine
def test_without_a_row_there_is_no_change(engine: Engine) -> None:
    frame = engine.frame(series(["2024"], [1]))
    if engine.name != "DuckDB":
        empty = frames.with_changes(
            frame[:0]
            if engine.name.startswith("pandas")
            else frame.head(0)
            if "polars" in engine.name
            else frame.slice(0, 0)
        )
    else:
        empty = frames.with_changes(frame.limit(0))
    assert rows_of(empty) == []


@pytest.mark.parametrize("years", [0, -1, 1.5, "1"])
def test_years_are_a_whole_number_above_zero(years: Any) -> None:
    with pytest.raises(InvalidValueError, match="years is"):
        frames.with_changes(pl.DataFrame(series(["2024"], [1])), years=years)


def test_a_column_that_is_not_there_is_named() -> None:
    frame = pl.DataFrame(series(["2024"], [1]))
    with pytest.raises(UnknownNameError, match="no column of the frame 'ward'"):
        frames.with_changes(frame, by=["ward"])
    for name in ("indicator", "area", "period", "count"):
        with pytest.raises(UnknownNameError, match=f"no column of the frame '{name}'"):
            frames.with_changes(frame.drop(name))


rows = st.lists(
    st.tuples(
        st.sampled_from(["kent", "essex"]),
        strategies.periods(first_year=2020, last_year=2024),
        st.integers(-5, 60),
    ),
    max_size=30,
    unique_by=lambda row: row[:2],
)


@given(rows)
def test_each_row_is_held_against_the_one_that_compares_with_it(
    rows: list[tuple[str, Period, int]],
) -> None:
    frame = pl.DataFrame(
        {
            "area": pl.Series([area for area, _, _ in rows], dtype=pl.String),
            "period": pl.Series([str(each) for _, each, _ in rows], dtype=pl.String),
            "count": pl.Series([count for _, _, count in rows], dtype=pl.Int64),
        }
    )
    changed = frames.with_changes(frame, by=["area"])
    known = {(area, period): count for area, period, count in rows}
    earlier = [
        known.get((area, period.year_before))
        if period.year_before.incomparability(period) is None
        else None
        for area, period, _ in rows
    ]
    assert changed["earlier_count"].to_list() == earlier
    percent = arrays.percent_change(
        np.array(earlier, dtype=np.float64), [count for _, _, count in rows]
    )
    assert changed["percent_change"].to_list() == [
        None if np.isnan(each) else each for each in percent.tolist()
    ]
