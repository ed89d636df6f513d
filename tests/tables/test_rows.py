"""How lines become rows, and how their numbers are kept."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import Problem
from policing_indicators.tables.rows import Row, rows


def rows_and_problems(text: str) -> tuple[list[tuple[int, Row]], list[Problem]]:
    problems: list[Problem] = []
    found = list(rows(io.StringIO(text, newline=""), problems))
    return found, problems


def test_a_row_bears_the_number_of_the_line_it_starts_on() -> None:
    text = 'area,note\nkent,"two\nlines"\r\n\n \nsurrey,"a ""b"""\n'
    assert rows_and_problems(text) == (
        [
            (1, ["area", "note"]),
            (2, ["kent", "two\nlines"]),
            (6, ["surrey", 'a "b"']),
        ],
        [],
    )


def test_rows_that_hold_nothing_are_passed_over() -> None:
    text = "\n,\narea,note\n,\n  , \n,only a note\n"
    assert rows_and_problems(text) == (
        [(3, ["area", "note"]), (6, ["", "only a note"])],
        [],
    )


def test_a_row_longer_or_shorter_than_the_header_is_a_problem_and_no_row() -> None:
    found, problems = rows_and_problems("a,b\n1\n1,2\n1,2,3\n")
    assert found == [(1, ["a", "b"]), (3, ["1", "2"])]
    assert problems == [
        Problem("line 2", ["1"], "2 cells, as the header has"),
        Problem("line 4", ["1", "2", "3"], "2 cells, as the header has"),
    ]


def test_a_quotation_mark_that_is_never_closed_is_named_by_the_line_it_opens_on() -> (
    None
):
    found, problems = rows_and_problems('a,b\n1,2\n3,"4\n5,6\n')
    assert found == [(1, ["a", "b"]), (2, ["1", "2"])]
    assert [problem.place for problem in problems] == ["line 3"]
    assert "quotation mark" in problems[0].allowed


def test_text_behind_a_closing_quotation_mark_is_a_problem() -> None:
    _, problems = rows_and_problems('a,b\n1,"2"3\n')
    assert [problem.place for problem in problems] == ["line 2"]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
                lambda cell: bool(cell.strip()) and "\0" not in cell
            ),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
    )
)
def test_rows_that_were_written_quoted_come_back_as_they_were(
    written: list[list[str]],
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(written)
    found, problems = rows_and_problems(text.getvalue())
    assert [row for _, row in found] == written
    assert problems == []
