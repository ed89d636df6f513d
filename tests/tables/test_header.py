"""How the columns of a table are recognised."""

import pytest

from policing_indicators.errors import Problem
from policing_indicators.tables.header import Header

SPELLINGS = {"area": "area", "as_at": "as_at", "count": "count", "number": "count"}


def header_of(*cells: str) -> Header:
    return Header(3, cells, SPELLINGS)


@pytest.mark.parametrize(
    "name", ["as_at", "As at", " AS  AT ", "as-at", "As_At", "As. At"]
)
def test_a_column_is_known_in_any_case_and_spacing(name: str) -> None:
    assert "as_at" in header_of("area", name)


def test_a_column_that_is_not_there_is_not_known() -> None:
    assert "as_at" not in header_of("area", "asat")


def test_a_cell_is_named_by_its_line_and_the_column_as_the_file_has_it() -> None:
    assert header_of("area", " Number ").place(9, "count") == "line 9, column Number"


def test_columns_are_picked_in_the_order_asked_for() -> None:
    pick = header_of("Count", "Note", "Area").picker(["area", "as_at", "count"])
    assert pick(["9", "seen", "kent", ""]) == ("kent", "", "9")


def test_the_first_row_is_the_header() -> None:
    rows = iter([(2, ["Area"]), (3, ["kent"])])
    assert Header.of(rows, SPELLINGS) == Header(2, ["Area"], SPELLINGS)
    assert list(rows) == [(3, ["kent"])]


def test_a_column_that_must_be_there_is_missed_in_all_its_spellings() -> None:
    header = header_of("Area", "Note")
    assert list(header.missing(["area", "as_at", "count"])) == [
        Problem("line 3", "Area,Note", "a header with a column as_at"),
        Problem("line 3", "Area,Note", "a header with a column count or number"),
    ]


def test_where_there_is_no_row_the_header_is_missed_once() -> None:
    header = Header.of(iter([]), SPELLINGS)
    problem = Problem("line 1", "", "a header: area, count")
    assert list(header.missing(["area", "count"])) == [problem]


def test_a_column_that_is_there_twice_is_named_with_the_first() -> None:
    header = header_of("count", "note", "Area", "Number", "area")
    assert list(header.repeated()) == [
        Problem(
            "line 3, column 4", "Number", "each column once; column 1 is count too"
        ),
        Problem("line 3, column 5", "area", "each column once; column 3 is area too"),
    ]


def test_a_column_that_is_not_known_is_named_with_what_is_near_it() -> None:
    header = header_of("coutn", "area", "")
    known = "one of area, as_at, count, number"
    assert list(header.unknown()) == [
        Problem("line 3, column 1", "coutn", f"{known}; did you mean 'count'?"),
        Problem("line 3, column 3", "", known),
    ]
