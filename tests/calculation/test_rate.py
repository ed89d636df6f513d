import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.calculation.interval import LimitsMethod
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.errors import InvalidValueError, MissingDataError

COUNTS = st.integers(0, 200_000)
DENOMINATORS = st.integers(1, 70_000_000)
RIGHT: dict[str, Any] = {"count": 31, "denominator": 1_000}
CONFIDENCES = st.floats(0.01, 0.9999)


def test_a_rate_is_the_count_over_the_denominator_times_the_base() -> None:
    assert Rate(count=31, denominator=2_980_936).value == 31 * 100_000 / 2_980_936
    assert Rate(count=31, denominator=3_100_000, per=1_000_000).value == 10


def test_the_base_is_a_hundred_thousand_unless_it_is_said() -> None:
    assert Rate(count=1, denominator=100_000).value == 1


def test_a_whole_product_is_rounded_only_once() -> None:
    rate = Rate(count=5_350_405, denominator=60_854_727, per=1_000)
    assert rate.exact_value is not None
    assert rate.value == float(rate.exact_value)


def test_a_rate_for_printing_keeps_its_ties() -> None:
    assert Rate(count=5, denominator=4, per=1).exact_value == Fraction(5, 4)
    assert Rate(count=1, denominator=0.5, per=0.25).exact_value == Fraction(1, 2)


def test_a_negative_count_has_a_rate_but_neither_limits_nor_significance() -> None:
    rate = Rate(count=-3, denominator=1_000)
    assert rate.value == -300
    with pytest.raises(MissingDataError, match="count is negative"):
        rate.interval()
    with pytest.raises(MissingDataError, match="count is negative"):
        rate.significance(benchmark=1)


def test_over_a_denominator_of_zero_there_is_no_rate() -> None:
    rate = Rate(count=3, denominator=0)
    assert rate.value is None
    assert rate.exact_value is None
    with pytest.raises(MissingDataError, match="denominator is zero"):
        rate.interval()
    with pytest.raises(MissingDataError, match="denominator is zero"):
        rate.significance(benchmark=1)


def test_no_offence_has_a_rate_of_zero_and_a_lower_limit_of_zero() -> None:
    rate = Rate(count=0, denominator=1_000)
    assert rate.value == 0
    assert rate.interval().lower == 0
    assert rate.interval().upper > 0


@given(COUNTS, DENOMINATORS, CONFIDENCES)
def test_the_limits_of_a_rate_hold_it(
    count: int, denominator: int, confidence: float
) -> None:
    rate = Rate(count, denominator)
    assert rate.value is not None
    for method in ("exact", "byar"):
        assert rate.value in rate.interval(confidence=confidence, method=method)


@given(COUNTS, DENOMINATORS, CONFIDENCES, CONFIDENCES)
def test_the_limits_of_a_rate_widen_with_confidence(
    count: int, denominator: int, one: float, other: float
) -> None:
    rate = Rate(count, denominator)
    narrow, wide = (rate.interval(confidence=each) for each in sorted((one, other)))
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


def test_an_interval_says_how_it_was_made() -> None:
    rate = Rate(count=31, denominator=2_980_936)
    exact, byar = rate.interval(confidence=0.998), rate.interval(method="byar")
    assert (exact.confidence, exact.method) == (0.998, LimitsMethod.EXACT)
    assert (byar.confidence, byar.method) == (0.95, LimitsMethod.BYAR)


@pytest.mark.parametrize(
    ("count", "denominator", "fixed", "per"),
    [
        (31, 2_980_936, 1.5, 100_000),
        (31, 2_980_936, 0.5, 100_000),
        (0, 10_000, 30, 100_000),
        (7, 588_400, 10, 1_000_000),
    ],
)
def test_a_rate_beside_a_benchmark_has_the_central_poisson_p_value(
    count: int, denominator: int, fixed: float, per: int
) -> None:
    expected = fixed * denominator / per
    oracle = 2 * min(
        stats.poisson.cdf(count, expected), stats.poisson.sf(count - 1, expected)
    )
    evidence = Rate(count, denominator, per=per).significance(benchmark=fixed)
    assert math.isclose(evidence.p_value, min(1, oracle), rel_tol=1e-12)
    assert evidence.method is SignificanceMethod.EXACT_POISSON


@given(COUNTS, st.floats(0.5, 2), st.floats(0.5, 0.999))
def test_a_benchmark_lies_outside_the_limits_when_its_p_value_is_small(
    count: int, times: float, confidence: float
) -> None:
    rate = Rate(count, 1_000, per=1_000)
    evidence = rate.significance(benchmark=(count + 1) * times, confidence=confidence)
    assert evidence.interval is not None
    if not math.isclose(evidence.p_value, 1 - confidence, rel_tol=1e-6):
        assert (1 in evidence.interval) == (evidence.p_value > 1 - confidence)


def test_the_ratio_to_a_benchmark_has_limits_and_their_confidence() -> None:
    rate = Rate(count=30, denominator=100_000)
    evidence = rate.significance(benchmark=20, confidence=0.9)
    assert evidence.ratio == 1.5
    assert evidence.interval is not None
    assert evidence.interval.lower == rate.interval(confidence=0.9).lower / 20
    assert evidence.confidence == evidence.interval.confidence == 0.9


def test_beside_a_benchmark_of_zero_there_is_a_p_value_but_no_ratio() -> None:
    some, none = (Rate(count, 1_000).significance(benchmark=0) for count in (3, 0))
    assert (some.p_value, none.p_value) == (0, 1)
    assert some.ratio is None
    assert some.interval is None


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    count: Any = np.int64(31)
    base: Any = np.int32(10)
    rate = Rate(count, np.float64(1_000), per=base)
    assert repr(rate) == "Rate(count=31, denominator=1000.0, per=10)"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"count": 31.0}, r"Rate\.count is 31\.0"),
        ({"count": True}, r"Rate\.count is True"),
        ({"count": "31"}, r"Rate\.count is '31'"),
        ({"count": None}, r"Rate\.count is None"),
        ({"count": np.float64(31)}, r"Rate\.count is .*31\.0"),
        ({"count": np.True_}, r"Rate\.count is .*True"),
        ({"denominator": -1}, r"Rate\.denominator is -1"),
        ({"denominator": math.inf}, r"Rate\.denominator is inf"),
        ({"denominator": math.nan}, r"Rate\.denominator is nan"),
        ({"denominator": True}, r"Rate\.denominator is True"),
        ({"per": 0}, r"Rate\.per is 0.*above zero"),
        ({"per": math.inf}, r"Rate\.per is inf"),
        ({"per": "1000"}, r"Rate\.per is '1000'"),
    ],
)
def test_a_rate_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Rate(**RIGHT | fields)


def test_a_confidence_of_95_says_that_it_should_be_095() -> None:
    rate = Rate(count=31, denominator=1_000)
    for ask in (
        lambda: rate.interval(confidence=95),
        lambda: rate.significance(benchmark=1, confidence=95),
    ):
        with pytest.raises(InvalidValueError, match=r"confidence is 95;.*write 0\.95"):
            ask()


def test_a_method_that_is_not_there_is_named_with_those_that_are() -> None:
    method: Any = "wald"
    with pytest.raises(InvalidValueError, match="'wald'; allowed: 'exact' or 'byar'"):
        Rate(count=31, denominator=1_000).interval(method=method)


@pytest.mark.parametrize("beside", [-1, math.nan, math.inf, "1", True])
def test_a_benchmark_is_a_finite_rate_of_zero_or_more(beside: object) -> None:
    benchmark: Any = beside
    with pytest.raises(InvalidValueError, match="allowed: a rate of zero or more"):
        Rate(count=31, denominator=1_000).significance(benchmark=benchmark)


def test_a_base_beyond_the_largest_decimal_number_gives_no_figure() -> None:
    rate = Rate(count=31, denominator=1_000, per=10**400)
    assert rate.value is None
    with pytest.raises(MissingDataError):
        rate.interval()
    with pytest.raises(MissingDataError):
        rate.significance(benchmark=4)
