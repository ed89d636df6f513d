import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.arrays import proportion_p_value, rate_p_value


@given(st.integers(0, 2_000), st.floats(0.01, 2_000))
def test_a_count_beside_its_expectation_has_the_central_poisson_p_value(
    count: int, expected: float
) -> None:
    below = float(stats.poisson.cdf(count, expected))
    above = float(stats.poisson.sf(count - 1, expected))
    p_value = rate_p_value(count, 1_000, expected, per=1_000)
    oracle = min(1, 2 * min(below, above))
    assert math.isclose(p_value, oracle, rel_tol=1e-9, abs_tol=1e-300)


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0.001, 0.999))
def test_a_proportion_beside_a_benchmark_has_the_central_binomial_p_value(
    count: int, rest: int, fixed: float
) -> None:
    whole = count + rest
    below = float(stats.binom.cdf(count, whole, fixed))
    above = float(stats.binom.sf(count - 1, whole, fixed))
    p_value = proportion_p_value(count, whole, fixed)
    if whole == 0:
        assert math.isnan(p_value)
    else:
        oracle = min(1, 2 * min(below, above))
        assert math.isclose(p_value, oracle, rel_tol=1e-9, abs_tol=1e-300)


def test_a_negative_count_or_a_denominator_of_zero_has_no_p_value() -> None:
    assert np.isnan(rate_p_value([-1, 5], [1_000, 0], 2)).all()
    assert math.isnan(proportion_p_value(0, 0, 0.5))


def test_a_benchmark_of_nothing_is_ruled_out_by_one_event() -> None:
    assert rate_p_value([0, 1], 1_000, 0).tolist() == [1, 0]
    assert proportion_p_value([0, 1], 10, 0).tolist() == [1, 0]
    assert proportion_p_value([10, 9], 10, 1).tolist() == [1, 0]


def test_a_missing_benchmark_leaves_the_p_value_missing() -> None:
    assert math.isnan(rate_p_value(5, 1_000, math.nan))
    assert math.isnan(proportion_p_value(5, 10, math.nan))
