"""The line through yearly figures, beside other ways to the same."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.kernels.linear_trend import (
    proportion_trend,
    weighted_trend,
)

FIVE = st.lists(st.integers(1, 2_000), min_size=5, max_size=5)


def fitted_again(
    figures: np.ndarray, variances: np.ndarray, kept: list[int]
) -> tuple[float, float]:
    """Give the slope and its square over its variance, by solving for the line."""
    steps = np.arange(len(figures))[kept]
    design = np.column_stack([np.ones(len(kept)), steps])
    weights = np.diag(1 / variances[kept])
    covariance = np.linalg.inv(design.T @ weights @ design)
    _, slope = covariance @ design.T @ weights @ figures[kept]
    return float(slope), float(slope**2 / covariance[1, 1])


@given(FIVE, st.lists(st.floats(0.5, 400), min_size=5, max_size=5))
def test_a_weighted_line_is_that_of_the_normal_equations(
    counts: list[int], spread: list[float]
) -> None:
    figures, variances = np.array(counts, np.float64), np.array(spread)
    trend = weighted_trend(figures, variances)
    slope, chi_squared = fitted_again(figures, variances, [0, 1, 2, 3, 4])
    assert math.isclose(trend.slope, slope, rel_tol=1e-7, abs_tol=1e-7)
    assert math.isclose(trend.chi_squared, chi_squared, rel_tol=1e-6, abs_tol=1e-7)


def test_a_line_is_worked_by_hand() -> None:
    """Steps of -2 to 2 from the middle, and equal weights of 1 / 4.

    The slope is (-2 x 1 - 3 + 5 + 2 x 9) / 10 = 1.8, its variance 4 / 10: 1.8^2 / 0.4
    is 8.1. Without the last year the slope is 1.3 / ... and still above zero.
    """
    figures = np.array([1.0, 3, 4, 5, 9])
    trend = weighted_trend(figures, np.full(5, 4.0))
    assert math.isclose(trend.slope, 1.8, rel_tol=1e-12)
    assert math.isclose(trend.chi_squared, 8.1, rel_tol=1e-12)
    assert trend.lasting


def test_a_line_that_one_year_decides_does_not_last() -> None:
    """Without the last year the figures fall: 9, 8, 7, 6."""
    trend = weighted_trend(np.array([9.0, 8, 7, 6, 60]), np.ones(5))
    assert trend.slope > 0
    assert not trend.lasting


def test_what_stands_still_has_no_slope() -> None:
    trend = weighted_trend(np.full(5, 7.0), np.ones(5))
    assert (trend.slope, trend.chi_squared) == (0, 0)


@given(
    st.lists(
        st.integers(1, 60).flatmap(
            lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
        ),
        min_size=5,
        max_size=5,
    ).filter(lambda pairs: 0 < sum(x for x, _ in pairs) < sum(n for _, n in pairs))
)
def test_the_test_of_proportions_is_the_correlation_of_single_answers(
    pairs: list[tuple[int, int]],
) -> None:
    """Chi-squared for trend is n times the squared correlation of answer and year."""
    counts, wholes = np.array(pairs, dtype=np.float64).T
    trend = proportion_trend(counts, wholes, 1.0)
    answers = np.concatenate(
        [np.repeat([1.0, 0.0], [count, whole - count]) for count, whole in pairs]
    )
    years = np.repeat(np.arange(5), [whole for _, whole in pairs])
    correlation = np.corrcoef(answers, years)[0, 1]
    expected = len(answers) * correlation**2
    assert math.isclose(trend.chi_squared, expected, rel_tol=1e-9, abs_tol=1e-9)
    doubled = proportion_trend(counts, wholes, 2.0)
    assert math.isclose(doubled.chi_squared, trend.chi_squared / 2, rel_tol=1e-12)
