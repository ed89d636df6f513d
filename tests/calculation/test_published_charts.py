"""Charts of every force and offence subgroup, by the Home Office's quarters."""

from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from policing_indicators.calculation import rare_chart
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.recent_trend import RecentTrend, TrendDirection
from policing_indicators.calculation.season import SeasonFinding
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

pytestmark = pytest.mark.shared_data

TABLE = "police_recorded_crime_2012_2025.parquet"
Name = tuple[str, str]
"""A force and a subgroup of offences."""

BY = ["area_name", "offence_subgroup", "financial_year", "quarter"]
REFUSED = "the season of recorded-crime in an-area"
YEARS = range(2020, 2025)
SECONDS = 60
"""What all the charts may take on a busy machine; alone they take a few seconds."""


@pytest.fixture(scope="module")
def by_name(shared_data: Path) -> dict[Name, TimeSeries]:
    parquet: Any = import_module("pyarrow.parquet")
    table = parquet.read_table(
        shared_data / TABLE,
        columns=[*BY, "count"],
        filters=[("area_type", "=", "police_force_area")],
    )
    rows: defaultdict[Name, list[Observation]] = defaultdict(list)
    for row in table.group_by(BY).aggregate([("count", "sum")]).to_pylist():
        year = Period.parse(row["financial_year"]).start.year
        observation = Observation(
            "recorded-crime",
            "an-area",
            Period.financial_quarter(year, row["quarter"]),
            count=row["count_sum"],
        )
        rows[row["area_name"], row["offence_subgroup"]].append(observation)
    return {name: TimeSeries(own) for name, own in rows.items()}


@pytest.fixture(scope="module")
def every_series(by_name: dict[Name, TimeSeries]) -> list[TimeSeries]:
    return list(by_name.values())


def test_every_series_is_charted_or_refused_by_name(
    every_series: list[TimeSeries],
) -> None:
    assert len(every_series) > 1_000
    outcomes: Counter[object] = Counter()
    start = perf_counter()
    for series in every_series:
        try:
            chart = ControlChart.of(series)
        except MissingDataError as error:
            outcomes[error.what] += 1
        else:
            assert chart.season is not None
            outcomes[chart.season.finding] += 1
            assert len(chart.points) == len(series)
    assert perf_counter() - start < SECONDS
    assert set(outcomes) == {
        REFUSED,
        SeasonFinding.ADJUSTED,
        SeasonFinding.NONE_FOUND,
    }
    assert outcomes[REFUSED] < 0.2 * len(every_series)


def test_every_series_is_charted_where_its_season_is_ignored(
    every_series: list[TimeSeries],
) -> None:
    for series in every_series:
        chart = ControlChart.of(series, season="ignore")
        for point in chart.points:
            assert point.lower <= point.centre <= point.upper
            assert 0 <= point.drawn_lower <= max(point.upper, 0)


def test_every_series_of_few_is_charted_by_exact_limits_too(
    every_series: list[TimeSeries],
) -> None:
    charted = refused = 0
    for series in every_series:
        by_range = ControlChart.of(series, season="ignore")
        if ChartCaution.RARE_EVENTS not in by_range.cautions:
            continue
        if min(row.required_count() for row in series) < 0:
            with pytest.raises(InvalidValueError, match="zero or more"):
                rare_chart.c_chart(series)
            refused += 1
        else:
            chart = rare_chart.c_chart(series)
            assert chart.latest.lower <= chart.latest.centre <= chart.latest.upper
            charted += 1
    assert charted > 20
    assert charted + refused > 50


def yearly(series: TimeSeries) -> TimeSeries | None:
    """Give the years of which the series has all four quarters, if it has five."""
    quarters = {row.period: row.required_count() for row in series}
    years = [Period.financial_year(year) for year in YEARS]
    if not all(quarter in quarters for year in years for quarter in year.quarters):
        return None
    return TimeSeries(
        Observation(
            "recorded-crime",
            "an-area",
            year,
            count=sum(quarters[quarter] for quarter in year.quarters),
        )
        for year in years
    )


def test_with_poisson_weights_half_of_the_series_have_a_trend_and_no_homicide(
    by_name: dict[Name, TimeSeries],
) -> None:
    found: defaultdict[str, Counter[TrendDirection]] = defaultdict(Counter)
    for (_, subgroup), series in by_name.items():
        years = yearly(series)
        if years is not None:
            found[subgroup][RecentTrend.of(years).direction] += 1
    trends = {TrendDirection.INCREASING, TrendDirection.DECREASING}
    every = sum(found.values(), Counter[TrendDirection]())
    every.pop(TrendDirection.CANNOT_BE_CALCULATED)
    assert (sum(every[each] for each in trends), every.total()) == (510, 985)
    assert not trends & set(found["Homicide"])
