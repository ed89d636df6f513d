from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Comparability, Period

COUNTS = st.integers(-1_000, 10_000_000)
CHANGES = st.builds(Change, earlier=COUNTS, later=COUNTS)
SPRING, AUTUMN = date(2025, 4, 24), date(2025, 10, 23)


RIGHT: dict[str, Any] = {"earlier": 45, "later": 31}


def observed(year: int, count: int | None = 45, **facts: object) -> Observation:
    fields: dict[str, Any] = {
        "indicator": "homicide",
        "area": "west-midlands",
        "period": Period.financial_year(year),
        "count": count,
        "as_at": AUTUMN,
    }
    fields.update(facts)
    return Observation(**fields)


def test_a_change_is_the_later_count_less_the_earlier() -> None:
    homicide = Change(earlier=45, later=31)
    assert homicide.absolute == -14
    assert homicide.percent == -1_400 / 45
    assert homicide.exact_percent == Fraction(-1_400, 45)


@given(CHANGES)
def test_the_other_way_round_the_absolute_change_is_the_opposite(
    change: Change,
) -> None:
    reversed_change = Change(earlier=change.later, later=change.earlier)
    assert reversed_change.absolute == -change.absolute


@given(st.lists(CHANGES, min_size=1))
def test_the_change_of_a_sum_is_the_sum_of_the_changes(changes: list[Change]) -> None:
    total = Change(
        earlier=sum(change.earlier for change in changes),
        later=sum(change.later for change in changes),
    )
    assert total.absolute == sum(change.absolute for change in changes)


@given(CHANGES)
def test_a_percentage_is_the_exact_one_rounded_once(change: Change) -> None:
    exact = change.exact_percent
    assert change.percent == (None if exact is None else float(exact))


@pytest.mark.parametrize("earlier", [0, -3])
def test_from_zero_or_less_there_is_no_percentage(earlier: int) -> None:
    change = Change(earlier=earlier, later=5)
    assert change.percent is None
    assert change.exact_percent is None


def test_a_count_may_fall_below_zero() -> None:
    assert Change(earlier=10, later=-5).percent == -150


@pytest.mark.parametrize(
    ("earlier", "later", "p_value", "decimals"),
    [
        (45, 31, 0.135, 3),
        (28, 16, 0.096, 3),
        (5, 8, 0.58, 2),
        (83, 141, 0.00013, 5),
        (216, 156, 0.0022, 4),
        (21, 6, 0.0059, 4),
        (44, 32, 0.21, 2),
    ],
)
def test_two_counts_have_the_p_value_of_the_exact_conditional_test(
    earlier: int, later: int, p_value: float, decimals: int
) -> None:
    evidence = Change(earlier=earlier, later=later).significance()
    assert round(evidence.p_value, decimals) == p_value


def test_over_unequal_exposures_the_central_tail_is_doubled() -> None:
    evidence = Change(earlier=2, later=2).significance(
        earlier_exposure=12, later_exposure=1, confidence=0.9
    )
    assert round(evidence.p_value, 3) == 0.064
    assert evidence.confidence == 0.9


@given(st.integers(0, 1_000), st.integers(0, 1_000), st.floats(0.1, 100))
def test_the_significance_of_a_change_is_that_of_its_rate_ratio(
    earlier: int, later: int, exposure: float
) -> None:
    evidence = Change(earlier=earlier, later=later).significance(
        later_exposure=exposure
    )
    ratio = RateRatio(earlier=earlier, later=later, later_exposure=exposure)
    assert evidence == ratio.significance()


@pytest.mark.parametrize(("earlier", "later"), [(-1, 5), (5, -1)])
def test_a_negative_count_has_no_significance(earlier: int, later: int) -> None:
    with pytest.raises(MissingDataError, match=f"between {earlier} and {later}"):
        Change(earlier=earlier, later=later).significance()


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    change = Change(earlier=np.int64(45), later=np.int32(31))
    assert type(change.absolute) is int


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"earlier": 45.0}, r"Change\.earlier is 45\.0"),
        ({"later": True}, r"Change\.later is True"),
        ({"earlier_period": "2023/24"}, r"Change\.earlier_period is '2023/24'"),
        ({"later_period": 2024}, r"Change\.later_period is 2024"),
        ({"as_at": "2025-10-23"}, r"Change\.as_at is"),
        ({"earlier_as_at": 2025}, r"Change\.earlier_as_at is"),
        ({"comparability": "same"}, r"Change\.comparability is 'same'"),
    ],
)
def test_a_change_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Change(**RIGHT | fields)


def test_earlier_and_later_are_given_by_name_lest_they_be_reversed() -> None:
    made: Any = Change
    with pytest.raises(TypeError):
        made(45, 31)


def test_a_change_between_observations_carries_how_it_was_made() -> None:
    change = Change.between(observed(2023, 45), observed(2024, 31))
    assert change == Change(
        earlier=45,
        later=31,
        earlier_period=Period.financial_year(2023),
        later_period=Period.financial_year(2024),
        earlier_as_at=AUTUMN,
        as_at=AUTUMN,
        comparability=Comparability.SAME_MONTHS,
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"indicator": "robbery"}, "different indicators"),
        ({"area": "west-mercia"}, "different areas"),
        ({"period": Period.financial_quarter(2024, 4)}, "12 months long, the other 3"),
        ({"period": Period.calendar_year(2025)}, "different months"),
        ({"period": Period.financial_year(2023)}, "does not start before"),
        ({"as_at": SPRING}, "as at 2025-10-23 and as at 2025-04-24"),
        ({"as_at": None}, "of no stated vintage"),
    ],
)
def test_what_does_not_compare_is_refused_with_the_reason(
    facts: dict[str, Any], reason: str
) -> None:
    with pytest.raises(IncomparableError, match=reason):
        Change.between(observed(2023), observed(2024, **facts))


def test_two_vintages_compare_when_that_is_asked_for() -> None:
    change = Change.between(
        observed(2023, as_at=SPRING), observed(2024), across_vintages=True
    )
    assert (change.earlier_as_at, change.as_at) == (SPRING, AUTUMN)


def test_two_observations_of_no_stated_vintage_compare() -> None:
    change = Change.between(observed(2023, as_at=None), observed(2024, as_at=None))
    assert change.as_at is None


def test_a_declared_baseline_may_have_different_months() -> None:
    baseline = observed(2018, period=Period.year_ending(2019, 6))
    change = Change.between(baseline, observed(2024), baseline=True)
    assert change.comparability is Comparability.DIFFERENT_MONTHS


def test_rolling_years_may_overlap_when_that_is_asked_for() -> None:
    rolling = observed(2024, period=Period.year_ending(2025, 3))
    before = observed(2024, period=Period.year_ending(2024, 12))
    change = Change.between(before, rolling, rolling=True)
    assert change.comparability is Comparability.OVERLAPPING
    with pytest.raises(IncomparableError, match="overlap"):
        Change.between(before, rolling)


def test_a_missing_observation_gives_its_reason() -> None:
    gone = observed(2023, None, missing=MissingReason.NOT_YET_PUBLISHED)
    message = "homicide in west-midlands, 2023/24: not yet published"
    with pytest.raises(MissingDataError, match=message):
        Change.between(gone, observed(2024))


def test_a_value_without_its_count_has_no_change_of_counts() -> None:
    rate = observed(2024, None, value=1.04)
    with pytest.raises(MissingDataError, match="published without its count"):
        Change.between(observed(2023), rate)


def test_only_observations_have_a_change_between_them() -> None:
    bare: Any = 31
    with pytest.raises(InvalidValueError, match="an observation is 31"):
        Change.between(observed(2023), bare)


def test_a_percentage_that_is_a_tie_is_exactly_one() -> None:
    exact = Change(earlier=80, later=81).exact_percent
    assert exact == Fraction(125, 100)
