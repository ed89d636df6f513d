"""A time series is of one indicator, area and vintage, in order, without doubles."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from policing_indicators.errors import (
    DuplicateError,
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.strategies import time_series
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

APRIL, JANUARY = date(2026, 4, 23), date(2026, 1, 29)


Make = Callable[[object], TimeSeries]
both_constructors = pytest.mark.parametrize(
    "make", [TimeSeries, TimeSeries.latest], ids=["plain", "latest"]
)


def homicide(year: int, count: int = 1, as_at: date | None = None) -> Observation:
    return Observation(
        "homicide", "kent", Period.financial_year(year), count=count, as_at=as_at
    )


def test_observations_are_put_in_order_of_time() -> None:
    series = TimeSeries([homicide(2024), homicide(2022), homicide(2023)])
    assert [row.period.start.year for row in series] == [2022, 2023, 2024]


def test_periods_that_start_together_are_ordered_by_length() -> None:
    quarter = evolve(homicide(2024), period=Period.financial_quarter(2024, 1))
    assert list(TimeSeries([homicide(2024), quarter])) == [quarter, homicide(2024)]


def test_a_series_says_what_it_is_of() -> None:
    series = TimeSeries([homicide(2024, as_at=APRIL)])
    assert (series.indicator, series.area, series.as_at) == ("homicide", "kent", APRIL)
    assert len(series) == 1
    assert list(series) == [homicide(2024, as_at=APRIL)]


def test_a_missing_figure_holds_its_place() -> None:
    gap = evolve(homicide(2023), count=None, missing=MissingReason.NOT_AVAILABLE)
    series = TimeSeries([homicide(2024), gap])
    assert series[Period.financial_year(2023)] is gap


def test_an_observation_is_found_by_its_period_however_it_is_written() -> None:
    series = TimeSeries([homicide(2023), homicide(2024)])
    period = Period.year_ending(2025, 3)
    assert series[period] == homicide(2024)
    assert series.get(period) == homicide(2024)
    assert period in series


def test_a_period_that_is_not_there_is_named() -> None:
    series = TimeSeries([homicide(2024)])
    period = Period.financial_year(2020)
    assert period not in series
    assert series.get(period) is None
    with pytest.raises(MissingDataError) as caught:
        series[period]
    assert caught.value.what == "homicide in kent, 2020/21"
    assert caught.value.reason == "the series does not hold that period"


@pytest.mark.parametrize("period", ["2024/25", 2024, 0, None])
def test_what_is_no_period_is_refused_rather_than_not_found(period: Period) -> None:
    series = TimeSeries([homicide(2024)])
    with pytest.raises(InvalidValueError, match="the period of an observation"):
        series.get(period)
    with pytest.raises(InvalidValueError):
        series[period]
    with pytest.raises(InvalidValueError):
        _ = period in series


def test_a_series_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="one observation or more"):
        TimeSeries([])
    with pytest.raises(InvalidValueError, match="one observation or more"):
        TimeSeries.latest([])


@both_constructors
@pytest.mark.parametrize(
    "rows",
    ["homicide", {homicide(2024)}, homicide(2024), None],
    ids=["text", "set", "one", "none"],
)
def test_observations_are_a_list(make: Make, rows: object) -> None:
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        make(rows)


@both_constructors
@pytest.mark.parametrize("row", ["homicide", None, 3, Period.financial_year(2024)])
def test_what_is_no_observation_is_refused(make: Make, row: object) -> None:
    with pytest.raises(InvalidValueError, match="of type Observation"):
        make([homicide(2024), row])


@both_constructors
def test_two_figures_of_one_period_are_refused(make: Make) -> None:
    again = evolve(homicide(2024, 5), period=Period.year_ending(2025, 3))
    with pytest.raises(
        DuplicateError, match="is there more than once in a time series"
    ):
        make([homicide(2024), homicide(2023), again])


@both_constructors
@pytest.mark.parametrize("other", [{"indicator": "knife-crime"}, {"area": "essex"}])
def test_two_indicators_or_areas_make_no_series(
    make: Make, other: dict[str, Any]
) -> None:
    with pytest.raises(IncomparableError, match="of one indicator in one area"):
        make([homicide(2024), evolve(homicide(2023), **other)])


def test_two_vintages_make_no_series() -> None:
    with pytest.raises(IncomparableError) as caught:
        TimeSeries([homicide(2024, as_at=APRIL), homicide(2023, as_at=None)])
    assert str(caught.value) == (
        "homicide in kent, 2023/24 as at an unknown day and homicide in kent, 2024/25 "
        "as at 2026-04-23 do not compare: a time series is of one vintage"
    )


def test_the_latest_vintage_is_chosen() -> None:
    rows = [
        homicide(2023, 44, JANUARY),
        homicide(2024, 31, JANUARY),
        homicide(2024, 32, APRIL),
        homicide(2023, 45, APRIL),
    ]
    series = TimeSeries.latest(iter(rows))
    assert series.as_at == APRIL
    assert [row.count for row in series] == [45, 32]


def test_what_an_earlier_vintage_alone_holds_is_left_out() -> None:
    series = TimeSeries.latest(
        [homicide(2022, as_at=JANUARY), homicide(2024, as_at=APRIL)]
    )
    assert Period.financial_year(2022) not in series


def test_an_observation_without_a_vintage_gives_way_to_one_with_it() -> None:
    series = TimeSeries.latest([homicide(2024, 31), homicide(2024, 32, JANUARY)])
    assert series[Period.financial_year(2024)].count == 32
    assert TimeSeries.latest([homicide(2024, 31)]).as_at is None


def test_an_earlier_vintage_of_another_indicator_is_not_dropped_without_a_word() -> (
    None
):
    stranger = evolve(homicide(2024, as_at=JANUARY), indicator="knife-crime")
    with pytest.raises(IncomparableError, match="knife-crime"):
        TimeSeries.latest([homicide(2024, as_at=APRIL), stranger])


@settings(max_examples=20)
@given(time_series(), st.randoms(use_true_random=False))
def test_the_order_that_observations_come_in_does_not_matter(
    series: TimeSeries, random: Random
) -> None:
    rows = list(series)
    random.shuffle(rows)
    assert TimeSeries(rows) == series
    assert TimeSeries.latest(rows) == series


@settings(max_examples=20)
@given(time_series())
def test_a_series_is_in_order_and_holds_what_it_was_given(series: TimeSeries) -> None:
    periods = [row.period for row in series]
    assert periods == sorted(periods)
    assert len(set(periods)) == len(series)
    assert all(series[row.period] is row for row in series)
