"""The tidy table, and the table of claims, on a sheet of a workbook."""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tables.workbooks import (
    WRITERS,
    Table,
    archive_of,
    ods_parts,
    ods_rows,
    ods_sheet,
    written,
    xlsx_parts,
    xlsx_rows,
    xlsx_sheet,
)

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.publication.figures_workbook import figures_workbook
from policing_indicators.registry.areas import areas
from policing_indicators.strategies import observations
from policing_indicators.tables import claims, tidy
from policing_indicators.tables.book import Book, BookTable, Cell, Sheet
from policing_indicators.tables.book_writing import BookFormat, book_bytes
from policing_indicators.tables.lines import Row
from policing_indicators.vocabulary.area import Area, AreaKind, Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

FRAMEWORK = Framework(id="plan", name="A plan", priorities=[], indicators=[])
KENT = Areas([Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA, code="E23000032")])
HEADER: list[str] = ["indicator", "area", "period", "count", "as_at"]
RIGHT: list[str | float | None] = ["homicide", "Kent", "2024/25", 9.0, "2026-04-01"]
ONE = Observation(
    "homicide",
    "kent",
    Period.financial_year(2024),
    count=9,
    as_at=date(2026, 4, 1),
)
MOST = 2**53
"""Whole numbers are exact up to it in a spreadsheet."""

every_form = pytest.mark.parametrize("form", WRITERS)
every_format = pytest.mark.parametrize("form", BookFormat)


def read(path: Path) -> tuple[Observation, ...]:
    return tidy.read(path, areas=KENT)


def problems_of(path: Path) -> list[tuple[str, object]]:
    with pytest.raises(InvalidContentError) as caught:
        read(path)
    assert caught.value.where == str(path)
    return [(each.place, each.value) for each in caught.value.problems]


def holds_what_xml_can(row: Observation) -> bool:
    numbers = (row.count or 0, row.value or 0, row.denominator or 0)
    texts = (row.source, row.note)
    plain = all(each.isprintable() and each == each.strip() for each in texts)
    return plain and all(abs(each) < MOST for each in numbers)


@every_form
def test_a_table_may_stand_in_a_workbook(form: str, tmp_path: Path) -> None:
    content = WRITERS[form]({"Figures": [HEADER, RIGHT]})
    path = written(tmp_path / "figures.csv", content)  # whatever it is called
    [row] = read(path)
    assert row == ONE
    assert row.origin == Origin(str(path), 2)


@every_form
def test_a_title_and_lines_may_stand_above_it(form: str, tmp_path: Path) -> None:
    rows: Table = [["Our figures"], [None], ["One table."], HEADER, [None], RIGHT]
    path = written(tmp_path / "a", WRITERS[form]({"ours": rows}))
    [row] = read(path)
    assert row == ONE
    assert row.origin == Origin(str(path), 6)


@every_form
@pytest.mark.parametrize("name", ["Figures", "FIGURES", " figures "])
def test_of_several_sheets_the_one_called_figures_is_read(
    form: str, tmp_path: Path, name: str
) -> None:
    sheets: dict[str, Table] = {"Guide": [["x", "y"]], name: [HEADER, RIGHT]}
    assert read(written(tmp_path / "a", WRITERS[form](sheets))) == (ONE,)


@every_form
def test_of_several_sheets_of_other_names_none_is_guessed(
    form: str, tmp_path: Path
) -> None:
    sheets: dict[str, Table] = {"2023": [HEADER, RIGHT], "2024": [HEADER, RIGHT]}
    path = written(tmp_path / "a", WRITERS[form](sheets))
    with pytest.raises(InvalidContentError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path} has 1 problem:\n  the file: 'the sheets 2023, 2024'; "
        "allowed: a sheet called Figures, or one sheet alone"
    )


@every_form
def test_what_is_not_right_is_named_by_sheet_and_cell(
    form: str, tmp_path: Path
) -> None:
    rows: Table = [
        ["Our figures"],
        HEADER,
        ["homicide", "Mordor", "soon", 9.5, "yesterday"],
        ["homicide", "kent", "2024/25", None, None],
        RIGHT,
        RIGHT,
    ]
    path = written(tmp_path / "a", WRITERS[form]({"Figures": rows}))
    assert problems_of(path) == [
        ("sheet 'Figures', cell B3, column area", "Mordor"),
        ("sheet 'Figures', cell C3, column period", "soon"),
        ("sheet 'Figures', cell D3, column count", "9.5"),
        ("sheet 'Figures', cell E3, column as_at", "yesterday"),
        ("sheet 'Figures', row 4", (None, None, None)),
        ("sheet 'Figures', rows 5 and 6", str(ONE)),
    ]


@every_form
def test_the_messages_are_those_of_the_same_table_in_csv(
    form: str, tmp_path: Path
) -> None:
    wrong = ["homicide", "Knet", "2024", "many", "2026-13-01"]
    path = written(tmp_path / "a", WRITERS[form]({"Figures": [HEADER, wrong]}))
    with pytest.raises(InvalidContentError) as of_sheet:
        read(path)
    with pytest.raises(InvalidContentError) as of_text:
        tidy.parse("\n".join(map(",".join, (HEADER, wrong))), areas=KENT)
    told = [(each.value, each.allowed) for each in of_sheet.value.problems]
    assert told == [(each.value, each.allowed) for each in of_text.value.problems]


@every_form
@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["indicator", "area", "count"], [("row 1", "indicator,area,count")]),
        (["indicator", "area", "period", "coutn"], [("cell D1", "coutn")]),
        (["indicator", "area", "period", "area", "count"], [("cell D1", "area")]),
        (["indicator", "area", None, "period", "count"], [("cell C1", "")]),
        (["indicator"], [("row 1", "indicator")] * 3),
        ([], [("row 1", "")]),
    ],
)
def test_a_header_that_is_not_right_is_named_by_its_cell(
    form: str,
    tmp_path: Path,
    header: list[str | None],
    expected: list[tuple[str, object]],
) -> None:
    path = written(tmp_path / "a", WRITERS[form]({"Figures": [header]}))
    told = problems_of(path)
    assert set(told) >= {(f"sheet 'Figures', {at}", value) for at, value in expected}


@every_form
def test_nothing_may_stand_beside_the_columns_that_have_a_heading(
    form: str, tmp_path: Path
) -> None:
    rows: Table = [HEADER, [*RIGHT, None, "mind this"]]
    path = written(tmp_path / "a", WRITERS[form]({"Figures": rows}))
    assert problems_of(path) == [("sheet 'Figures', cell G2", "mind this")]


def test_formulas_and_merged_cells_are_refused(tmp_path: Path) -> None:
    formula = '<row r="2"><c r="D2"><f>1+1</f><v>2</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>'
    xml = xlsx_sheet(xlsx_rows([HEADER]) + formula, merged)
    path = written(tmp_path / "a.xlsx", archive_of(xlsx_parts({"Figures": xml})))
    assert problems_of(path) == [
        ("sheet 'Figures', cells A3:B3", "A3:B3"),
        ("sheet 'Figures', cell D2", "D2"),
    ]


def percentages(path: Path, form: str, shown: str) -> Path:
    """Save a table whose value is shown in a format, as another program saves it."""
    if form == "xlsx":
        library: Any = import_module("openpyxl")
        workbook = library.Workbook()
        workbook.active.append(["indicator", "area", "period", "value"])
        workbook.active.append(["satisfied", "kent", "2024/25", 0.85])
        workbook.active["D2"].number_format = shown
        workbook.save(path)
        return path
    kind = "percentage" if "%" in shown else "float"
    table: Table = [
        ["indicator", "area", "period", "value"],
        ["satisfied", "kent", "2024/25", 0.85],
    ]
    rows = ods_rows(table).replace('"float"', f'"{kind}"')
    return written(path, archive_of(ods_parts(ods_sheet("Figures", rows))))


@every_form
@pytest.mark.parametrize("shown", ["0%", "0.00%", "0.0%", '0.0%" of them"'])
def test_a_number_that_is_shown_in_per_cent_is_refused(
    form: str, tmp_path: Path, shown: str
) -> None:
    path = percentages(tmp_path / f"a.{form}", form, shown)
    [(place, value)] = problems_of(path)
    assert place.endswith(", cell D2")
    assert value == "D2"


@every_form
@pytest.mark.parametrize("shown", ["General", "0.00", '0.0" %"', "0.0\\%"])
def test_a_number_that_is_shown_as_it_is_is_taken(
    form: str, tmp_path: Path, shown: str
) -> None:
    plain = shown if form == "xlsx" else "0.0"
    [row] = read(percentages(tmp_path / f"a.{form}", form, plain))
    assert row.value == 0.85


@every_format
@settings(max_examples=25)
@given(
    rows=st.lists(
        observations(area=st.just("kent")).filter(holds_what_xml_can),
        max_size=5,
        unique_by=lambda row: (
            row.indicator,
            row.area,
            row.period,
            row.as_at,
            row.source,
        ),
    )
)
def test_a_workbook_to_be_filled_in_reads_back_to_its_figures(
    form: BookFormat, rows: list[Observation], tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = figures_workbook(rows, FRAMEWORK, areas(), form)
    path = written(tmp_path_factory.mktemp("figures") / "a", content)
    assert tidy.read(path, areas=KENT) == tuple(rows)


@every_format
def test_a_text_that_looks_like_a_formula_comes_back_as_it_was(
    form: BookFormat, tmp_path: Path
) -> None:
    noted = Observation(
        "homicide", "kent", Period.financial_year(2024), count=9, note="=1+1"
    )
    content = figures_workbook([noted], FRAMEWORK, areas(), form)
    assert read(written(tmp_path / "a", content)) == (noted,)


def book_of(name: str, *rows: tuple[Cell, ...]) -> bytes:
    headings, *others = (tuple(map(str, row)) for row in rows)
    table = BookTable(name="table_1", headings=headings, rows=tuple(others))
    sheet = Sheet(name=name, title="A title", lines=("A line",), table=table)
    book = Book(title="A", author="B", language="en-GB", sheets=(sheet,))
    return book_bytes(book, BookFormat.XLSX)


CLAIMS = (
    ("row", "title", "indicator", "area", "period", "level"),
    ("document", "A statement", "", "Kent", "2024/25", ""),
    ("", "", "homicide", "", "", "9"),
)


def test_claims_may_stand_in_a_workbook(tmp_path: Path) -> None:
    path = written(tmp_path / "claims.xlsx", book_of("Claims", *CLAIMS))
    [homicide] = claims.read(path, areas=KENT).claims
    assert homicide.level is not None
    assert homicide.level.text == "9"


def test_claims_without_a_document_are_said_to_be_on_their_sheet(
    tmp_path: Path,
) -> None:
    head, _, claim = CLAIMS
    path = written(tmp_path / "claims.xlsx", book_of("Claims", head, claim))
    with pytest.raises(InvalidContentError) as caught:
        claims.read(path, areas=KENT)
    places = [each.place for each in caught.value.problems]
    assert "sheet 'Claims', document" in places


def test_claims_that_are_not_right_are_named_by_sheet_and_cell(tmp_path: Path) -> None:
    wrong: Row = ["claims", "", "homicide", "Mordor", "", "nine"]
    content = book_of("Claims", *CLAIMS, tuple(wrong), ("", "", "", "", "", "9"))
    path = written(tmp_path / "claims.xlsx", content)
    with pytest.raises(InvalidContentError) as caught:
        claims.read(path, areas=KENT)
    places = [each.place for each in caught.value.problems]
    assert "sheet 'Claims', cell A6, column row" in places
    assert all(place.startswith("sheet 'Claims', ") for place in places)
    assert isinstance(caught.value.problems[0], Problem)
