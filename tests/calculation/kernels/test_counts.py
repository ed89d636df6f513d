import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from policing_indicators.arrays import count_limits
from policing_indicators.calculation.kernels.counts import CountMethod, deviate

CONFIDENCES = [0.5, 0.9, 0.95, 0.998]
METHODS: list[CountMethod] = ["exact", "byar"]


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_exact_limits_are_the_gamma_quantiles_taken_one_at_a_time(
    confidence: float,
) -> None:
    counts = [*range(200), 1_000, 48_938, 5_350_405]
    tail = (1 - confidence) / 2
    lower, upper = count_limits(counts, confidence=confidence)
    for index, count in enumerate(counts):
        low = stats.gamma.ppf(tail, count) if count else 0
        assert math.isclose(lower[index], low, rel_tol=1e-12)
        assert math.isclose(
            upper[index], stats.gamma.isf(tail, count + 1), rel_tol=1e-12
        )


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_exact_limits_are_half_the_chi_squared_quantiles(confidence: float) -> None:
    counts = np.array([1, 2, 10, 31, 532, 49_027])
    tail = (1 - confidence) / 2
    lower, upper = count_limits(counts, confidence=confidence)
    chi_lower = stats.chi2.ppf(tail, 2 * counts) / 2
    chi_upper = stats.chi2.isf(tail, 2 * counts + 2) / 2
    np.testing.assert_allclose(lower, chi_lower, rtol=1e-12)
    np.testing.assert_allclose(upper, chi_upper, rtol=1e-12)


@pytest.mark.parametrize("confidence", CONFIDENCES)
def test_byars_limits_are_his_formula_from_ten_and_exact_below(
    confidence: float,
) -> None:
    z = stats.norm.isf((1 - confidence) / 2)
    counts = np.array([10, 11, 31, 532, 49_027.5])
    above = counts + 1
    lower, upper = count_limits(counts, confidence=confidence, method="byar")
    formula_lower = counts * (1 - 1 / (9 * counts) - z / (3 * np.sqrt(counts))) ** 3
    formula_upper = above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
    np.testing.assert_allclose(lower, formula_lower, rtol=1e-12)
    np.testing.assert_allclose(upper, formula_upper, rtol=1e-12)
    few = np.arange(10)
    np.testing.assert_array_equal(
        count_limits(few, confidence=confidence, method="byar"),
        count_limits(few, confidence=confidence),
    )


@pytest.mark.parametrize(("confidence", "off"), [(0.95, 0.0017), (0.998, 0.015)])
def test_byars_limits_of_ten_are_off_by_what_is_published(
    confidence: float, off: float
) -> None:
    exact = np.array(count_limits(10, confidence=confidence))
    byar = np.array(count_limits(10, confidence=confidence, method="byar"))
    worst = float(np.max(abs(byar / exact - 1)))
    assert math.isclose(worst, off, rel_tol=0.05)


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
def test_the_coverage_of_exact_limits_is_nominal_or_more_at_every_mean(
    confidence: float,
) -> None:
    counts = np.arange(0, 200)
    lower, upper = count_limits(counts, confidence=confidence)
    means = np.linspace(0.01, 60, 1_500)[:, np.newaxis]
    covered = (lower <= means) & (means <= upper)
    coverage = (stats.poisson.pmf(counts, means) * covered).sum(axis=1)
    assert coverage.min() >= confidence - 1e-12


@given(
    st.lists(st.integers(0, 3_000_000), min_size=1, max_size=50),
    st.floats(0.01, 0.999),
    st.sampled_from(METHODS),
)
def test_a_count_has_the_same_limits_to_the_last_bit_in_any_company(
    counts: list[int], confidence: float, method: CountMethod
) -> None:
    together = count_limits(counts, confidence=confidence, method=method)
    alone = [
        count_limits(each, confidence=confidence, method=method) for each in counts
    ]
    np.testing.assert_array_equal(np.transpose(together), alone)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "counts",
    [
        np.arange(300) % 40,
        np.arange(300) * 10_000,
        np.arange(300) / 7,
        np.where(np.arange(300) % 5, np.arange(300), np.nan),
        np.arange(-150, 150),
    ],
    ids=["repeated", "far apart", "not whole", "some missing", "some negative"],
)
def test_each_distinct_count_once_gives_what_each_count_alone_gives(
    counts: NDArray[np.float64], method: CountMethod
) -> None:
    together = count_limits(counts, method=method)
    alone = [count_limits(each, method=method) for each in counts]
    np.testing.assert_array_equal(np.transpose(together), alone)


def test_a_negative_count_has_no_limits() -> None:
    lower, upper = count_limits([-1, 0, 1])
    assert np.isnan(lower).tolist() == np.isnan(upper).tolist() == [True, False, False]
    assert np.isnan(count_limits(-1)).all()


def test_a_count_of_zero_has_a_lower_limit_of_zero() -> None:
    for method in METHODS:
        assert count_limits(0, method=method)[0] == 0


@given(st.floats(0, 1e7), st.floats(0.01, 0.999), st.sampled_from(METHODS))
def test_limits_hold_a_weighted_count_too(
    count: float, confidence: float, method: CountMethod
) -> None:
    lower, upper = count_limits(count, confidence=confidence, method=method)
    assert 0 <= lower <= count <= upper


def test_an_empty_array_has_empty_limits() -> None:
    lower, upper = count_limits([])
    assert lower.shape == upper.shape == (0,)


@given(st.floats(1e-6, 1 - 1e-9))
def test_the_deviate_is_the_two_sided_normal_quantile(confidence: float) -> None:
    oracle = float(stats.norm.isf((1 - confidence) / 2))
    assert math.isclose(deviate(confidence), oracle, rel_tol=1e-12, abs_tol=1e-15)
