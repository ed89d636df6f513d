"""What pictures call things, and how they print figures."""

from datetime import date

import pytest

from policing_indicators.charts import Labelling
from policing_indicators.charts.labelling import (
    decimals_to_tell,
    given,
    in_words,
    ordinal,
)
from policing_indicators.errors import InvalidValueError
from policing_indicators.registry.frameworks import framework
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.plain_name import PlainName


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        (0, "0"),
        (32, "32"),
        (62.1, "62.1"),
        (1.0012, "1.0012"),
        (2 / 3, "0.667"),
        (100 / 3, "33.3"),
        (1e9 / 7, "142,857,143"),
        (-2, "\N{MINUS SIGN}2"),
    ],
)
def test_a_figure_is_printed_as_written_or_to_three_digits(
    figure: float, printed: str
) -> None:
    assert Labelling().number(figure) == printed


@pytest.mark.parametrize(
    ("spread", "decimals"), [(0, 0), (-1, 0), (40, 1), (0.5, 3), (1e-9, 6), (1e6, 0)]
)
def test_limits_have_as_many_decimals_as_tell_them_apart(
    spread: float, decimals: int
) -> None:
    assert decimals_to_tell(spread) == decimals


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (112, "112th"),
        (1_021, "1,021st"),
    ],
)
def test_a_place_in_a_row_is_written_as_one(number: int, written: str) -> None:
    assert ordinal(number) == written


def test_an_id_without_a_name_is_put_in_words() -> None:
    assert in_words("home-office/bicycle-theft") == "Bicycle theft"
    assert Labelling().area("north-ward") == "North ward"
    assert Labelling().measure("knife-crime") == "Knife crime"
    assert Labelling().measure() == "The rate"


def test_a_house_style_names_the_indicator() -> None:
    homicide = framework("national-priorities-2021").indicator("homicide")
    style = HouseStyle(names={"homicide": PlainName(name="Killings")})
    assert Labelling(indicator=homicide, style=style).measure("x") == "Killings"


def test_the_footer_names_the_source_and_the_vintage() -> None:
    day = date(2026, 4, 1)
    assert Labelling(source="A").footer(None, source="B") == "Source: A."
    assert Labelling().footer(day, source="B") == "Source: B, as at 1 April 2026."
    assert (
        Labelling(as_at=day).footer(None) == "No source was named, as at 1 April 2026."
    )


def test_what_is_no_name_or_source_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"Labelling\.source"):
        Labelling(source=3)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose


def test_what_is_no_labelling_is_refused() -> None:
    assert given(None) == Labelling()
    with pytest.raises(InvalidValueError, match="of type Labelling"):
        given("Kent")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - on purpose
