"""A statement and an audit as workbooks say what their pages say."""

from importlib import import_module
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.publication.generated import statements

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.audit_workbook import audit_book, audit_workbook
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.section import Section
from policing_indicators.publication.sheet_labels import SheetLabels
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.table import Column, Table
from policing_indicators.publication.workbook import (
    statement_book,
    statement_workbook,
)
from policing_indicators.publication.workbook_cells import TableColumns
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, open_data
from policing_indicators.tables.book import Book, Cell, NumberCell, Sheet, text_of
from policing_indicators.tables.book_layout import number_of
from policing_indicators.tables.book_writing import BookFormat
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.house_style import HouseStyle, house_style

EXAMPLE = Path(str(example()))
LABELS = SheetLabels.of(house_style())
SHARE = PublishedFigure(
    indicator="satisfied",
    name="Satisfied",
    area="kent",
    period=Period.financial_year(2024),
    measure=Measure.PERCENTAGE,
    unit="per cent",
    value=85.0,
    lower=84.1,
    upper=86.0,
    confidence=0.95,
    method="wilson",
    printed="85.0%",
)

some = settings(max_examples=15)


@pytest.fixture(scope="module")
def statement() -> Statement:
    return Statement.of(Draft.read(EXAMPLE), populations())


def sheet_of(book: Book, name: str) -> Sheet:
    [found] = [each for each in book.sheets if each.name == name]
    return found


def rows_of(book: Book, name: str) -> tuple[tuple[Cell, ...], ...]:
    table = sheet_of(book, name).table
    assert table is not None
    return table.rows


def texts_of(book: Book) -> set[str]:
    cells = chain.from_iterable(
        chain.from_iterable(each.table.rows) for each in book.sheets if each.table
    )
    return {text for cell in cells if (text := text_of(cell))}


def columns_of(
    figures: list[PublishedFigure], *cells: str, name: str = "Satisfied"
) -> dict[str, tuple[Cell, ...]]:
    table = Table(
        caption="The percentages",
        columns=(Column(heading="Indicator"), Column(heading="Level", is_number=True)),
        rows=tuple((name, cell) for cell in cells),
    )
    return {
        each.heading: each.cells for each in TableColumns(figures, LABELS).of(table)
    }


@some
@given(made=statements())
def test_every_figure_of_the_open_data_is_in_the_workbook(made: Statement) -> None:
    rows = rows_of(statement_book(made), "Data")
    assert rows == tuple(map(open_data.values, made.figures))


@some
@given(made=statements())
def test_every_sentence_is_in_the_workbook(made: Statement) -> None:
    texts = texts_of(statement_book(made))
    for section in made.sections:
        for passage in (*section.passages, *section.targets, *section.without):
            assert {passage.heading, *passage.paragraphs} <= texts
    assert {*made.notes} <= texts


@some
@given(made=statements())
def test_every_number_in_a_cell_of_a_table_is_a_figure_that_is_printed(
    made: Statement,
) -> None:
    numbers = {
        each
        for figure in made.figures
        for each in (figure.value, figure.lower, figure.upper, figure.per)
    }
    for sheet in statement_book(made).sheets:
        if sheet.name.startswith("Table") and sheet.table:
            for cell in chain.from_iterable(sheet.table.rows):
                number = number_of(cell)
                assert number is None or number in numbers


@settings(max_examples=5)
@given(made=statements())
def test_every_workbook_can_be_written(made: Statement) -> None:
    for form in BookFormat:
        assert statement_workbook(made, form).startswith(b"PK")


def test_the_sheets_of_the_example_are_listed_with_links_and_hold_a_table_each(
    statement: Statement,
) -> None:
    book = statement_book(statement)
    tables = [f"Table {number}" for number in range(1, 10)]
    after = ["Notes", "Text", *tables, "Definitions", "Sources", "Record", "Data"]
    assert [each.name for each in book.sheets] == ["Cover", "Contents", *after]
    assert [text_of(row[0]) for row in rows_of(book, "Contents")] == after
    for sheet in book.sheets[1:]:
        assert sheet.lines[0] == "This worksheet contains one table."
        assert sheet.table is not None
    assert sheet_of(book, "Table 7").title == (
        "Table 7: Reduce neighbourhood crime: The numbers"
    )


def test_a_rate_with_its_limits_is_a_number_a_cell(statement: Statement) -> None:
    sheet = sheet_of(statement_book(statement), "Table 7")
    assert sheet.table is not None
    headings = ["figure", "lower limit", "upper limit", "per"]
    assert sheet.table.headings[-4:] == tuple(
        f"Rate (limits): {each}" for each in headings
    )
    first, *_ = sheet.table.rows
    assert [number_of(each) for each in first[2:]] == [
        49027,
        59258,
        -10231,
        -17.3,
        1614.5,
        1600.3,
        1628.9,
        100000,
    ]
    assert first[5] == NumberCell(value=-17.3, decimals=1, is_signed=True)
    assert first[6] == NumberCell(value=1614.5, decimals=1)


def test_symbols_are_explained_where_they_stand(statement: Statement) -> None:
    book = statement_book(statement)
    assert statement.labels.symbols in sheet_of(book, "Table 1").lines
    assert statement.labels.symbols not in sheet_of(book, "Table 7").lines
    assert LABELS.as_printed not in sheet_of(book, "Table 1").lines


def test_what_carries_a_symbol_is_text_and_that_is_said(statement: Statement) -> None:
    section = statement.sections[0]
    table = Table(
        caption="The numbers",
        columns=(Column(heading="Indicator"), Column(heading="N", is_number=True)),
        rows=(("Homicide", "32 [p]"),),
    )
    changed = evolve(statement, sections=(evolve(section, tables=(table,)),))
    book = statement_book(changed)
    assert rows_of(book, "Table 1") == (("Homicide", "32 [p]"),)
    assert LABELS.as_printed in sheet_of(book, "Table 1").lines


def test_a_percentage_with_a_symbol_keeps_it_beside_the_figure() -> None:
    shown = columns_of([SHARE], "85.0% (84.1 to 86.0) [p]", "85.0%", "[c]", "many")
    limit = NumberCell(value=84.1, decimals=1)
    assert shown["Level: figure"] == (
        "85.0% [p]",
        NumberCell(value=85.0, decimals=1),
        "[c]",
        "many",
    )
    assert shown["Level: lower limit"] == (limit, "[x]", "[c]", "[x]")
    assert list(shown) == ["Indicator", *(f"Level: {each}" for each in LIMITED)]


LIMITED = ("figure", "lower limit", "upper limit")


def test_a_text_that_two_figures_print_stays_text_where_their_values_differ() -> None:
    other = evolve(
        SHARE,
        measure=Measure.VALUE,
        value=85.0,
        lower=None,
        upper=None,
        confidence=None,
        method=None,
        printed="85.0%",
    )
    assert columns_of([SHARE, other], "85.0%")["Level"] == (
        NumberCell(value=85.0, decimals=1),
    )
    negative = evolve(other, value=-85.0)
    assert columns_of([SHARE, negative], "85.0%")["Level"] == ("85.0%",)


def test_a_figure_that_prints_other_digits_than_its_value_stays_text() -> None:
    answer = evolve(
        SHARE,
        value=1,
        lower=None,
        upper=None,
        confidence=None,
        method=None,
        printed="yes",
    )
    assert columns_of([answer], "yes")["Level"] == ("yes",)
    odd = evolve(answer, value=0.1, printed="a tenth")
    assert columns_of([odd], "a tenth")["Level"] == ("a tenth",)


def test_a_workbook_of_permitted_figures_gives_no_hidden_count_away() -> None:
    draft = Draft.read(EXAMPLE)
    rule = DisclosureRule(smallest=33)
    hiding = evolve(draft, publication=evolve(draft.publication, disclosure=rule))
    book = statement_book(Statement.of(hiding, populations()))
    homicides = [row for row in rows_of(book, "Data") if row[0] == "homicide"]
    value = open_data.COLUMNS.index("value")
    count = open_data.COLUMNS.index("measure")
    levels = [row[value] for row in homicides if row[count] == "count"]
    assert 32 not in levels
    assert "" in levels
    for sheet in book.sheets:
        for row in sheet.table.rows if sheet.table else ():
            if row[0] == "Homicide":
                assert 32 not in map(number_of, row)


def test_a_priority_that_does_not_apply_says_so_and_the_narrative_is_plain_text(
    statement: Statement,
) -> None:
    section = Section(
        heading="Drugs",
        applies=False,
        reason="It is *not* ours.",
        narrative="# What was done\n\n* one\n* [two](https://example.org)",
        passages=(),
        targets=(),
        tables=(),
        without=(),
    )
    book = statement_book(evolve(statement, sections=(section,)))
    assert rows_of(book, "Text") == (
        ("1. Drugs", "The priority", "This priority does not apply here."),
        ("1. Drugs", "The priority", "It is not ours."),
        ("1. Drugs", "In the publisher's own words", "What was done"),
        ("1. Drugs", "In the publisher's own words", "one"),
        ("1. Drugs", "In the publisher's own words", "two (https://example.org)"),
    )


def test_without_figures_there_are_no_definitions_and_no_sources(
    statement: Statement,
) -> None:
    making = evolve(statement.making, files=())
    bare = evolve(statement, definitions=(), citations=(), making=making)
    book = statement_book(bare)
    assert "Definitions" not in [each.name for each in book.sheets]
    [source] = rows_of(book, "Sources")
    assert source[0] == "There is no figure, and so no source."
    files = [row[1] for row in rows_of(book, "Record") if row[0] == "Files"]
    assert files == ["none; the figures were given in memory"]


def test_a_house_style_of_ones_own_names_the_sheets() -> None:
    style = HouseStyle(phrases={"sheet": {"cover": "Clawr", "table": "Rhestr"}})
    made = Statement.of(Draft.read(EXAMPLE), populations(), style=style)
    names = [each.name for each in statement_book(made).sheets]
    assert names[0] == "Clawr"
    assert "Rhestr 1" in names


@pytest.mark.parametrize("form", BookFormat)
def test_another_reader_finds_the_figures_in_the_file(
    statement: Statement, form: BookFormat
) -> None:
    library: Any = import_module("python_calamine")
    content = BytesIO(statement_workbook(statement, form))
    book = library.CalamineWorkbook.from_filelike(content)
    row = book.get_sheet_by_name("Table 7").to_python()[3]
    assert row[:3] == ["Neighbourhood crime", "2024/25", 49027.0]


@pytest.fixture(scope="module")
def audit() -> Audit:
    national = framework("national-priorities-2021")
    draft = Draft.read(EXAMPLE)
    return audit_claims(
        claims.read(EXAMPLE / "claims.csv", framework=national),
        draft.observations,
        framework=national,
        populations=populations(),
    )


def test_an_audit_in_a_workbook_has_a_row_for_each_claim_and_sentence(
    audit: Audit,
) -> None:
    page = AuditPage.of(audit, areas())
    book = audit_book(page)
    assert len(rows_of(book, "Claims")) == len(page.rows)
    said = {row[2] for row in rows_of(book, "Findings")}
    assert said == {each for passage in page.passages for each in passage.sentences}
    assert {*page.notes, *page.tables, *page.without} <= texts_of(book)
    assert book.author == "policing-indicators"
    for form in BookFormat:
        assert audit_workbook(page, form) == audit_workbook(page, form)


def test_an_audit_of_nothing_is_a_workbook_too() -> None:
    book = audit_book(AuditPage(title="A report"))
    names = [each.name for each in book.sheets]
    assert names == ["Cover", "Contents", "Claims", "Findings"]
