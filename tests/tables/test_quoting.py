"""Cells are written so that they come back as they were."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.quoting import line_of, number_cell, text_cell


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_cells_come_back_as_they_were(cells: list[str]) -> None:
    cells = [*cells, "last"]
    assert next(csv.reader(StringIO(line_of(cells), newline=""))) == cells


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_a_number_comes_back_to_the_last_bit(amount: float) -> None:
    assert float(number_cell(amount)) == float(amount)


def test_no_number_is_a_blank() -> None:
    assert number_cell(None) == ""


@pytest.mark.parametrize("text", ["a\0", "\ud800", "x" * 131_073])
def test_a_text_that_no_reader_takes_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"^note is "):
        text_cell("note", text)
