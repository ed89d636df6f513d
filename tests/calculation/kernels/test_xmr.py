"""XmR charts of arrays: by hand, and beside a slow and exact second way."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from attrs import fields
from benchmarks.comparison import peak_of
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.arrays import ControlCharts, xmr
from policing_indicators.calculation.rule_set import RuleSet, SpecialCauseRule
from policing_indicators.errors import InvalidArrayError, InvalidValueError

Figures = list[int | None]
RULES = ["outside_limits", "two_of_three", "run", "trend"]

SERIES: list[float] = [10, 14, 12, 16, 12, 14, 10, 16]
"""Their sum is 104, so their mean is 13. Their moving ranges are 4, 2, 4, 4, 2, 4, 6:
26 in all, 26 / 7 on average. The limits lie 2.66 x 26 / 7 = 9.88 from the mean."""


def marked(charts: ControlCharts, rule: str) -> list[int]:
    """Give the places of one series at which a rule is broken."""
    return [int(place) for place in np.flatnonzero(getattr(charts, rule))]


def test_limits_are_the_mean_and_a_multiple_of_the_mean_moving_range() -> None:
    charts = xmr(SERIES)
    np.testing.assert_allclose(charts.centre, 13, rtol=1e-15)
    np.testing.assert_allclose(charts.lower, 3.12, rtol=1e-15)
    np.testing.assert_allclose(charts.upper, 22.88, rtol=1e-15)


ROBBERIES = [
    *(1865, 1847, 1844, 1906, 1999, 1818, 1907, 1702, 1690, 1626, 1345, 1142, 1292),
    *(1207, 1075),
]
"""Robberies of personal property in the West Midlands force by quarter, 2022/23 Q1 to
2025/26 Q3 (Home Office, police recorded crime open data, release of April 2026)."""


def test_the_limits_are_those_of_another_implementation() -> None:
    """The figures are clinical-qikit 0.5.0's and abspc 1.1.0's, which agree on them.

    They multiply by 3 / 1.128 where we multiply by 2.66, which is that rounded.
    """
    charts = xmr(ROBBERIES)
    np.testing.assert_allclose(charts.centre, 1617.6666666666667, rtol=1e-15)
    reach = (1917.438703140831 - 1317.8946301925025) / 2 * 2.66 / (3 / 1.128)
    np.testing.assert_allclose(charts.upper - charts.centre, reach, rtol=1e-12)
    np.testing.assert_allclose(charts.centre - charts.lower, reach, rtol=1e-12)


def test_screening_drops_the_moving_ranges_above_their_limit_once() -> None:
    """The ranges are 1 seven times, then 31: 38 / 8 = 4.75 on average.

    Their limit is 3.267 x 4.75 = 15.5. Without the 31 the average is 1. The sum is 81,
    and the mean 81 / 9.
    """
    values = [5, 6, 5, 6, 5, 6, 5, 6, 37]
    screened, whole = xmr(values), xmr(values, screening="none")
    np.testing.assert_allclose(screened.centre, 81 / 9, rtol=1e-15)
    np.testing.assert_allclose(screened.upper, 81 / 9 + 2.66, rtol=1e-15)
    np.testing.assert_allclose(whole.upper, 81 / 9 + 2.66 * 4.75, rtol=1e-15)


def test_screening_is_done_once_and_not_again() -> None:
    """The ranges are 1 fifteen times, 8 and 100: 123 / 17 = 7.24, whose limit is 23.6.

    Without the 100 they are 23 / 16 = 1.4375, whose limit of 4.7 is not looked at.
    """
    values = [*([5, 6] * 8), 14, 114]
    centre = sum(values) / 18
    np.testing.assert_allclose(xmr(values).upper, centre + 2.66 * 1.4375, rtol=1e-15)


def test_a_point_outside_the_limits_breaks_the_first_rule() -> None:
    charts = xmr([*SERIES, 40, *SERIES, -20], floor=None)
    assert marked(charts, "outside_limits") == [8, 17]
    assert charts.side[[8, 17]].tolist() == [1, -1]


def test_a_point_exactly_on_a_limit_is_within_it() -> None:
    """The first two points make the limits: 50 -/+ 2.66 x 100, of which 316 is one."""
    for last, outside in ((316, []), (317, [2]), (-216, []), (-217, [2])):
        charts = xmr([0, 100, last], baseline=2, floor=None)
        assert marked(charts, "outside_limits") == outside


def test_seven_points_on_one_side_are_a_run_and_six_are_none() -> None:
    baseline = [11, 9] * 6
    six, seven = [*baseline, *[10.5] * 6], [*baseline, *[10.5] * 7]
    assert marked(xmr(six, baseline=12), "run") == []
    assert marked(xmr(seven, baseline=12), "run") == list(range(12, 19))
    below = xmr([*baseline, 11, *[9.5] * 8], baseline=12)
    assert marked(below, "run") == list(range(13, 21))
    assert below.side[13] == -1


def test_a_point_on_the_centre_breaks_a_run() -> None:
    baseline = [11, 9] * 6
    split = [*baseline, 10.5, 10.5, 10.5, 10, 10.5, 10.5, 10.5, 10.5]
    assert marked(xmr(split, baseline=12), "run") == []


def test_seven_rising_points_are_a_trend_and_a_tie_breaks_it() -> None:
    rising = [3, 4, 5, 6, 7, 8, 9]
    assert marked(xmr([5, 5, *rising, 5]), "trend") == list(range(2, 9))
    assert marked(xmr([5, 5, *rising[:6], 5]), "trend") == []
    assert marked(xmr([3, 4, 5, 6, 6, 7, 8, 9]), "trend") == []
    falling = xmr([5, 5, *rising[::-1], 5])
    assert marked(falling, "trend") == list(range(2, 9))
    assert falling.side[3] == -1


def test_two_of_three_near_a_limit_count_where_all_three_are_on_its_side() -> None:
    """The first 12 have mean 10 and ranges of 2: two-thirds of the way is 13.55."""
    baseline = [11, 9] * 6
    for three, near in (
        ([13.6, 10.5, 13.6], [12, 14]),
        ([13.6, 13.6, 10.5], [12, 13]),
        ([13.6, 9.5, 13.6], []),
        ([13.5, 10.5, 13.6], []),
        ([6.4, 9.5, 6.4], [12, 14]),
        ([13.6, 6.4, 13.6], []),
    ):
        charts = xmr([*baseline, *three, 10], baseline=12)
        assert marked(charts, "two_of_three") == near


@pytest.mark.parametrize("length", [6, 7, 8])
def test_the_rule_set_names_the_length_of_runs_and_trends(length: int) -> None:
    rules = {6: RuleSet.six(), 7: RuleSet.seven(), 8: RuleSet.eight()}[length]
    baseline = [11, 9] * 6
    for points, broken in ((length - 1, False), (length, True)):
        run = [*baseline, *[10.5] * points]
        charts = xmr(run, baseline=12, rules=rules)
        assert charts.run.any() == broken
        trend = xmr(list(range(points)), rules=rules)
        assert trend.trend.any() == broken


def test_only_the_rules_in_force_are_looked_at() -> None:
    rules = RuleSet(
        name="trends alone", run=7, trend=5, rules=(SpecialCauseRule.TREND,)
    )
    charts = xmr([1, 2, 3, 4, 5, 90, 1, 1, 1, 1, 1, 1, 1], rules=rules)
    assert marked(charts, "trend") == list(range(6))
    assert not (charts.outside_limits | charts.run | charts.two_of_three).any()


def test_where_the_lower_limit_is_below_the_floor_its_rules_are_off() -> None:
    """Mean 4 and ranges of 4: the limits are 4 -/+ 10.64, the zones start at -3.1."""
    values = [2, 6] * 6
    low = [*values, -4, 3, -4, -7]
    floored, free = xmr(low, baseline=12), xmr(low, baseline=12, floor=None)
    assert not (floored.outside_limits | floored.two_of_three).any()
    assert marked(free, "two_of_three") == [12, 14, 15]
    assert marked(free, "outside_limits") == [15]
    assert floored.lower[0] == free.lower[0] < 0
    below = xmr([*values, *[3] * 7], baseline=12)
    assert marked(below, "run") == list(range(12, 19))


def test_what_is_most_of_zero_does_not_signal_by_a_floored_zone() -> None:
    """With the zones floored at 0, two zeros of three would be near the lower limit."""
    charts = xmr([2, 0, 1, 0, 1, 3, 0, 0, 1, 2, 1, 1])
    assert not charts.two_of_three.any()


def test_nothing_crosses_a_rebase() -> None:
    """Seven rising points, all above the mean of the rest, cut in the middle."""
    values = [9, 11, 9, 11, 9, 12, 13, 14, 15, 16, 17, 18, 12, 11, 9]
    whole, cut = xmr(values), xmr(values, rebase=[8])
    assert whole.trend.any()
    assert not cut.trend.any()
    parts = xmr(values[:8]), xmr(values[8:])
    for line in ("centre", "lower", "upper", *RULES, "side"):
        joined = np.concatenate([getattr(part, line) for part in parts])
        np.testing.assert_array_equal(getattr(cut, line), joined)


def test_a_constant_series_has_its_value_for_limits_and_no_signal() -> None:
    for value in (0, 3, 0.1, 1e300, -7.3):
        charts = xmr([value] * 13)
        for line in (charts.centre, charts.lower, charts.upper):
            np.testing.assert_array_equal(line, value)
        assert not charts.side.any()


def test_one_jump_in_a_flat_series_is_one_signal() -> None:
    for values in ([5] * 11 + [9] + [5] * 12, [5] * 23 + [9], [9] + [5] * 23):
        charts = xmr(values)
        assert marked(charts, "outside_limits") == [values.index(9)]
        assert np.count_nonzero(charts.side) == 1
        np.testing.assert_array_equal(charts.centre, 5)


def test_a_series_that_is_flat_but_for_rounding_has_no_signal() -> None:
    values = np.array([0.3, 0.7, 1.1, 1.9] * 6) / 7 * 3 / np.array([3, 7, 11, 19] * 6)
    assert len(set(values.tolist())) > 1
    assert not xmr(values).side.any()


def test_a_step_of_a_flat_series_stands_out_beside_the_value_it_had() -> None:
    charts = xmr([5] * 12 + [9] * 12)
    assert marked(charts, "outside_limits") == list(range(12, 24))


def test_a_missing_point_neither_counts_nor_breaks_a_run() -> None:
    baseline = [11, 9] * 6
    values = [*baseline, *[10.5] * 3, np.nan, *[10.5] * 4]
    charts = xmr(values, baseline=12)
    assert marked(charts, "run") == [12, 13, 14, 16, 17, 18, 19]
    for line in (charts.centre, charts.lower, charts.upper):
        assert np.isnan(line).tolist() == np.isnan(values).tolist()
    assert not charts.side[15]


def test_no_moving_range_is_taken_over_a_missing_point() -> None:
    """The ranges are 2, 2, then 4, 4: 3 on average; the step of 40 is none of them."""
    charts = xmr(np.array([1, 3, 1, None, 41, 45, 41], dtype=object))
    np.testing.assert_allclose(charts.upper[0] - charts.centre[0], 2.66 * 3, rtol=1e-14)


def test_without_two_neighbours_there_are_no_limits_and_no_signal() -> None:
    charts = xmr([[1, np.nan, 90, np.nan, 5], [np.nan] * 5])
    assert np.isnan(charts.upper).all()
    assert not charts.side.any()
    assert charts.centre[0, 0] == 32
    assert xmr([7]).upper.tolist() == pytest.approx([np.nan], nan_ok=True)
    assert xmr(np.empty((3, 0))).centre.shape == (3, 0)


def test_masked_in_is_masked_out() -> None:
    gone = [False] * 7 + [True]
    array: Any = np.ma.array  # pyright: ignore[reportUnknownMemberType]
    values: Any = array(SERIES, mask=gone)
    charts = xmr(values)
    for each in fields(ControlCharts):
        found: Any = getattr(charts, each.name)
        assert np.ma.isMaskedArray(found)
        assert found.mask.tolist() == gone
    np.testing.assert_array_equal(charts.centre[:7], xmr(SERIES[:7]).centre)


def test_the_caller_s_array_is_left_as_it_was() -> None:
    values = np.array([SERIES, SERIES[::-1]])
    before = values.copy()
    values.flags.writeable = False
    charts = xmr(values, rebase=np.array([4]), baseline=3)
    np.testing.assert_array_equal(values, before)
    assert not np.shares_memory(charts.centre, values)


def test_the_last_axis_is_time() -> None:
    values = np.arange(24.0).reshape(2, 3, 4) % 7
    charts = xmr(values)
    assert charts.centre.shape == charts.run.shape == (2, 3, 4)
    np.testing.assert_array_equal(charts.upper[1, 2], xmr(values[1, 2]).upper)


def test_a_figure_beyond_the_largest_number_leaves_no_limits_and_no_warning() -> None:
    charts = xmr([1.7e308, -1.7e308, 1.7e308])
    assert np.isnan(charts.upper).all()
    assert not charts.side.any()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"values": 5}, "series x time"),
        ({"screening": "twice"}, "'once' or 'none'"),
        ({"baseline": 1}, "two points or more"),
        ({"baseline": True}, "two points or more"),
        ({"rebase": [0]}, "columns from 1 to 7"),
        ({"rebase": [8]}, "columns from 1 to 7"),
        ({"rebase": [2.5]}, "columns from 1 to 7"),
        ({"rebase": [3, 3]}, "each column once"),
        ({"rebase": "3"}, "a list or a tuple"),
        ({"floor": np.inf}, "a finite number"),
        ({"floor": "0"}, "a finite number"),
    ],
)
def test_an_argument_that_is_not_what_it_must_be_is_refused(
    arguments: dict[str, Any], message: str
) -> None:
    given_arguments: dict[str, Any] = {"values": SERIES, **arguments}
    with pytest.raises(InvalidValueError, match=message):
        xmr(**given_arguments)


def test_what_is_no_number_is_refused_by_its_place() -> None:
    with pytest.raises(InvalidArrayError, match=r"inf at \[1, 0\]"):
        xmr(np.array([[1, 2], [np.inf, 3]]))


def exact_lines(values: Figures) -> tuple[Fraction, Fraction] | None:
    """Give the centre and how far the limits lie from it, with nothing rounded."""
    points = [Fraction(x) for x in values if x is not None]
    ranges = [
        abs(Fraction(later) - x)
        for x, later in pairwise(values)
        if x is not None and later is not None
    ]
    if not ranges:
        return None
    typical = sum(ranges, Fraction()) / len(ranges)
    usual = [each for each in ranges if each <= Fraction(3267, 1000) * typical]
    typical = sum(usual, Fraction()) / len(usual)
    if typical == 0:
        return sorted(points)[(len(points) - 1) // 2], Fraction()
    return sum(points, Fraction()) / len(points), Fraction(266, 100) * typical


def broken_above(off: list[Fraction], reach: Fraction, length: int) -> dict[str, Any]:
    """Give the points that break each rule upwards, by their distances from the centre.

    Every window is looked at on its own, as the rules are worded.
    """
    near = {place for place, x in enumerate(off) if x > reach * 2 / 3}
    threes = [
        {place, place + 1, place + 2}
        for place in range(len(off) - 2)
        if min(off[place : place + 3]) > 0
    ]
    windows = [
        (set(range(place, place + length)), off[place : place + length])
        for place in range(len(off) - length + 1)
    ]
    runs = [places for places, window in windows if min(window) > 0]
    trends = [
        places
        for places, window in windows
        if all(x < later for x, later in pairwise(window))
    ]
    zones = [near & three for three in threes if len(near & three) > 1]
    return {
        "outside_limits": {place for place, x in enumerate(off) if x > reach},
        "two_of_three": set().union(*zones),
        "run": set().union(*runs),
        "trend": set().union(*trends),
    }


def second_way(values: Figures, floor: int | None, length: int) -> dict[str, set[int]]:
    """Give the places at which each rule is broken, worked out slowly and exactly."""
    lines = exact_lines(values)
    if lines is None:
        return {rule: set() for rule in RULES}
    centre, reach = lines
    places = [place for place, x in enumerate(values) if x is not None]
    off = [Fraction(x) - centre for x in values if x is not None]
    high = broken_above(off, reach, length)
    low = broken_above([-x for x in off], reach, length)
    if floor is not None and centre - reach < floor:
        low |= {"outside_limits": set(), "two_of_three": set()}
    return {rule: {places[each] for each in high[rule] | low[rule]} for rule in RULES}


FEW: st.SearchStrategy[Figures] = st.lists(
    st.integers(0, 12) | st.integers(0, 60), min_size=1, max_size=26
)
WITH_GAPS: st.SearchStrategy[Figures] = st.lists(
    st.none() | st.integers(0, 9), min_size=1, max_size=26
)
STEPS: st.SearchStrategy[Figures] = st.lists(
    st.integers(-1, 2), min_size=1, max_size=26
).map(lambda steps: [20 + sum(steps[: place + 1]) for place in range(len(steps))])


@given(FEW | WITH_GAPS | STEPS, st.sampled_from([None, 0]), st.sampled_from([6, 7, 8]))
def test_every_line_and_rule_is_that_of_the_exact_second_way(
    values: Figures, floor: int | None, length: int
) -> None:
    rules = RuleSet(name="all four", run=length, trend=length)
    charts = xmr(np.array(values, dtype=object), floor=floor, rules=rules)
    expected = second_way(values, floor, length)
    lines = exact_lines(values)
    shown = [place for place, x in enumerate(values) if x is not None]
    if lines is not None:
        exact: dict[str, Fraction | int] = {
            "centre": 0,
            "lower": -lines[1],
            "upper": lines[1],
        }
        for line, away in exact.items():
            expected_line = float(lines[0] + away)
            np.testing.assert_allclose(
                getattr(charts, line)[shown], expected_line, rtol=1e-12, atol=1e-12
            )
    for rule in RULES:
        assert set(marked(charts, rule)) == expected[rule]


MANY = st.lists(
    st.lists(st.integers(0, 50), min_size=14, max_size=14), min_size=1, max_size=5
)


@given(MANY, st.sampled_from([0.125, 4.0, 1024.0]))
def test_a_scaled_series_has_scaled_lines_and_the_same_signals(
    values: list[list[int]], scale: float
) -> None:
    before, after = xmr(values), xmr(np.array(values) * scale)
    np.testing.assert_array_equal(after.side, before.side)
    for rule in RULES:
        np.testing.assert_array_equal(getattr(after, rule), getattr(before, rule))
    np.testing.assert_array_equal(after.lower, before.lower * scale)
    np.testing.assert_array_equal(after.upper, before.upper * scale)


@given(MANY, st.integers(-1000, 1000))
def test_a_shifted_series_keeps_its_signals_where_there_is_no_floor(
    values: list[list[int]], shift: int
) -> None:
    before, after = xmr(values, floor=None), xmr(np.array(values) + shift, floor=None)
    for rule in (*RULES, "side"):
        np.testing.assert_array_equal(getattr(after, rule), getattr(before, rule))
    np.testing.assert_allclose(after.centre, before.centre + shift, atol=1e-9)


@given(MANY)
def test_a_series_upside_down_has_its_signals_on_the_other_side(
    values: list[list[int]],
) -> None:
    before, after = xmr(values, floor=None), xmr(-np.array(values), floor=None)
    single = ~before.trend  # a turning point can end one trend and start another
    np.testing.assert_array_equal(-after.side[single], before.side[single])
    for rule in RULES:
        np.testing.assert_array_equal(getattr(after, rule), getattr(before, rule))


@given(MANY, st.lists(st.integers(-500, 500), min_size=1, max_size=5))
def test_points_outside_the_baseline_do_not_move_the_limits(
    values: list[list[int]], later: list[int]
) -> None:
    longer = [[*row, *later] for row in values]
    before, after = xmr(values, baseline=12), xmr(longer, baseline=12)
    for line in ("centre", "lower", "upper"):
        np.testing.assert_array_equal(
            getattr(after, line)[:, :14], getattr(before, line)
        )
        np.testing.assert_array_equal(
            getattr(after, line)[:, -1], getattr(before, line)[:, 0]
        )


@given(
    st.lists(
        st.lists(st.none() | st.floats(-1e6, 1e6), min_size=9, max_size=9),
        min_size=1,
        max_size=6,
    )
)
def test_each_series_is_charted_as_it_would_be_alone(values: list[list[Any]]) -> None:
    charts = xmr(values, rebase=[5])
    for place, row in enumerate(values):
        alone = xmr(row, rebase=[5])
        for line in ("centre", "lower", "upper", *RULES, "side"):
            np.testing.assert_array_equal(
                getattr(charts, line)[place], getattr(alone, line)
            )


def test_more_series_than_are_worked_on_at_a_time_are_charted_alike() -> None:
    values = np.random.default_rng(5).poisson(30, (5_000, 24)).astype(float)
    values[17, 3] = np.nan
    charts = xmr(values)
    for place in (0, 17, 681, 682, 683, 4_999):
        alone = xmr(values[place])
        np.testing.assert_array_equal(charts.upper[place], alone.upper)
        np.testing.assert_array_equal(charts.side[place], alone.side)


def test_ten_thousand_series_take_at_most_six_times_their_own_memory() -> None:
    values = np.random.default_rng(5).poisson(30, (10_000, 36)).astype(float)
    assert xmr(values).centre.shape == values.shape
    assert peak_of(lambda: xmr(values)) <= 6 * values.nbytes
