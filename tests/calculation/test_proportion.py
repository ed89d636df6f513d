import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.calculation.interval import LimitsMethod
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.errors import InvalidValueError, MissingDataError

PROPORTIONS = st.integers(1, 100_000).flatmap(
    lambda whole: st.builds(Proportion, st.integers(0, whole), st.just(whole))
)
CONFIDENCES = st.floats(0.01, 0.9999)


def test_a_proportion_is_a_part_of_a_whole() -> None:
    satisfied = Proportion(count=56, denominator=70)
    assert satisfied.value == 0.8
    assert satisfied.percentage == 80
    assert satisfied.exact_percentage == 80


def test_a_percentage_for_printing_keeps_its_ties() -> None:
    assert Proportion(1, 80).exact_percentage == Fraction(5, 4)


def test_wilsons_limits_of_81_in_263_are_newcombes() -> None:
    limits = Proportion(count=81, denominator=263).interval(confidence=0.95)
    assert round(limits.lower, 4) == 0.2553
    assert round(limits.upper, 4) == 0.3662
    assert (limits.confidence, limits.method) == (0.95, LimitsMethod.WILSON)


@given(PROPORTIONS, CONFIDENCES)
def test_limits_hold_the_proportion_and_stay_between_0_and_1(
    proportion: Proportion, confidence: float
) -> None:
    limits = proportion.interval(confidence=confidence)
    assert proportion.value is not None
    assert 0 <= limits.lower <= proportion.value <= limits.upper <= 1


@given(PROPORTIONS, CONFIDENCES, CONFIDENCES)
def test_limits_of_a_proportion_widen_with_confidence(
    proportion: Proportion, one: float, other: float
) -> None:
    narrow, wide = (
        proportion.interval(confidence=each) for each in sorted((one, other))
    )
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


def test_nobody_and_everybody_touch_the_ends() -> None:
    nobody, everybody = Proportion(0, 30), Proportion(30, 30)
    assert nobody.interval().lower == 0
    assert everybody.interval().upper == 1


def test_out_of_nobody_there_is_no_proportion() -> None:
    empty = Proportion(count=0, denominator=0)
    assert empty.value is None
    assert empty.percentage is None
    assert empty.exact_percentage is None
    with pytest.raises(MissingDataError, match="denominator is zero"):
        empty.interval()
    with pytest.raises(MissingDataError, match="denominator is zero"):
        empty.significance(benchmark=0.5)


@pytest.mark.parametrize("percentage", [72.4, 72.45, 0, 100, 33.3])
def test_a_weighted_percentage_is_printed_as_it_was_published(
    percentage: float,
) -> None:
    weighted = Proportion.weighted(percentage=percentage, effective_base=512.5)
    assert weighted.exact_percentage == Fraction(str(percentage))
    assert weighted.percentage is not None
    assert math.isclose(weighted.percentage, percentage)


def test_a_weighted_percentage_has_the_limits_of_its_effective_base() -> None:
    weighted = Proportion.weighted(percentage=80, effective_base=70)
    assert weighted.interval() == Proportion(56, 70).interval()
    wider = Proportion.weighted(percentage=80, effective_base=35.5).interval()
    assert wider.lower < weighted.interval().lower


@pytest.mark.parametrize(
    ("count", "whole", "fixed"),
    [(56, 70, 0.7), (0, 12, 0.3), (12, 12, 0.9), (5, 10, 0.5), (3, 1_000, 0.01)],
)
def test_a_proportion_beside_a_benchmark_has_the_central_binomial_p_value(
    count: int, whole: int, fixed: float
) -> None:
    below = stats.binom.cdf(count, whole, fixed)
    above = stats.binom.sf(count - 1, whole, fixed)
    evidence = Proportion(count, whole).significance(benchmark=fixed, confidence=0.9)
    oracle = min(1, 2 * min(below, above))
    assert math.isclose(evidence.p_value, oracle, rel_tol=1e-12)
    assert evidence.method is SignificanceMethod.EXACT_BINOMIAL
    assert evidence.confidence == 0.9
    assert evidence.ratio is None
    assert evidence.interval is None


def test_a_weighted_proportion_is_tested_on_its_effective_base() -> None:
    whole = Proportion(56, 70).significance(benchmark=0.7)
    weighted = Proportion.weighted(percentage=80, effective_base=70)
    assert weighted.significance(benchmark=0.7) == whole
    less = Proportion.weighted(percentage=80, effective_base=60.5)
    assert less.significance(benchmark=0.7).p_value > whole.p_value


@pytest.mark.parametrize(("fixed", "p_value"), [(0, 0), (1, 0)])
def test_a_benchmark_of_none_or_all_is_ruled_out_by_some(
    fixed: float, p_value: float
) -> None:
    assert Proportion(5, 10).significance(benchmark=fixed).p_value == p_value


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    count: Any = np.int64(56)
    assert repr(Proportion(count, np.float64(70))) == (
        "Proportion(count=56, denominator=70.0)"
    )


@pytest.mark.parametrize(
    ("count", "denominator", "message"),
    [
        (71, 70, r"Proportion\.count is 71; allowed: at most the denominator, 70"),
        (-1, 70, r"Proportion\.count is -1"),
        (56.0, 70, r"Proportion\.count is 56\.0"),
        (True, 70, r"Proportion\.count is True"),
        (56, -70, r"Proportion\.denominator is -70"),
        (0, math.inf, r"Proportion\.denominator is inf"),
        (0, "70", r"Proportion\.denominator is '70'"),
    ],
)
def test_a_proportion_refuses_what_it_cannot_be_made_of(
    count: object, denominator: object, message: str
) -> None:
    made: Any = Proportion
    with pytest.raises(InvalidValueError, match=message):
        made(count, denominator)


@pytest.mark.parametrize(
    ("percentage", "base", "message"),
    [
        (100.1, 70, r"percentage is 100\.1; allowed: 0 to 100"),
        (-1, 70, "percentage is -1"),
        (math.nan, 70, "percentage is nan"),
        (50, -1, "effective_base is -1; allowed: zero or more"),
        (50, math.inf, "effective_base is inf"),
    ],
)
def test_a_weighted_percentage_refuses_what_it_cannot_be_made_of(
    percentage: float, base: float, message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Proportion.weighted(percentage=percentage, effective_base=base)


@pytest.mark.parametrize("fixed", [70, -0.1, math.nan])
def test_the_benchmark_of_a_proportion_lies_from_0_to_1(fixed: float) -> None:
    with pytest.raises(InvalidValueError, match=r"such as 0\.7 for 70 per cent"):
        Proportion(56, 70).significance(benchmark=fixed)


@pytest.mark.parametrize("confidence", [0, 1, 95, math.nan])
def test_a_confidence_lies_strictly_between_0_and_1(confidence: float) -> None:
    proportion = Proportion(56, 70)
    with pytest.raises(InvalidValueError, match=r"write 0\.95"):
        proportion.interval(confidence=confidence)
    with pytest.raises(InvalidValueError, match=r"write 0\.95"):
        proportion.significance(benchmark=0.7, confidence=confidence)
