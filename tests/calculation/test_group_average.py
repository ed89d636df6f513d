"""The average of a group of areas, in either of its two meanings."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.group_average import group_average
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import InvalidValueError, MissingDataError
from policing_indicators.vocabulary.area_group import GroupAverage

MEAN, POOLED = GroupAverage.MEAN_OF_RATES, GroupAverage.POOLED
counts = st.integers(0, 1_000_000)
sizes = st.integers(1, 70_000_000) | st.floats(1, 70_000_000)
bases = st.sampled_from([1, 100, 1_000, 100_000])


@st.composite
def groups(draw: st.DrawFn, *, size: st.SearchStrategy[float] = sizes) -> list[Rate]:
    per = draw(bases)
    some = st.lists(st.tuples(counts, size), min_size=1, max_size=6)
    return [Rate(count, out_of, per=per) for count, out_of in draw(some)]


def values(rates: list[Rate]) -> list[Fraction]:
    return [rate.exact_value for rate in rates if rate.exact_value is not None]


def test_every_area_counts_the_same_or_every_person_does() -> None:
    rates = [Rate(10, 1_000, per=100), Rate(60, 3_000, per=100)]
    assert group_average(rates, MEAN) == Fraction(3, 2)
    assert group_average(rates, POOLED) == Fraction(7, 4)


def test_thirds_are_exact() -> None:
    rates = [Rate(1, 3, per=1), Rate(0, 3, per=1), Rate(0, 3, per=1)]
    assert group_average(rates, MEAN) == Fraction(1, 9)
    assert group_average(rates, POOLED) == Fraction(1, 9)


@pytest.mark.parametrize("average", GroupAverage)
@given(rates=groups())
def test_an_average_lies_between_the_least_and_the_greatest(
    average: GroupAverage, rates: list[Rate]
) -> None:
    known = values(rates)
    assert min(known) <= group_average(rates, average) <= max(known)


@given(sizes.flatmap(lambda size: groups(size=st.just(size))))
def test_among_areas_of_one_size_the_two_are_the_same(rates: list[Rate]) -> None:
    assert group_average(rates, MEAN) == group_average(rates, POOLED)


@pytest.mark.parametrize("average", GroupAverage)
@given(rates=groups(), order=st.randoms())
def test_the_order_of_the_areas_makes_no_difference(
    average: GroupAverage, rates: list[Rate], order: Random
) -> None:
    shuffled = list(rates)
    order.shuffle(shuffled)
    assert group_average(shuffled, average) == group_average(rates, average)


@pytest.mark.parametrize("average", GroupAverage)
@given(rates=groups())
def test_an_average_scales_with_the_base_of_the_rates(
    average: GroupAverage, rates: list[Rate]
) -> None:
    tenfold = [Rate(each.count, each.denominator, per=each.per * 10) for each in rates]
    assert group_average(tenfold, average) == 10 * group_average(rates, average)


@given(groups(), st.integers(2, 5))
def test_a_pooled_rate_is_that_of_the_areas_as_one(
    rates: list[Rate], times: int
) -> None:
    assert group_average(rates * times, POOLED) == group_average(rates, POOLED)
    (one, *_) = rates
    assert group_average([one], POOLED) == group_average([one], MEAN)
    assert group_average([one], MEAN) == one.exact_value


@pytest.mark.parametrize("average", GroupAverage)
@pytest.mark.parametrize(
    "rates", [[], [Rate(1, 10, per=100), Rate(1, 10, per=1_000)]], ids=["none", "mixed"]
)
def test_an_average_is_of_one_rate_or_more_all_per_the_same(
    average: GroupAverage, rates: list[Rate]
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        group_average(rates, average)
    assert caught.value.noun == "rates"
    assert caught.value.allowed == "one rate or more, all per the same"


@pytest.mark.parametrize("average", GroupAverage)
def test_an_area_of_nobody_has_no_part_in_an_average_and_is_not_left_out(
    average: GroupAverage,
) -> None:
    with pytest.raises(MissingDataError, match="a denominator is zero"):
        group_average([Rate(1, 10), Rate(0, 0)], average)
