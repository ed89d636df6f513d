"""How the bytes of a file become lines, and lines become rows."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.tables.lines import (
    Row,
    lines_of_file,
    lines_of_text,
    rows,
)

UTF_8 = "text in UTF-8, which spreadsheets save as 'CSV UTF-8'"
NO_NULLS = "text without null characters"


def written(folder: Path, content: bytes) -> Path:
    path = folder / "figures.csv"
    path.write_bytes(content)
    return path


def problems_of(folder: Path, content: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContentError) as caught:
        lines_of_file(written(folder, content))
    assert caught.value.where == str(folder / "figures.csv")
    return caught.value.problems


def rows_and_problems(text: str) -> tuple[list[tuple[int, Row]], list[Problem]]:
    problems: list[Problem] = []
    found = list(rows(io.StringIO(text, newline=""), problems))
    return found, problems


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfarea\nkent\n")
    assert list(lines_of_file(path)) == ["area\n", "kent\n"]
    assert list(lines_of_text("\ufeffarea\nkent\n", "table")) == ["area\n", "kent\n"]


def test_lines_keep_the_ends_they_have(tmp_path: Path) -> None:
    content = "a\r\nb\rc\nd\x0b\u2028e"
    expected = ["a\r\n", "b\r", "c\n", "d\x0b\u2028e"]
    assert list(lines_of_file(written(tmp_path, content.encode()))) == expected
    assert list(lines_of_text(content, "table")) == expected


def test_every_line_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    found = problems_of(tmp_path, b"area\r\n\xa35\nkent\n5\x96\n")
    assert found == (
        Problem("line 2", b"\xa3", UTF_8),
        Problem("line 4", b"\x96", UTF_8),
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_said_to_be_one(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    found = problems_of(tmp_path, mark + "area\n".encode(encoding))
    assert found == (Problem("line 1", mark, f"{UTF_8}; this looks like UTF-16"),)


@pytest.mark.parametrize(
    ("mark", "form"),
    [
        (b"PK\x03\x04", "a spreadsheet's workbook"),
        (b"\xd0\xcf\x11\xe0", "a workbook of the older kind"),
        (b"PAR1", "Parquet"),
        (b"%PDF", "PDF"),
        (b"\x1f\x8b", "a file that is packed (gzip)"),
    ],
)
def test_a_file_of_another_form_is_said_to_be_one(
    tmp_path: Path, mark: bytes, form: str
) -> None:
    (problem,) = problems_of(tmp_path, mark + b"\x14\x00\x06")
    looks = f"{UTF_8}; this looks like {form}"
    assert problem == Problem("line 1", mark, looks)


def test_bytes_are_no_text() -> None:
    with pytest.raises(InvalidValueError, match=r"^table is b'area'"):
        lines_of_text(b"area", "table")  # type: ignore[arg-type]  # refused


def test_every_line_with_a_null_character_is_named(tmp_path: Path) -> None:
    expected = (Problem("line 2", "k\0", NO_NULLS), Problem("line 4", "\0", NO_NULLS))
    assert problems_of(tmp_path, b"area\nk\0\r\nkent\n\0") == expected
    with pytest.raises(InvalidContentError) as caught:
        lines_of_text("area\nk\0\r\nkent\n\0", "table")
    assert (caught.value.where, caught.value.problems) == ("table", expected)


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError) as caught:
        lines_of_file(tmp_path / "none.csv")
    assert caught.value.file == str(tmp_path / "none.csv")
    assert caught.value.reason == "No such file or directory"


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
