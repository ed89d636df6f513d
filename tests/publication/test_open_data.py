"""Every figure that a statement prints is a row of its open data, and no other is."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from policing_indicators.assessment.assessing import assess
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.open_data import figures
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.definition import Break, Definition
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.vocabulary.source import Source
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.plain_name import PlainName

KENT = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
BASELINE = Period.year_ending(2019, 6)
AS_AT = date(2026, 4, 1)
MINUS = "\N{MINUS SIGN}"
CARS = Indicator(
    id="cars",
    name="Cars stolen",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    noun=CaseNoun("car", "cars"),
    definition=Definition(text="Every car."),
)
SHARE = Indicator(
    id="share",
    name="Satisfied",
    unit=Unit.PERCENTAGE,
    direction=ImprovementDirection.INCREASE,
)
PEOPLE = Populations(
    [
        Population.mid_year(
            "kent", 2024, 1_900_000, edition="2024", source=Source("ONS", "Estimates")
        )
    ]
)


def seen(period: Period = NOW, count: int | None = None, **how: Any) -> Observation:  # noqa: ANN401
    return Observation("cars", "kent", period, count=count, as_at=AS_AT, **how)


def told(
    indicator: Indicator,
    *rows: Observation,
    small_base: SmallBaseRule | None = None,
    style: HouseStyle | None = None,
) -> dict[tuple[Measure, Period, Period | None], PublishedFigure]:
    framework = Framework(id="f", name="F", priorities=[], indicators=[indicator])
    facts = assess(
        framework,
        [evolve(row, indicator=indicator.id) for row in rows],
        area=KENT,
        period=NOW,
        populations=PEOPLE,
    )
    rule = small_base or SmallBaseRule()
    style = style or house_style()
    found = list(figures(facts, facts.indicators, rule, style))
    made = {(each.measure, each.period, each.compared_with): each for each in found}
    assert len(made) == len(found)
    return made


def test_a_count_has_its_level_those_before_and_its_changes() -> None:
    indicator = evolve(CARS, baseline=BASELINE)
    made = told(indicator, seen(count=827), seen(BEFORE, 1000), seen(BASELINE, 900))
    printed = {key: (each.value, each.printed) for key, each in made.items()}
    assert printed == {
        (Measure.COUNT, NOW, None): (827, "827"),
        (Measure.COUNT, BEFORE, None): (1000, "1,000"),
        (Measure.CHANGE_IN_NUMBER, NOW, BEFORE): (-173, f"{MINUS}173"),
        (Measure.CHANGE_IN_PER_CENT, NOW, BEFORE): (-17.3, f"{MINUS}17.3%"),
        (Measure.COUNT, BASELINE, None): (900, "900"),
        (Measure.CHANGE_IN_NUMBER, NOW, BASELINE): (-73, f"{MINUS}73"),
        (Measure.CHANGE_IN_PER_CENT, NOW, BASELINE): (-8.1, f"{MINUS}8.1%"),
    }


def test_a_level_carries_its_source_vintage_state_and_definition() -> None:
    provisional = seen(count=827, status=Status.PROVISIONAL, source="A table")
    level = told(CARS, provisional)[Measure.COUNT, NOW, None]
    assert (level.printed, level.shorthand) == ("827 [p]", "[p]")
    assert (level.source, level.as_at) == ("A table", AS_AT)
    assert (level.unit, level.definition) == ("cars", "Every car.")


def test_a_change_carries_the_states_and_sources_of_both_and_the_break_between() -> (
    None
):
    broken = evolve(CARS, breaks=[Break(NOW.start, "the rules changed")])
    now = seen(count=827, status=Status.PROVISIONAL, source="A")
    before = seen(BEFORE, 1000, status=Status.REVISED, source="B")
    made = told(broken, now, before)
    percent = made[Measure.CHANGE_IN_PER_CENT, NOW, BEFORE]
    assert (percent.shorthand, percent.source) == ("[p] [r] [b]", "A; B")
    assert (percent.numerator, percent.denominator) == (-173, 1000)
    assert made[Measure.COUNT, BEFORE, None].source == "B"


def test_a_percentage_that_is_withheld_has_no_value_and_nothing_to_find_it_by() -> None:
    made = told(CARS, seen(count=45), seen(BEFORE, 60))
    percent = made[Measure.CHANGE_IN_PER_CENT, NOW, BEFORE]
    assert (percent.printed, percent.shorthand) == ("[u]", "[u]")
    assert (percent.value, percent.numerator, percent.denominator) == (None, None, None)
    free = told(
        CARS, seen(count=45), seen(BEFORE, 60), small_base=SmallBaseRule(threshold=0)
    )
    assert free[Measure.CHANGE_IN_PER_CENT, NOW, BEFORE].value == -25


def test_there_is_no_percentage_from_nought() -> None:
    made = told(CARS, seen(count=45), seen(BEFORE, 0))
    assert made[Measure.CHANGE_IN_PER_CENT, NOW, BEFORE].printed == "[z]"
    assert made[Measure.CHANGE_IN_NUMBER, NOW, BEFORE].printed == "+45"


def test_a_change_that_rounds_to_nought_says_that_it_is_not() -> None:
    made = told(CARS, seen(count=10_001), seen(BEFORE, 10_000))
    percent = made[Measure.CHANGE_IN_PER_CENT, NOW, BEFORE]
    assert (percent.value, percent.printed, percent.shorthand) == (0, "0.0%", "[low]")


def test_what_cannot_be_compared_is_there_with_the_symbol_that_says_so() -> None:
    missing = seen(BEFORE, missing=MissingReason.CONFIDENTIAL)
    for row, symbol in ((missing, "[c]"), (seen(NOW.preceding.preceding, 1), "[x]")):
        made = told(CARS, seen(count=827), row)
        assert (Measure.COUNT, BEFORE, None) not in made
        for measure in (Measure.CHANGE_IN_NUMBER, Measure.CHANGE_IN_PER_CENT):
            change = made[measure, NOW, BEFORE]
            assert (change.value, change.printed) == (None, symbol)


@pytest.mark.parametrize(
    ("indicator", "measure"),
    [
        (CARS, Measure.COUNT),
        (SHARE, Measure.PERCENTAGE),
        (evolve(SHARE, unit=Unit.RATE), Measure.VALUE),
    ],
)
def test_a_missing_figure_is_one_row_with_its_reason(
    indicator: Indicator, measure: Measure
) -> None:
    (level,) = told(indicator, seen(missing=MissingReason.CONFIDENTIAL)).values()
    assert (level.measure, level.value, level.printed) == (measure, None, "[c]")
    (level,) = told(indicator).values()
    assert (level.measure, level.printed) == (measure, "[x]")


def test_a_count_that_was_published_without_itself_is_not_available() -> None:
    (level,) = told(CARS, seen(value=1.5)).values()
    assert (level.measure, level.printed) == (Measure.COUNT, "[x]")


def test_a_rate_carries_its_limits_and_what_it_is_over() -> None:
    indicator = evolve(CARS, denominator=DenominatorKind.PEOPLE)
    made = told(indicator, seen(count=32, denominator=3_036_605.4))
    rate = made[Measure.RATE, NOW, None]
    assert (rate.value, rate.printed, rate.per, rate.unit) == (
        1.1,
        "1.1",
        100_000,
        "people",
    )
    assert (rate.lower, rate.upper, rate.confidence) == (0.7, 1.5, 0.95)
    assert (rate.method, rate.numerator, rate.denominator) == ("exact", 32, 3_036_605)


def test_a_rate_that_cannot_be_given_says_why() -> None:
    indicator = evolve(CARS, denominator=DenominatorKind.HOUSEHOLDS)
    rate = told(indicator, seen(count=32))[Measure.RATE, NOW, None]
    assert (rate.value, rate.printed, rate.unit) == (None, "[x]", "households")


def test_what_chance_would_do_is_there_only_where_it_was_said() -> None:
    measured = MeasuredDispersion(
        ratio=1.1, areas=43, earlier=BEFORE, later=NOW, source="a table"
    )
    indicator = evolve(CARS, dispersion=measured)
    made = told(indicator, seen(count=32), seen(BEFORE, 44))
    chance = made[Measure.PROBABILITY, NOW, BEFORE]
    assert (chance.value, chance.printed) == (0.21, "p = 0.21")
    assert chance.method == "exact conditional test of two counts"
    ratio = made[Measure.RATIO, NOW, BEFORE]
    assert (ratio.value, ratio.lower, ratio.upper) == (0.73, 0.45, 1.17)
    assert ratio.method == "clopper-pearson"
    same = told(indicator, seen(count=32), seen(BEFORE, 32))
    assert (Measure.PROBABILITY, NOW, BEFORE) not in same
    from_none = told(indicator, seen(count=32), seen(BEFORE, 0))
    assert (Measure.RATIO, NOW, BEFORE) not in from_none
    least = from_none[Measure.PROBABILITY, NOW, BEFORE]
    assert (least.value, least.printed, least.shorthand) == (None, "p < 0.001", "[low]")


def test_a_percentage_has_its_limits_and_its_change_in_points() -> None:
    made = told(
        evolve(SHARE, baseline=BASELINE),
        seen(count=56, denominator=70),
        seen(BEFORE, 48, denominator=80),
        seen(BASELINE, value=62.1),
    )
    level = made[Measure.PERCENTAGE, NOW, None]
    assert (level.value, level.printed, level.lower, level.upper) == (
        80,
        "80.0%",
        69.2,
        87.7,
    )
    assert (level.method, level.numerator, level.denominator) == ("wilson", 56, 70)
    points = made[Measure.CHANGE_IN_PERCENTAGE_POINTS, NOW, BEFORE]
    assert (points.value, points.printed, points.unit) == (
        20,
        "+20.0",
        "percentage points",
    )
    assert (points.lower, points.upper, points.method) == (5.2, 33.4, "newcombe")
    earlier = made[Measure.PERCENTAGE, BEFORE, None]
    assert (earlier.value, earlier.numerator) == (60, None)
    baseline = made[Measure.CHANGE_IN_PERCENTAGE_POINTS, NOW, BASELINE]
    assert (baseline.value, baseline.lower) == (17.9, None)


def test_a_percentage_that_is_not_compared_says_why() -> None:
    made = told(SHARE, seen(value=61.5))
    points = made[Measure.CHANGE_IN_PERCENTAGE_POINTS, NOW, BEFORE]
    assert (points.value, points.printed) == (None, "[x]")


@pytest.mark.parametrize(
    ("unit", "value", "printed"),
    [(Unit.RATE, 3.25, "3.3"), (Unit.YES_NO, 1, "yes"), (Unit.YES_NO, 0, "no")],
)
def test_a_published_value_is_there_as_it_is_printed(
    unit: Unit, value: float, printed: str
) -> None:
    (level,) = told(evolve(SHARE, unit=unit), seen(value=value)).values()
    assert level.printed == printed
    assert level.value == (3.3 if unit is Unit.RATE else value)


def test_the_house_style_says_what_is_printed_and_not_what_it_is() -> None:
    style = HouseStyle(
        phrases={"number": {"percent": "{number} per cent", "thousands": " "}},
        names={"cars": PlainName(name="Car theft")},
    )
    made = told(CARS, seen(count=8_270), seen(BEFORE, 10_000), style=style)
    level = made[Measure.COUNT, NOW, None]
    assert (level.value, level.printed, level.name) == (8270, "8 270", "Car theft")
    percent = made[Measure.CHANGE_IN_PER_CENT, NOW, BEFORE]
    assert (percent.value, percent.printed) == (-17.3, f"{MINUS}17.3 per cent")


def test_a_count_of_no_noun_counts_cases() -> None:
    level = told(evolve(CARS, noun=None), seen(count=1))[Measure.COUNT, NOW, None]
    assert (level.unit, level.definition) == ("cases", "Every car.")
