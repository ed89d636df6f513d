"""The numpy door: forms in and out, and the same figures as the scalar door."""

import warnings
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from policing_indicators import arrays
from policing_indicators.arrays import Figures
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.kernels.counts import CountMethod
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rate_ratio import RateRatio
from policing_indicators.errors import InvalidValueError, MissingDataError

Door = Callable[..., Any]

TWO: list[Door] = [
    arrays.rate,
    arrays.rate_limits,
    arrays.proportion_limits,
    arrays.percent_change,
    arrays.rate_ratio,
    arrays.rate_ratio_limits,
    arrays.change_p_value,
]
DOORS: list[tuple[Door, int]] = [
    (arrays.count_limits, 1),
    *((door, 2) for door in TWO),
    (arrays.rate_p_value, 3),
    (arrays.proportion_p_value, 3),
    (arrays.proportion_difference_limits, 4),
]
FITTING: list[list[float]] = [[3, 0, 7], [12, 7, 9], [1, 0, 1], [5, 6, 7]]
"""Figures that every door takes, in the order of its arguments."""

each_door = pytest.mark.parametrize(
    ("door", "arguments"), DOORS, ids=[door.__name__ for door, _ in DOORS]
)


def figures(result: object) -> list[Figures]:
    """Give a door's one array, or its pair, as a list."""
    return list(result) if isinstance(result, tuple) else [result]  # type: ignore[list-item]


def fitting(arguments: int) -> list[list[float]]:
    order = [2, 3, 0, 1] if arguments == 4 else [0, 1, 2]
    return [FITTING[place] for place in order[:arguments]]


@each_door
def test_arrays_come_out_as_arrays_of_doubles(door: Door, arguments: int) -> None:
    for result in figures(door(*fitting(arguments))):
        assert type(result) is np.ndarray
        assert result.dtype == np.float64
        assert result.shape == (3,)


@each_door
def test_single_numbers_come_out_as_single_numbers(door: Door, arguments: int) -> None:
    single: list[Any] = figures(door(*(values[0] for values in fitting(arguments))))
    for result in single:
        assert type(result) is np.float64


@each_door
def test_each_element_is_what_it_would_be_alone(door: Door, arguments: int) -> None:
    given_values = fitting(arguments)
    together = figures(door(*given_values))
    for place in range(3):
        alone = figures(door(*(values[place] for values in given_values)))
        np.testing.assert_array_equal([each[place] for each in together], alone)


@each_door
def test_what_is_missing_stays_missing(door: Door, arguments: int) -> None:
    whole = figures(door(*fitting(arguments)))
    for gone in range(arguments):
        values: list[Any] = fitting(arguments)
        values[gone] = [None, *values[gone][1:]]
        for result, full in zip(figures(door(*values)), whole, strict=True):
            assert np.isnan(result[0])
            np.testing.assert_array_equal(result[1:], full[1:])


@each_door
def test_masked_in_is_masked_out(door: Door, arguments: int) -> None:
    whole = figures(door(*fitting(arguments)))
    for gone in range(arguments):
        values: list[Any] = fitting(arguments)
        values[gone] = np.ma.array(values[gone], mask=[True, False, False])
        for result, full in zip(figures(door(*values)), whole, strict=True):
            assert isinstance(result, np.ma.MaskedArray)
            mask = np.ma.getmaskarray(result)
            assert mask.tolist() == [True, *np.isnan(full[1:])]
            shown = ~mask
            np.testing.assert_array_equal(result.data[shown], full[shown])


@each_door
def test_the_masked_constant_comes_back_masked(door: Door, arguments: int) -> None:
    values: list[Any] = [values[0] for values in fitting(arguments)]
    values[0] = np.ma.masked
    for result in figures(door(*values)):
        assert result is np.ma.masked


@each_door
def test_input_is_left_as_it_was(door: Door, arguments: int) -> None:
    for kind in (np.float64, np.int64, object):
        values = [np.array(each, dtype=kind) for each in fitting(arguments)]
        before = [each.copy() for each in values]
        for each in values:
            each.flags.writeable = False
        results = figures(door(*values))
        for each, copy in zip(values, before, strict=True):
            np.testing.assert_array_equal(each, copy)
            assert not any(np.shares_memory(each, result) for result in results)


@each_door
def test_whole_numbers_and_decimals_give_the_same_figures(
    door: Door, arguments: int
) -> None:
    values = fitting(arguments)
    decimals = figures(door(*(np.array(each, np.float64) for each in values)))
    wholes = figures(door(*(np.array(each, np.int16) for each in values)))
    np.testing.assert_array_equal(decimals, wholes)


@each_door
def test_nothing_warns(door: Door, arguments: int) -> None:
    hard: list[list[float]] = [
        [0, 0, 5, np.nan],
        [0, 5, 0, 5],
        [0, 1, 1, 0.5],
        [1, 2, 3, np.nan],
    ]
    values = hard[:arguments]
    if door in {arrays.proportion_limits, arrays.proportion_p_value}:
        values = [[0, 0, 0, np.nan], *values[1:]]
    if door is arrays.proportion_difference_limits:
        values = [[0, 0, 0, np.nan], [0, 5, 5, 5]] * 2
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with np.errstate(all="raise", under="ignore"):
            results = figures(door(*values))
    assert all(np.isnan(result[-1]) for result in results)


@pytest.mark.parametrize("door", [door for door, count in DOORS if count > 1])
def test_arrays_broadcast_as_numpy_does(door: Door) -> None:
    arguments = dict(DOORS)[door]
    values: list[Any] = [[each] for each in fitting(arguments)]
    values[0] = np.reshape(values[0], (3, 1))[:2]
    if door in {arrays.proportion_limits, arrays.proportion_p_value}:
        values[0] = [[1], [0]]
    for result in figures(door(*values)):
        assert result.shape == (2, 3)


@pytest.mark.parametrize("door", [door for door, count in DOORS if count > 1])
def test_shapes_that_do_not_broadcast_are_refused(door: Door) -> None:
    arguments = dict(DOORS)[door]
    values: list[Any] = fitting(arguments)
    values[-1] = values[-1][:2]
    with pytest.raises(InvalidValueError, match="shapes that numpy broadcasts"):
        door(*values)


def test_exposures_that_do_not_broadcast_are_refused() -> None:
    for door in (arrays.rate_ratio, arrays.rate_ratio_limits, arrays.change_p_value):
        with pytest.raises(InvalidValueError, match="shapes that numpy broadcasts"):
            door([1, 2], [3, 4], later_exposure=[1, 2, 3])


def test_proportions_that_do_not_broadcast_together_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="the shape of earlier_count, later_"):
        arrays.proportion_difference_limits([1, 1], 2, [1, 1, 1], 2)
    with pytest.raises(InvalidValueError, match="the shape of count, denominator"):
        arrays.proportion_limits([1, 1], [2, 2, 2])


def test_empty_arrays_have_empty_figures() -> None:
    for door, arguments in DOORS:
        for result in figures(door(*([[]] * arguments))):
            assert result.shape == (0,)


def test_a_rate_over_a_denominator_of_zero_is_missing() -> None:
    assert np.isnan(arrays.rate([5, 0], 0)).all()
    assert np.isnan(arrays.rate_limits(5, 0)).all()


def test_a_change_from_zero_or_less_is_missing() -> None:
    changes = arrays.percent_change([0, -5, 5], [3, 3, -5])
    np.testing.assert_array_equal(changes, [np.nan, np.nan, -200])


def test_a_negative_count_has_a_rate_and_no_limits() -> None:
    assert arrays.rate(-3, 1_000) == -300
    assert np.isnan(arrays.rate_limits(-3, 1_000)).all()


COUNTS = st.integers(-50, 5_000_000)
NATURALS = st.integers(0, 5_000_000)
DENOMINATORS = st.one_of(st.integers(0, 70_000_000), st.floats(1e-3, 1e8))
EXPOSURES = st.one_of(st.integers(1, 10**8), st.floats(1e-3, 1e8))
CONFIDENCES = st.floats(0.01, 0.9999)
PARTS = st.integers(1, 10_000_000).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)
ROWS = 8


def rows(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=1, max_size=ROWS)


def column(values: list[Any], place: int) -> ArrayLike:
    return [value[place] for value in values]


def assert_same(result: ArrayLike, single: list[float | None]) -> None:
    """Compare to the last bit: no figure is NaN through one door, None the other."""
    expected = [np.nan if value is None else value for value in single]
    np.testing.assert_array_equal(result, expected)


def assert_same_limits(
    limits: tuple[Figures, Figures], intervals: list[Interval]
) -> None:
    assert_same(limits[0], [interval.lower for interval in intervals])
    assert_same(limits[1], [interval.upper for interval in intervals])


@given(rows(st.tuples(COUNTS, DENOMINATORS)), st.sampled_from([1, 1_000, 100_000]))
def test_both_doors_agree_on_a_rate(pairs: list[Any], per: int) -> None:
    result = arrays.rate(column(pairs, 0), column(pairs, 1), per=per)
    assert_same(result, [Rate(*pair, per=per).value for pair in pairs])


@given(
    rows(st.tuples(NATURALS, EXPOSURES)),
    CONFIDENCES,
    st.sampled_from(["exact", "byar"]),
)
def test_both_doors_agree_on_the_limits_of_a_rate(
    pairs: list[Any], confidence: float, method: CountMethod
) -> None:
    assert_same_limits(
        arrays.rate_limits(
            column(pairs, 0), column(pairs, 1), confidence=confidence, method=method
        ),
        [Rate(*pair).interval(confidence=confidence, method=method) for pair in pairs],
    )


@given(
    rows(st.tuples(NATURALS, EXPOSURES, st.one_of(st.just(0), st.floats(1e-9, 1e6))))
)
def test_both_doors_agree_on_a_rate_beside_a_benchmark(pairs: list[Any]) -> None:
    assert_same(
        arrays.rate_p_value(column(pairs, 0), column(pairs, 1), column(pairs, 2)),
        [Rate(*pair).significance(benchmark=fixed).p_value for *pair, fixed in pairs],
    )


@given(rows(PARTS), CONFIDENCES, st.floats(0, 1))
def test_both_doors_agree_on_a_proportion(
    pairs: list[Any], confidence: float, fixed: float
) -> None:
    count, whole = column(pairs, 0), column(pairs, 1)
    single = [Proportion(*pair) for pair in pairs]
    assert_same(arrays.rate(count, whole, per=1), [each.value for each in single])
    assert_same_limits(
        arrays.proportion_limits(count, whole, confidence=confidence),
        [each.interval(confidence=confidence) for each in single],
    )
    assert_same(
        arrays.proportion_p_value(count, whole, fixed),
        [each.significance(benchmark=fixed).p_value for each in single],
    )


@given(rows(st.tuples(PARTS, PARTS)), CONFIDENCES)
def test_both_doors_agree_on_the_limits_of_a_change_in_points(
    pairs: list[Any], confidence: float
) -> None:
    earlier, later = ([pair[side] for pair in pairs] for side in (0, 1))
    limits = arrays.proportion_difference_limits(
        column(earlier, 0),
        column(earlier, 1),
        column(later, 0),
        column(later, 1),
        confidence=confidence,
    )
    single = [
        PointChange(earlier=Proportion(*before), later=Proportion(*after))
        for before, after in pairs
    ]
    assert_same_limits(
        (100 * limits[0], 100 * limits[1]),
        [each.interval(confidence=confidence) for each in single],
    )


@given(rows(st.tuples(COUNTS, COUNTS)))
def test_both_doors_agree_on_a_percentage_change(pairs: list[Any]) -> None:
    single = [Change(earlier=earlier, later=later) for earlier, later in pairs]
    result = arrays.percent_change(column(pairs, 0), column(pairs, 1))
    assert_same(result, [each.percent for each in single])
    exact: list[Fraction | None] = [each.exact_percent for each in single]
    assert_same(result, [None if each is None else float(each) for each in exact])


@given(rows(st.tuples(NATURALS, NATURALS)), EXPOSURES, EXPOSURES, CONFIDENCES)
def test_both_doors_agree_on_two_counts(
    pairs: list[Any], earlier_exposure: float, later_exposure: float, confidence: float
) -> None:
    exposures = {
        "earlier_exposure": earlier_exposure,
        "later_exposure": later_exposure,
    }
    earlier, later = column(pairs, 0), column(pairs, 1)
    single = [RateRatio(earlier=one, later=two, **exposures) for one, two in pairs]
    assert_same(
        arrays.rate_ratio(earlier, later, **exposures), [each.value for each in single]
    )
    assert_same(
        arrays.change_p_value(earlier, later, **exposures),
        [each.significance().p_value for each in single],
    )
    assert_same_limits(
        arrays.rate_ratio_limits(earlier, later, **exposures, confidence=confidence),
        [each.interval(confidence=confidence) for each in single],
    )


EXTREMES: list[float] = [0, 5e-324, 1, 2.0**53, 1e300, 1.7e308]


@each_door
def test_a_figure_beyond_the_largest_number_is_missing_without_a_warning(
    door: Door, arguments: int
) -> None:
    values = [each.ravel() for each in np.meshgrid(*[EXTREMES] * arguments)]
    if door is arrays.rate_p_value:
        values[0] = np.floor(values[0])
    if door in {arrays.change_p_value, arrays.rate_ratio, arrays.rate_ratio_limits}:
        values = [np.floor(each) for each in values]
    if door is arrays.proportion_p_value:
        values[2] = np.minimum(values[2], 1)
    if door in {arrays.proportion_limits, arrays.proportion_p_value}:
        values[0] = np.minimum(values[0], values[1])
    if door is arrays.proportion_difference_limits:
        values[0] = np.minimum(values[0], values[1])
        values[2] = np.minimum(values[2], values[3])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        results = figures(door(*values))
    unbounded = values[0] == 0 if door is arrays.rate_ratio_limits else False
    for result in results:
        assert not (np.isinf(result) & ~np.asarray(unbounded)).any()


def test_a_rate_beyond_the_largest_number_is_missing_through_both_doors() -> None:
    assert np.isnan(arrays.rate(1e300, 1e-300))
    assert Rate(10**300, 1e-300).value is None
    assert Rate(10**400, 1).value is None
    for door in (Rate(10**300, 1e-300), RateRatio(earlier=10**400, later=1)):
        with pytest.raises(MissingDataError, match="beyond the largest decimal"):
            door.interval()
    with pytest.raises(MissingDataError, match="p-value"):
        Rate(1, 1e300).significance(benchmark=1e300)
    with pytest.raises(MissingDataError, match="the limits"):
        RateRatio(earlier=1, later=10**400).significance()


def test_limits_of_a_proportion_of_too_many_are_missing_and_not_zero() -> None:
    lower, upper = arrays.proportion_limits([5e306, 5e307], [1e307, 1.7e308])
    np.testing.assert_allclose([lower[0], upper[0]], 0.5)
    assert np.isnan([lower[1], upper[1]]).all()
