"""What a dashboard shows of each priority."""

import pytest
from attrs import evolve
from tests.charts.made import assessed

from policing_indicators import charts
from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.priority import Priority

YEAR = Period.financial_year(2024)
TRUST = Indicator(
    id="trust",
    name="Trust",
    unit=Unit.PROPORTION,
    direction=ImprovementDirection.INCREASE,
)


def of(facts: IndicatorAssessment, *more: Priority) -> Assessment:
    framework = Framework(
        id="own",
        name="A plan",
        priorities=[Priority(id="trust", name="Trust", indicators=["trust"]), *more],
        indicators=[facts.indicator],
        source="a plan",
    )
    return evolve(assessed(), framework=framework, indicators=(facts,))


def test_each_priority_has_a_panel_with_its_first_figure() -> None:
    picture = charts.dashboard(assessed())
    assert [row[1:] for row in picture.table.rows] == [
        ("Homicide, 2024/25", "32", "12 fewer than in 2023/24"),
        ("Violence with injury, 2024/25", "32,412", "10.3% fewer than in 2023/24"),
        ("Drug offences, 2024/25", "8,266", "10.2% more than in 2023/24"),
        ("Neighbourhood crime, 2024/25", "49,027", "17.3% fewer than in 2023/24"),
        (
            "Confidence in the law enforcement response to cyber crime, 2024/25",
            "No figure",
            "not available",
        ),
        ("Victim satisfaction, 2024/25", "No figure", "not available"),
    ]


def test_the_title_counts_the_priorities_that_have_a_figure() -> None:
    title = charts.dashboard(assessed()).title
    assert title == "West Midlands, 2024/25: 4 of 6 priorities have a figure"


def test_only_figures_that_follow_each_other_are_joined() -> None:
    lines = [
        len(layer["data"]["values"])
        for layer in charts.dashboard(assessed()).plot.layers
        if layer["mark"]["type"] == "line"
    ]
    assert lines == [2, 2, 2, 2]


def test_a_percentage_is_shown_beside_the_earlier_one() -> None:
    earlier = Observation("trust", "kent", YEAR.year_before, count=360, denominator=600)
    row = evolve(earlier, period=YEAR, count=390)
    compared = Comparison(
        earlier=earlier,
        change=PointChange(earlier=60.0, later=65.0),
        reading=ChangeReading.BETTER,
    )
    facts = IndicatorAssessment(
        indicator=TRUST, observation=row, on_year_before=compared
    )
    [panel] = charts.dashboard(of(facts)).table.rows
    assert panel[2:] == ("65.0%", "60.0% in 2023/24")


def test_a_figure_that_stands_alone_says_so() -> None:
    row = Observation("trust", "kent", YEAR, count=390, denominator=600)
    facts = IndicatorAssessment(indicator=TRUST, observation=row)
    [panel] = charts.dashboard(of(facts)).table.rows
    assert panel[2:] == ("65.0%", "no figure to compare it with")


def test_a_share_of_nothing_is_no_figure() -> None:
    row = Observation("trust", "kent", YEAR, count=390, denominator=0)
    facts = IndicatorAssessment(indicator=TRUST, observation=row)
    [panel] = charts.dashboard(of(facts)).table.rows
    assert panel[2:] == ("No figure", "no percentage can be made of its counts")


def test_a_priority_without_an_indicator_says_so() -> None:
    row = Observation("trust", "kent", YEAR, count=390, denominator=600)
    facts = IndicatorAssessment(indicator=TRUST, observation=row)
    bare = Priority(id="bare", name="Bare")
    assert charts.dashboard(of(facts, bare)).table.rows[1] == (
        "Bare",
        "No indicator stands under it",
        "",
        "",
    )


def test_the_small_plots_are_said_to_have_axes_of_their_own() -> None:
    assert "an upright axis of its own" in charts.dashboard(assessed()).notes[0]


def test_only_an_assessment_is_drawn_so() -> None:
    with pytest.raises(InvalidValueError, match="of type Assessment"):
        charts.dashboard([])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose


def test_what_is_drawn_is_described_a_priority_at_a_time() -> None:
    row = Observation("trust", "kent", YEAR, missing=MissingReason.NOT_AVAILABLE)
    facts = IndicatorAssessment(indicator=TRUST, observation=row)
    bare = Priority(id="bare", name="Bare")
    assert charts.dashboard(of(facts, bare)).description == (
        "Trust: Trust, 2024/25: No figure, not available. "
        "Bare: No indicator stands under it."
    )
    assert charts.dashboard(assessed()).description.startswith(
        "Reduce murder and other homicides: Homicide, 2024/25: 32, 12 fewer than in "
    )


def test_a_long_name_of_a_priority_is_whole() -> None:
    row = Observation("trust", "kent", YEAR, count=390, denominator=600)
    facts = IndicatorAssessment(indicator=TRUST, observation=row)
    name = "Improve what people think of us, with a focus on those who were harmed"
    picture = charts.dashboard(of(facts, Priority(id="long", name=name)))
    drawn = " ".join(
        str(row["text"])
        for layer in picture.plot.layers
        if layer["mark"].get("fontWeight") == "bold"
        for row in layer["data"]["values"]
    )
    assert name in drawn
