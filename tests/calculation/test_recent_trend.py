"""The trend of the last five years, or why there is none."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.calculation.recent_trend import (
    CRITICAL,
    RecentTrend,
    TrendDirection,
    WhyNoTrend,
)
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.vocabulary.time_series import TimeSeries

FALLING = [1210, 1120, 1050, 960, 900]


def series(
    counts: Sequence[int | None], denominators: Sequence[float] = (), last: int = 2024
) -> TimeSeries:
    start = last + 1 - len(counts)
    return TimeSeries(
        Observation(
            "robbery",
            "west-midlands",
            Period.financial_year(start + place),
            count=count,
            missing=MissingReason.NOT_AVAILABLE if count is None else None,
            denominator=denominators[place] if denominators else None,
        )
        for place, count in enumerate(counts)
    )


def why_not(found: RecentTrend) -> WhyNoTrend | None:
    assert (found.direction is TrendDirection.CANNOT_BE_CALCULATED) == (
        found.why_not is not None
    )
    assert (found.slope is None) == (found.why_not is not None)
    return found.why_not


def test_what_is_held_against_is_chi_squared_at_ninety_nine_point_eight() -> None:
    assert round(stats.chi2.ppf(0.998, 1), 4) == CRITICAL


def test_a_trend_of_counts_is_the_regression_weighed_by_one_over_the_count() -> None:
    found = RecentTrend.of(series(FALLING))
    slope, _ = np.polyfit(np.arange(5), FALLING, 1, w=1 / np.sqrt(FALLING))
    assert found.slope == pytest.approx(slope, rel=1e-9)
    assert found.direction is TrendDirection.DECREASING
    assert found.dispersion == 1
    assert [str(period) for period in found.periods] == [
        "2020/21",
        "2021/22",
        "2022/23",
        "2023/24",
        "2024/25",
    ]
    rising = RecentTrend.of(series(FALLING[::-1]))
    assert rising.direction is TrendDirection.INCREASING


def test_the_weights_carry_the_dispersion() -> None:
    once, twice = (
        RecentTrend.of(series(FALLING), dispersion=ratio) for ratio in (1, 20)
    )
    assert once.chi_squared is not None
    assert twice.chi_squared is not None
    assert twice.chi_squared == pytest.approx(once.chi_squared / 20, rel=1e-12)
    assert once.chi_squared > CRITICAL > twice.chi_squared
    assert twice.direction is TrendDirection.NO_SIGNIFICANT_CHANGE
    assert twice.dispersion == 20


def test_a_trend_must_be_more_than_the_critical_value() -> None:
    found = RecentTrend.of(series(FALLING))
    assert found.chi_squared is not None
    ratio = found.chi_squared / CRITICAL
    for dispersion, direction in (
        (ratio * (1 - 1e-9), TrendDirection.DECREASING),
        (ratio * (1 + 1e-9), TrendDirection.NO_SIGNIFICANT_CHANGE),
    ):
        assert RecentTrend.of(series(FALLING), dispersion=dispersion).direction is (
            direction
        )


def test_a_trend_that_one_year_decides_is_none() -> None:
    found = RecentTrend.of(series([900, 890, 880, 870, 1400]))
    assert found.chi_squared is not None
    assert found.chi_squared > CRITICAL
    assert found.direction is TrendDirection.NO_SIGNIFICANT_CHANGE


def test_years_without_any_slope_once_one_is_left_out_have_no_trend() -> None:
    """Without the last year, 18, 4, 4 and 18 neither rise nor fall."""
    for counts in ([18, 4, 4, 18, 1], [1, 18, 4, 4, 18]):
        found = RecentTrend.of(series(counts))
        assert found.chi_squared is not None
        assert found.chi_squared > CRITICAL
        assert found.direction is TrendDirection.NO_SIGNIFICANT_CHANGE


def test_only_the_last_five_years_count() -> None:
    longer = RecentTrend.of(series([1, 1, 90_000, *FALLING]))
    assert longer == RecentTrend.of(series(FALLING))


def test_a_rate_is_weighed_by_its_own_variance() -> None:
    people = [900_000, 950_000, 1_000_000, 1_050_000, 1_100_000]
    found = RecentTrend.of(series(FALLING, people), quantity=Quantity.RATE)
    rates = np.array(FALLING) / people
    spread = np.sqrt(FALLING) / people
    slope, _ = np.polyfit(np.arange(5), rates, 1, w=1 / spread)
    assert found.slope == pytest.approx(slope, rel=1e-9)
    assert found.direction is TrendDirection.DECREASING


def test_a_proportion_takes_the_chi_squared_test_for_trend() -> None:
    """By hand: 20, 30, 40, 50 and 60 of 100 each, 200 of 500, so 0.4 altogether.

    The slope is 0.1 a year, its variance 0.4 x 0.6 / (100 x 10): 0.01 / 0.00024 is
    41.67.
    """
    found = RecentTrend.of(
        series([20, 30, 40, 50, 60], [100] * 5), quantity=Quantity.PROPORTION
    )
    assert found.slope == pytest.approx(0.1, rel=1e-12)
    assert found.chi_squared == pytest.approx(0.01 / 0.00024, rel=1e-12)
    assert found.direction is TrendDirection.INCREASING
    none_at_first = series([0, 30, 40, 50, 100], [100] * 5)
    assert why_not(RecentTrend.of(none_at_first, quantity=Quantity.PROPORTION)) is None


@given(st.lists(st.integers(1, 5_000), min_size=5, max_size=5))
def test_a_series_turned_round_has_the_opposite_trend(counts: list[int]) -> None:
    opposite = {
        TrendDirection.INCREASING: TrendDirection.DECREASING,
        TrendDirection.DECREASING: TrendDirection.INCREASING,
    }
    there = RecentTrend.of(series(counts))
    back = RecentTrend.of(series(counts[::-1]))
    assert back.direction is opposite.get(there.direction, there.direction)
    assert back.chi_squared == pytest.approx(there.chi_squared, rel=1e-6, abs=1e-9)


def test_fewer_than_five_years_are_too_few() -> None:
    assert why_not(RecentTrend.of(series(FALLING[:4]))) is WhyNoTrend.TOO_FEW


def test_other_periods_than_years_have_no_recent_trend() -> None:
    quarters = TimeSeries(
        Observation(
            "robbery", "west-midlands", Period.financial_quarter(2024, each), count=9
        )
        for each in (1, 2, 3, 4)
    )
    assert why_not(RecentTrend.of(quarters)) is WhyNoTrend.NOT_YEARS


def test_rolling_years_have_no_recent_trend() -> None:
    rolling = TimeSeries(
        Observation("robbery", "west-midlands", Period.year_ending(2024, end), count=9)
        for end in (3, 6, 7, 9, 12)
    )
    assert why_not(RecentTrend.of(rolling)) is WhyNoTrend.OVERLAPPING


def test_a_gap_leaves_no_recent_trend() -> None:
    skipped = TimeSeries(
        [*series(FALLING[:3], last=2021), *series(FALLING[3:], last=2024)]
    )
    assert why_not(RecentTrend.of(skipped)) is WhyNoTrend.GAP
    no_figure = series([1210, 1120, None, 960, 900])
    assert why_not(RecentTrend.of(no_figure)) is WhyNoTrend.GAP
    before = series([None, *FALLING])
    assert why_not(RecentTrend.of(before)) is None


def test_a_break_within_the_years_leaves_no_recent_trend() -> None:
    for since, reason in (
        (date(2023, 4, 1), WhyNoTrend.BREAK),
        (date(2024, 12, 1), WhyNoTrend.BREAK),
        (date(2020, 4, 1), None),
        (date(2025, 4, 1), None),
    ):
        found = RecentTrend.of(series(FALLING), breaks=[Break(since, "rules changed")])
        assert why_not(found) is reason


def test_a_figure_without_its_count_or_denominator_has_no_weight() -> None:
    values = TimeSeries(
        Observation(
            "satisfaction", "west-midlands", Period.financial_year(year), value=61.5
        )
        for year in range(2020, 2025)
    )
    assert why_not(RecentTrend.of(values)) is WhyNoTrend.NO_COUNT
    for quantity in (Quantity.RATE, Quantity.PROPORTION):
        for denominators in ([], [0, 9_000, 9_000, 9_000, 9_000]):
            found = RecentTrend.of(series(FALLING, denominators), quantity=quantity)
            assert why_not(found) is WhyNoTrend.NO_DENOMINATOR


@pytest.mark.parametrize(
    ("counts", "denominators", "quantity"),
    [
        ([5, 4, 0, 2, 1], [], Quantity.COUNT),
        ([5, 4, -1, 2, 1], [], Quantity.COUNT),
        ([5, 4, 0, 2, 1], [9] * 5, Quantity.RATE),
        ([0] * 5, [9] * 5, Quantity.PROPORTION),
        ([9] * 5, [9] * 5, Quantity.PROPORTION),
        ([-1, 5, 5, 5, 5], [9] * 5, Quantity.PROPORTION),
        ([10, 5, 5, 5, 5], [9] * 5, Quantity.PROPORTION),
    ],
)
def test_a_count_without_variance_cannot_be_weighed(
    counts: list[int], denominators: list[float], quantity: Quantity
) -> None:
    found = RecentTrend.of(series(counts, denominators), quantity=quantity)
    assert why_not(found) is WhyNoTrend.NO_VARIANCE


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"quantity": Quantity.PERCENTAGE}, "count, rate or proportion"),
        ({"dispersion": 0}, "above zero"),
        ({"breaks": [date(2023, 4, 1)]}, "of type Break"),
        ({"quantity": "rate"}, "Quantity.RATE"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused(
    how: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        RecentTrend.of(series(FALLING), **how)


def test_what_is_no_series_is_refused() -> None:
    anything: Any = FALLING
    with pytest.raises(InvalidValueError, match="of type TimeSeries"):
        RecentTrend.of(anything)
