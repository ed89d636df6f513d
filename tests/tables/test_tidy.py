"""What a tidy table is, read and written."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    DuplicateError,
    FileAccessError,
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.strategies import observations
from policing_indicators.tables import tidy
from policing_indicators.vocabulary.area import Area, AreaKind, Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

YEAR = Period.financial_year(2024)
COUNT = "a whole number such as 1234 or 1,234"
AREAS = Areas(
    [
        Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA, code="E23000032"),
        Area(
            "west-midlands",
            "West Midlands",
            AreaKind.POLICE_FORCE_AREA,
            code="E23000014",
            aliases=["West Midlands Police"],
        ),
    ]
)
FRAMEWORK = Framework(
    id="local-plan",
    name="A local plan",
    priorities=[],
    indicators=[
        Indicator(
            id="homicide",
            name="Homicide",
            unit=Unit.COUNT,
            direction=ImprovementDirection.DECREASE,
            aliases=["Murder and other homicides"],
        )
    ],
)


def parsed(text: str, framework: Framework | None = None) -> tuple[Observation, ...]:
    return tidy.parse(text, areas=AREAS, framework=framework)


def problems_of(text: str, framework: Framework | None = None) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContentError) as caught:
        parsed(text, framework)
    assert caught.value.where == "table"
    return caught.value.problems


def one(header: str, row: str) -> Observation:
    names = "indicator,area,period"
    (observation,) = parsed(f"{names},{header}\nhomicide,kent,2024/25,{row}\n")
    return observation


def test_a_row_is_an_observation() -> None:
    text = (
        "indicator,area,period,count,denominator,value,missing,status,as_at,source,note"
        '\nhomicide,kent,2024/25,"1,234",2980936,,,revised,2026-04-01,'
        '"Home Office, April 2026","so ""called"""\n'
    )
    assert parsed(text) == (
        Observation(
            "homicide",
            "kent",
            YEAR,
            count=1234,
            denominator=2980936,
            status=Status.REVISED,
            as_at=date(2026, 4, 1),
            source="Home Office, April 2026",
            note='so "called"',
        ),
    )


def test_a_figure_says_in_which_line_it_stands_as_an_editor_counts_them() -> None:
    text = (
        "indicator,area,period,count,note\n"
        "homicide,kent,2022/23,1,\n"
        '\nhomicide,kent,2023/24,2,"over\nthree\r\nlines"\n'
        ",,,,\n"
        'homicide,kent,2024/25,3,"and\ntwo"\n'
    )
    rows = parsed(text)
    assert [row.origin for row in rows] == [
        Origin("table", 2),
        Origin("table", 4),
        Origin("table", 8),
    ]


def test_a_figure_says_from_which_file_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("indicator,area,period,count\nhomicide,kent,2024/25,9\n")
    (row,) = tidy.read(path, areas=AREAS)
    assert row.origin == Origin(str(path), 2)
    (row,) = tidy.parse(path.read_text(), name="pasted", areas=AREAS)
    assert row.origin == Origin("pasted", 2)


def test_where_a_figure_stood_is_not_written_and_makes_no_difference() -> None:
    text = "indicator,area,period,count\nhomicide,kent,2024/25,9\n"
    (row,) = parsed(text)
    assert row == evolve(row, origin=None)
    (again,) = parsed("\n\n" + tidy.to_text([row]))
    assert again == row
    assert again.origin == Origin("table", 4)


def test_columns_may_stand_in_any_order_and_spelling() -> None:
    text = "Count,AREA,As at,Period,Indicator\n9,kent,2026-04-01,2024/25,homicide\n"
    assert parsed(text) == (
        Observation("homicide", "kent", YEAR, count=9, as_at=date(2026, 4, 1)),
    )


def test_a_table_of_a_header_alone_holds_no_observation() -> None:
    assert parsed("indicator,area,period,missing\n") == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_machine_ends_them(end: str) -> None:
    lines = ["\ufeffindicator,area,period,count", "", "homicide,kent,2024,9", ",,,"]
    assert [row.count for row in parsed(end.join(lines))] == [9]


@pytest.mark.parametrize("name", ["kent", "Kent", " KENT ", "E23000032", "e23000032"])
def test_an_area_is_found_by_its_id_code_or_name(name: str) -> None:
    text = f"indicator,area,period,count\nhomicide,{name},2024,9\n"
    assert parsed(text)[0].area == "kent"


def test_an_area_is_found_by_an_alias() -> None:
    text = "indicator,area,period,count\nhomicide,West Midlands Police,2024,9\n"
    assert parsed(text)[0].area == "west-midlands"


def test_without_areas_those_of_the_registry_are_known() -> None:
    text = "indicator,area,period,count\nhomicide,E23000014,2024,9\n"
    assert tidy.parse(text)[0].area == "west-midlands"


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("homicide", "homicide"),
        (" Homicide ", "homicide"),
        ("Murder and other homicides", "homicide"),
        ("home-office/arson", "home-office/arson"),
        (" home-office/arson ", "home-office/arson"),
    ],
)
def test_with_a_framework_its_indicators_are_found_by_any_name(
    name: str, indicator: str
) -> None:
    text = f"indicator,area,period,count\n{name},kent,2024,9\n"
    assert parsed(text, FRAMEWORK)[0].indicator == indicator


def test_without_a_framework_any_id_is_taken() -> None:
    text = "indicator,area,period,count\n our-own/measure-2 ,kent,2024,9\n"
    assert parsed(text)[0].indicator == "our-own/measure-2"


@pytest.mark.parametrize(
    ("row", "field", "expected"),
    [
        ("[x],,,,", "missing", MissingReason.NOT_AVAILABLE),
        (",,Not yet published,,", "missing", MissingReason.NOT_YET_PUBLISHED),
        (",,[c],,", "missing", MissingReason.CONFIDENTIAL),
        (",12.5,,,", "value", 12.5),
        (",[z],,,", "missing", MissingReason.NOT_APPLICABLE),
        ("5,,,[p],", "status", Status.PROVISIONAL),
        ("5 [p],,,,", "status", Status.PROVISIONAL),
        ("5 [note 3],,,,", "note", "[note 3]"),
        ("5 [note 3],,,, see below", "note", " see below [note 3]"),
        ("5,,,,'=1+1", "note", "=1+1"),
        ("5,,,,=1+1", "note", "=1+1"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(row: str, field: str, expected: object) -> None:
    assert getattr(one("count,value,missing,status,note", row), field) == expected


def test_a_figure_is_neither_dropped_nor_made_up() -> None:
    row = one("count,denominator", "0,0")
    assert (row.count, row.denominator, row.value, row.missing) == (0, 0, None, None)


def test_every_problem_of_every_row_is_named_at_once() -> None:
    text = (
        "indicator,area,period,Count,as at\n"
        "Homicide,knet,2011-12,n/a,01/04/2026\n"
        "homicide,kent,2024/25,5,\n"
        'homicide,kent,someday,"1,23",2026-02-30\n'
        "homicide,kent\n"
    )
    identifier = "small letters and digits, joined by '-', '/' or '.'"
    found = problems_of(text)
    assert [(problem.place, problem.value) for problem in found] == [
        ("line 2, column indicator", "Homicide"),
        ("line 2, column area", "knet"),
        ("line 2, column period", "2011-12"),
        ("line 2, column Count", "n/a"),
        ("line 2, column as at", "01/04/2026"),
        ("line 4, column period", "someday"),
        ("line 4, column Count", "1,23"),
        ("line 4, column as at", "2026-02-30"),
        ("line 5", ["homicide", "kent"]),
    ]
    allowed = [problem.allowed for problem in found]
    assert allowed[0].startswith(identifier)
    assert allowed[1] == "the id, code or name of an area; did you mean 'kent'?"
    assert allowed[3] == f"{COUNT}, or a symbol such as [x] where there is none"
    assert allowed[4] == "a day written year-month-day, such as 2026-04-01"
    assert "'2024/25 Q4'" in allowed[5]
    assert allowed[6] == COUNT
    assert allowed[8] == "5 cells, as the header has"


def test_a_period_that_reads_two_ways_is_refused_with_both() -> None:
    text = "indicator,area,period,count\nhomicide,kent,2011-12,5\n"
    (problem,) = problems_of(text)
    assert problem.place == "line 2, column period"
    assert "'2011/12'" in problem.allowed
    assert "'December 2011'" in problem.allowed


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("homicides", "an indicator of local-plan; did you mean 'homicide' or "),
        ("arson", "an indicator of local-plan"),
        ("home-office/", "small letters and digits, joined by '-', '/' or '.'"),
    ],
)
def test_an_indicator_that_the_framework_does_not_know_is_refused(
    name: str, allowed: str
) -> None:
    text = f"indicator,area,period,count\n{name},kent,2024,5\n"
    (problem,) = problems_of(text, FRAMEWORK)
    assert (problem.place, problem.value) == ("line 2, column indicator", name)
    assert problem.allowed.startswith(allowed)


@pytest.mark.parametrize(
    ("row", "place", "allowed"),
    [
        ("5,6,,,,", "line 2", "exactly one of count, value and missing filled in"),
        (",,,,,", "line 2", "exactly one of count, value and missing filled in"),
        ("[x],,[z],,,", "line 2", "one reason why there is no figure"),
        ("5 [p],,,[r],,", "line 2", "one status"),
        ("5,,,lost,,", "line 2, column status", "one of final, provisional"),
        ("5,,lost,,,", "line 2, column missing", "one of not available"),
        (",5%,,,,", "line 2, column value", "a number such as 12.5"),
        ("5,,,,-1,", "line 2, column denominator", "a number, zero or more"),
        ("5,,,,lots,", "line 2, column denominator", "a number such as 12.5"),
        ("[x],,,,5,", "line 2, column denominator", "left blank where there is no"),
        ("5,,,,,20260401", "line 2, column as_at", "a day written year-month-day"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(
    row: str, place: str, allowed: str
) -> None:
    header = "indicator,area,period,count,value,missing,status,denominator,as_at"
    (problem,) = problems_of(f"{header}\nhomicide,kent,2024,{row}\n")
    assert problem.place == place
    assert problem.allowed.startswith(allowed)


def test_a_framework_or_areas_by_their_names_alone_are_refused() -> None:
    name: Any = "national-priorities-2021"
    with pytest.raises(InvalidValueError, match="framework is 'national-priorities"):
        tidy.parse("indicator,area,period,count\n", framework=name)
    with pytest.raises(InvalidValueError, match="areas is 'national-priorities"):
        tidy.parse("indicator,area,period,count\n", areas=name)


def test_a_mistyped_header_is_named_with_what_was_meant() -> None:
    columns = (
        "indicator, area, period, count, denominator, value, missing, status, as_at, "
        "source, note"
    )
    header = "indicator,area,period,coutn"
    assert problems_of(f"{header}\nhomicide,kent,2024,5\n") == (
        Problem(
            "line 1, column 4",
            "coutn",
            f"one of {columns}; did you mean 'count'?",
        ),
        Problem(
            "line 1", header, "a header with at least one of count, value, missing"
        ),
    )


def test_a_header_that_is_short_or_has_a_column_twice_is_refused() -> None:
    header = "area,count,Area"
    assert problems_of(f"\n{header}\nkent,5,kent\n") == (
        Problem("line 2", header, "a header with a column indicator"),
        Problem("line 2", header, "a header with a column period"),
        Problem("line 2, column 3", "Area", "each column once; column 1 is area too"),
    )


@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n", " \n,,\n"])
def test_an_empty_table_lacks_its_header(text: str) -> None:
    problem = Problem("line 1", "", "a header: indicator, area, period")
    assert problems_of(text) == (problem,)


def test_two_rows_of_the_same_are_named_by_both_lines() -> None:
    text = (
        "indicator,area,period,count,as_at,source,note\n"
        'homicide,kent,2024/25,5,,,"two\nlines"\n'
        "homicide,kent,2024/25,5,2026-04-01,,\n"
        "homicide,kent,2024/25,5,,Home Office,\n"
        "homicide,E23000032,year ending March 2025,6,,,\n"
    )
    allowed = "one row for each indicator, area, period, as_at and source"
    value = "homicide in kent, year ending March 2025"
    assert problems_of(text) == (Problem("lines 2 and 6", value, allowed),)


def test_a_table_that_breaks_off_is_refused_with_all_before_it() -> None:
    text = 'indicator,area,period,count\nhomicide,kent,2024,x\nhomicide,"kent,2023,5\n'
    assert [problem.place for problem in problems_of(text)] == [
        "line 2, column count",
        "line 3",
    ]


def test_a_file_is_read_and_named_in_its_errors(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("indicator,area,period,count\nhomicide,kent,2024,5\n")
    assert (
        tidy.read(path)
        == tidy.read(str(path))
        == (Observation("homicide", "kent", Period.calendar_year(2024), count=5),)
    )
    path.write_text("indicator,area,period,count\nhomicide,kent,2024,five\n")
    with pytest.raises(InvalidContentError, match="column count: 'five'") as caught:
        tidy.read(path)
    assert caught.value.where == str(path)


def test_what_is_written_is_as_short_as_it_can_be() -> None:
    rows = [
        Observation("homicide", "kent", YEAR, count=-5, note="two\nlines"),
        Observation("homicide", "kent", YEAR, value=0.5, as_at=date(2026, 4, 1)),
        Observation(
            "homicide",
            "kent",
            YEAR,
            missing=MissingReason.NOT_YET_PUBLISHED,
            status=Status.ESTIMATED,
            source="=1, 2",
        ),
    ]
    assert tidy.to_text(rows) == (
        "indicator,area,period,count,denominator,value,missing,status,as_at,source,note"
        '\nhomicide,kent,2024/25,-5,,,,,,,"two\nlines"\n'
        "homicide,kent,2024/25,,,0.5,,,2026-04-01,,\n"
        'homicide,kent,2024/25,,,,not yet published,estimated,,"\'=1, 2",\n'
    )


def test_two_observations_of_the_same_are_not_written() -> None:
    rows = [Observation("homicide", "kent", YEAR, count=count) for count in (5, 6)]
    with pytest.raises(DuplicateError, match="homicide in kent, 2024/25"):
        tidy.to_text(rows)


def test_what_is_no_observation_is_not_written() -> None:
    with pytest.raises(InvalidValueError, match=r"^observations is 'homicide'"):
        tidy.to_text(["homicide"])  # type: ignore[list-item]  # refused


@pytest.mark.parametrize("note", ["\0", "\ud800", "=" + "x" * 131_071])
def test_a_text_that_a_file_cannot_hold_is_not_written(
    tmp_path: Path, note: str
) -> None:
    row = Observation("homicide", "kent", YEAR, count=5, note=note)
    with pytest.raises(InvalidValueError, match=r"^Observation.note is"):
        tidy.write(tmp_path / "figures.csv", [row])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        tidy.write(tmp_path / "no folder" / "figures.csv", [])


AWKWARD = st.text("a,\"' \t\r\n=+-@[x]\ufeff\u2028é") | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
)


@given(
    st.lists(
        st.builds(
            evolve,
            observations(),
            area=st.sampled_from([area.id for area in AREAS]),
            source=AWKWARD,
            note=AWKWARD,
        ),
        unique_by=lambda row: (
            row.indicator,
            row.area,
            row.period,
            row.as_at,
            row.source,
        ),
        max_size=6,
    )
)
def test_what_is_written_is_read_as_it_was(rows: list[Observation]) -> None:
    read = parsed(tidy.to_text(rows))
    assert list(read) == rows
    assert [str(row.period) for row in read] == [str(row.period) for row in rows]
    assert tidy.to_text(read) == tidy.to_text(rows)


@given(st.lists(observations(), max_size=1), AWKWARD)
def test_a_file_that_is_written_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Observation], note: str
) -> None:
    rows = [evolve(row, area="kent", source="", note=note) for row in rows]
    path = tmp_path_factory.mktemp("tidy") / "figures.csv"
    tidy.write(path, rows)
    assert list(tidy.read(path, areas=AREAS)) == rows


CELLS = st.sampled_from(
    ["", "kent", "homicide", "2024/25", "5", "[x]", '"', "final", "2026-04-01", "="]
)
LINES = st.lists(st.lists(CELLS, max_size=7).map(",".join), max_size=4).map("\n".join)


@given(st.text() | LINES)
def test_any_text_is_read_or_refused_with_our_own_error(text: str) -> None:
    header = "indicator,area,period,count,status,as_at\n"
    for table in (text, header + text):
        with suppress(InvalidContentError):
            assert all(type(row) is Observation for row in parsed(table))


@given(st.binary())
def test_any_file_is_read_or_refused_with_our_own_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("tidy") / "figures.csv"
    for start in (b"", b"indicator,area,period,count\n"):
        path.write_bytes(start + content)
        with suppress(InvalidContentError):
            assert tidy.read(path, areas=AREAS) == ()
