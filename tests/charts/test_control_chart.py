"""What a control chart says, and how its points are told apart."""

from datetime import date

import pytest
from attrs import evolve
from tests.charts.made import DAYS, months, waves

from policing_indicators import charts
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rare_chart import c_chart, g_chart
from policing_indicators.calculation.variation import Variation
from policing_indicators.charts import Labelling, Picture
from policing_indicators.charts.control_words import cause_in_words
from policing_indicators.charts.variation_marks import MARKS
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.period import Period

DOWN, UP, NEUTRAL = (
    ImprovementDirection.DECREASE,
    ImprovementDirection.INCREASE,
    ImprovementDirection.NEUTRAL,
)
JUMP = [*waves(20), 140]
FALL = list(range(60, 40, -1))


def chart(counts: list[int], **choices: object) -> ControlChart:
    return ControlChart.of(months(counts), season="ignore", **choices)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - each case names its own


def drawn(counts: list[int], **choices: object) -> Picture:
    return charts.control_chart(chart(counts, **choices))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (waves(20), "within the usual variation from month to month"),
        (JUMP, "140 in September 2023, above the upper limit"),
        ([*waves(20), 2], "2 in September 2023, below the lower limit"),
        (FALL, "41 in August 2023, below the lower limit"),
        ([*waves(9, 40), *waves(9, 42)], "within the usual variation"),
        ([*waves(11, 50), *[56] * 9], "the 9th month in a row"),
        ([*[50, 52, 48] * 6, 51, 57, 57], "near the upper limit"),
    ],
)
def test_the_title_says_what_the_latest_point_is(counts: list[int], said: str) -> None:
    title = drawn(counts).title
    assert title.startswith("Robbery, Kent: ")
    assert said in title


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (DOWN, "special cause of concern"),
        (UP, "special cause of improvement"),
        (NEUTRAL, "special cause, neither good nor bad"),
    ],
)
def test_a_point_that_stands_out_is_good_or_bad_only_where_a_way_is_better(
    direction: ImprovementDirection, words: str
) -> None:
    picture = drawn(JUMP, direction=direction)
    assert picture.notes[0] == f"Latest point: {words}."
    others = {"concern", "improvement"} - set(words.split())
    said = " ".join([picture.title, *picture.notes])
    assert not [word for word in others if word in said]


def test_each_variation_has_a_shape_of_its_own() -> None:
    assert len({mark.shape for mark in MARKS.values()}) == len(Variation)
    shapes = [
        layer["mark"]["shape"]
        for layer in drawn(JUMP, direction=DOWN).plot.layers
        if layer["mark"].get("shape") and layer["data"]["values"]
    ]
    assert "triangle-up" in shapes


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (AtMost(500), "Target, at most 500: consistently met"),
        (AtLeast(500), "Target, at least 500: consistently missed"),
        (AtMost(60), "Target, at most 60: hit and miss"),
        (Between(40.5, 60), "Target, from 40.5 to 60: hit and miss"),
    ],
)
def test_assurance_is_named_where_there_is_a_target(target: AtMost, said: str) -> None:
    picture = drawn(waves(20), target=target)
    assert said in " ".join(picture.notes)
    assert "Target" not in " ".join(drawn(waves(20)).notes)


def test_a_target_is_drawn_from_when_it_holds() -> None:
    picture = drawn(waves(20), target={date(2023, 1, 1): AtMost(60)})
    rows = [
        row
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
        if row.get("y") == 60 and layer["mark"].get("strokeDash") == [8, 3, 2, 3]
    ]
    assert [(row["x"], row["x2"]) for row in rows] == [(11.5, 19.5)]


@pytest.mark.parametrize(
    ("counts", "caution"),
    [
        ([2, 1, 3, 2, 2, 1, 4, 0, 3, 2, 1, 3, 40], "a c-chart is made for it"),
        ([10, 20, 30, 40] * 9 + [90], "adjusted for it"),
    ],
)
def test_no_point_is_judged_where_the_limits_do_not_allow_it(
    counts: list[int], caution: str
) -> None:
    seasonal = [100 + 50 * (place % 12) for place in range(48)] + [2_000]
    picture = drawn(seasonal if "adjusted" in caution else counts)
    said = " ".join(picture.notes)
    assert caution in said
    assert "limit" not in picture.title
    assert "special cause" not in said
    assert "What stands out" not in picture.table.columns
    assert "break a rule" not in picture.description


def test_a_chart_adjusted_for_the_season_says_so() -> None:
    seasonal = [100 + 50 * (place % 12) + place % 5 for place in range(48)]
    picture = charts.control_chart(ControlChart.of(months(seasonal)))
    assert "adjusted for the season" in picture.subtitle
    assert "once adjusted for the season" in picture.title


def test_limits_on_trial_are_called_so() -> None:
    assert "on trial" in " ".join(drawn([5, 9, 7, 8, 6, 7]).notes)


def test_a_break_names_why_the_limits_are_made_anew() -> None:
    since = date(2023, 5, 1)
    indicator = Indicator(
        id="robbery",
        name="Robbery of all kinds",
        unit=Unit.COUNT,
        direction=NEUTRAL,
        breaks=[Break(since, "the rules changed")],
    )
    made = chart(waves(36), breaks=indicator.breaks)
    picture = charts.control_chart(made, labelling=Labelling(indicator=indicator))
    assert "The limits are made anew from May 2023: the rules changed." in picture.notes
    assert picture.title.startswith("Robbery of all kinds, Kent")
    lines = [each for each in picture.plot.layers if each["mark"]["type"] == "line"]
    assert [len(each["data"]["values"]) for each in lines] == [16, 20]


def test_an_axis_that_does_not_start_at_nought_says_so() -> None:
    note = "The upright axis does not start at nought."
    assert note in drawn(waves(20, low=500)).notes
    assert note not in drawn(waves(20, low=1)).notes


def test_a_count_below_nought_is_explained() -> None:
    picture = drawn([5, -2, 3, 8, -4, 6, 20, 1, 0, 3, 4, 2], floor=None)
    assert "transferred or cancelled" in " ".join(picture.notes)


def test_a_limit_below_what_a_figure_can_be_is_not_drawn() -> None:
    names = [
        row["text"]
        for layer in drawn([5, 9]).plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    ]
    assert [name for name in names if name.startswith("lower")] == []


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (c_chart(months([2, 1, 3, 2, 1, 0, 4, 9])), "Exact Poisson limits (c-chart)."),
        (
            g_chart(DAYS, indicator="homicide", area="kent"),
            "Exact geometric limits (g-chart).",
        ),
    ],
)
def test_the_method_of_the_limits_is_named(made: ControlChart, said: str) -> None:
    assert said in " ".join(charts.control_chart(made).notes)


def test_times_between_events_are_told_by_the_event() -> None:
    made = g_chart(DAYS, indicator="homicide", area="kent")
    picture = charts.control_chart(made)
    assert picture.title.startswith("Homicide, Kent: 21 days up to 1 May 2024, the 7th")
    assert picture.subtitle.startswith("Days between events")
    level = evolve(
        made, points=[evolve(each, special_causes=()) for each in made.points]
    )
    assert "within the usual variation" in charts.control_chart(level).title


def test_the_table_holds_every_point_and_its_rules() -> None:
    table = drawn(JUMP).table
    assert table.columns[-1] == "What stands out"
    assert table.rows[-1][:2] == ("September 2023", "140")
    assert table.rows[-1][-1] == "above the upper limit"
    assert len(table.rows) == len(JUMP)


def test_a_trend_of_points_is_told_by_its_moves() -> None:
    causes = chart(FALL).latest.special_causes
    told = [cause_in_words(cause, "month") for cause in causes]
    assert "the 19th fall in a row" in told
    rising = chart(FALL[::-1]).latest.special_causes
    assert "the 19th rise in a row" in [
        cause_in_words(each, "month") for each in rising
    ]


def test_quarters_are_told_as_quarters() -> None:
    rows = [
        evolve(row, period=Period.financial_quarter(2018 + place // 4, place % 4 + 1))
        for place, row in enumerate(months(waves(20)))
    ]
    made = ControlChart.of(type(months([1]))(rows), season="ignore")
    assert "from quarter to quarter" in charts.control_chart(made).title


def test_only_a_control_chart_is_drawn_as_one() -> None:
    with pytest.raises(InvalidValueError, match="of type ControlChart"):
        charts.control_chart(months([1, 2]))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
