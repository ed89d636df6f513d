"""Seasonal factors and their test, beside another way and scipy's test."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.calculation.kernels.season import seasonal_test


def by_season(ratios: dict[int, float], seasons: int) -> list[list[float]]:
    """Part ratios, by the places of their points, by season."""
    return [
        [ratio for place, ratio in ratios.items() if place % seasons == season]
        for season in range(seasons)
    ]


def first_ratios(values: list[float], seasons: int) -> list[list[float]]:
    """Give each point over the mean of the year around it, point by point."""
    half = seasons // 2
    found: dict[int, float] = {}
    for place in range(half, len(values) - half):
        inner = values[place - half + 1 : place + half]
        ends = (values[place - half] + values[place + half]) / 2
        found[place] = values[place] / (math.fsum([*inner, ends]) / seasons)
    return by_season(found, seasons)


def factors_of(groups: list[list[float]]) -> list[float]:
    """Give the mean of each season's ratios, over the mean of these means."""
    means = [math.fsum(each) / len(each) for each in groups]
    return [mean / (math.fsum(means) / len(means)) for mean in means]


def second_ratios(
    values: list[float], seasons: int, first: list[float]
) -> list[list[float]]:
    """Give each point over the mean of what is adjusted half a year around it."""
    half = seasons // 2
    adjusted = [value / first[place % seasons] for place, value in enumerate(values)]
    found: dict[int, float] = {}
    for place, value in enumerate(values):
        around = adjusted[max(0, place - half) : place + half + 1]
        found[place] = value / (math.fsum(around) / len(around))
    return by_season(found, seasons)


@pytest.mark.parametrize("seasons", [4, 12])
@given(data=st.data())
def test_the_factors_and_the_p_value_are_those_of_another_way(
    seasons: int, data: st.DataObject
) -> None:
    length = data.draw(st.integers(3 * seasons, 5 * seasons + 3))
    whole = st.lists(st.integers(1, 90), min_size=length, max_size=length)
    values = [float(each) for each in data.draw(whole)]
    result = seasonal_test(np.array(values)[:, np.newaxis], seasons)
    if len(set(values)) == 1:
        assert result.p_value == 1
        return
    groups = first_ratios(values, seasons)
    factors = factors_of(second_ratios(values, seasons, factors_of(groups)))
    np.testing.assert_allclose(result.factors[:, 0], factors, rtol=1e-9)
    if not all(np.ptp(each) < 1e-9 for each in groups):
        expected = stats.f_oneway(*groups).pvalue
        assert math.isclose(result.p_value[0], expected, rel_tol=1e-6, abs_tol=1e-12)


def test_a_season_that_comes_back_exactly_is_found_exactly() -> None:
    """Each year holds 80, 100, 120 and 100: any four in a row have a mean of 100."""
    factors, p_value = seasonal_test(np.array([[80.0, 100, 120, 100] * 3]).T, 4)
    np.testing.assert_allclose(factors[:, 0], [0.8, 1, 1.2, 1], rtol=1e-12)
    assert p_value < 1e-9


def test_a_straight_line_has_no_season() -> None:
    assert seasonal_test(np.arange(100.0, 124)[:, np.newaxis], 4).p_value == 1


def test_a_constant_series_has_no_season_even_at_zero() -> None:
    for value in (0.0, 7.0, -3.0):
        factors, p_value = seasonal_test(np.full((13, 1), value), 4)
        assert factors.tolist() == [[1.0]] * 4
        assert p_value == 1


def test_a_year_of_nothing_leaves_the_season_unmeasured() -> None:
    values = np.array([[1.0, 0, 2, 1, *[0] * 6, 3, 1, 1, 2]]).T
    factors, p_value = seasonal_test(values, 4)
    assert np.isnan(factors).all()
    assert np.isnan(p_value).all()


def test_half_a_year_of_nothing_at_an_end_leaves_the_season_unmeasured() -> None:
    values = np.array([[0.0, 0, 0, 5, 6, 7, 5, 6, 7, 5, 6, 7, 5, 6]]).T
    factors, p_value = seasonal_test(values, 4)
    assert np.isnan(factors).all()
    assert np.isnan(p_value).all()


def test_a_season_in_which_nothing_ever_happens_leaves_no_factor_to_divide_by() -> None:
    factors, p_value = seasonal_test(np.array([[0.0, 4, 5, 6] * 4]).T, 4)
    assert np.isnan(factors).all()
    assert np.isnan(p_value).all()


@given(
    st.lists(
        st.lists(st.integers(0, 40), min_size=14, max_size=14), min_size=1, max_size=4
    )
)
def test_each_series_has_the_season_that_it_would_have_alone(
    rows: list[list[int]],
) -> None:
    values = np.array(rows, dtype=np.float64).T
    together = seasonal_test(values, 4)
    for place in range(len(rows)):
        alone = seasonal_test(values[:, place : place + 1], 4)
        np.testing.assert_allclose(
            together.factors[:, place], alone.factors[:, 0], rtol=1e-12
        )
