"""The XmR chart of one series: its lines, its signals, and what it refuses."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.arrays import xmr
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rule_set import RuleSet, SpecialCauseRule
from policing_indicators.calculation.variation import (
    Assurance,
    Bound,
    Side,
    Variation,
)
from policing_indicators.errors import (
    IncomparableError,
    InvalidArrayError,
    InvalidContentError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import month_after
from policing_indicators.vocabulary.time_series import TimeSeries

FIRST = date(2022, 4, 1)
OUTSIDE, ZONE, RUN, TREND = SpecialCauseRule
DOWN, UP, NEUTRAL = ImprovementDirection

TABLE = [52, 48, 55, 47, 51, 49, 50, 54, 46, 53, 50, 45]
"""Their sum is 600 and their mean 50. Their moving ranges are 4, 7, 8, 4, 2, 1, 4, 8,
7, 3 and 5: 53 in all. The limits lie 2.66 x 53 / 11 = 12.8164 from the mean."""


def month(place: int) -> Period:
    return Period.month(*month_after(FIRST, place).timetuple()[:2])


def quarter(place: int) -> Period:
    return Period.financial_quarter(2012 + place // 4, place % 4 + 1)


def series(
    counts: Sequence[int], period: Callable[[int], Period] = month, **facts: date
) -> TimeSeries:
    fields: dict[str, Any] = {**facts}
    return TimeSeries(
        Observation("robbery", "west-midlands", period(place), count=count, **fields)
        for place, count in enumerate(counts)
    )


def chart(counts: Sequence[int], **how: object) -> ControlChart:
    choices: dict[str, Any] = {"season": "ignore", **how}
    return ControlChart.of(series(counts), **choices)


def broken(found: ControlChart, place: int = -1) -> list[tuple[Any, ...]]:
    return [
        (each.rule, each.side, each.points)
        for each in found.points[place].special_causes
    ]


def test_a_chart_is_worked_by_hand() -> None:
    found = chart(TABLE)
    assert found.latest.centre == 50
    assert found.latest.lower == pytest.approx(50 - 2.66 * 53 / 11, rel=1e-12)
    assert found.latest.upper == pytest.approx(50 + 2.66 * 53 / 11, rel=1e-12)
    assert [point.value for point in found.points] == TABLE
    assert [point.when for point in found.points] == [month(each) for each in range(12)]
    assert not any(point.special_causes for point in found.points)
    assert found.variation is Variation.COMMON_CAUSE


def test_a_chart_says_how_it_was_made() -> None:
    as_at = date(2026, 4, 1)
    found = ControlChart.of(series(TABLE, as_at=as_at), season="ignore", baseline=10)
    assert found.kind is ChartKind.XMR
    assert (found.indicator, found.area) == ("robbery", "west-midlands")
    assert found.as_at == as_at
    assert found.rules == RuleSet.seven()
    assert found.stretches == (month(0),)
    assert found.baseline == 10


@given(
    st.lists(st.integers(-5, 60), min_size=2, max_size=30),
    st.sampled_from(["once", "none"]),
    st.sampled_from([None, 2, 9]),
    st.sampled_from([None, 0.0]),
    st.sampled_from([RuleSet.six(), RuleSet.seven(), RuleSet.eight()]),
    st.data(),
)
def test_both_doors_agree_to_the_last_bit(  # noqa: PLR0913, PLR0917 - the choices
    counts: list[int],
    screening: str,
    baseline: int | None,
    floor: float | None,
    rules: RuleSet,
    data: st.DataObject,
) -> None:
    last = len(counts) - 2
    some = st.sets(st.integers(2, last)) if last >= 2 else st.just(set[int]())
    columns = data.draw(some)
    apart = sorted(each for each in columns if each - 1 not in columns)
    how: dict[str, Any] = {
        "screening": screening,
        "baseline": baseline,
        "floor": floor,
        "rules": rules,
    }
    one = chart(counts, rebase=[month(each) for each in apart], **how)
    many = xmr([counts, counts[::-1]], rebase=apart, **how)
    for line in ("centre", "lower", "upper"):
        values = [getattr(point, line) for point in one.points]
        np.testing.assert_array_equal(getattr(many, line)[0], values)
    for rule, array in (
        (OUTSIDE, many.outside_limits),
        (ZONE, many.two_of_three),
        (RUN, many.run),
        (TREND, many.trend),
    ):
        flags = [
            rule in {each.rule for each in point.special_causes} for point in one.points
        ]
        assert array[0].tolist() == flags
    sides = [{Side.HIGH: 1, Side.LOW: -1, None: 0}[point.side] for point in one.points]
    assert many.side[0].tolist() == sides


def test_values_published_without_a_count_are_charted_too() -> None:
    values = [61.5, 62, 60.5, 61, 62.5, 61]
    found = ControlChart.of(
        TimeSeries(
            Observation("satisfaction", "west-midlands", month(place), value=value)
            for place, value in enumerate(values)
        ),
        season="ignore",
    )
    assert found.latest.centre == pytest.approx(sum(values) / 6, rel=1e-12)
    assert ChartCaution.RARE_EVENTS not in found.cautions


def test_a_run_says_since_when_and_how_long_it_is() -> None:
    found = chart([*TABLE, 49, 51, *[44] * 9], baseline=12, direction=DOWN)
    assert broken(found) == [(RUN, Side.LOW, 9)]
    assert found.latest.special_causes[0].since == month(14)
    assert broken(found, 15) == [(RUN, Side.LOW, 2)]
    assert found.variation is Variation.IMPROVEMENT


def test_a_trend_says_since_when_and_which_way() -> None:
    found = chart([*TABLE, 51, 44, 46, 48, 49, 51, 52, 53], baseline=12)
    assert broken(found) == [(TREND, Side.HIGH, 7)]
    assert found.latest.special_causes[0].since == month(13)


def test_two_trends_that_meet_are_told_apart() -> None:
    rising = [44, 46, 48, 49, 51, 52, 53]
    found = chart([*TABLE, *rising, *rising], baseline=12)
    assert broken(found) == [(TREND, Side.HIGH, 7)]
    assert broken(found, 19) == [(TREND, Side.HIGH, 1)]


def test_a_point_that_breaks_rules_both_ways_carries_both_and_the_first_names_it() -> (
    None
):
    """It falls for the seventh time, but is still beyond two-thirds of the way up."""
    falling = [64, 63.5, 63, 62.5, 62, 61, 60]
    halves = [2 * each for each in TABLE] + [int(2 * each) for each in falling]
    found = chart(halves, baseline=12, direction=DOWN)
    assert broken(found) == [
        (ZONE, Side.HIGH, 1),
        (RUN, Side.HIGH, 7),
        (TREND, Side.LOW, 7),
    ]
    assert found.latest.side is Side.HIGH
    assert found.variation is Variation.CONCERN


def test_a_turning_point_belongs_to_both_its_trends_and_is_named_by_the_rise() -> None:
    rising = [44, 46, 47, 48, 49, 50, 51]
    found = chart([*TABLE, *rising, *rising[-2::-1]], baseline=12)
    assert broken(found, 18) == [(TREND, Side.HIGH, 7), (TREND, Side.LOW, 1)]
    assert found.points[18].side is Side.HIGH


@pytest.mark.parametrize(
    ("direction", "high", "low"),
    [
        (DOWN, Variation.CONCERN, Variation.IMPROVEMENT),
        (UP, Variation.IMPROVEMENT, Variation.CONCERN),
        (NEUTRAL, Variation.NEUTRAL, Variation.NEUTRAL),
    ],
)
def test_the_improvement_direction_says_what_special_cause_is(
    direction: ImprovementDirection, high: Variation, low: Variation
) -> None:
    assert chart([*TABLE, 90], direction=direction).variation is high
    assert chart([*TABLE, 10], direction=direction).variation is low
    assert chart([*TABLE, 50], direction=direction).variation is Variation.COMMON_CAUSE


SWAPPED = {
    Variation.IMPROVEMENT: Variation.CONCERN,
    Variation.CONCERN: Variation.IMPROVEMENT,
    Variation.COMMON_CAUSE: Variation.COMMON_CAUSE,
}


@given(st.lists(st.integers(0, 60), min_size=2, max_size=30))
def test_reversing_the_direction_swaps_improvement_and_concern(
    counts: list[int],
) -> None:
    down, up = chart(counts, direction=DOWN), chart(counts, direction=UP)
    for point in down.points:
        assert up.variation_at(point) is SWAPPED[down.variation_at(point)]


@pytest.mark.parametrize(
    ("target", "assurance"),
    [
        (AtMost(62.9), Assurance.CONSISTENTLY_MEETS),
        (AtMost(62), Assurance.HIT_AND_MISS),
        (AtMost(38), Assurance.HIT_AND_MISS),
        (AtMost(37), Assurance.CONSISTENTLY_MISSES),
        (AtLeast(37), Assurance.CONSISTENTLY_MEETS),
        (AtLeast(50), Assurance.HIT_AND_MISS),
        (AtLeast(63), Assurance.CONSISTENTLY_MISSES),
        (Between(37, 63), Assurance.CONSISTENTLY_MEETS),
        (Between(40, 60), Assurance.HIT_AND_MISS),
        (Between(63, 70), Assurance.CONSISTENTLY_MISSES),
        (Between(30, 37), Assurance.CONSISTENTLY_MISSES),
        (None, None),
    ],
)
def test_assurance_holds_the_limits_against_the_target(
    target: Bound | None, assurance: Assurance | None
) -> None:
    assert chart(TABLE, target=target).assurance is assurance


def test_a_target_that_moves_holds_from_its_day_on() -> None:
    moving = {
        date(2023, 3, 2): AtMost(1),
        FIRST: AtMost(99),
        date(2023, 1, 1): AtMost(50),
    }
    assert chart(TABLE, target=moving).assurance is Assurance.HIT_AND_MISS
    later = {date(2023, 3, 2): AtMost(1)}
    assert chart(TABLE, target=later).assurance is None
    first_of_the_month = {date(2023, 3, 1): AtMost(1)}
    found = chart(TABLE, target=first_of_the_month)
    assert found.assurance is Assurance.CONSISTENTLY_MISSES


def test_no_figure_is_expected_below_the_floor() -> None:
    found = chart([3, 9, 2, 8, 1, 9, 2, 8], target=AtLeast(0))
    assert found.latest.lower < 0 == found.latest.drawn_lower
    assert found.assurance is Assurance.CONSISTENTLY_MEETS
    free = chart([3, 9, 2, 8, 1, 9, 2, 8], target=AtLeast(0), floor=None)
    assert free.latest.drawn_lower == free.latest.lower
    assert free.assurance is Assurance.HIT_AND_MISS


def test_a_constant_series_meets_or_misses_its_target_consistently() -> None:
    for value in (0, 7):
        found = chart([value] * 14, target=AtMost(value))
        assert found.latest.lower == found.latest.centre == found.latest.upper == value
        assert not any(point.special_causes for point in found.points)
        assert found.assurance is Assurance.CONSISTENTLY_MEETS
        over = chart([value] * 14, target=AtLeast(value + 1))
        assert over.assurance is Assurance.CONSISTENTLY_MISSES


def test_one_jump_in_a_flat_series_is_one_signal() -> None:
    found = chart([*[6] * 13, 11], direction=DOWN)
    assert [bool(point.special_causes) for point in found.points] == [
        *[False] * 13,
        True,
    ]
    assert found.variation is Variation.CONCERN


def test_a_rebase_makes_limits_anew_and_nothing_crosses_it() -> None:
    counts = [*TABLE, *[each + 40 for each in TABLE]]
    found = chart(counts, rebase=[month(12)])
    assert found.stretches == (month(0), month(12))
    assert [found.points[place].centre for place in (0, 11, 12, 23)] == [50, 50, 90, 90]
    assert not any(point.special_causes for point in found.points)
    assert any(point.special_causes for point in chart(counts).points)


def test_the_indicator_s_breaks_rebase_where_they_are_given() -> None:
    counts = [*TABLE, *[each + 40 for each in TABLE]]
    breaks = [
        Break(date(2023, 4, 1), "the rules changed"),
        Break(date(2017, 4, 1), "this was long before"),
        Break(FIRST, "this is where the series starts"),
        Break(date(2030, 4, 1), "this is not yet"),
    ]
    assert chart(counts, breaks=breaks).stretches == (month(0), month(12))
    within = [Break(date(2023, 5, 17), "the rules changed in the month")]
    both = chart(counts, breaks=within, rebase=[month(6), month(13)])
    assert both.stretches == (month(0), month(6), month(13))


def test_a_period_that_is_none_of_the_series_is_no_rebase() -> None:
    with pytest.raises(InvalidContentError) as caught:
        chart(TABLE, rebase=[month(3), month(12), month(0), ["2022-06"]])
    assert [problem.place for problem in caught.value.problems] == [
        "rebase[1]",
        "rebase[2]",
        "rebase[3]",
    ]
    assert "from May 2022 to March 2023" in str(caught.value)
    with pytest.raises(InvalidContentError, match="the series has one period"):
        chart([5], rebase=[month(0)])


def test_a_stretch_of_one_point_has_no_limits() -> None:
    with pytest.raises(MissingDataError, match="from March 2023 on"):
        chart(TABLE, rebase=[month(11)])
    with pytest.raises(MissingDataError, match="they need two points"):
        chart([5])


@given(
    st.lists(st.integers(0, 60), min_size=12, max_size=20),
    st.lists(st.integers(0, 500), min_size=1, max_size=9),
)
def test_a_point_outside_the_baseline_does_not_move_the_limits(
    counts: list[int], later: list[int]
) -> None:
    before = chart(counts, baseline=12).latest
    after = chart([*counts, *later], baseline=12).latest
    assert (after.centre, after.lower, after.upper) == (
        before.centre,
        before.lower,
        before.upper,
    )


def test_limits_of_fewer_than_twelve_points_are_on_trial() -> None:
    for found, on_trial in (
        (chart(TABLE[:11]), True),
        (chart(TABLE), False),
        (chart(TABLE, baseline=11), True),
        (chart([*TABLE, *TABLE], rebase=[month(13)]), True),
        (chart([*TABLE, *TABLE], rebase=[month(12)]), False),
        (chart([*TABLE, *TABLE], baseline=40, rebase=[month(12)]), False),
    ):
        assert (ChartCaution.TRIAL_LIMITS in found.cautions) == on_trial


def test_a_mean_count_under_five_is_cautioned_against() -> None:
    assert ChartCaution.RARE_EVENTS in chart([5, 4, 5, 5, 5, 5]).cautions
    assert ChartCaution.RARE_EVENTS not in chart([5, 5, 4, 6, 5, 5]).cautions
    assert ChartCaution.RARE_EVENTS in chart([0] * 12).cautions


def test_rolling_totals_are_refused_by_name() -> None:
    rolling = TimeSeries(
        Observation("robbery", "west-midlands", Period.year_ending(2024, end), count=9)
        for end in (3, 6, 9, 12)
    )
    with pytest.raises(IncomparableError, match="as rolling totals do"):
        ControlChart.of(rolling)


def test_years_are_refused_by_name() -> None:
    years = series([5, 6, 7], period=lambda place: Period.financial_year(2020 + place))
    with pytest.raises(InvalidValueError, match="for years there is RecentTrend"):
        ControlChart.of(years)


def test_months_and_quarters_are_not_charted_together() -> None:
    mixed = [Period.month(2024, 4), Period.month(2024, 5), Period.parse("2024/25 Q2")]
    with pytest.raises(InvalidValueError, match="2024/25 Q2"):
        ControlChart.of(series([1, 2, 3], period=lambda place: mixed[place]))


def test_every_period_that_is_missing_is_named() -> None:
    rows = [
        Observation("robbery", "west-midlands", month(place), count=5)
        for place in (0, 1, 4, 6)
    ]
    rows.append(
        Observation(
            "robbery",
            "west-midlands",
            month(5),
            missing=MissingReason.SURVEY_SUSPENDED,
        )
    )
    with pytest.raises(InvalidContentError) as caught:
        ControlChart.of(TimeSeries(rows), season="ignore")
    assert [(each.place, each.value) for each in caught.value.problems] == [
        ("June 2022", "no observation"),
        ("July 2022", "no observation"),
        ("September 2022", "survey suspended"),
    ]
    assert "no chart is over a gap" in str(caught.value)


def test_a_quarter_that_does_not_follow_is_named() -> None:
    askew = [Period.parse("2024/25 Q1"), Period.parse("2024-08-01/2024-10-31")]
    with pytest.raises(InvalidContentError, match="follows on the first, 2024/25 Q1"):
        ControlChart.of(series([5, 5], period=lambda place: askew[place]))


def test_counts_and_values_are_not_charted_together() -> None:
    rows = [
        Observation("robbery", "west-midlands", month(0), count=5),
        Observation("robbery", "west-midlands", month(1), value=5.5),
    ]
    with pytest.raises(InvalidValueError, match="values throughout"):
        ControlChart.of(TimeSeries(rows))


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"season": "adapt"}, "'adjust' or 'ignore' or 'refuse'"),
        ({"screening": "always"}, "'once' or 'none'"),
        ({"screening": ["once"]}, "'once' or 'none'"),
        ({"baseline": 1}, "two points or more"),
        ({"target": 50}, "of type AtMost"),
        ({"target": {"2023": AtMost(5)}}, "a date without a time"),
        ({"direction": "decrease"}, "ImprovementDirection.DECREASE"),
        ({"rules": "seven"}, "RuleSet"),
        ({"breaks": [FIRST]}, "of type Break"),
        ({"rebase": month(3)}, "a list or a tuple"),
    ],
)
def test_a_choice_that_does_not_exist_is_refused(
    how: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        chart(TABLE, **how)


def test_what_is_no_series_is_refused() -> None:
    anything: Any = TABLE
    with pytest.raises(InvalidValueError, match="of type TimeSeries"):
        ControlChart.of(anything)


def test_a_count_beyond_the_largest_number_is_refused() -> None:
    with pytest.raises(InvalidArrayError, match="finite"):
        chart([5, 10**400, 5])
    with pytest.raises(MissingDataError, match="of ordinary size"):
        chart([17 * 10**307, 0, 17 * 10**307])


def test_a_chart_has_a_point() -> None:
    with pytest.raises(InvalidValueError, match="one point or more"):
        evolve(chart(TABLE), points=())


@given(st.lists(st.integers(1, 60), min_size=12, max_size=30), st.sampled_from([3, 10]))
def test_a_scaled_series_keeps_its_signals(counts: list[int], scale: int) -> None:
    before, after = chart(counts), chart([scale * each for each in counts])
    for point, scaled in zip(before.points, after.points, strict=True):
        assert scaled.special_causes == point.special_causes
        assert scaled.upper == pytest.approx(scale * point.upper, rel=1e-12)
