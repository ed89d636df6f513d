"""What a funnel says, and which areas it names."""

from fractions import Fraction

import pytest
from attrs import evolve
from tests.charts.made import FORCES, LONG, forty_three, shares

from policing_indicators import charts
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import FunnelMethod, FunnelPosition
from policing_indicators.calculation.rate import Rate
from policing_indicators.charts import Labelling, Picture
from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.registry.frameworks import framework
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.period import Period

FUNNEL = Funnel.of(forty_three(40), method=FunnelMethod.EXACT)
KNIFE = framework("national-priorities-2021").indicator("knife-crime")
QUIET = Funnel.of(AreaRates({area: Rate(100, 1_000_000) for area in FORCES[:9]}))


def texts(picture: Picture) -> set[str]:
    return {
        row["text"]
        for layer in picture.plot.layers
        for row in layer["data"]["values"]
        if "text" in row
    }


@pytest.mark.parametrize(
    ("position", "said"),
    [
        (FunnelPosition.FAR_ABOVE, "above both pairs of limits"),
        (FunnelPosition.FAR_BELOW, "below both pairs of limits"),
    ],
)
def test_the_title_says_where_the_own_area_lies(
    position: FunnelPosition, said: str
) -> None:
    own = next(point for point in FUNNEL if point.position is position)
    labelling = Labelling(indicator=KNIFE)
    picture = charts.funnel(FUNNEL, area=own.area, labelling=labelling)
    name = labelling.area(own.area)
    assert picture.title.startswith(f"Knife crime, {name}: ")
    assert picture.title.endswith(said)
    assert name in texts(picture)


def test_without_an_own_area_the_title_counts_those_far_out() -> None:
    far = sum(
        point.position in (FunnelPosition.FAR_ABOVE, FunnelPosition.FAR_BELOW)
        for point in FUNNEL
    )
    said = f"of 42 areas, {far} outside both pairs of limits"
    assert charts.funnel(FUNNEL).title == f"The rate: {said}"
    assert "none outside" in charts.funnel(QUIET).title


def test_areas_far_out_are_named_as_far_as_there_is_room_and_all_in_the_table() -> None:
    picture = charts.funnel(FUNNEL)
    ids = {Labelling().area(point.area) for point in FUNNEL}
    assert 0 < len(texts(picture) & ids) <= 8
    assert {row[0] for row in picture.table.rows} == ids
    assert "named where there is room" in " ".join(picture.notes)
    assert "named where there is room" not in " ".join(charts.funnel(QUIET).notes)


@pytest.mark.parametrize(
    ("around", "said"),
    [
        (GroupAverage.POOLED, "these areas taken together"),
        (GroupAverage.MEAN_OF_RATES, "the mean of these areas, each counting the same"),
        (Benchmark(Fraction(9), name="the plan"), "9.0 per 100,000: the plan"),
    ],
)
def test_what_the_areas_lie_around_is_named(
    around: GroupAverage | Benchmark, said: str
) -> None:
    made = Funnel.of(forty_three(), benchmark=around)
    assert said in charts.funnel(made).notes[0]


def test_what_the_limits_allow_for_is_said() -> None:
    assert "chance alone" in " ".join(charts.funnel(FUNNEL).notes)
    assert "Spiegelhalter" in " ".join(charts.funnel(QUIET).notes)


def test_both_pairs_of_lines_are_told_apart_also_where_no_area_lies_beyond() -> None:
    said = "Dashed lines: 95% limits. Solid lines: 99.8% limits."
    assert said in charts.funnel(QUIET).notes


def test_an_area_that_is_left_out_is_named_with_the_reason() -> None:
    assert charts.funnel(FUNNEL).notes[-1].startswith("Not shown: City of London (few")


def test_the_period_the_unit_and_what_rates_are_over_are_said() -> None:
    labelling = Labelling(indicator=KNIFE, period=Period.financial_year(2024))
    picture = charts.funnel(QUIET, labelling=labelling)
    assert picture.subtitle == "Rate per 100,000 by the size of the area, 2024/25"
    assert "Number of people (equal steps are equal multiples)" in texts(picture)
    assert any(
        text.startswith("What the rate is counted over")
        for text in texts(charts.funnel(QUIET))
    )


def test_proportions_are_drawn_in_per_cent() -> None:
    made = Funnel.of(shares(), leave_out=())
    picture = charts.funnel(made, area=FORCES[3])
    assert "%, " in picture.title
    assert picture.subtitle.startswith("Per cent")
    highest = max(100 * point.value for point in made)
    assert picture.table.rows[0][3] == f"{highest:.1f}"[:4]


def test_the_description_counts_the_areas_by_where_they_lie() -> None:
    assert charts.funnel(QUIET).description == (
        "8 areas as points by size and rate, with funnel limits: 8 within the limits."
    )


def test_the_vintage_and_the_source_are_those_that_are_given() -> None:
    footer = charts.funnel(QUIET, labelling=evolve(LONG, source="A table")).footer
    assert footer == "Source: A table, as at 1 April 2026."


def test_an_area_that_is_not_in_it_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="area in the funnel"):
        charts.funnel(QUIET, area="kent-and-essex")


def test_only_a_funnel_is_drawn_as_one() -> None:
    with pytest.raises(InvalidValueError, match="of type Funnel"):
        charts.funnel(forty_three())  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
