"""A table of open data is a published figure a row, and reads back."""

from pathlib import Path

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    DuplicateError,
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
)
from policing_indicators.strategies import published_figures
from policing_indicators.tables import open_data
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure

HOMICIDES = PublishedFigure(
    indicator="homicide",
    name="Homicide",
    area="kent",
    period=Period.financial_year(2024),
    measure=Measure.RATE,
    unit="people",
    per=100_000,
    value=1.05,
    lower=0.72,
    upper=1.49,
    confidence=0.95,
    method="exact",
    numerator=32,
    denominator=3_036_605,
    source="Home Office, a table",
    shorthand="[p]",
    printed="1.05",
)
HEADER = ",".join(open_data.COLUMNS)
ROW = (
    "homicide,Homicide,kent,2024/25,rate,,,,people,100000,1.05,0.72,1.49,0.95,exact,"
    '32,3036605,"Home Office, a table",,[p],1.05,\n'
)


def test_the_columns_are_the_fields_of_a_published_figure_in_their_order() -> None:
    assert tuple(each.name for each in fields(PublishedFigure)) == open_data.COLUMNS
    assert open_data.to_text([HOMICIDES]) == f"{HEADER}\n{ROW}"


@given(st.lists(published_figures(), unique_by=lambda figure: figure.key, max_size=3))
def test_what_was_written_reads_back_to_equal_figures(
    figures: list[PublishedFigure],
) -> None:
    assert open_data.parse(open_data.to_text(figures)) == tuple(figures)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@me", " =1", "'=1", "\t=1"])
def test_no_spreadsheet_runs_a_text(text: str) -> None:
    figure = evolve(HOMICIDES, source=text, definition=text)
    _, row = open_data.to_text([figure]).splitlines()
    assert f"'{text}" in row
    assert open_data.parse(open_data.to_text([figure])) == (figure,)


def test_a_table_is_written_to_a_file_and_read_from_it(tmp_path: Path) -> None:
    path = tmp_path / "statement.csv"
    open_data.write(path, [HOMICIDES])
    assert open_data.read(path) == (HOMICIDES,)
    with pytest.raises(FileAccessError, match="No such file"):
        open_data.read(tmp_path / "other.csv")


def test_columns_may_stand_in_any_order() -> None:
    rows = [line.split(",") for line in (HEADER, ROW.strip().replace(", a", " a"))]
    text = "".join(f"{','.join(reversed(row))}\n" for row in rows)
    assert open_data.parse(text) == (evolve(HOMICIDES, source="Home Office a table"),)


def test_two_figures_of_the_same_are_not_written() -> None:
    with pytest.raises(DuplicateError, match=r"rate of homicide in kent, 2024/25"):
        open_data.to_text([HOMICIDES, evolve(HOMICIDES, value=2)])


def test_what_is_no_published_figure_is_not_written() -> None:
    with pytest.raises(InvalidValueError, match="PublishedFigure"):
        open_data.to_text(["homicide"])  # type: ignore[list-item]


def test_a_text_that_no_table_can_hold_is_not_written() -> None:
    figure = evolve(HOMICIDES, source="a\0b")
    with pytest.raises(InvalidValueError, match=r"^PublishedFigure\.source is "):
        open_data.to_text([figure])


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("homicide,", "Homi cide,", "line 2, column indicator"),
        ("Homicide", "", "line 2, column name"),
        ("kent", "Kent County", "line 2, column area"),
        ("2024/25", "last year", "line 2, column period"),
        ("rate", "speed", "line 2, column measure"),
        ("rate,,", "rate,earlier,", "line 2, column compared_with"),
        ("rate,,,", "rate,,knife-crime,", "line 2, column whole"),
        ("rate,,,,", "rate,,,fewer,", "line 2, column target"),
        ("100000", "many", "line 2, column per"),
        ("100000", "1.5", "line 2, column per"),
        ("1.05,0", "1.05%,0", "line 2, column value"),
        ("0.72", "0.72 to", "line 2, column lower"),
        ("1.49", "inf", "line 2, column upper"),
        ("0.95", "95", "line 2, column confidence"),
        ("32", "three", "line 2, column numerator"),
        ("3036605", "", "line 2, column denominator"),
        (",,[p]", ",today,[p]", "line 2, column as_at"),
        ("[p]", "p", "line 2, column shorthand"),
        ("1.05,\n", ",\n", "line 2, column printed"),
        ("1.05,\n", "1.05,,\n", "line 2"),
    ],
)
def test_what_is_not_right_is_named_by_line_and_column(
    right: str, wrong: str, place: str
) -> None:
    row = ROW.replace(right, wrong, 1)
    assert row != ROW
    with pytest.raises(InvalidContentError) as caught:
        open_data.parse(f"{HEADER}\n{row}", name="statement.csv")
    assert caught.value.where == "statement.csv"
    assert [each.place for each in caught.value.problems] == [place]


def test_all_that_is_not_right_is_named_at_once() -> None:
    first = ROW.replace("kent", "Kent!").replace("0.72", "low").replace("32,", "x,")
    second = ROW.replace("rate", "speed")
    with pytest.raises(InvalidContentError) as caught:
        open_data.parse(f"{HEADER}\n{first}{second}{ROW}{ROW}")
    assert [each.place for each in caught.value.problems] == [
        "line 2, column area",
        "line 2, column lower",
        "line 2, column numerator",
        "line 3, column measure",
        "lines 4 and 5",
    ]


def test_every_column_has_to_be_there_once_and_no_other() -> None:
    header = HEADER.replace("printed", "shorthand").replace("unit", "units")
    with pytest.raises(InvalidContentError) as caught:
        open_data.parse(f"{header}\n{ROW}")
    told = str(caught.value)
    for word in ("a column printed", "a column unit", "each column once", "'units'"):
        assert word in told


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="text"):
        open_data.parse(None)  # type: ignore[arg-type]
