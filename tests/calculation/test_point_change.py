import math
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.interval import LimitsMethod
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability, Period

PROPORTIONS = st.integers(1, 10_000).flatmap(
    lambda whole: st.builds(Proportion, st.integers(0, whole), st.just(whole))
)
CHANGES = st.builds(PointChange, earlier=PROPORTIONS, later=PROPORTIONS)


def observed(year: int, **facts: object) -> Observation:
    period = Period.financial_year(year)
    figures: dict[str, Any] = facts or {"count": 48, "denominator": 80}
    return Observation("victim-satisfaction", "west-midlands", period, **figures)


def test_from_60_to_80_per_cent_is_20_points() -> None:
    change = PointChange(earlier=Proportion(48, 80), later=Proportion(56, 70))
    assert change.points == 20
    assert change.exact_points == 20


def test_56_in_70_less_48_in_80_has_newcombes_limits() -> None:
    change = PointChange(earlier=Proportion(48, 80), later=Proportion(56, 70))
    limits = change.interval(confidence=0.95)
    assert (round(limits.lower, 2), round(limits.upper, 2)) == (5.24, 33.39)
    assert (limits.confidence, limits.method) == (0.95, LimitsMethod.NEWCOMBE)


@given(CHANGES, st.floats(0.01, 0.9999))
def test_limits_hold_the_change_and_stay_within_a_hundred_points(
    change: PointChange, confidence: float
) -> None:
    limits = change.interval(confidence=confidence)
    assert change.points is not None
    slack = 1e-9
    assert limits.lower - slack <= change.points <= limits.upper + slack
    assert -100 - slack <= limits.lower
    assert limits.upper <= 100 + slack


@given(CHANGES)
def test_the_other_way_round_the_change_and_its_limits_are_the_opposite(
    change: PointChange,
) -> None:
    back = PointChange(earlier=change.later, later=change.earlier)
    assert change.points is not None
    assert back.points == -change.points
    assert math.isclose(
        back.interval().lower, -change.interval().upper, rel_tol=1e-9, abs_tol=1e-9
    )


def test_published_percentages_are_taken_as_they_are_written() -> None:
    change = PointChange(earlier=11.1, later=12.35)
    assert change.exact_points == Fraction(125, 100)
    assert change.points == 1.25


def test_a_published_percentage_beside_a_proportion_has_points() -> None:
    assert PointChange(earlier=Proportion(1, 8), later=13).points == 0.5


def test_percentages_published_without_counts_have_no_limits() -> None:
    for change in (
        PointChange(earlier=62.1, later=60),
        PointChange(earlier=62.1, later=Proportion(56, 70)),
        PointChange(earlier=Proportion(56, 70), later=62.1),
    ):
        with pytest.raises(MissingDataError, match="published without its counts"):
            change.interval()


def test_out_of_nobody_there_is_no_change() -> None:
    change = PointChange(earlier=Proportion(0, 0), later=Proportion(1, 2))
    assert change.points is None
    assert change.exact_points is None
    assert PointChange(earlier=1, later=Proportion(0, 0)).exact_points is None
    with pytest.raises(MissingDataError, match="a denominator is zero"):
        change.interval()


def test_a_weighted_percentage_has_the_limits_of_its_effective_base() -> None:
    weighted = Proportion.weighted(percentage=80, effective_base=70)
    change = PointChange(earlier=Proportion(48, 80), later=weighted)
    whole = PointChange(earlier=Proportion(48, 80), later=Proportion(56, 70))
    assert change.interval() == whole.interval()


def test_a_number_of_numpy_is_a_published_percentage() -> None:
    assert PointChange(earlier=np.float64(62.1), later=60).points == -2.1


@pytest.mark.parametrize("side", [None, "62.1", True, math.nan, math.inf])
def test_a_side_is_a_proportion_or_a_finite_percentage(side: object) -> None:
    earlier: Any = side
    message = r"PointChange\.earlier is .*; allowed: a Proportion, or a published"
    with pytest.raises(InvalidValueError, match=message):
        PointChange(earlier=earlier, later=60)


def test_a_confidence_of_95_says_that_it_should_be_095() -> None:
    change = PointChange(earlier=Proportion(48, 80), later=Proportion(56, 70))
    with pytest.raises(InvalidValueError, match=r"write 0\.95"):
        change.interval(confidence=95)


def test_a_change_between_observed_counts_is_one_of_proportions() -> None:
    change = PointChange.between(
        observed(2023, count=48, denominator=80),
        observed(2024, count=56, denominator=70),
    )
    assert change == PointChange(
        earlier=Proportion(48, 80),
        later=Proportion(56, 70),
        earlier_period=Period.financial_year(2023),
        later_period=Period.financial_year(2024),
        comparability=Comparability.SAME_MONTHS,
    )


def test_a_change_between_observed_values_is_one_of_published_percentages() -> None:
    vintage = date(2025, 5, 1)
    change = PointChange.between(
        observed(2023, value=62.1),
        observed(2024, value=60, as_at=vintage),
        across_vintages=True,
    )
    assert change.points == -2.1
    assert (change.earlier_as_at, change.as_at) == (None, vintage)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"count": 56}, "published without its denominator"),
        ({"missing": MissingReason.SURVEY_SUSPENDED}, "survey suspended"),
    ],
)
def test_what_has_no_percentage_has_no_change(
    facts: dict[str, Any], reason: str
) -> None:
    with pytest.raises(MissingDataError, match=reason):
        PointChange.between(observed(2023), observed(2024, **facts))


def test_unlike_periods_have_no_change_in_points() -> None:
    with pytest.raises(IncomparableError, match="does not start before"):
        PointChange.between(observed(2024), observed(2023))
