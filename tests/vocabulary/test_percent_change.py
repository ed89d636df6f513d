"""A change in per cent is a fall or a rise, of so much or more."""

from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.percent_change import PercentChange

REDUCTION = "a number above zero and up to 100, in per cent"
INCREASE = "a number above zero"


def test_a_change_is_a_fall_or_a_rise() -> None:
    fall = PercentChange(reduction=100)
    assert (fall.reduction, fall.increase) == (100, None)
    rise = PercentChange(increase=250.5)
    assert (rise.reduction, rise.increase) == (None, 250.5)
    assert PercentChange(reduction=10) == PercentChange(reduction=10.0)
    assert PercentChange(reduction=10) != PercentChange(increase=10)


@pytest.mark.parametrize(
    ("given", "noun", "value", "allowed"),
    [
        ({"reduction": 0}, "reduction", 0, REDUCTION),
        ({"reduction": -10}, "reduction", -10, REDUCTION),
        ({"reduction": 100.5}, "reduction", 100.5, REDUCTION),
        ({"reduction": "10"}, "reduction", "10", REDUCTION),
        ({"reduction": True}, "reduction", True, REDUCTION),
        ({"increase": 0.0}, "increase", 0.0, INCREASE),
        ({"increase": -5}, "increase", -5, INCREASE),
        ({"increase": float("inf")}, "increase", float("inf"), INCREASE),
        ({"increase": "5%"}, "increase", "5%", INCREASE),
    ],
)
def test_a_percentage_that_is_no_such_change_is_refused(
    given: dict[str, Any], noun: str, value: object, allowed: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PercentChange(**given)
    assert caught.value.noun == f"PercentChange.{noun}"
    assert caught.value.value == value
    assert caught.value.allowed == allowed


@pytest.mark.parametrize(
    ("given", "value"),
    [({}, None), ({"reduction": 10, "increase": 5}, (10, 5))],
)
def test_exactly_one_of_the_two_is_given(given: dict[str, Any], value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PercentChange(**given)
    assert caught.value.value == value
    assert caught.value.allowed == (
        "exactly one of reduction and increase, in per cent"
    )


def test_no_number_is_a_change_that_is_not_a_number() -> None:
    with pytest.raises(InvalidValueError, match="reduction is nan"):
        PercentChange(reduction=float("nan"))
