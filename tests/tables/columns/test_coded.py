"""Codes stand for values, in as few bytes as they need."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.tables.columns.coded import (
    Coded,
    coded,
    joined,
    packed,
    told_apart,
)
from policing_indicators.tables.columns.columns import exact

columns = st.lists(st.lists(st.integers(0, 5), min_size=4, max_size=4), min_size=1)


@given(given=columns)
def test_packed_codes_sort_as_the_codes_do(given: list[list[int]]) -> None:
    most = 2**40  # several of them are beyond 64 bits
    codes = packed([(np.array(each), most) for each in given])
    rows = list(zip(*given, strict=True))
    for one in range(4):
        for other in range(4):
            assert (codes[one] < codes[other]) == (rows[one] < rows[other])
            assert (codes[one] == codes[other]) == (rows[one] == rows[other])


@given(codes=st.lists(st.one_of(st.integers(0, 9), st.integers(0, 10**9)), max_size=9))
def test_codes_that_are_told_apart_are_numbered_in_their_order(
    codes: list[int],
) -> None:
    first, numbers = told_apart(np.array(codes, dtype=np.int64))
    distinct = sorted(set(codes))
    assert first.tolist() == [codes.index(each) for each in distinct]
    assert numbers.tolist() == [distinct.index(each) for each in codes]


def test_equal_values_that_are_written_differently_stay_apart() -> None:
    column = coded([5, 5.0, 5, 0.0, -0.0], key=exact)
    assert [repr(column[row]) for row in range(5)] == ["5", "5.0", "5", "0.0", "-0.0"]
    both = joined([column, column], key=exact)
    assert [repr(both[row]) for row in range(5, 10)] == [
        repr(column[n]) for n in range(5)
    ]
    assert len(both.values) == 4


def test_few_values_take_a_byte_a_row_and_one_for_all_none() -> None:
    assert coded(["kent", "essex"] * 500).nbytes == 1000
    assert Coded(np.broadcast_to(np.uint8(0), 1000), ("kent",)).nbytes == 0
