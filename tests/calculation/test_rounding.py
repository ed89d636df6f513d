import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.rounding import (
    Rounding,
    as_written,
    decimals_to_agree,
    round_as,
    round_half_away,
)
from policing_indicators.errors import InvalidValueError

DECIMALS = st.integers(0, 6)


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (Fraction(5, 4), 1, "1.3"),
        (Fraction(-5, 4), 1, "-1.3"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Decimal("2.675"), 2, "2.68"),
        (Decimal("-0.05"), 1, "-0.1"),
        (2.5, 0, "3"),
        (0.125, 2, "0.13"),
        (31, 2, "31.00"),
        (0, 1, "0.0"),
    ],
)
def test_a_tie_is_rounded_away_from_zero(
    value: Decimal | Fraction | float, decimals: int, printed: str
) -> None:
    assert str(round_half_away(value, decimals)) == printed


@pytest.mark.parametrize(
    ("value", "decimals", "printed"), [(2.675, 2, "2.67"), (1.005, 2, "1.00")]
)
def test_a_float_that_only_looks_like_a_tie_is_none(
    value: float, decimals: int, printed: str
) -> None:
    assert str(round_half_away(value, decimals)) == printed


@pytest.mark.parametrize("value", [-0.04, -0.0, Fraction(-1, 1_000), Decimal("-0.0")])
def test_nothing_is_printed_as_minus_zero(
    value: Decimal | Fraction | float,
) -> None:
    assert str(round_half_away(value, 1)) == "0.0"


@given(st.fractions(), DECIMALS)
def test_a_rounded_number_is_within_half_a_unit_of_the_last_decimal(
    value: Fraction, decimals: int
) -> None:
    rounded = round_half_away(value, decimals)
    error = abs(Fraction(rounded) - value)
    assert error <= Fraction(1, 2 * 10**decimals)
    assert rounded.as_tuple().exponent == -decimals
    if error == Fraction(1, 2 * 10**decimals):
        assert abs(Fraction(rounded)) > abs(value)


@given(st.fractions(), DECIMALS)
def test_the_opposite_of_a_number_is_printed_as_the_opposite(
    value: Fraction, decimals: int
) -> None:
    opposite = round_half_away(-value, decimals)
    assert Fraction(opposite) == -Fraction(round_half_away(value, decimals))


@given(st.integers(), DECIMALS)
def test_a_whole_number_however_long_is_printed_in_full(
    value: int, decimals: int
) -> None:
    assert Fraction(round_half_away(value, decimals)) == value


@pytest.mark.parametrize(
    ("rounding", "tie", "rest"),
    [
        (Rounding.HALF_AWAY, ["1", "2", "3", "-1"], ["1", "-2"]),
        (Rounding.HALF_EVEN, ["0", "2", "2", "0"], ["1", "-2"]),
        (Rounding.TRUNCATION, ["0", "1", "2", "0"], ["0", "-1"]),
    ],
)
def test_a_figure_is_rounded_as_somebody_else_may_have_rounded_it(
    rounding: Rounding, tie: list[str], rest: list[str]
) -> None:
    ties = [Fraction(1, 2), Fraction(3, 2), Fraction(5, 2), Fraction(-1, 2)]
    assert [str(round_as(each, 0, rounding)) for each in ties] == tie
    rests = [Fraction(51, 100), Fraction(-199, 100)]
    assert [str(round_as(each, 0, rounding)) for each in rests] == rest


def test_nothing_is_printed_without_saying_where_a_tie_goes() -> None:
    with pytest.raises(InvalidValueError, match="which way a tie is rounded"):
        round_as(Fraction(1, 2), 0, Rounding.NEAREST)


def test_numbers_of_numpy_are_rounded_too() -> None:
    whole: Any = np.int64(3)
    assert str(round_half_away(whole, 1)) == "3.0"
    assert str(round_half_away(np.float64(0.125), 2)) == "0.13"


@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN"), True, "1", None])
def test_only_a_finite_number_is_rounded(value: object) -> None:
    number: Any = value
    with pytest.raises(InvalidValueError, match="allowed: a finite number"):
        round_half_away(number, 1)


@pytest.mark.parametrize("decimals", [-1, 1.0, True, None])
def test_decimals_are_a_whole_number_of_zero_or_more(decimals: object) -> None:
    places: Any = decimals
    with pytest.raises(InvalidValueError, match=r"decimals is .*zero or more"):
        round_half_away(1.25, places)


def test_a_number_as_written_is_the_decimal_that_one_reads() -> None:
    assert as_written(62.1) == as_written(Decimal("62.1")) == Fraction(621, 10)
    assert as_written(np.float64(1e-7)) == Fraction(1, 10**7)
    assert as_written(Fraction(1, 3)) == Fraction(1, 3)
    assert as_written(60) == 60


def test_an_infinity_is_not_written_as_a_number() -> None:
    with pytest.raises(InvalidValueError, match="value is inf"):
        as_written(math.inf)


@pytest.mark.parametrize(
    ("value", "threshold", "decimals", "enough"),
    [
        (-9.96, -10, 1, 2),
        (-9.96, -10.0, 1, 2),
        (-10.04, -10, 1, 2),
        (-9.9996, -10, 1, 4),
        (Fraction(-996, 100), -10, 1, 2),
        (-9.9, -10, 1, 1),
        (-10, -10, 1, 1),
        (Fraction(-1_005, 100), Decimal("-10.05"), 1, 2),
        (-10.1, -10.1, 1, 1),
        (Fraction(-101, 10), -10.1, 1, 1),
        (49.6, 50, 0, 1),
        (Fraction(1, 3), Fraction(1, 3), 1, 1),
        (0.1 + 0.2, 0.3, 1, 17),
    ],
)
def test_a_figure_is_shown_with_enough_decimals_to_agree_with_its_verdict(
    value: Decimal | Fraction | float,
    threshold: Decimal | Fraction | float,
    decimals: int,
    enough: int,
) -> None:
    assert decimals_to_agree(value, threshold, decimals=decimals) == enough


@given(
    st.fractions(-100, 100, max_denominator=10**7),
    st.decimals(-100, 100, places=1),
    st.integers(0, 3),
)
def test_the_printed_figure_lies_on_the_figures_side_of_the_threshold(
    value: Fraction, threshold: Decimal, decimals: int
) -> None:
    places = decimals_to_agree(value, threshold, decimals=decimals)
    printed, mark = round_half_away(value, places), Fraction(threshold)
    assert places >= decimals
    assert (printed < threshold) == (value < mark)
    assert (printed > threshold) == (value > mark)


def test_the_fewest_decimals_are_a_whole_number_of_zero_or_more() -> None:
    with pytest.raises(InvalidValueError, match="decimals is -1"):
        decimals_to_agree(1, 2, decimals=-1)
