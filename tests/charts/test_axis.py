"""The labels along axes."""

from tests.charts.made import DAYS, months, waves

from policing_indicators.charts import axis
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.moments import along_time, printed
from policing_indicators.charts.scale import Scale
from policing_indicators.charts.space import Layer, Space
from policing_indicators.vocabulary.period import Period

SPACE = Space(width=100, height=50, x=Scale(low=0, high=10), y=Scale(low=0, high=1))


def texts(layers: list[Layer]) -> list[str]:
    return [row["text"] for layer in layers for row in layer["data"]["values"]]


def test_round_figures_have_as_many_decimals_as_the_finest_needs() -> None:
    found = axis.printed_ticks(Labelling(), [0, 0.25, 0.5])
    assert found == ("0.00", "0.25", "0.50")


def test_a_label_for_which_there_is_no_room_is_left_out() -> None:
    names = ["a long name", "another", "x"]
    assert texts(axis.along(SPACE, [3, 5, 10], names)) == ["a long name", "x"]


def test_from_the_right_the_last_label_is_always_there() -> None:
    names = ["the last of all", "the one before", "first"]
    layers = axis.along_from_the_right(SPACE, [10, 8, 0], names, reach=(-20, 110))
    assert texts(layers) == ["the last of all", "first"]


def moments(many: int) -> list[Period]:
    return [row.period for row in months(waves(many))]


def test_every_point_is_named_where_there_is_room() -> None:
    found = along_time(Labelling(), moments(3), 300)
    assert found == ((0, "Jan 2022"), (1, "Feb 2022"), (2, "Mar 2022"))


def test_else_years_are_named_and_only_every_few_of_many() -> None:
    assert along_time(Labelling(), moments(30), 300) == (
        (0, "2022"),
        (12, "2023"),
        (24, "2024"),
    )
    assert [text for _, text in along_time(Labelling(), moments(120), 150)] == [
        "2022",
        "2025",
        "2028",
        "2031",
    ]


def test_financial_quarters_have_financial_years() -> None:
    quarters = [
        Period.financial_quarter(2018 + place // 4, place % 4 + 1)
        for place in range(3, 24)
    ]
    found = along_time(Labelling(), quarters, 300)
    assert found[0] == (1, "2019/20")


def test_days_are_named_by_every_so_many() -> None:
    found = along_time(Labelling(), DAYS[1:], 300)
    assert found[0] == (0, "2 Jan 2024")
    assert printed(Labelling(), DAYS[1]) == "2 January 2024"


def test_few_points_within_a_year_are_named_themselves() -> None:
    spring = [Period.month(2024, month) for month in range(2, 12)]
    assert along_time(Labelling(), spring, 200)[0] == (0, "Feb 2024")
