"""What is said of a control chart: of its latest point, and only where it may be."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.wording.pictured import ADJUSTED, NOW, cause, chart, months, quarters

from policing_indicators import arrays
from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.picture import Pictures
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rule_set import SpecialCauseRule
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.calculation.special_cause import SpecialCause
from policing_indicators.calculation.variation import Side, TargetLevel, Variation
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording.chart_sentences import latest
from policing_indicators.wording.house_style import house_style

LOOK = "That is a reason to look for a cause; the chart does not show one."
CARS = Indicator(
    id="cars", name="Cars", unit=Unit.COUNT, direction=ImprovementDirection.DECREASE
)
HIGH, LOW = Side.HIGH, Side.LOW
OUTSIDE = SpecialCauseRule.OUTSIDE_LIMITS
NEAR = SpecialCauseRule.TWO_OF_THREE
LATEST = "January to March 2025 (80)"
SINCE = "the 20 quarters since April 2020"
MOVES = "quarter-to-quarter variation"
RUN, TREND = SpecialCauseRule.RUN, SpecialCauseRule.TREND


def facts(of: ControlChart | None, indicator: Indicator = CARS) -> IndicatorAssessment:
    return IndicatorAssessment(
        indicator=indicator,
        observation=Observation("cars", "kent", NOW, count=320),
        pictures=Pictures(control_chart=of),
    )


def said(of: ControlChart | None, indicator: Indicator = CARS) -> list[str]:
    found = facts(of, indicator)
    return list(latest(house_style(), found, SmallBaseRule()))


def test_a_point_that_breaks_no_rule_is_within_the_usual_variation() -> None:
    assert said(chart()) == [
        (
            "The latest quarter, January to March 2025 (80), is within the usual "
            "quarter-to-quarter variation of the 20 quarters since April 2020 "
            "(XmR control chart)."
        )
    ]
    assert said(chart(periods=months(40), season=ADJUSTED)) == [
        (
            "The latest month, March 2025 (80), is within the usual month-to-month "
            "variation of the 40 months since December 2021 (XmR control chart, "
            "adjusted for the season)."
        )
    ]


def test_numbers_that_are_small_are_said_to_differ_by_themselves() -> None:
    few = chart(value=3, limits=(0, 2.5, 8), kind=ChartKind.C)
    assert said(few) == [
        (
            "Numbers of this size differ from quarter to quarter. That of the latest "
            "quarter, January to March 2025 (3), does not stand out from the 20 "
            "quarters since April 2020 (c-chart of rare events)."
        )
    ]


@pytest.mark.parametrize(
    ("broken", "opening", "ending"),
    [
        (
            cause(OUTSIDE, HIGH),
            f"The latest quarter, {LATEST}, is above the usual ",
            f"{MOVES} of {SINCE}, which for this quarter reaches up to 76",
        ),
        (
            cause(NEAR, HIGH),
            f"The latest quarter, {LATEST}, and one of the two before it are near ",
            f"the upper end of the usual {MOVES} of {SINCE}, or above it",
        ),
        (
            cause(NEAR, LOW),
            f"The latest quarter, {LATEST}, and one of the two before it are near ",
            f"the lower end of the usual {MOVES} of {SINCE}, or below it",
        ),
        (
            cause(RUN, LOW, 9),
            f"Each of the last 9 quarters, of which the latest is {LATEST}, ",
            f"is below the average of {SINCE}",
        ),
        (
            cause(RUN, HIGH, 7),
            f"Each of the last 7 quarters, of which the latest is {LATEST}, ",
            f"is above the average of {SINCE}",
        ),
        (
            cause(TREND, HIGH, 8),
            f"Over the last 8 quarters, of which the latest is {LATEST}, ",
            "the figures rose from one to the next",
        ),
        (
            cause(TREND, LOW, 8),
            f"Over the last 8 quarters, of which the latest is {LATEST}, ",
            "the figures fell from one to the next",
        ),
    ],
)
def test_a_point_that_stands_out_is_said_to_by_the_rule_it_breaks(
    broken: SpecialCause, opening: str, ending: str
) -> None:
    told = said(chart(broken))
    assert told == [f"{opening}{ending} (XmR control chart).", LOOK]


def test_a_limit_is_written_with_decimals_enough_to_be_passed() -> None:
    above = chart(cause(OUTSIDE, HIGH), value=80, limits=(60, 70, 79.97))
    assert "reaches up to 79.97 (" in said(above)[0]
    below = chart(cause(OUTSIDE, LOW), value=60, limits=(60.4, 70, 80))
    assert "is below the usual" in said(below)[0]
    assert "reaches down to 60.4 (" in said(below)[0]
    same = chart(cause(OUTSIDE, HIGH), value=80, limits=(60, 70, 80 - 1e-9))
    assert "reaches up to 80.000000 (" in said(same)[0]


def test_the_first_rule_is_said_and_what_goes_on_for_longer() -> None:
    told = said(chart(cause(OUTSIDE, LOW), cause(NEAR, LOW), cause(RUN, LOW, 9)))
    assert [each.split(", ")[0] for each in told] == [
        "The latest quarter",
        "Each of the last 9 quarters",
        LOOK,
    ]


def test_a_run_on_a_chart_of_rare_events_is_counted_from_the_median() -> None:
    [run, _] = said(chart(cause(RUN, LOW, 9), kind=ChartKind.C))
    assert "is below the median of" in run


def test_limits_on_trial_are_said_to_be() -> None:
    trial = chart(periods=quarters(8), cautions=[ChartCaution.TRIAL_LIMITS])
    assert said(trial)[1:] == [
        (
            "What is usual is known from those 8 quarters alone, and so less well than "
            "from 12 or more."
        )
    ]


def test_of_so_few_points_that_none_could_stand_out_nothing_is_said() -> None:
    trial = [ChartCaution.TRIAL_LIMITS]
    assert said(chart(periods=quarters(5), cautions=trial)) == []
    assert said(chart(cause(OUTSIDE, HIGH), periods=months(5), cautions=trial)) == []
    assert len(said(chart(periods=quarters(6), cautions=trial))) == 2


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=4))
def test_the_last_of_four_points_never_stands_out(counts: list[int]) -> None:
    found = arrays.xmr([counts])
    rules = found.outside_limits, found.two_of_three, found.run, found.trend
    assert not any(broken[0, -1] for broken in rules)


@pytest.mark.parametrize(
    "caution",
    [
        ChartCaution.RARE_EVENTS,
        ChartCaution.SEASON_LEFT_IN,
        ChartCaution.SEASON_UNKNOWN,
    ],
)
@pytest.mark.parametrize("causes", [(), (cause(OUTSIDE, HIGH),)])
def test_nothing_is_said_of_a_chart_whose_cautions_forbid_it(
    caution: ChartCaution, causes: tuple[SpecialCause, ...]
) -> None:
    assert said(chart(*causes, cautions=[caution])) == []


def test_counts_that_scatter_too_much_make_no_point_stand_out() -> None:
    cautions = [ChartCaution.MORE_SCATTER]
    broken = cause(OUTSIDE, HIGH)
    assert said(chart(broken, kind=ChartKind.C, cautions=cautions)) == []
    assert len(said(chart(kind=ChartKind.C, cautions=cautions))) == 1


def test_counts_that_scatter_too_much_are_held_against_no_level() -> None:
    few = chart(kind=ChartKind.C, target=[TargetLevel(AtMost(90))])
    assert len(said(few)) == 2
    assert len(said(evolve(few, cautions=[ChartCaution.MORE_SCATTER]))) == 1


def test_nothing_is_said_without_a_chart_nor_of_a_chart_of_single_events() -> None:
    assert said(None) == []
    of_events = chart()
    points = [evolve(each, when=date(2024, 5, 1)) for each in of_events.points[:1]]
    lone = evolve(of_events, points=points, stretches=[date(2024, 5, 1)])
    assert said(lone) == []


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (90, "If it goes on as it has since April 2020, every quarter would meet the"),
        (50, "If it goes on as it has since April 2020, no quarter would meet the"),
        (70, "If it goes on as it has since April 2020, some quarters would meet the"),
    ],
)
def test_a_level_that_is_promised_is_held_against_the_limits(
    level: int, words: str
) -> None:
    told = said(chart(target=[TargetLevel(AtMost(level))]))
    assert told[-1].startswith(words)


def test_percentages_are_written_with_their_decimals() -> None:
    share = evolve(CARS, unit=Unit.PERCENTAGE)
    assert "January to March 2025 (8.3), is within" in said(chart(value=8.25), share)[0]


@given(
    sides=st.lists(st.sampled_from(Side), min_size=1, max_size=3),
    rule=st.sampled_from(SpecialCauseRule),
)
def test_which_way_is_better_swaps_improvement_and_concern_and_changes_no_word(
    sides: list[Side], rule: SpecialCauseRule
) -> None:
    swapped = {
        Variation.IMPROVEMENT: Variation.CONCERN,
        Variation.CONCERN: Variation.IMPROVEMENT,
    }
    drawn = chart(*(cause(rule, side, 9) for side in sides))
    fewer = evolve(drawn, direction=ImprovementDirection.DECREASE)
    more = evolve(drawn, direction=ImprovementDirection.INCREASE)
    assert swapped[fewer.variation] is more.variation
    neutral = evolve(drawn, direction=ImprovementDirection.NEUTRAL)
    assert neutral.variation is Variation.NEUTRAL
    assert said(fewer) == said(more) == said(neutral)
