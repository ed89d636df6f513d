import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.arrays import proportion_difference_limits, proportion_limits


@given(
    st.integers(1, 1_000_000).flatmap(
        lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
    ),
    st.floats(0.05, 0.9999),
)
def test_wilsons_limits_are_the_roots_of_the_score_equation(
    pair: tuple[int, int], confidence: float
) -> None:
    count, whole = pair
    z = float(stats.norm.isf((1 - confidence) / 2))
    centre = (2 * count + z * z) / (2 * (whole + z * z))
    root = math.sqrt(z * z + 4 * count * (1 - count / whole))
    half = z * root / (2 * (whole + z * z))
    lower, upper = proportion_limits(count, whole, confidence=confidence)
    assert math.isclose(lower, centre - half, rel_tol=1e-9, abs_tol=1e-15)
    assert math.isclose(upper, centre + half, rel_tol=1e-12)


def test_wilsons_limits_of_81_in_263_are_newcombes() -> None:
    lower, upper = proportion_limits(81, 263)
    assert (round(float(lower), 4), round(float(upper), 4)) == (0.2553, 0.3662)


def test_wilsons_limits_agree_with_scipys() -> None:
    for count, whole in [(1, 30), (29, 30), (81, 263), (500, 100_000)]:
        oracle = stats.binomtest(count, whole).proportion_ci(method="wilson")
        lower, upper = proportion_limits(count, whole)
        assert math.isclose(lower, oracle.low, rel_tol=1e-12)
        assert math.isclose(upper, oracle.high, rel_tol=1e-12)


def test_the_coverage_of_wilsons_limits_is_nominal_on_average_and_not_everywhere() -> (
    None
):
    counts = np.arange(31)
    lower, upper = proportion_limits(counts, 30)
    shares = np.linspace(0.001, 0.999, 1_997)[:, np.newaxis]
    covered = (lower <= shares) & (shares <= upper)
    coverage = (stats.binom.pmf(counts, 30, shares) * covered).sum(axis=1)
    assert math.isclose(coverage.mean(), 0.95, abs_tol=0.005)
    assert round(coverage.min(), 2) in {0.84, 0.85}


def test_a_weighted_count_near_nothing_keeps_its_digits() -> None:
    lower, _ = proportion_limits(1e-9, 70)
    z = float(stats.norm.isf(0.025))
    assert math.isclose(lower, 1e-18 / 70 / (z * z), rel_tol=1e-6)


def test_out_of_nobody_there_are_no_limits() -> None:
    lower, upper = proportion_limits([0, 1], [0, 2])
    assert np.isnan(lower).tolist() == np.isnan(upper).tolist() == [True, False]


def test_56_in_70_less_48_in_80_has_newcombes_limits() -> None:
    lower, upper = proportion_difference_limits(48, 80, 56, 70)
    assert (round(float(lower), 4), round(float(upper), 4)) == (0.0524, 0.3339)


@pytest.mark.parametrize(
    ("later", "earlier", "limits"),
    [
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((0, 10), (0, 10), (-0.2775, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1.0000)),
        ((10, 10), (0, 10), (0.6075, 1.0000)),
    ],
)
def test_newcombes_own_contrasts_have_the_limits_he_printed(
    later: tuple[int, int], earlier: tuple[int, int], limits: tuple[float, float]
) -> None:
    found = proportion_difference_limits(*earlier, *later)
    assert tuple(round(float(limit), 4) for limit in found) == limits
