"""Charts of rare events: their counts, and the times between them."""

import math
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from policing_indicators.calculation import rare_chart
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rule_set import RuleSet, SpecialCauseRule
from policing_indicators.calculation.variation import Assurance, Side, Variation
from policing_indicators.errors import (
    DuplicateError,
    InvalidContentError,
    InvalidValueError,
)
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import month_after
from policing_indicators.vocabulary.time_series import TimeSeries

FIRST = date(2022, 4, 1)
OUTSIDE, ZONE, RUN, TREND = SpecialCauseRule
DOWN, UP, _ = ImprovementDirection
WHERE: dict[str, Any] = {"indicator": "homicide", "area": "west-midlands"}
TWO_A_MONTH = [2, 1, 3, 2, 2, 1, 4, 0, 3, 2, 1, 3]
"""24 in 12 months: the limits of a mean of 2 are 0 and 7, the zone lies above 5."""


def month(place: int) -> Period:
    return Period.month(*month_after(FIRST, place).timetuple()[:2])


def c_chart(counts: Sequence[int | None], **how: object) -> ControlChart:
    series = TimeSeries(
        Observation("homicide", "west-midlands", month(place), count=count)
        for place, count in enumerate(counts)
        if count is not None
    )
    choices: dict[str, Any] = how
    return rare_chart.c_chart(series, **choices)


def days_of(gaps: Sequence[int]) -> list[date]:
    return [FIRST + timedelta(days=sum(gaps[:place])) for place in range(len(gaps) + 1)]


def moments_of(gaps: Sequence[float], zone: tzinfo | None = None) -> list[datetime]:
    start = datetime(2022, 4, 1, tzinfo=zone)
    return [
        start + timedelta(days=math.fsum(gaps[:place]))
        for place in range(len(gaps) + 1)
    ]


def g_chart(gaps: Sequence[int], **how: object) -> ControlChart:
    choices: dict[str, Any] = {**WHERE, **how}
    return rare_chart.g_chart(days_of(gaps), **choices)


def t_chart(gaps: Sequence[float], **how: object) -> ControlChart:
    choices: dict[str, Any] = {**WHERE, **how}
    return rare_chart.t_chart(moments_of(gaps), **choices)


def broken(found: ControlChart, place: int = -1) -> list[tuple[Any, ...]]:
    return [
        (each.rule, each.side, each.points)
        for each in found.points[place].special_causes
    ]


def test_a_c_chart_has_the_mean_and_the_exact_limits_of_its_count() -> None:
    found = c_chart(TWO_A_MONTH)
    assert found.kind is ChartKind.C
    assert (found.latest.centre, found.latest.lower, found.latest.upper) == (2, 0, 7)
    assert not any(point.special_causes for point in found.points)
    assert found.cautions == ()
    assert found.season is None


@given(st.lists(st.integers(0, 9), min_size=2, max_size=30))
def test_the_limits_of_a_c_chart_are_those_of_scipy(counts: list[int]) -> None:
    found = c_chart(counts)
    mean, tail = sum(counts) / len(counts), stats.norm.sf(3)
    assert found.latest.centre == pytest.approx(mean, rel=1e-12)
    if mean:
        assert found.latest.upper == stats.poisson.isf(tail, mean)
        below = stats.poisson.cdf(found.latest.lower - 1, mean)
        assert below <= tail < stats.poisson.cdf(found.latest.lower, mean)


def test_a_count_above_the_limit_is_special_and_one_on_it_is_not() -> None:
    for latest, causes in ((7, []), (8, [(OUTSIDE, Side.HIGH, 1)])):
        found = c_chart([*TWO_A_MONTH, latest], baseline=12, direction=DOWN)
        assert broken(found) == causes
    assert found.variation is Variation.CONCERN


def test_a_single_event_in_many_quiet_months_is_chance() -> None:
    """Where an XmR chart calls each of them special: its limits are both 0."""
    counts = [0, 0, 0, 1, *[0] * 9, 1, *[0] * 9, 1]
    series = TimeSeries(
        Observation("homicide", "west-midlands", month(place), count=count)
        for place, count in enumerate(counts)
    )
    assert rare_chart.c_chart(series).variation is Variation.COMMON_CAUSE
    by_range = ControlChart.of(series, season="ignore")
    assert broken(by_range) == [(OUTSIDE, Side.HIGH, 1)]
    assert ChartCaution.RARE_EVENTS in by_range.cautions


def test_a_run_is_counted_from_the_median_of_the_distribution() -> None:
    """Of a mean of 0.5, six in ten counts are 0: below the mean, and on the median."""
    quiet = c_chart([1, 0, 1, 0, 2, 0, 0, 1, 1, 0, 0, 0, *[0] * 9], baseline=12)
    assert broken(quiet) == []
    busy = c_chart([1, 0, 1, 0, 2, 0, 0, 1, 1, 0, 0, 0, *[1] * 7], baseline=12)
    assert broken(busy) == [(RUN, Side.HIGH, 7)]
    few = c_chart([*TWO_A_MONTH, *[1] * 8], baseline=12, direction=DOWN)
    assert broken(few) == [(RUN, Side.LOW, 8)]
    assert few.variation is Variation.IMPROVEMENT


def test_two_of_three_counts_above_their_zone_are_special() -> None:
    found = c_chart([*TWO_A_MONTH, 6, 3, 7], baseline=12)
    assert broken(found) == [(ZONE, Side.HIGH, 1)]
    assert broken(c_chart([*TWO_A_MONTH, 5, 3, 7], baseline=12)) == []
    assert broken(c_chart([*TWO_A_MONTH, 6, 2, 7], baseline=12)) == []


def test_a_c_chart_is_rebased_as_others_are() -> None:
    counts = [*TWO_A_MONTH, *[each + 8 for each in TWO_A_MONTH]]
    by_break = c_chart(counts, breaks=[Break(month(12).start, "the rules changed")])
    assert by_break == c_chart(counts, rebase=[month(12)])
    assert [by_break.points[place].centre for place in (11, 12)] == [2, 10]


def test_a_c_chart_has_assurance_too() -> None:
    target = {month(6).start: AtMost(7), month(12).start: AtMost(1)}
    assert c_chart(TWO_A_MONTH, target=target).assurance is Assurance.CONSISTENTLY_MEETS


def test_counts_that_scatter_more_than_poisson_are_cautioned_against() -> None:
    wide = c_chart([90, 120, 60, 140, 80, 110, 70, 130, 100, 150, 50, 100])
    assert wide.cautions == (ChartCaution.MORE_SCATTER,)
    short = c_chart([90, 120, 60, 140])
    assert short.cautions == (ChartCaution.TRIAL_LIMITS, ChartCaution.MORE_SCATTER)
    assert c_chart([0] * 12).cautions == ()


def test_a_c_chart_is_of_counts_of_events_and_of_no_gap() -> None:
    with pytest.raises(InvalidValueError, match="a count, zero or more"):
        c_chart([1, -1, 2])
    rates = TimeSeries(
        Observation("homicide", "west-midlands", month(place), value=1.5)
        for place in range(4)
    )
    with pytest.raises(InvalidValueError, match="a count, zero or more"):
        rare_chart.c_chart(rates)
    with pytest.raises(InvalidContentError, match="no observation"):
        c_chart([1, None, 2])


GAPS = [12, 30, 3, 22, 41, 8, 15, 29, 5, 18, 27, 30]
"""240 days between 13 events: 20 on average. With q = 20 / 21, q^136 is 0.00131 and
q^135 is 0.00138: the upper limit of whole days is 135. The lower one is 0, since 0
days have a chance of 1 / 21. The median is 14, for 1 - q^15 is 0.519."""


def test_a_g_chart_has_the_exact_limits_of_whole_days() -> None:
    found = g_chart(GAPS, direction=DOWN)
    assert found.kind is ChartKind.G
    assert [point.value for point in found.points] == GAPS
    assert found.points[0].when == date(2022, 4, 13)
    assert (found.latest.centre, found.latest.lower, found.latest.upper) == (20, 0, 135)
    assert found.variation is Variation.COMMON_CAUSE
    assert found.cautions == ()


def test_a_longer_time_between_events_is_fewer_of_them() -> None:
    for gap, causes in ((135, []), (136, [(OUTSIDE, Side.HIGH, 1)])):
        found = g_chart([*GAPS, gap], baseline=12, direction=DOWN)
        assert broken(found) == causes
    assert found.variation is Variation.IMPROVEMENT
    more = g_chart([*GAPS, 136], baseline=12, direction=UP)
    assert more.variation is Variation.CONCERN
    soon = g_chart([*GAPS, *[13] * 7], baseline=12, direction=DOWN)
    assert broken(soon) == [(RUN, Side.LOW, 7)]
    assert soon.variation is Variation.CONCERN


OTHER = {
    Variation.IMPROVEMENT: Variation.CONCERN,
    Variation.CONCERN: Variation.IMPROVEMENT,
    Variation.COMMON_CAUSE: Variation.COMMON_CAUSE,
}


@pytest.mark.parametrize("draw", [c_chart, g_chart])
@given(figures=st.lists(st.integers(0, 40), min_size=3, max_size=30))
def test_reversing_the_direction_swaps_improvement_and_concern(
    draw: Callable[..., ControlChart], figures: list[int]
) -> None:
    down, up = (draw(figures, direction=each) for each in (DOWN, UP))
    for point in down.points:
        assert up.variation_at(point) is OTHER[down.variation_at(point)]


@given(
    st.lists(st.integers(0, 9), min_size=12, max_size=20),
    st.lists(st.integers(0, 40), min_size=1, max_size=9),
)
def test_a_point_outside_the_baseline_does_not_move_the_limits(
    counts: list[int], later: list[int]
) -> None:
    for draw in (c_chart, g_chart):
        before = draw(counts, baseline=12).latest
        after = draw([*counts, *later], baseline=12).latest
        assert (after.centre, after.lower, after.upper) == (
            before.centre,
            before.lower,
            before.upper,
        )


def test_events_may_come_in_any_order_and_on_one_day() -> None:
    days = days_of([0, 4, 2])
    found = rare_chart.g_chart(days[::-1], **WHERE)
    assert [point.value for point in found.points] == [0, 4, 2]
    assert found.cautions == (ChartCaution.TRIAL_LIMITS,)
    on_one_day = g_chart([0, 0, 0])
    assert on_one_day.latest.upper == 0
    assert not on_one_day.latest.special_causes


def test_a_t_chart_has_the_exact_limits_of_a_time() -> None:
    gaps = [each + 0.25 for each in GAPS]
    found = t_chart(gaps)
    exponential = stats.expon(scale=20.25)
    assert found.kind is ChartKind.T
    assert found.points[0].when == datetime(2022, 4, 13, 6)  # noqa: DTZ001 - without a zone
    assert found.latest.value == pytest.approx(30.25, rel=1e-12)
    assert found.latest.centre == pytest.approx(20.25, rel=1e-12)
    assert found.latest.lower == pytest.approx(
        exponential.ppf(stats.norm.sf(3)), rel=1e-9
    )
    assert found.latest.upper == pytest.approx(
        exponential.isf(stats.norm.sf(3)), rel=1e-9
    )
    assert found.variation is Variation.COMMON_CAUSE


def test_a_time_between_events_below_its_limit_is_special() -> None:
    found = t_chart([*GAPS, 0.02], baseline=12, direction=DOWN)
    assert broken(found) == [(OUTSIDE, Side.LOW, 1)]
    assert found.variation is Variation.CONCERN


def test_a_chart_between_events_has_no_target_to_meet() -> None:
    assert g_chart(GAPS).assurance is None
    assert t_chart(GAPS).assurance is None


def test_the_rules_in_force_are_those_asked_for() -> None:
    long = g_chart([*GAPS, 3, *[16] * 7], baseline=12, rules=RuleSet.eight())
    assert broken(long) == []
    assert long.rules == RuleSet.eight()


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([FIRST, FIRST], "three events or more"),
        ([FIRST, FIRST, "2022-04-01"], "of type date"),
        ([FIRST, FIRST, datetime(2022, 4, 1, tzinfo=UTC)], "of type date"),
    ],
)
def test_a_g_chart_is_of_the_days_of_events(events: list[Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        rare_chart.g_chart(events, **WHERE)


def test_a_t_chart_is_of_times_that_are_told_apart() -> None:
    days: Any = days_of([1, 2, 3])
    moments: Any = moments_of([1, 2, 3])
    aware: Any = moments_of([1, 2, 3], zone=UTC)
    with pytest.raises(InvalidValueError, match="of type datetime"):
        rare_chart.t_chart(days, **WHERE)
    with pytest.raises(InvalidValueError, match="all have a time zone"):
        rare_chart.t_chart([*moments, *aware], **WHERE)
    with pytest.raises(DuplicateError, match="2022-04-02"):
        rare_chart.t_chart([*moments, moments[1]], **WHERE)
    assert rare_chart.t_chart(aware, **WHERE).latest.value == 3
