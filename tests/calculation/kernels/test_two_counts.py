import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.arrays import change_p_value, rate_ratio, rate_ratio_limits

FEW = st.integers(0, 40)
EXPOSURES = st.sampled_from([1, 2, 3, 12, 100])


def exact_p_value(earlier: int, later: int, exposures: tuple[int, int]) -> Fraction:
    """Add up the binomial's terms as fractions: no rounding anywhere."""
    total, share = earlier + later, Fraction(exposures[0], sum(exposures))
    terms: list[Fraction] = [
        math.comb(total, count) * share**count * (1 - share) ** (total - count)
        for count in range(total + 1)
    ]
    at_most, at_least = sum(terms[: earlier + 1]), sum(terms[earlier:])
    return Fraction(min(1, 2 * min(at_most, at_least)))


@given(FEW, FEW, EXPOSURES, EXPOSURES)
def test_the_p_value_is_twice_the_smaller_tail_added_up_exactly(
    earlier: int, later: int, earlier_exposure: int, later_exposure: int
) -> None:
    p_value = change_p_value(
        earlier, later, earlier_exposure=earlier_exposure, later_exposure=later_exposure
    )
    oracle = exact_p_value(earlier, later, (earlier_exposure, later_exposure))
    assert math.isclose(p_value, oracle, rel_tol=1e-12)


UNEQUAL = [
    (7_274_581, 184, 1.4177100870229059083e-8),
    (7_274_581, 320, 0.0057446742487299430874),
    (1_758_240, 34, 0.000022285459830732321460),
    (1_000_000, 20, 0.0026161027280751502029),
    (100_000, 10, 0.010616931750489953184),
    (30_000, 1, 1.0),
]
"""Counts over exposures of 1,000,000 and 37.5, and p from the binomial's terms, added
up by mpmath 1.3.0 to 50 digits."""


@pytest.mark.parametrize(("larger", "smaller", "p_value"), UNEQUAL)
def test_very_unequal_exposures_leave_the_p_value_its_digits_both_ways_round(
    larger: int, smaller: int, p_value: float
) -> None:
    forward = change_p_value(
        larger, smaller, earlier_exposure=1_000_000, later_exposure=37.5
    )
    back = change_p_value(
        smaller, larger, earlier_exposure=37.5, later_exposure=1_000_000
    )
    assert math.isclose(forward, p_value, rel_tol=2e-13)
    assert math.isclose(back, p_value, rel_tol=2e-13)


@given(st.integers(0, 400), st.integers(0, 6))
def test_the_p_value_is_exact_where_one_exposure_is_nearly_all_of_both(
    larger: int, smaller: int
) -> None:
    oracle = exact_p_value(larger, smaller, (2_000_000, 75))
    forward = change_p_value(
        larger, smaller, earlier_exposure=1_000_000, later_exposure=37.5
    )
    back = change_p_value(
        smaller, larger, earlier_exposure=37.5, later_exposure=1_000_000
    )
    assert math.isclose(forward, oracle, rel_tol=2e-13)
    assert math.isclose(back, oracle, rel_tol=2e-13)


@pytest.mark.parametrize(
    ("larger", "smaller", "confidence", "limits"),
    [
        (7_274_581, 184, 0.95, (0.58055269672215605686, 0.77930890252990876378)),
        (7_274_581, 320, 0.998, (0.9807871375839223595, 1.3901500135490211484)),
        (100_000, 10, 0.95, (1.2787306493477952626, 4.9043006810706879757)),
    ],
)
def test_very_unequal_exposures_leave_the_limits_of_a_ratio_their_digits(
    larger: int, smaller: int, confidence: float, limits: tuple[float, float]
) -> None:
    """The figures are where the binomial's tail, by mpmath 1.3.0, is the tail's."""
    forward = rate_ratio_limits(
        larger,
        smaller,
        earlier_exposure=1_000_000,
        later_exposure=37.5,
        confidence=confidence,
    )
    np.testing.assert_allclose(forward, limits, rtol=1e-14)
    back = rate_ratio_limits(
        smaller,
        larger,
        earlier_exposure=37.5,
        later_exposure=1_000_000,
        confidence=confidence,
    )
    np.testing.assert_allclose(back, (1 / limits[1], 1 / limits[0]), rtol=1e-14)


@pytest.mark.parametrize(("earlier_exposure", "later_exposure"), [(1, 1), (12, 1)])
@pytest.mark.parametrize("highest", [60, 5_000])
def test_the_p_value_is_that_of_the_binomial_distribution_functions(
    earlier_exposure: float, later_exposure: float, highest: int
) -> None:
    random = np.random.default_rng(1)
    earlier = random.integers(0, highest, 3_000)
    later = random.poisson(earlier * later_exposure / earlier_exposure)
    share = earlier_exposure / (earlier_exposure + later_exposure)
    total = earlier + later
    below = stats.binom.cdf(earlier, total, share)
    above = stats.binom.sf(earlier - 1, total, share)
    np.testing.assert_allclose(
        change_p_value(
            earlier,
            later,
            earlier_exposure=earlier_exposure,
            later_exposure=later_exposure,
        ),
        np.minimum(1, 2 * np.minimum(below, above)),
        rtol=1e-12,
    )


@pytest.mark.parametrize(
    ("pair", "exposures", "p_value"),
    [
        ((45, 31), (1, 1), "0.135"),
        ((28, 16), (1, 1), "0.0961"),
        ((5, 8), (1, 1), "0.581"),
        ((83, 141), (1, 1), "0.000129"),
        ((216, 156), (1, 1), "0.00218"),
        ((21, 6), (1, 1), "0.00592"),
        ((1, 7), (12, 1), "2.38e-07"),
        ((2, 2), (12, 1), "0.0639"),
    ],
)
def test_published_pairs_have_their_p_values(
    pair: tuple[int, int], exposures: tuple[float, float], p_value: str
) -> None:
    found = change_p_value(
        *pair, earlier_exposure=exposures[0], later_exposure=exposures[1]
    )
    assert f"{found:.3g}" == p_value


def test_nothing_against_nothing_is_no_change() -> None:
    assert change_p_value(0, 0, earlier_exposure=12) == 1


def test_under_equal_rates_a_small_p_value_is_no_more_frequent_than_it_says() -> None:
    counts = np.arange(0, 90)
    p_values = change_p_value(counts[:, np.newaxis], counts, earlier_exposure=3)
    for mean in (0.3, 2.0, 8.0):
        chances = np.outer(
            stats.poisson.pmf(counts, 3 * mean), stats.poisson.pmf(counts, mean)
        )
        for alpha in (0.002, 0.05, 0.2):
            assert chances[p_values <= alpha].sum() <= alpha


@pytest.mark.parametrize("confidence", [0.9, 0.95, 0.998])
def test_limits_of_a_ratio_are_clopper_and_pearsons_taken_one_at_a_time(
    confidence: float,
) -> None:
    tail = (1 - confidence) / 2
    for earlier, later in [(45, 31), (3, 1), (1, 40), (0, 5), (5, 0), (9_000, 8_500)]:
        low = stats.beta.ppf(tail, later, earlier + 1) if later else 0
        rest = stats.beta.ppf(tail, earlier, later + 1) if earlier else 0
        lower, upper = rate_ratio_limits(
            earlier, later, earlier_exposure=12, confidence=confidence
        )
        assert math.isclose(lower, 12 * low / (1 - low), rel_tol=1e-12)
        expected = 12 * (1 - rest) / rest if earlier else math.inf
        assert math.isclose(upper, expected, rel_tol=1e-12)


def test_limits_of_a_very_large_ratio_keep_their_digits() -> None:
    tail, earlier, later = 0.025, 2, 5_000_000
    lower, upper = rate_ratio_limits(earlier, later)
    low = stats.beta.isf(tail, earlier + 1, later)
    high = stats.beta.ppf(tail, earlier, later + 1)
    assert math.isclose(lower, (1 - low) / low, rel_tol=1e-12)
    assert math.isclose(upper, (1 - high) / high, rel_tol=1e-12)


@given(FEW, FEW, st.floats(0.5, 0.999))
def test_the_limits_of_a_share_cover_it_at_least_as_often_as_they_say(
    earlier: int, later: int, confidence: float
) -> None:
    total = earlier + later
    counts = np.arange(total + 1)
    lower, upper = rate_ratio_limits(total - counts, counts, confidence=confidence)
    for ratio in (0.2, 1.0, 3.0):
        chances = stats.binom.pmf(counts, total, ratio / (1 + ratio))
        covered = (lower <= ratio) & (ratio <= upper)
        assert chances[covered].sum() >= confidence - 1e-9


def test_a_ratio_is_of_rates() -> None:
    np.testing.assert_array_equal(
        rate_ratio([24, 0, 4], [3, 3, 0], earlier_exposure=12), [1.5, np.nan, 0]
    )


def test_a_negative_count_has_neither_ratio_nor_limits_nor_p_value() -> None:
    earlier, later = [-1, 5, -1, -1], [5, -1, -1, 0]
    assert np.isnan(rate_ratio(earlier, later)).all()
    assert np.isnan(rate_ratio_limits(earlier, later)).all()
    assert np.isnan(change_p_value(earlier, later)).all()


def test_a_missing_exposure_leaves_the_figures_missing() -> None:
    for result in (
        rate_ratio(5, 8, later_exposure=[1, np.nan]),
        change_p_value(5, 8, later_exposure=[1, np.nan]),
        *rate_ratio_limits(5, 8, later_exposure=[1, np.nan]),
    ):
        assert np.isnan(result).tolist() == [False, True]


def test_exposures_broadcast_beside_the_counts() -> None:
    lower, upper = rate_ratio_limits([5, 8], [[3], [4]], earlier_exposure=[[1], [12]])
    p_values = change_p_value([5, 8], [[3], [4]], earlier_exposure=[[1], [12]])
    assert lower.shape == upper.shape == p_values.shape == (2, 2)
    alone = change_p_value(8, 4, earlier_exposure=12)
    assert p_values[1, 1] == alone


def test_a_ratio_beyond_the_largest_number_is_missing() -> None:
    ratios = rate_ratio([1, 10, 1], [3, 1, 3], earlier_exposure=[1, 1e308, 1e300])
    assert np.isnan(ratios).tolist() == [False, False, False]
    tiny = {"earlier_exposure": 1e300, "later_exposure": 1e-300}
    assert np.isnan(rate_ratio(1, 3, **tiny))
    assert np.isnan(rate_ratio_limits([1, 0], 3, **tiny)).all()
    assert np.isnan(rate_ratio(10, 3, later_exposure=1e308))
    assert np.isnan(change_p_value(10, 3, later_exposure=1e308))
    assert np.isnan(change_p_value(1, 1, earlier_exposure=1e308, later_exposure=1e308))


def test_only_a_count_of_zero_leaves_a_ratio_without_an_upper_limit() -> None:
    lower, upper = rate_ratio_limits([0, 1], 3, earlier_exposure=1e307)
    assert np.isfinite(lower).all()
    assert upper[0] == math.inf
    assert np.isnan(upper[1])
