from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.errors import InvalidValueError

ENDS = st.integers(-20, 20)
RANGES = st.builds(FeasibleRange.between, ENDS, st.none() | ENDS)
NUMBERS = range(-25, 50)


@pytest.mark.parametrize(
    ("found", "printed"),
    [
        (FeasibleRange(12_428, 12_441), "12,428 to 12,441"),
        (FeasibleRange(22, 22), "22"),
        (FeasibleRange(1_000), "1,000 or more"),
        (FeasibleRange(), "none"),
    ],
)
def test_a_range_is_printed_by_its_ends(found: FeasibleRange, printed: str) -> None:
    assert str(found) == printed


def test_a_range_without_numbers_is_empty_and_holds_none() -> None:
    assert FeasibleRange().is_empty
    assert 0 not in FeasibleRange()
    assert FeasibleRange.between(5, 4) == FeasibleRange()
    assert not FeasibleRange(4, 5).is_empty


def test_a_range_of_one_number_is_said_to_be_single() -> None:
    assert FeasibleRange(22, 22).is_single
    assert not any(
        each.is_single
        for each in (FeasibleRange(), FeasibleRange(1), FeasibleRange(1, 2))
    )


def test_only_whole_numbers_are_in_a_range() -> None:
    assert 3 in FeasibleRange(1)
    assert not any(each in FeasibleRange(0, 5) for each in (3.0, True, "3", None))


def test_whole_numbers_of_numpy_are_ends_too() -> None:
    end: Any = np.int64(3)
    assert FeasibleRange(end, end) == FeasibleRange(3, 3)


@pytest.mark.parametrize(
    ("lowest", "highest", "message"),
    [
        (5, 4, r"highest is 4; allowed: a whole number from 5 on"),
        (None, 4, r"highest is 4; allowed: none without a lowest"),
        (1.5, None, r"lowest is 1\.5; allowed: a whole number"),
        (1, True, r"highest is True; allowed: a whole number"),
    ],
)
def test_ends_are_whole_numbers_in_their_order(
    lowest: Any,  # noqa: ANN401 - some are not of the type
    highest: Any,  # noqa: ANN401
    message: str,
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        FeasibleRange(lowest, highest)


@given(RANGES, RANGES)
def test_a_number_is_in_two_ranges_at_once_exactly_when_it_is_in_each(
    one: FeasibleRange, other: FeasibleRange
) -> None:
    both = one & other
    assert both == other & one
    for number in NUMBERS:
        assert (number in both) == (number in one and number in other)
