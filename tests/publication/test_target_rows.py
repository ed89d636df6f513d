"""What became of a target is open data: verdict, figure, line, margin and chance."""

from typing import Any

import pytest

from policing_indicators.assessment.finding import Finding
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rules import check
from policing_indicators.publication.target_rows import of_target
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.goal import AllOf, Goal
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.vocabulary.trajectory import Trajectory
from policing_indicators.wording import target_sentences
from policing_indicators.wording.house_style import house_style

NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
STYLE = house_style()


def found(goal: Goal, *rows: Observation, **how: Any) -> Finding:  # noqa: ANN401
    grounds = Grounds(
        framework=framework("national-priorities-2021"),
        area=areas().find("Kent"),
        observations=rows,
        populations=populations(),
    )
    given: dict[str, Any] = {"indicator": "homicide", "due": NOW, **how}
    target = Target(
        id="a-promise",
        goal=goal,
        promised_by="the commissioner",
        source="an invented plan",
        **given,
    )
    return check(target, grounds, at=NOW)


def homicides(count: int, period: Period = NOW, **how: Any) -> Observation:  # noqa: ANN401
    return Observation("homicide", "kent", period, count=count, source="Table", **how)


def told(finding: Finding) -> dict[Measure, PublishedFigure]:
    rows = list(of_target(STYLE, finding))
    made = {each.measure: each for each in rows}
    assert len(made) == len(rows)
    assert {each.target for each in rows} == {"a-promise"}
    said = " ".join(target_sentences.about(STYLE, finding))
    verdict = made[Measure.TARGET_VERDICT]
    assert verdict.printed == target_sentences.verdict(STYLE, finding)
    assert all(each.printed in said for each in rows if each is not verdict)
    return made


def values(finding: Finding) -> dict[Measure, tuple[float | None, str]]:
    return {measure: (row.value, row.printed) for measure, row in told(finding).items()}


def test_a_target_that_is_not_met_has_a_margin_below_nought() -> None:
    assert values(found(AtMost(9), homicides(12))) == {
        Measure.TARGET_VERDICT: (0, "not met"),
        Measure.TARGET_FIGURE: (12, "12"),
        Measure.TARGET_LINE: (9, "9"),
        Measure.TARGET_MARGIN: (-3, "3"),
    }


def test_a_margin_keeps_all_its_digits_however_many() -> None:
    """Decimals are negated in the precision of a context, which has 28 digits."""
    made = values(found(AtLeast(10**40), homicides(12)))
    short = 10**40 - 12
    assert made[Measure.TARGET_MARGIN] == (-short, f"{short:,}")


def test_what_is_held_against_a_line_names_both_sources() -> None:
    made = told(found(AtMost(9), homicides(7, status=Status.PROVISIONAL)))
    assert made[Measure.TARGET_LINE].source == "Table; an invented plan"
    assert made[Measure.TARGET_FIGURE].source == "Table"
    assert made[Measure.TARGET_FIGURE].shorthand == "[p]"
    assert made[Measure.TARGET_VERDICT].shorthand == "[p]"
    assert made[Measure.TARGET_FIGURE].unit == "homicides"


def test_on_the_line_there_is_no_margin() -> None:
    assert values(found(AtLeast(12), homicides(12))) == {
        Measure.TARGET_VERDICT: (1, "met"),
        Measure.TARGET_FIGURE: (12, "12"),
        Measure.TARGET_LINE: (12, "12"),
    }


@pytest.mark.parametrize(("count", "margin"), [(5, -1), (7, 1), (12, -2)])
def test_between_two_lines_the_nearer_is_the_one_that_is_printed(
    count: int, margin: int
) -> None:
    made = values(found(Between(6, 10), homicides(count)))
    assert made[Measure.TARGET_LINE][0] == (10 if count > 10 else 6)
    assert made[Measure.TARGET_MARGIN] == (margin, str(abs(margin)))


def test_before_it_is_due_there_is_a_milestone_and_no_line() -> None:
    rows = homicides(10), homicides(12, BEFORE)
    goal, due = Trajectory(PercentChange(reduction=50)), Period.financial_year(2026)
    made = values(found(goal, *rows, due=due, baseline=BEFORE))
    assert made == {
        Measure.TARGET_VERDICT: (1, "on course"),
        Measure.TARGET_FIGURE: (10, "10"),
        Measure.TARGET_MILESTONE: (10, "10"),
        **{measure: made[measure] for measure in (Measure.PROBABILITY, Measure.RATIO)},
    }


def test_chance_in_a_change_on_the_baseline_of_a_target_belongs_to_the_target() -> None:
    rows = homicides(31), homicides(45, BEFORE)
    made = told(found(PercentChange(reduction=10), *rows, baseline=BEFORE))
    chance, ratio = made[Measure.PROBABILITY], made[Measure.RATIO]
    assert (chance.printed, chance.compared_with) == ("p = 0.14", BEFORE)
    assert (ratio.value, ratio.lower, ratio.upper) == (0.69, 0.42, 1.11)


def test_a_rate_that_a_target_is_about_has_its_base_and_its_limits() -> None:
    finding = found(AtMost(1.05), homicides(20), quantity=Quantity.RATE)
    made = told(finding)
    level = made[Measure.TARGET_FIGURE]
    assert (level.unit, level.per) == ("people", 100_000)
    assert level.lower is not None
    assert made[Measure.TARGET_MARGIN].per == 100_000


@pytest.mark.parametrize(
    ("quantity", "line", "unit", "of_margin"),
    [
        (Quantity.PERCENTAGE, 75, "per cent", "percentage points"),
        (Quantity.PROPORTION, 0.75, "proportion", "proportion"),
    ],
)
def test_a_part_of_a_whole_is_in_its_targets_unit(
    quantity: Quantity, line: float, unit: str, of_margin: str
) -> None:
    row = Observation("victim-satisfaction", "kent", NOW, count=79, denominator=100)
    promised = {"indicator": "victim-satisfaction", "quantity": quantity}
    made = told(found(AtLeast(line), row, **promised))
    assert made[Measure.TARGET_FIGURE].unit == unit
    assert made[Measure.TARGET_LINE].unit == unit
    margin = made[Measure.TARGET_MARGIN]
    assert margin.unit == of_margin
    assert margin.value == pytest.approx(0.04 if line < 1 else 4)


def test_of_several_goals_the_verdict_and_the_figure_are_given() -> None:
    assert values(found(AllOf([AtMost(9), AtLeast(3)]), homicides(7))) == {
        Measure.TARGET_VERDICT: (1, "met"),
        Measure.TARGET_FIGURE: (7, "7"),
    }


@pytest.mark.parametrize(
    ("missing", "symbol"),
    [(MissingReason.CONFIDENTIAL, "[c]"), (MissingReason.NOT_YET_PUBLISHED, "[x]")],
)
def test_of_a_target_of_which_nothing_can_be_said_the_verdict_alone_is_given(
    missing: MissingReason, symbol: str
) -> None:
    row = Observation("homicide", "kent", NOW, missing=missing)
    (verdict,) = told(found(AtMost(9), row)).values()
    assert (verdict.value, verdict.printed) == (None, "cannot be said")
    assert verdict.shorthand == symbol
