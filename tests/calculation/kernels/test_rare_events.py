"""Exact limits of what is rare, beside the distributions of scipy."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.calculation.kernels.rare_events import (
    BEYOND_LIMIT,
    BEYOND_ZONE,
    exponential_limits,
    geometric_limits,
    poisson_limits,
    scatter_p_value,
)

MEANS = st.floats(0.01, 60)


def test_the_chances_are_those_beyond_three_and_two_standard_deviations() -> None:
    assert math.isclose(BEYOND_LIMIT, stats.norm.sf(3), rel_tol=1e-12)
    assert math.isclose(BEYOND_ZONE, stats.norm.sf(2), rel_tol=1e-12)


@given(MEANS)
def test_the_limits_of_a_count_are_the_nearest_that_hold(mean: float) -> None:
    limits = poisson_limits(mean)
    poisson = stats.poisson(mean)
    for upper, chance in (
        (limits.upper, BEYOND_LIMIT),
        (limits.near_upper, BEYOND_ZONE),
    ):
        assert poisson.sf(upper) <= chance < poisson.sf(upper - 1)
    for lower, chance in (
        (limits.lower, BEYOND_LIMIT),
        (limits.near_lower, BEYOND_ZONE),
    ):
        assert poisson.cdf(lower - 1) <= chance < poisson.cdf(lower)
    assert poisson.sf(limits.median) <= 0.5
    assert poisson.cdf(limits.median - 1) <= 0.5


def test_the_limits_of_two_a_month_are_worked_by_hand() -> None:
    """Of a Poisson count of mean 2, 0.00110 lie above 7 and 0.00453 above 6.

    0.01656 lie above 5 and 0.05265 above 4. 0.13534 are 0, so no count is too low.
    """
    assert poisson_limits(2) == (2, 0, 7, 0, 5)


@given(MEANS)
def test_the_limits_of_whole_days_are_the_nearest_that_hold(mean: float) -> None:
    limits = geometric_limits(mean)
    days = stats.geom(1 / (1 + mean), loc=-1)
    for upper, chance in (
        (limits.upper, BEYOND_LIMIT),
        (limits.near_upper, BEYOND_ZONE),
    ):
        assert days.sf(upper) <= chance * (1 + 1e-9)
        assert upper == 0 or days.sf(upper - 1) > chance * (1 - 1e-9)
    for lower, chance in (
        (limits.lower, BEYOND_LIMIT),
        (limits.near_lower, BEYOND_ZONE),
    ):
        assert days.cdf(lower - 1) <= chance * (1 + 1e-9)
        assert days.cdf(lower) > chance * (1 - 1e-9)
    assert days.sf(limits.median) <= 0.5 * (1 + 1e-9)


def test_events_that_are_all_on_one_day_have_no_days_between() -> None:
    assert geometric_limits(0) == (0, 0, 0, 0, 0)


@given(st.floats(1e-3, 1e4))
def test_the_limits_of_a_time_are_the_quantiles_of_the_exponential(
    mean: float,
) -> None:
    chances = [0.5, BEYOND_LIMIT, 1 - BEYOND_LIMIT, BEYOND_ZONE, 1 - BEYOND_ZONE]
    quantiles = stats.expon(scale=mean).ppf(chances)
    np.testing.assert_allclose(exponential_limits(mean), quantiles, rtol=1e-12)


@pytest.mark.parametrize("counts", [[3, 1, 4, 1, 5], [0, 0, 9, 0, 0], [2, 2, 2, 2]])
def test_the_scatter_of_counts_is_tested_as_a_table_of_equal_expectations(
    counts: list[int],
) -> None:
    p_value = scatter_p_value(np.array(counts, dtype=np.float64))
    assert math.isclose(p_value, stats.chisquare(counts).pvalue, rel_tol=1e-9)


def test_counts_that_are_all_zero_scatter_no_more_than_poisson() -> None:
    assert scatter_p_value(np.zeros(12)) == 1
