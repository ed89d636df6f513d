"""Rates and limits stand beside the counts that they are of."""

from decimal import Decimal
from typing import Any

import numpy as np
import polars as pl
import pytest
from tests.frames.engines import ENGINES, Engine, column, pd

from policing_indicators import arrays, frames
from policing_indicators.arrays import Limits
from policing_indicators.errors import (
    InvalidArrayError,
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.frames import LimitsOf
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind

GIVEN: dict[str, Any] = {"count": [31, None, 5], "denominator": [2_980_936, 7, 0]}

each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)


@each_engine
def test_a_rate_over_nothing_or_of_a_gap_is_a_gap(engine: Engine) -> None:
    rated = frames.with_rates(engine.frame(GIVEN), per=1_000_000)
    assert column(rated, "rate") == [
        float(arrays.rate(31, 2_980_936, per=1_000_000)),
        None,
        None,
    ]


@each_engine
def test_a_gap_among_figures_is_null_and_never_a_number(engine: Engine) -> None:
    rated = frames.with_rates(engine.frame(GIVEN))
    if engine.name.startswith("pandas"):
        assert rated["rate"].isna().tolist() == [False, True, True]
    elif engine.name == "DuckDB":
        assert rated.aggregate("max(rate) < 2").fetchall() == [(True,)]
    else:
        assert column(rated, "rate").count(None) == 2


COUNTS = np.array([0, 31, 56])
LIMITS: dict[LimitsOf, Limits] = {
    "count": arrays.count_limits(COUNTS, confidence=0.998),
    "rate": arrays.rate_limits(COUNTS, 70, per=1_000, confidence=0.998),
    "proportion": arrays.proportion_limits(COUNTS, 70, confidence=0.998),
}


@each_engine
@pytest.mark.parametrize("of", LIMITS)
def test_limits_are_those_of_the_door_for_arrays(engine: Engine, of: LimitsOf) -> None:
    frame = engine.frame({"count": COUNTS, "denominator": [70, 70, 70]})
    limited = frames.with_limits(frame, of=of, per=1_000, confidence=0.998)
    lower, upper = LIMITS[of]
    assert column(limited, "lower") == lower.tolist()
    assert column(limited, "upper") == upper.tolist()


def test_byar_is_there_for_those_who_must_match_it() -> None:
    limited = frames.with_limits(
        pl.DataFrame({"n": [31]}), of="count", method="byar", columns={"count": "n"}
    )
    _, upper = arrays.count_limits([31], method="byar")
    assert limited["upper"].to_list() == upper.tolist()


def test_the_population_of_the_period_is_chosen_and_named() -> None:
    frame = pd.DataFrame(
        {
            "Force": ["West Midlands", "E23000014", "British Transport Police"],
            "period": ["2024/25", "2023", "2024/25"],
            "count": [32, 44, 1],
        },
        index=[9, 9, 3],
    )
    rated = frames.with_rates(
        frame, populations=populations(), columns={"area": "Force"}, prefix="of_"
    )
    assert rated.index.tolist() == [9, 9, 3]
    assert column(rated, "of_denominator")[0] == 3_036_605
    assert column(rated, "of_population") == ["mid-2024", "mid-2023", None]
    assert column(rated, "of_edition")[2] is None
    assert column(rated, "of_rate")[0] == float(arrays.rate(32, 3_036_605))
    assert column(rated, "of_rate")[2] is None


def test_the_rate_of_an_area_where_few_live_and_many_work_is_withheld() -> None:
    frame = pl.DataFrame(
        {"area": ["city-of-london"], "period": ["2024/25"], "count": [9]}
    )
    rated = frames.with_rates(frame, populations=populations())
    assert rated["rate"].to_list() == [None]


def test_households_and_an_edition_may_be_asked_for() -> None:
    frame = pl.DataFrame({"area": ["kent"], "period": ["2021"], "count": [9]})
    rated = frames.with_rates(
        frame,
        populations=populations(),
        kind=DenominatorKind.HOUSEHOLDS,
        areas=areas(),
    )
    wanted = populations().for_period(
        "kent", Period.parse("2021"), kind=DenominatorKind.HOUSEHOLDS
    )
    assert rated["denominator"].to_list() == [wanted.value]
    other = frames.with_rates(frame, populations=populations(), edition="no such")
    assert other["rate"].to_list() == [None]


def test_areas_and_periods_that_cannot_be_read_are_named_by_row() -> None:
    frame = pl.DataFrame(
        {
            "area": ["kent", "Kentt", None],
            "period": ["2024/25", "2011-12", "2024"],
            "count": [1, 2, 3],
        }
    )
    with pytest.raises(InvalidContentError) as caught:
        frames.with_rates(frame, populations=populations())
    assert [each.place for each in caught.value.problems] == [
        "row 2, column area",
        "row 3, column area",
        "row 2, column period",
    ]


OFFENDING: list[tuple[dict[str, Any], str]] = [
    ({"count": ["31"]}, "count holds '31'"),
    ({"count": [True]}, "count holds True"),
    ({"count": [float("inf")]}, "count holds inf"),
    ({"denominator": [-1]}, "denominator holds -1"),
]


@pytest.mark.parametrize(("columns", "message"), OFFENDING)
def test_what_is_no_figure_is_refused_by_its_column(
    columns: dict[str, Any], message: str
) -> None:
    frame = pd.DataFrame({"count": [1], "denominator": [2]} | columns)
    with pytest.raises(InvalidArrayError, match=message):
        frames.with_rates(frame)


NUMBERS: list[Any] = [
    np.array([3], dtype=np.uint64),
    np.array([3], dtype=np.float32),
    [Decimal(3)],
    pd.array([3], dtype="Int8"),
    pd.array([3], dtype="float64[pyarrow]"),
]


@pytest.mark.parametrize("values", NUMBERS, ids=repr)
def test_numbers_of_any_type_are_figures(values: Any) -> None:
    frame = pd.DataFrame({"count": values, "denominator": [100]})
    assert column(frames.with_rates(frame, per=100), "rate") == [3.0]


@pytest.mark.parametrize("count", [-1, 71])
def test_a_part_lies_within_its_whole(count: int) -> None:
    frame = pl.DataFrame({"n": [count], "of": [70]})
    named = {"count": "n", "denominator": "of"}
    with pytest.raises(InvalidArrayError, match=f"n holds {count}"):
        frames.with_limits(frame, of="proportion", columns=named)


def test_a_name_that_is_taken_is_refused_and_a_prefix_makes_it_free() -> None:
    frame = pl.DataFrame({"count": [1], "lower": [2], "upper": [3]})
    with pytest.raises(InvalidContentError) as caught:
        frames.with_limits(frame, of="count")
    places = [each.place for each in caught.value.problems]
    assert places == ["column lower", "column upper"]
    limited = frames.with_limits(frame, of="count", prefix="count_")
    assert limited.columns == ["count", "lower", "upper", "count_lower", "count_upper"]


def test_the_denominator_of_the_frame_is_not_overwritten() -> None:
    frame = pl.DataFrame(
        {"area": ["kent"], "period": ["2024"], "count": [1], "denominator": [9]}
    )
    with pytest.raises(InvalidContentError, match="column denominator"):
        frames.with_rates(frame, populations=populations())


MISUSED: list[tuple[dict[str, Any], str]] = [
    ({"per": 0}, "per is 0"),
    ({"populations": [1]}, "populations is"),
    ({"populations": populations(), "kind": "people"}, "kind is"),
    ({"prefix": None}, "prefix is None"),
]


@pytest.mark.parametrize(("arguments", "message"), MISUSED)
def test_an_argument_that_is_not_what_it_must_be_is_refused(
    arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        frames.with_rates(pl.DataFrame(GIVEN), **arguments)


def test_what_limits_are_of_is_one_of_three() -> None:
    of: Any = "percentage"
    with pytest.raises(InvalidValueError, match="'count' or 'rate' or 'proportion'"):
        frames.with_limits(pl.DataFrame(GIVEN), of=of)


def test_a_column_that_is_needed_and_not_there_is_named() -> None:
    with pytest.raises(UnknownNameError, match="no column of the frame 'count'"):
        frames.with_rates(pl.DataFrame(GIVEN).drop("count"))
    with pytest.raises(UnknownNameError, match="no column of the frame 'denominator'"):
        frames.with_limits(pl.DataFrame(GIVEN).drop("denominator"), of="rate")


def test_a_rate_is_over_a_denominator_or_over_populations() -> None:
    with pytest.raises(InvalidValueError, match="or a frame with a column denominator"):
        frames.with_rates(pl.DataFrame(GIVEN).drop("denominator"))
