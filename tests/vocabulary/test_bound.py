"""A bound is a line, or two, that a figure may stand on."""

import numpy as np
import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between

NO_NUMBERS = [None, "40", True, float("nan"), float("inf"), 1 + 0j, [40]]


def test_a_line_stands_at_any_number_and_zero_is_one() -> None:
    assert AtMost(0).value == 0
    assert AtLeast(75.5).value == 75.5
    assert (Between(-1, 1).lower, Between(-1, 1).upper) == (-1, 1)


def test_lines_at_one_number_are_equal_and_one_above_is_none_below() -> None:
    at_most: object = AtMost(40)
    assert at_most == AtMost(40.0)
    assert at_most not in (AtMost(41), AtLeast(40))
    assert Between(30, 40) == Between(30, 40)
    assert Between(30, 40) != Between(30, 41)


@pytest.mark.parametrize("kind", [AtMost, AtLeast])
@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
def test_a_line_stands_at_no_other_thing(
    kind: type[AtMost | AtLeast], value: float
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind(value)
    assert caught.value.noun == f"{kind.__name__}.value"
    assert caught.value.allowed == "a finite number"


@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
def test_each_of_two_lines_stands_at_a_number(value: float) -> None:
    with pytest.raises(InvalidValueError, match=r"^Between\.lower is .*finite number"):
        Between(value, 1)
    with pytest.raises(InvalidValueError, match=r"^Between\.upper is .*finite number"):
        Between(1, value)


def test_the_upper_line_is_not_below_the_lower() -> None:
    assert Between(40, 40).upper == 40
    with pytest.raises(InvalidValueError) as caught:
        Between(40, 39.5)
    assert caught.value.noun == "Between.upper"
    assert caught.value.value == 39.5
    assert caught.value.allowed == "at least the lower value, 40"


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    between = Between(np.int64(30), np.float64(40.5))
    assert (type(between.lower), type(between.upper)) == (int, float)
    assert type(AtMost(np.int8(3)).value) is int
