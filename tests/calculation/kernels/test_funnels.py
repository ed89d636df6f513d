"""Funnels and ranks over arrays, beside the same worked out another way."""

import math
import random as plain_random
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from policing_indicators.arrays import (
    funnel_deviates,
    funnel_limits,
    funnel_positions,
    funnel_spread,
    ranks,
)
from policing_indicators.calculation.kernels import funnels
from policing_indicators.calculation.kernels import ranks as rank_kernel
from policing_indicators.calculation.kernels.funnels import FunnelScale
from policing_indicators.errors import InvalidArrayError, InvalidValueError

Counts = NDArray[np.float64]

COUNTS = [30, 24, 12, 16, 31]
PEOPLE = [1_900_000, 1_900_000, 800_000, 600_000, 300_000]
areas = st.lists(
    st.tuples(st.integers(0, 2_000), st.integers(2_000, 5_000_000)),
    min_size=1,
    max_size=12,
).filter(lambda found: any(count for count, _ in found))
scales: st.SearchStrategy[FunnelScale] = st.sampled_from(["rate", "proportion"])


def spiegelhalter(
    counts: Counts, sizes: Counts, centre: float, scale: FunnelScale
) -> tuple[Counts, float]:
    """Work the deviates and the scatter out as the paper writes them, area by area."""

    def turn(rate: float) -> float:
        root = math.sqrt(rate)
        return root if scale == "rate" else math.asin(root)

    errors = [1 / (2 * math.sqrt(size)) for size in sizes]
    deviates = np.array(
        [
            (turn(count / size) - turn(centre)) / error
            for count, size, error in zip(counts, sizes, errors, strict=True)
        ]
    )
    lowest, highest = np.quantile(deviates, [0.1, 0.9])
    phi = sum(min(max(z, lowest), highest) ** 2 for z in deviates) / len(deviates)
    weights = [1 / error**2 for error in errors]
    number, total = len(weights), math.fsum(weights)
    room = total - math.fsum(w * w for w in weights) / total
    if number == 1:
        return deviates, 0.0
    return deviates, max(0.0, (number * phi - (number - 1)) / room)


def test_a_funnel_worked_by_hand() -> None:
    # Four areas of 100 people each around 0.25: the root is 0.5, s = 1/20 = 0.05.
    # Counts 16, 25, 25, 36 have the roots 0.4, 0.5, 0.5, 0.6: z = -2, 0, 0, 2.
    # The 10th percentile lies 0.3 of the way from -2 to 0: -1.4; the 90th: 1.4.
    # phi = (1.96 + 0 + 0 + 1.96) / 4 = 0.98; I phi = 3.92, less I - 1 = 0.92.
    # Weights are 400 each: 1600 - 4 * 160000 / 1600 = 1200; tau^2 = 0.92 / 1200.
    deviates = funnels.deviates(
        np.array([16.0, 25, 25, 36]), np.full(4, 100.0), np.asarray(0.25), "rate"
    )
    assert deviates == pytest.approx([-2, 0, 0, 2], abs=1e-12)
    assert funnels.dispersion(deviates) == pytest.approx(0.98, rel=1e-12)
    counts = [16, 25, 25, 36]
    spread = funnel_spread(counts, 100, benchmark=0.25, per=1)
    assert spread**2 == pytest.approx(0.92 / 1200, rel=1e-12)
    # Limits at 95%: 0.5 -+ 1.959964 sqrt(0.0025 + 0.92 / 1200), squared.
    reach = 1.959963984540054 * math.sqrt(0.0025 + 0.92 / 1200)
    lower, upper = funnel_limits(100, 0.25, spread=spread, per=1)
    assert lower == pytest.approx((0.5 - reach) ** 2, rel=1e-9)
    assert upper == pytest.approx((0.5 + reach) ** 2, rel=1e-9)


@given(areas, scales, st.none() | st.floats(1e-4, 0.9))
def test_deviates_and_scatter_are_spiegelhalters(
    found: list[tuple[int, int]], scale: FunnelScale, benchmark: float | None
) -> None:
    counts, sizes = np.array(found, dtype=float).T
    centre = counts.sum() / sizes.sum() if benchmark is None else benchmark
    deviates, between = spiegelhalter(counts, sizes, centre, scale)
    given_arguments: dict[str, Any] = {"benchmark": benchmark, "per": 1, "scale": scale}
    spread = funnel_spread(counts, sizes, **given_arguments)
    assert spread == pytest.approx(math.sqrt(between), rel=1e-9, abs=1e-9)
    errors = 1 / (2 * np.sqrt(sizes))
    adjusted = deviates * errors / np.sqrt(errors**2 + between)
    ours = funnel_deviates(counts, sizes, **given_arguments)
    np.testing.assert_allclose(ours, adjusted, rtol=1e-9, atol=1e-9)
    inner, outer = stats.norm.ppf(0.975), stats.norm.ppf(0.999)
    clear = (np.abs(np.abs(ours) - inner) > 1e-9) & (
        np.abs(np.abs(ours) - outer) > 1e-9
    )
    steps = np.sign(ours) * ((np.abs(ours) > inner) * 1 + (np.abs(ours) > outer))
    positions = funnel_positions(counts, sizes, **given_arguments)
    np.testing.assert_array_equal(positions[clear], steps[clear])


@given(
    st.integers(0, 1_000),
    st.integers(1, 500),
    st.integers(2_000, 9_000_000),
    st.floats(1e-5, 0.5),
    st.floats(0, 0.1),
    scales,
)
def test_the_deviate_grows_with_the_count(  # noqa: PLR0913, PLR0917 - one a draw
    count: int,
    more: int,
    people: int,
    benchmark: float,
    spread: float,
    scale: FunnelScale,
) -> None:
    deviates = funnels.adjusted(
        funnels.deviates(
            np.array([count, count + more], dtype=float),
            np.full(2, float(people)),
            np.asarray(benchmark),
            scale,
        ),
        np.full(2, float(people)),
        np.asarray(spread**2),
    )
    assert deviates[0] < deviates[1]


@given(
    st.integers(1, 5_000),
    st.floats(0.001, 0.999),
    st.sampled_from([0.8, 0.95, 0.998]),
)
def test_exact_limits_are_the_quantiles_of_the_law_of_chance(
    people: int, benchmark: float, confidence: float
) -> None:
    size, centre = np.array([float(people)]), np.asarray(benchmark)
    tail = (1 - confidence) / 2
    laws: dict[FunnelScale, Any] = {
        "rate": stats.poisson(people * benchmark),
        "proportion": stats.binom(people, benchmark),
    }
    for scale, law in laws.items():
        lower, upper = funnels.exact_limits(size, centre, confidence, scale)
        assert lower * people == pytest.approx(law.ppf(tail), rel=1e-12)
        assert upper * people == pytest.approx(law.ppf(1 - tail), rel=1e-12)


def test_exact_limits_around_nothing_and_around_all_are_these() -> None:
    size = np.array([10.0, 0.0])
    for benchmark in (0.0, 1.0):
        for found in funnels.exact_limits(
            size, np.asarray(benchmark), 0.95, "proportion"
        ):
            np.testing.assert_array_equal(found, [benchmark, np.nan])
    for found in funnels.exact_limits(size, np.asarray(0.0), 0.95, "rate"):
        np.testing.assert_array_equal(found, [0, np.nan])


@pytest.mark.parametrize("per", [1, 100, 1_000, 1e6])
def test_limits_of_rates_are_not_capped_and_go_with_their_base(per: float) -> None:
    lower, upper = funnel_limits([50, 5_000], 0.9 * per, per=per, spread=0.3)
    ones = funnel_limits([50, 5_000], 0.9, per=1, spread=0.3)
    np.testing.assert_allclose(lower, ones[0] * per, rtol=1e-12)
    np.testing.assert_allclose(upper, ones[1] * per, rtol=1e-12)
    assert (upper > per).all()


def test_limits_of_proportions_stop_at_nothing_and_at_all() -> None:
    lower, upper = funnel_limits([1, 4], 0.9, scale="proportion")
    assert upper.tolist() == [1, 1]
    lower, upper = funnel_limits([1, 4], 0.1, scale="proportion")
    assert lower.tolist() == [0, 0]
    assert (upper < 1).all()


@pytest.mark.parametrize("gone", [(5, 0), (0, 0), (-1, 500), (np.nan, 5), (5, np.nan)])
def test_an_area_without_a_rate_is_missing_and_stops_nothing(
    gone: tuple[float, float],
) -> None:
    counts, people = [*COUNTS, gone[0]], [*PEOPLE, gone[1]]
    for door in (funnel_deviates, funnel_positions):
        found = door(counts, people)
        assert np.isnan(found[-1])
        np.testing.assert_array_equal(found[:-1], door(COUNTS, PEOPLE))
    assert funnel_spread(counts, people) == funnel_spread(COUNTS, PEOPLE)
    assert np.isnan(funnel_limits(0, 80)).all()


def test_a_count_of_nothing_has_a_deviate() -> None:
    found = funnel_deviates([0, 30], [1_000_000, 1_900_000])
    assert found[0] < 0 < found[1]


def test_one_area_alone_lies_on_its_own_benchmark() -> None:
    assert funnel_deviates([7], [1_000]).tolist() == [0]
    assert funnel_positions([7], [1_000]).tolist() == [0]
    assert funnel_spread([7], [1_000]) == 0


def test_masked_in_is_masked_out_and_input_is_left_as_it_was() -> None:
    counts: np.ma.MaskedArray[Any, Any] = np.ma.array(COUNTS, mask=[True, *[False] * 4])
    found = funnel_deviates(counts, PEOPLE)
    assert np.ma.getmaskarray(found).tolist() == [True, *[False] * 4]
    people = np.array(PEOPLE, dtype=float)
    kept = people.copy()
    funnel_positions(counts, people)
    np.testing.assert_array_equal(people, kept)
    assert counts.data.tolist() == COUNTS


@pytest.mark.parametrize(
    ("arguments", "keywords", "message"),
    [
        ((7, 1_000), {}, "one axis, that of the areas"),
        (([[7]], [[1_000]]), {}, "one axis, that of the areas"),
        (([0, 0], [9, 9]), {}, "one event or more"),
        (([np.nan], [9]), {"benchmark": 5}, "a figure for one area or more"),
        (([7], [9]), {"benchmark": 0}, "a rate above zero"),
        (([7], [9]), {"benchmark": 1, "scale": "proportion"}, "between 0 and 1"),
        (([7], [9]), {"scale": "log"}, "'rate' or 'proportion'"),
        (([7], [9]), {"per": 0}, "above zero"),
        (([7, 8], [9, 9, 9]), {}, "shapes that numpy broadcasts"),
    ],
)
def test_what_makes_no_funnel_is_refused(
    arguments: tuple[Any, Any], keywords: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        funnel_positions(*arguments, **keywords)


def test_a_part_is_no_more_than_its_whole() -> None:
    with pytest.raises(InvalidArrayError, match="at most its denominator"):
        funnel_deviates([7], [5], scale="proportion")
    with pytest.raises(InvalidValueError, match="zero or more"):
        funnel_limits(5, 80, spread=-1)


@given(st.lists(st.none() | st.integers(0, 20), min_size=1, max_size=15))
def test_ranks_are_those_of_competitions(values: list[int | None]) -> None:
    known = [-value for value in values if value is not None]
    oracle = iter(stats.rankdata(known, method="min"))
    expected = [np.nan if value is None else next(oracle) for value in values]
    given_values: Any = values
    np.testing.assert_array_equal(ranks(given_values), expected)


def test_ranks_are_along_one_axis() -> None:
    assert ranks([0.3, 0.9, 0.3]).tolist() == [2, 1, 2]
    with pytest.raises(InvalidValueError, match="one axis, that of the areas"):
        ranks(3)


def test_the_error_of_a_rank_holds_chance_and_half_of_a_change() -> None:
    # 900 per 1,000 people and a spread of 0.1: 1/4000 + 2 * 0.01 * 0.9 = 0.01825.
    share, size = np.array([0.9]), np.array([1_000.0])
    found = rank_kernel.rank_errors(share, size, np.asarray(0.1), "rate")
    assert found == pytest.approx(math.sqrt(0.01825), rel=1e-12)
    chance = rank_kernel.rank_errors(share, size, np.asarray(0.1), "proportion")
    assert chance == pytest.approx(math.sqrt(1 / 4_000), rel=1e-12)


def test_true_rates_are_drawn_towards_their_mean_by_hand() -> None:
    # Four rates seen at 2, 4, 6 and 8 with the error 1: the mean is 5, and the squares
    # 9, 1, 1 and 9 add up to 20 = 4 (1 + v), so v = 4 and each is trusted by 4/5:
    # 5 - 3 * 0.8 = 2.6, with the variance 0.8 + 0.2^2 * 5/4 = 0.85.
    middle, spread = rank_kernel.likely_rates(np.array([2.0, 4, 6, 8]), np.ones(4))
    assert middle == pytest.approx([2.6, 4.2, 5.8, 7.4], rel=1e-9)
    assert np.square(spread) == pytest.approx(np.full(4, 0.85), rel=1e-9)


@given(areas, st.floats(0, 0.2), st.floats(0.5, 0.99))
def test_the_two_ranks_are_quantiles_of_the_ranks_of_likely_rates(
    found: list[tuple[int, int]], spread: float, confidence: float
) -> None:
    counts, sizes = np.array(found, dtype=float).T
    share = counts / sizes
    errors = rank_kernel.rank_errors(share, sizes, np.asarray(spread), "rate")
    middle, scatter = rank_kernel.likely_rates(np.sqrt(share), errors)
    normal = np.random.default_rng(4).standard_normal((200, share.size))
    drawn: Any = [stats.rankdata(-row) for row in middle + scatter * normal]
    tail = (1 - confidence) / 2
    best, worst = np.quantile(drawn, (tail, 1 - tail), axis=0, method="inverted_cdf")
    own = rank_kernel.ranks(share)
    lower, upper = rank_kernel.rank_limits(share, errors, "rate", confidence, (200, 4))
    np.testing.assert_array_equal(lower, np.minimum(best, own))
    np.testing.assert_array_equal(upper, np.maximum(worst, own))


@given(areas, st.floats(0, 0.2))
def test_a_rank_lies_between_its_own_two(
    found: list[tuple[int, int]], spread: float
) -> None:
    counts, sizes = np.array(found, dtype=float).T
    share = counts / sizes
    errors = rank_kernel.rank_errors(share, sizes, np.asarray(spread), "rate")
    lower, upper = rank_kernel.rank_limits(share, errors, "rate", 0.95, (200, 1))
    own = rank_kernel.ranks(share)
    assert ((lower >= 1) & (lower <= own) & (own <= upper)).all()
    assert (upper <= len(found)).all()


def test_an_area_that_stands_apart_has_one_rank_and_equals_have_them_all() -> None:
    share = np.array([0.64, 0.25, 0.25, 0.25, 0.04])
    lower, upper = rank_kernel.rank_limits(
        share, np.full(5, 0.02), "rate", 0.95, (2_000, 1)
    )
    assert lower.tolist() == [1, 2, 2, 2, 5]
    assert upper.tolist() == [1, 4, 4, 4, 5]


def test_the_two_ranks_hold_the_true_one_as_often_as_they_say() -> None:
    draw, errors = np.random.default_rng(11), np.full(20, 0.02)
    held: list[float] = []
    for _ in range(200):
        true = 0.5 + 0.03 * draw.standard_normal(20)
        seen = np.square(true + errors * draw.standard_normal(20))
        lower, upper = rank_kernel.rank_limits(seen, errors, "rate", 0.8, (400, 3))
        own = rank_kernel.ranks(true)
        held.append(float(((lower <= own) & (own <= upper)).mean()))
    assert 0.8 <= np.mean(held) <= 0.9


def test_nobody_elses_random_numbers_are_touched() -> None:
    np.random.seed(3)  # noqa: NPY002 - the old generator that callers may use
    plain_random.seed(3)
    before = np.random.get_state()[1].tolist(), plain_random.getstate()  # type: ignore[index] # noqa: NPY002
    rank_kernel.rank_limits(np.array([0.5]), np.array([0.1]), "rate", 0.9, (100, 3))
    after = np.random.get_state()[1].tolist(), plain_random.getstate()  # type: ignore[index] # noqa: NPY002
    assert before == after


def test_ties_of_fractions_are_ties_of_their_decimals() -> None:
    assert float(Fraction(1, 3)) == 1 / 3 == 2 / 6
    assert ranks([1 / 3, 2 / 6]).tolist() == [1, 1]
