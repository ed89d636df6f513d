"""A case is a target beside its figure, and what change is measured from."""

from datetime import date
from fractions import Fraction

import pytest

from policing_indicators.assessment.case import Base, Case, Unheld
from policing_indicators.assessment.finding import Verdict, WhyCannotSay
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import StatedBaseline, Target

DUE = Period.financial_year(2024)
BEFORE = DUE.year_before
SPRING = Break(date(2023, 4, 1), "the counting rules changed")
HARM = Indicator(
    id="harm",
    name="Harm",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    breaks=[SPRING],
)


def case(
    baseline: Period | StatedBaseline | None,
    *rows: Observation,
    at: Period = DUE,
) -> Case:
    target = Target(
        id="promised",
        indicator="harm",
        due=DUE,
        baseline=baseline,
        goal=AtMost(40),
        promised_by="the commissioner",
        source="an invented plan",
    )
    grounds = Grounds(
        framework=Framework(id="f", name="F", priorities=[], indicators=[HARM]),
        area=areas().find("kent"),
        observations=[row(DUE, 32), *rows],
        populations=populations(),
    )
    return Case.of(target, HARM, grounds, at)


def row(period: Period, count: int) -> Observation:
    return Observation("harm", "kent", period, count=count)


def stated(period: Period | None) -> StatedBaseline:
    return StatedBaseline(value=44.5, source="an invented plan", period=period)


@pytest.mark.parametrize(
    ("at", "looked_at"),
    [
        (BEFORE, BEFORE),
        (DUE, DUE),
        (Period.financial_year(2025), DUE),
        (Period.financial_quarter(2024, 3), Period.financial_quarter(2024, 3)),
        (Period.financial_quarter(2024, 4), DUE),
        (Period.year_ending(2025, 2), Period.year_ending(2025, 2)),
    ],
)
def test_the_figure_is_that_of_the_due_period_once_it_is_over(
    at: Period, looked_at: Period
) -> None:
    found = case(None, at=at)
    assert found.period == looked_at
    assert found.is_due is (looked_at == DUE)


def test_without_a_baseline_there_is_nothing_that_change_is_measured_from() -> None:
    assert case(None).base() == Unheld(why=WhyCannotSay.BASELINE_MISSING)


def test_a_stated_baseline_stands_as_it_is_written_unless_a_break_is_in_the_way() -> (
    None
):
    assert case(stated(None)).base() == Base(figure=Fraction(89, 2))
    assert case(stated(BEFORE)).base() == Base(figure=Fraction(89, 2))
    crossed = case(stated(BEFORE.year_before)).base()
    assert crossed == Unheld(why=WhyCannotSay.BREAK_IN_SERIES, breaks=(SPRING,))


def test_an_observed_baseline_is_its_figure_unless_a_break_is_in_the_way() -> None:
    before, long_before = row(BEFORE, 44), row(BEFORE.year_before, 50)
    rows = before, long_before
    assert case(BEFORE, *rows).base() == Base(figure=Fraction(44), observation=before)
    crossed = case(BEFORE.year_before, *rows).base()
    assert crossed == Unheld(why=WhyCannotSay.BREAK_IN_SERIES, breaks=(SPRING,))


def test_the_change_on_a_baseline_is_known_though_a_break_lies_between() -> None:
    rows = row(BEFORE, 44), row(BEFORE.year_before, 50)
    finding = case(BEFORE.year_before, *rows).finding()
    assert finding.verdict is Verdict.CANNOT_SAY
    assert finding.change is not None
    assert finding.breaks == (SPRING,)
    assert case(None, *rows).finding().baseline == rows[0]
    assert case(stated(BEFORE), *rows).finding().change is None
