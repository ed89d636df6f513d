"""The workbook that an office fills in, and the publication that it begins with."""

from pathlib import Path

import pytest
from attrs import evolve

from policing_indicators.errors import InvalidContentError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.example import example
from policing_indicators.publication.figures_workbook import figures_book
from policing_indicators.publication.statement import Statement
from policing_indicators.publication.workbook_example import copy_workbook_example
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.tables import tidy
from policing_indicators.tables.book import Sheet, text_of
from policing_indicators.tables.book_writing import BookFormat, book_bytes
from policing_indicators.tables.tidy_row import COLUMNS
from policing_indicators.vocabulary.missing import MissingReason, Status

EXAMPLE = Path(str(example()))

every_format = pytest.mark.parametrize("form", BookFormat)


def first_column(sheet: Sheet) -> list[str]:
    assert sheet.table is not None
    return [text_of(row[0]) or "" for row in sheet.table.rows]


@every_format
def test_it_makes_the_same_statement_as_the_example_in_csv(
    tmp_path: Path, form: BookFormat
) -> None:
    name = copy_workbook_example(tmp_path / "mine", form)
    draft = Draft.read(tmp_path / "mine")
    assert draft.publication.data == (name,)
    statement = Statement.of(draft, populations())
    expected = Statement.of(Draft.read(EXAMPLE), populations())
    assert [file.name for file in statement.making.files] == ["publication.toml", name]
    assert evolve(statement, making=expected.making) == expected


@every_format
def test_the_folder_has_the_workbook_in_the_place_of_every_table_that_it_holds(
    tmp_path: Path, form: BookFormat
) -> None:
    name = copy_workbook_example(tmp_path / "mine", form)
    names = {each.name for each in (tmp_path / "mine").iterdir()}
    held = set(Draft.read(EXAMPLE).publication.data)
    assert held == {"figures.csv", "quarters.csv", "forces.csv"}
    assert names == {each.name for each in EXAMPLE.iterdir()} - held | {name}
    read_me = (tmp_path / "mine" / "README.md").read_text(encoding="utf-8")
    assert f"`{name}`" in read_me
    assert not [each for each in held if each in read_me]


def test_it_lists_what_may_be_named_and_offers_it_in_the_cells() -> None:
    draft = Draft.read(EXAMPLE)
    book = figures_book(draft.observations, draft.framework, areas())
    guide, figures, indicators, places, reasons, states = book.sheets
    assert [each.name for each in book.sheets[1:]] == first_column(guide)
    assert figures.table is not None
    assert figures.table.headings == COLUMNS
    assert figures.table.choices == {
        "indicator": indicators.name,
        "area": places.name,
        "missing": reasons.name,
        "status": states.name,
    }
    assert first_column(indicators) == [each.id for each in draft.framework.indicators]
    assert first_column(places) == [each.id for each in areas()]
    assert first_column(reasons) == [each.value for each in MissingReason]
    assert first_column(states) == [each.value for each in Status]


@every_format
def test_every_value_that_it_offers_is_one_that_the_reader_takes(
    tmp_path: Path, form: BookFormat
) -> None:
    draft = Draft.read(EXAMPLE)
    book = figures_book(draft.observations, draft.framework, areas())
    _, figures, indicators, places, reasons, states = book.sheets
    assert figures.table is not None
    numbers = iter(range(10_000))
    rows = [
        (indicator, place, "2024/25", "", "", "", reason, state, "", str(number), "")
        for indicator in first_column(indicators)[:2]
        for place in first_column(places)[:2]
        for reason in first_column(reasons)
        for state, number in zip(first_column(states), numbers, strict=False)
    ]
    filled = evolve(figures, table=evolve(figures.table, rows=tuple(rows)))
    sheets = (book.sheets[0], filled, *book.sheets[2:])
    path = tmp_path / "a"
    path.write_bytes(book_bytes(evolve(book, sheets=sheets), form))
    assert len(tidy.read(path, framework=draft.framework)) == len(rows)


def test_a_publication_names_the_cell_that_is_not_right_and_the_nearest_indicator(
    tmp_path: Path,
) -> None:
    copy_workbook_example(tmp_path / "mine", BookFormat.XLSX)
    draft = Draft.read(EXAMPLE)
    book = figures_book(draft.observations, draft.framework, areas())
    figures = book.sheets[1]
    assert figures.table is not None
    first, *others = figures.table.rows
    wrong = (("homocide", *first[1:]), *others)
    changed = evolve(figures, table=evolve(figures.table, rows=wrong))
    sheets = (book.sheets[0], changed, *book.sheets[2:])
    content = book_bytes(evolve(book, sheets=sheets), BookFormat.XLSX)
    (tmp_path / "mine" / "figures.xlsx").write_bytes(content)
    with pytest.raises(InvalidContentError) as caught:
        Draft.read(tmp_path / "mine")
    told = str(caught.value)
    assert (
        "figures.xlsx: sheet 'Figures', cell A5, column indicator: 'homocide'" in told
    )
    assert "homicide" in told
