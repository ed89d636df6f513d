import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policing_indicators.calculation.interval import LimitsMethod
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.calculation.significance import SignificanceMethod
from policing_indicators.errors import InvalidValueError

COUNTS = st.integers(0, 5_000)
RIGHT: dict[str, Any] = {"earlier": 45, "later": 31}
EXPOSURES = st.sampled_from([1.0, 12.0, 0.25, 2_980_936.0])


def test_a_rate_ratio_is_the_later_rate_over_the_earlier() -> None:
    ratio = RateRatio(earlier=24, later=3, earlier_exposure=12, later_exposure=1)
    assert ratio.value == 1.5


def test_exposures_are_equal_unless_they_are_given() -> None:
    assert RateRatio(earlier=45, later=31).value == 31 / 45


def test_from_an_earlier_count_of_zero_there_is_no_ratio_and_no_upper_limit() -> None:
    ratio = RateRatio(earlier=0, later=5)
    limits = ratio.interval()
    assert ratio.value is None
    assert 0 < limits.lower < math.inf == limits.upper
    assert ratio.significance().ratio is None


def test_two_counts_of_zero_set_no_limits_and_have_a_p_value_of_one() -> None:
    evidence = RateRatio(earlier=0, later=0).significance()
    assert evidence.interval is not None
    assert (evidence.interval.lower, evidence.interval.upper) == (0, math.inf)
    assert evidence.p_value == 1


def test_homicide_31_from_45_has_the_ratio_and_limits_of_the_published_wording() -> (
    None
):
    evidence = RateRatio(earlier=45, later=31).significance(confidence=0.95)
    assert evidence.ratio is not None
    assert evidence.interval is not None
    assert round(evidence.ratio, 2) == 0.69
    assert round(evidence.interval.lower, 2) == 0.42
    assert round(evidence.interval.upper, 2) == 1.11
    assert evidence.interval.method is LimitsMethod.CLOPPER_PEARSON
    assert evidence.method is SignificanceMethod.EXACT_CONDITIONAL
    assert evidence.confidence == 0.95


def test_one_in_twelve_months_against_seven_in_one_is_not_chance() -> None:
    ratio = RateRatio(earlier=1, later=7, earlier_exposure=12, later_exposure=1)
    assert math.isclose(ratio.significance().p_value, 2.4e-7, rel_tol=0.02)


@given(COUNTS, COUNTS, EXPOSURES, EXPOSURES, st.floats(0.5, 0.999))
def test_one_is_within_the_limits_exactly_when_the_p_value_is_above_alpha(
    earlier: int,
    later: int,
    earlier_exposure: float,
    later_exposure: float,
    confidence: float,
) -> None:
    evidence = RateRatio(
        earlier=earlier,
        later=later,
        earlier_exposure=earlier_exposure,
        later_exposure=later_exposure,
    ).significance(confidence=confidence)
    assume(not math.isclose(evidence.p_value, 1 - confidence, rel_tol=1e-6))
    assert evidence.interval is not None
    assert (1 in evidence.interval) == (evidence.p_value > 1 - confidence)


@given(COUNTS, COUNTS, EXPOSURES, st.floats(0.01, 0.999))
def test_limits_hold_the_ratio(
    earlier: int, later: int, exposure: float, confidence: float
) -> None:
    ratio = RateRatio(earlier=earlier + 1, later=later, later_exposure=exposure)
    assert ratio.value is not None
    assert ratio.value in ratio.interval(confidence=confidence)


@given(COUNTS, COUNTS, st.floats(0.01, 0.999), st.floats(0.01, 0.999))
def test_limits_of_a_ratio_widen_with_confidence(
    earlier: int, later: int, one: float, other: float
) -> None:
    ratio = RateRatio(earlier=earlier, later=later)
    narrow, wide = (ratio.interval(confidence=each) for each in sorted((one, other)))
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper


@given(COUNTS, COUNTS, EXPOSURES, EXPOSURES)
def test_the_other_way_round_has_the_same_p_value_and_the_inverse_limits(
    earlier: int, later: int, earlier_exposure: float, later_exposure: float
) -> None:
    one = RateRatio(
        earlier=earlier,
        later=later,
        earlier_exposure=earlier_exposure,
        later_exposure=later_exposure,
    )
    other = RateRatio(
        earlier=later,
        later=earlier,
        earlier_exposure=later_exposure,
        later_exposure=earlier_exposure,
    )
    assert one.significance().p_value == other.significance().p_value
    if earlier:
        assert math.isclose(
            one.interval().upper * other.interval().lower, 1, rel_tol=1e-12
        )


def test_the_ratio_of_two_rates_takes_their_denominators_as_exposures() -> None:
    earlier, later = Rate(40, 2_900_000), Rate(31, 2_980_936)
    assert RateRatio.between(earlier, later) == RateRatio(
        earlier=40,
        later=31,
        earlier_exposure=2_900_000,
        later_exposure=2_980_936,
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"earlier": -1}, r"RateRatio\.earlier is -1.*zero or more"),
        ({"later": 1.5}, r"RateRatio\.later is 1\.5"),
        ({"later": False}, r"RateRatio\.later is False"),
        ({"earlier_exposure": 0}, r"RateRatio\.earlier_exposure is 0.*above zero"),
        ({"later_exposure": math.nan}, r"RateRatio\.later_exposure is nan"),
    ],
)
def test_a_rate_ratio_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        RateRatio(**RIGHT | fields)


def test_a_confidence_of_100_per_cent_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="confidence is 1;"):
        RateRatio(earlier=45, later=31).significance(confidence=1)
