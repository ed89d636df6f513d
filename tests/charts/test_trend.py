"""What a picture through time says and joins."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from tests.charts.made import assessed, example_series, months, years

from policing_indicators import charts
from policing_indicators.calculation.change import Change
from policing_indicators.charts import Labelling, Picture
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.bound import AtLeast
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.vocabulary.time_series import TimeSeries

SATISFACTION = Indicator(
    id="robbery",
    name="Victim satisfaction",
    unit=Unit.PROPORTION,
    direction=ImprovementDirection.INCREASE,
)


def lines(picture: Picture) -> list[list[float]]:
    """Give the figures of each line that joins figures."""
    return [
        [row["y"] for row in layer["data"]["values"]]
        for layer in picture.plot.layers
        if layer["mark"]["type"] == "line"
        and "strokeDash" not in layer["mark"]
        and layer["data"]["values"]
    ]


def of(indicator: str) -> Picture:
    return charts.trend(example_series(indicator), facts=assessed().of(indicator))


@pytest.mark.parametrize(
    ("indicator", "title"),
    [
        (
            "neighbourhood-crime",
            (
                "Neighbourhood crime, West Midlands: 49,027 in 2024/25, "
                "17.3% fewer than in 2023/24"
            ),
        ),
        (
            "homicide",
            "Homicide, West Midlands: 32 in 2024/25, 12 fewer than in 2023/24",
        ),
        (
            "drug-offences",
            (
                "Drug offences, West Midlands: 8,266 in 2024/25, "
                "10.2% more than in 2023/24"
            ),
        ),
        (
            "knife-crime",
            (
                "Knife crime, West Midlands: 4,664 in the calendar year 2024, "
                "12.4% fewer than in the calendar year 2023"
            ),
        ),
        (
            "victim-satisfaction",
            "Victim satisfaction, West Midlands: no figure in 2024/25",
        ),
    ],
)
def test_the_title_says_the_latest_figure_and_its_change(
    indicator: str, title: str
) -> None:
    assert of(indicator).title == title


def test_without_facts_no_change_is_said() -> None:
    assert charts.trend(years([310, 295])).title == "Robbery, Kent: 295 in 2013/14"


def test_a_change_is_said_of_the_figure_that_is_the_latest_alone() -> None:
    series = example_series("homicide")
    shorter = TimeSeries(series.observations[:-1])
    picture = charts.trend(shorter, facts=assessed().of("homicide"))
    assert picture.title == "Homicide, West Midlands: 44 in 2023/24"


def test_a_period_without_a_figure_is_a_gap_and_says_why() -> None:
    picture = charts.trend(years([310, 295, None, 280, 260]))
    assert lines(picture) == [[310, 295], [280, 260]]
    assert picture.notes == ("2014/15: no figure (not available).",)
    assert picture.table.rows[2] == ("2014/15", "[x]", "not available")


def test_periods_that_do_not_follow_each_other_are_not_joined() -> None:
    series = years([310, 295, 280])
    apart = TimeSeries([series.observations[0], series.observations[2]])
    assert lines(charts.trend(apart)) == []


def test_figures_are_not_joined_over_a_break_and_it_is_named() -> None:
    indicator = evolve(
        SATISFACTION,
        unit=Unit.COUNT,
        breaks=[Break(date(2014, 4, 1), "the rules changed")],
    )
    picture = charts.trend(
        years([310, 295, 280, 260]), labelling=Labelling(indicator=indicator)
    )
    assert lines(picture) == [[310, 295], [280, 260]]
    assert picture.notes == ("[b1] Break on 1 April 2014: the rules changed.",)


def test_the_upright_axis_holds_nought() -> None:
    for counts in ([5_000, 5_100], [-3, 20]):
        layer = charts.trend(years([*counts])).plot.layers[0]
        low, high = layer["encoding"]["y"]["scale"]["domain"]
        assert low <= 0 <= high


def test_a_count_below_nought_is_explained() -> None:
    assert "transferred or cancelled" in charts.trend(years([5, -3])).notes[0]


def test_a_target_is_drawn_from_its_baseline_to_its_line() -> None:
    picture = of("personal-robbery")
    [way] = [
        [row["y"] for row in layer["data"]["values"]]
        for layer in picture.plot.layers
        if layer["mark"]["type"] == "line" and "strokeDash" in layer["mark"]
    ]
    assert way == pytest.approx([7_426, 6_683.4])
    assert picture.notes[0].startswith("Target for 2024/25: 6,683, set by")


def test_a_target_in_per_cent_is_printed_as_it_is_set() -> None:
    facts = assessed().of("personal-robbery")
    [finding] = facts.findings
    rate = evolve(
        finding.target, quantity=Quantity.PERCENTAGE, goal=AtLeast(12.5), baseline=None
    )
    other = evolve(
        finding, target=rate, lower=Fraction(25, 2), upper=None, baseline=None
    )
    picture = charts.trend(
        example_series("personal-robbery"), facts=evolve(facts, findings=(other,))
    )
    assert picture.notes[0].startswith("Target for 2024/25: 12.5, set by")


def test_a_target_without_a_baseline_is_a_mark_alone() -> None:
    facts = assessed().of("personal-robbery")
    [finding] = facts.findings
    bare = evolve(facts, findings=(evolve(finding, baseline=None, base=None),))
    picture = charts.trend(example_series("personal-robbery"), facts=bare)
    kinds = [
        layer["mark"]["type"]
        for layer in picture.plot.layers
        if "strokeDash" in layer["mark"]
    ]
    assert kinds == []
    assert picture.notes[0].startswith("Target for 2024/25")


def test_a_milestone_is_called_one() -> None:
    assert (
        of("knife-crime").notes[0].startswith("Milestone of a target for 2024: 5,057,")
    )


def test_the_baseline_year_has_a_mark_of_its_own() -> None:
    texts = [
        row.get("text")
        for layer in of("homicide").plot.layers
        for row in layer["data"]["values"]
    ]
    assert {"baseline year", "52", "32"} <= set(texts)


def test_the_baseline_and_the_targets_that_are_drawn_are_described() -> None:
    assert of("homicide").description.endswith(
        " A square marks the baseline: 52 in year ending June 2019."
    )
    assert of("knife-crime").description == (
        "2 figures as points through time: 5,323 in 2023, 4,664 in 2024. "
        "Milestone of a target for 2024: 5,057."
    )


def test_figures_that_may_change_are_hollow() -> None:
    rows = [evolve(row, status=Status.PROVISIONAL) for row in years([3, 4])]
    rows[0] = evolve(rows[0], status=Status.REVISED)
    picture = charts.trend(TimeSeries(rows))
    texts = [
        row.get("text")
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
    ]
    assert {"a figure", "a figure that may change"} <= set(texts)
    assert [row[-1] for row in picture.table.rows] == ["revised", "provisional"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"count": 390, "denominator": 600}, "65.0%"),
        ({"value": 65.25}, "65.3%"),
    ],
)
def test_a_share_is_drawn_in_per_cent(row: dict[str, float], told: str) -> None:
    observation = Observation("robbery", "kent", Period.financial_year(2024), **row)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - each row names its own
    picture = charts.trend(
        TimeSeries([observation]), labelling=Labelling(indicator=SATISFACTION)
    )
    assert picture.title == f"Victim satisfaction, Kent: {told} in 2024/25"
    assert picture.subtitle == "Per cent, 2024/25"


@pytest.mark.parametrize("denominator", [0, 389, None])
def test_a_share_of_nothing_or_of_less_than_itself_is_refused(
    denominator: int | None,
) -> None:
    observation = Observation(
        "robbery",
        "kent",
        Period.financial_year(2024),
        count=390,
        denominator=denominator,
    )
    with pytest.raises(MissingDataError, match="no percentage can be made of it"):
        charts.trend(
            TimeSeries([observation]), labelling=Labelling(indicator=SATISFACTION)
        )


def test_a_published_figure_is_called_a_figure() -> None:
    row = Observation("index", "kent", Period.financial_year(2024), value=62.1)
    picture = charts.trend(TimeSeries([row]))
    assert picture.title == "Index, Kent: 62.1 in 2024/25"
    assert picture.subtitle == "Figure, 2024/25"


def test_the_sources_and_the_vintage_stand_below() -> None:
    rows = [
        evolve(row, source=f"Table {place}", as_at=date(2026, 4, 1))
        for place, row in enumerate(years([3, 4]))
    ]
    footer = charts.trend(TimeSeries(rows)).footer
    assert footer == "Source: Table 0; Table 1, as at 1 April 2026."
    assert charts.trend(years([3])).footer == "No source was named."


def test_many_figures_are_described_by_their_ends() -> None:
    assert charts.trend(months(list(range(1, 13)))).description == (
        "12 figures as points through time: 1 in January 2022, 12 in December 2022."
    )
    assert charts.trend(years([None])).description == "No figure is there to be drawn."


def test_an_equal_number_is_told_as_equal() -> None:
    facts = assessed().of("homicide")
    before = facts.on_year_before
    assert before is not None
    change = Change(earlier=32, later=32, earlier_period=Period.financial_year(2023))
    level = evolve(facts, on_year_before=evolve(before, change=change))
    title = charts.trend(example_series("homicide"), facts=level).title
    assert title.endswith("32 in 2024/25, as many as in 2023/24")


def test_facts_of_another_indicator_are_refused() -> None:
    with pytest.raises(IncomparableError, match="one indicator in one area"):
        charts.trend(years([3]), facts=assessed().of("homicide"))


def test_periods_of_other_lengths_are_refused() -> None:
    month = Observation(
        "robbery",
        "kent",
        Period.month(2020, 1),
        missing=MissingReason.NOT_AVAILABLE,
    )
    with pytest.raises(InvalidValueError, match="12 months, as the first"):
        charts.trend(TimeSeries([*years([3]), month]))


def test_only_a_series_is_drawn_through_time() -> None:
    with pytest.raises(InvalidValueError, match="of type TimeSeries"):
        charts.trend([1, 2])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
