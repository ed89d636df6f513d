"""When a control chart is made of an area's own months or quarters, and of which."""

from itertools import cycle

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.assessment.regional import (
    BEFORE,
    CARS,
    LAST,
    NOW,
    SEASONAL,
    assessed,
    back,
    broken_in,
    row,
    run,
)

from policing_indicators.assessment.picture import NoPicture, PictureKind, WhyNoPicture
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.season import SeasonFinding
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.goal import Goal
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity, Target

STEADY = [100, 104, 97, 101, 99, 103, 96, 102, 98, 105, 95, 100]
YEAR = row(400)
MONTH = Period.month(2025, 3)


def chart(*rows: Observation, indicator: Indicator = CARS) -> ControlChart:
    found = assessed([YEAR, *rows], indicator=indicator).pictures.control_chart
    assert found is not None
    return found


def refusal(*rows: Observation, indicator: Indicator = CARS) -> NoPicture:
    pictures = assessed(rows, indicator=indicator).pictures
    assert pictures.control_chart is None
    [found] = [
        each for each in pictures.not_drawn if each.what is PictureKind.CONTROL_CHART
    ]
    return found


def why(*rows: Observation, indicator: Indicator = CARS) -> WhyNoPicture:
    return refusal(*rows, indicator=indicator).why


def test_three_years_of_quarters_to_the_end_of_the_period_make_a_chart() -> None:
    made = chart(*run(STEADY))
    assert made.kind is ChartKind.XMR
    assert made.latest.when == LAST
    assert [point.value for point in made.points] == STEADY
    assert made.direction is CARS.direction


def test_months_go_before_quarters() -> None:
    made = chart(*run(STEADY), *run(STEADY * 3, MONTH))
    assert made.latest.when == MONTH
    assert len(made.points) == 36


def test_quarters_are_taken_where_the_months_are_too_few() -> None:
    assert chart(*run(STEADY), *run(STEADY, MONTH)).latest.when == LAST


def test_no_more_than_five_years_are_looked_back_on() -> None:
    made = chart(*run(STEADY * 3))
    assert len(made.points) == 20
    assert made.points[0].when == Period.financial_quarter(2020, 1)


def test_what_comes_after_the_period_is_not_looked_at() -> None:
    later = row(500, Period.financial_quarter(2025, 1))
    assert chart(*run(STEADY), later) == chart(*run(STEADY))


def test_a_season_that_matters_is_adjusted_for() -> None:
    noise = [0, 1, -1, 2, -2, 1, 0, -1, 1, -2, 2, 0, 1, 0, -1, 1, 2, -1, 0, -2]
    counts = [
        count + extra for count, extra in zip(cycle(SEASONAL), noise, strict=False)
    ]
    made = chart(*run(counts))
    assert made.season is not None
    assert made.season.finding is SeasonFinding.ADJUSTED


def test_counts_with_a_mean_under_five_make_a_c_chart() -> None:
    rare = chart(*run([2, 1, 3, 0, 2, 4, 1, 2, 3, 1, 0, 2]))
    assert rare.kind is ChartKind.C
    assert ChartCaution.RARE_EVENTS not in rare.cautions
    assert chart(*run([4, *[9] * 5, *[8] * 6])).kind is ChartKind.XMR


def test_no_event_at_all_makes_a_chart_of_nothing_but_nought() -> None:
    assert chart(*run([0] * 12)).latest.special_causes == ()


@given(st.lists(st.integers(0, 12), min_size=12, max_size=20))
def test_no_chart_that_is_made_of_few_events_has_limits_too_narrow_for_them(
    counts: list[int],
) -> None:
    made = assessed([YEAR, *run(counts)]).pictures.control_chart
    assert made is None or ChartCaution.RARE_EVENTS not in made.cautions


def test_limits_are_made_anew_where_the_series_breaks() -> None:
    third = back(12)[4]
    made = chart(*run(STEADY), indicator=broken_in(third))
    assert made.stretches[-1] == third
    assert made.cautions == (ChartCaution.TRIAL_LIMITS,)
    assert len(made.latest_stretch) == 8


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], WhyNoPicture.NO_SERIES),
        ([row(380, BEFORE)], WhyNoPicture.NO_SERIES),
        (run(STEADY)[:-1], WhyNoPicture.NOT_TO_END),
        (run(STEADY[:11]), WhyNoPicture.TOO_SHORT),
        (run(STEADY * 2, MONTH), WhyNoPicture.TOO_SHORT),
        ([*run(STEADY, MONTH), *run(STEADY)[:-1]], WhyNoPicture.TOO_SHORT),
        ([*run(STEADY * 2)[:6], *run(STEADY * 2)[7:]], WhyNoPicture.GAP),
        (
            [*run(STEADY)[:-1], row(99, LAST, status=Status.FORECAST)],
            WhyNoPicture.FORECAST,
        ),
        ([*run(STEADY)[1:], row(None, back(12)[0], value=3)], WhyNoPicture.NO_COUNTS),
        ([evolve(each, as_at=None) for each in run(STEADY)], WhyNoPicture.NO_SERIES),
    ],
)
def test_why_there_is_none_is_said_by_name(
    rows: list[Observation], expected: WhyNoPicture
) -> None:
    assert why(YEAR, *rows) is expected


def test_rolling_totals_make_no_chart_and_are_named() -> None:
    rolling = [row(400, Period.year_ending(2024, month)) for month in range(1, 13)]
    assert why(YEAR, *rolling) is WhyNoPicture.ROLLING


def test_quarters_out_of_step_with_the_period_are_passed_over() -> None:
    shifted = [
        row(7, Period(start=each.start.replace(month=each.start.month + 1), months=3))
        for each in back(12)
    ]
    assert chart(*run(STEADY), *shifted) == chart(*run(STEADY))


def test_the_quarters_that_are_missing_are_named() -> None:
    rows = run(STEADY * 2)[4:]
    missing = row(None, rows[6].period, missing=MissingReason.CONFIDENTIAL)
    found = refusal(YEAR, *rows[:6], missing, *rows[7:])
    assert (found.why, found.detail) == (
        WhyNoPicture.GAP,
        f"{rows[6].period}: confidential",
    )


def test_what_the_arithmetic_refuses_is_kept_in_its_own_words() -> None:
    found = refusal(YEAR, *run(STEADY), indicator=broken_in(LAST))
    assert found.why is WhyNoPicture.NOT_WORKED_OUT
    assert "need two points" in found.detail
    negative = refusal(YEAR, *run([-1, *[0] * 11]))
    assert negative.why is WhyNoPicture.NOT_WORKED_OUT


def test_a_proportion_has_no_chart_and_a_percentage_that_was_published_has() -> None:
    share = evolve(CARS, unit=Unit.PROPORTION)
    out_of = row(80, denominator=100)
    assert why(out_of, *run(STEADY), indicator=share) is WhyNoPicture.NOT_OF_UNIT
    percent = evolve(CARS, unit=Unit.PERCENTAGE)
    year = row(None, value=80.0)
    of_values = [
        evolve(each, count=None, value=float(each.count or 0) / 2)
        for each in run(STEADY)
    ]
    facts = assessed([year, *of_values], indicator=percent)
    assert facts.pictures.control_chart is not None
    assert facts.evidence.kind is EvidenceKind.OWN_PAST
    counted = [row(each.count, each.period, denominator=200) for each in run(STEADY)]
    assert why(year, *counted, indicator=percent) is WhyNoPicture.NOT_OF_UNIT


def promised(goal: Goal, due: Period, quantity: Quantity = Quantity.COUNT) -> Target:
    return Target(
        id="promise",
        indicator="cars",
        quantity=quantity,
        due=due,
        baseline=None if isinstance(goal, AtMost) else LAST.year_before,
        goal=goal,
        promised_by="the commissioner",
        source="an invented plan",
    )


@pytest.mark.parametrize("goal", [AtMost(90), AtLeast(90), Between(90, 110)])
def test_a_level_for_a_quarter_is_held_against_the_quarters(goal: Goal) -> None:
    target = evolve(promised(AtMost(1), LAST), goal=goal)
    made = assessed([YEAR, *run(STEADY)], targets=[target]).pictures.control_chart
    assert made is not None
    assert [level.bound for level in made.target] == [goal]
    assert made.assurance is not None


@pytest.mark.parametrize(
    "target",
    [
        promised(AtMost(90), NOW),
        promised(AtMost(90), LAST, Quantity.RATE),
        promised(PercentChange(reduction=10), LAST),
    ],
)
def test_no_other_target_is_a_level_for_a_quarter(target: Target) -> None:
    made = assessed([YEAR, *run(STEADY)], targets=[target]).pictures.control_chart
    assert made is not None
    assert made.target == ()


def test_a_quarter_that_is_assessed_is_the_last_point_itself() -> None:
    facts = assessed(run(STEADY), period=LAST)
    assert facts.pictures.control_chart is not None
    assert facts.pictures.control_chart.latest.value == facts.observation.count


def test_a_chart_cites_where_its_figures_are_from() -> None:
    rows = [evolve(each, source="Quarters") for each in run(STEADY)]
    other = evolve(rows[0], as_at=None, source="Another release")
    assert assessed([YEAR, *rows, other]).pictures.sources == ("Quarters",)


def test_the_past_is_a_ground_where_there_is_no_better_and_it_is_settled() -> None:
    assert assessed([YEAR, *run(STEADY)]).evidence.kind is EvidenceKind.OWN_PAST
    trial = assessed([YEAR, *run(STEADY)], indicator=broken_in(back(12)[4]))
    assert trial.evidence.kind is EvidenceKind.NONE
    scattered = assessed([YEAR, *run([0, 0, 0, 20, 0, 0, 0, 15, 0, 0, 0, 18])])
    made = scattered.pictures.control_chart
    assert made is not None
    assert made.cautions == (ChartCaution.MORE_SCATTER,)
    assert scattered.evidence.kind is EvidenceKind.NONE
