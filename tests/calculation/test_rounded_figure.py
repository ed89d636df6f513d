from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.rounded_figure import RoundedFigure
from policing_indicators.calculation.rounding import Rounding, round_as
from policing_indicators.errors import InvalidValueError

ROUNDINGS = st.sampled_from(Rounding)
PRINTED_BY = [each for each in Rounding if each is not Rounding.NEAREST]
UNITS = st.integers(-300, 300)
DECIMALS = st.integers(-3, 3)


@pytest.mark.parametrize(
    "written",
    [
        "-9.6",
        " \N{MINUS SIGN}9.6 ",
        "-9.60",
        pytest.param(-9.6, id="float"),
        Decimal("-9.6"),
    ],
)
def test_a_figure_is_taken_as_it_is_written(written: str | float | Decimal) -> None:
    figure = RoundedFigure(written, 1)
    assert figure.value == Fraction(-96, 10)
    assert str(figure) == "-9.6"


@given(UNITS, DECIMALS, ROUNDINGS)
def test_the_ends_are_where_the_rounded_figure_begins_and_ceases(
    units: int, decimals: int, rounding: Rounding
) -> None:
    figure = RoundedFigure(units / Fraction(10) ** decimals, decimals, rounding)
    step = Fraction(1, 10**9)
    assert figure.prints(figure.lowest + step)
    assert figure.prints(figure.highest - step)
    assert not figure.prints(figure.lowest - step)
    assert not figure.prints(figure.highest + step)
    assert figure.has_lowest == figure.prints(figure.lowest)
    assert figure.has_highest == figure.prints(figure.highest)


@given(UNITS, st.integers(0, 3), st.sampled_from(PRINTED_BY))
def test_a_value_prints_as_the_figure_that_it_is_rounded_to(
    units: int, decimals: int, rounding: Rounding
) -> None:
    exact = Fraction(units, 1_000)
    printed = round_as(exact, decimals, rounding)
    assert RoundedFigure(printed, decimals, rounding).prints(exact)


@given(UNITS, st.integers(0, 3))
def test_to_the_nearest_is_whatever_either_way_of_a_tie_would_print(
    units: int, decimals: int
) -> None:
    exact, unit = Fraction(units, 2_000), Fraction(1, 10**decimals)
    ties = (Rounding.HALF_AWAY, Rounding.HALF_EVEN)
    for step in (-1, 0, 1):
        value = Fraction(round_as(exact, decimals, Rounding.HALF_AWAY)) + step * unit
        by_either = any(
            RoundedFigure(value, decimals, tie).prints(exact) for tie in ties
        )
        may = RoundedFigure(value, decimals, Rounding.NEAREST).prints(exact)
        assert may >= by_either
        assert may == (abs(exact - value) <= unit / 2)


def test_a_figure_in_millions_stands_for_all_that_is_rounded_to_it() -> None:
    figure = RoundedFigure(1_200_000, -5)
    assert str(figure) == "1,200,000"
    assert figure.lowest == 1_150_000
    assert figure.highest == 1_250_000
    assert figure.prints(Fraction(1_150_000))
    assert not figure.prints(Fraction(1_250_000))


def test_a_figure_has_no_more_decimals_than_were_printed() -> None:
    message = r"RoundedFigure.value is '-193/20'; .* at most 1 decimals"
    with pytest.raises(InvalidValueError, match=message):
        RoundedFigure("-9.65", 1)


@pytest.mark.parametrize("value", ["ten", "", "1e3", "nan", "9.6%"])
def test_a_text_is_a_number_as_it_is_printed(value: str) -> None:
    with pytest.raises(InvalidValueError, match=r"a number such as -9\.6"):
        RoundedFigure(value, 1)


@pytest.mark.parametrize("value", [None, True, float("inf")])
def test_what_is_no_number_is_no_figure(value: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValueError, match="a finite number"):
        RoundedFigure(value, 1)


def test_decimals_are_a_whole_number_and_the_rounding_is_one_of_three() -> None:
    decimals: Any = np.int64(1)
    assert RoundedFigure("1.5", decimals) == RoundedFigure("1.5", 1)
    with pytest.raises(InvalidValueError, match=r"decimals is 1\.5"):
        RoundedFigure("1.5", 1.5)  # type: ignore[arg-type]
    half_up: Any = "half-up"
    with pytest.raises(InvalidValueError, match=r"Rounding\.HALF_AWAY or "):
        RoundedFigure("1.5", 1, half_up)
