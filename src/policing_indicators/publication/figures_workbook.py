"""A workbook that an office fills in with its figures: the tidy table, and a guide."""

from collections.abc import Iterable, Iterator

from policing_indicators.tables import tidy
from policing_indicators.tables.book import Book, BookTable, Cell, LinkCell, Sheet
from policing_indicators.tables.book_writing import BookFormat, book_bytes
from policing_indicators.tables.tidy_row import COLUMNS
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation

_LANGUAGE = "en-GB"
_ONE_TABLE = "This worksheet contains one table."
_BLANK = "Cells that say nothing of a figure are left blank."
_INDICATORS, _AREAS = "Indicators", "Areas"
_REASONS, _STATES = "Reasons", "States"
_CHOICES = {
    "indicator": _INDICATORS,
    "area": _AREAS,
    "missing": _REASONS,
    "status": _STATES,
}
_GUIDE = f"""
The figures go on the sheet {tidy.SHEET}, one a row, under its headings. The rows of the
example show how: replace them with your own, and add as many as you need.

Each row fills exactly one of count, value and missing. Zero is a count, and is not
missing.

A count is a whole number. A value is a figure that is published without its count; of a
percentage write 85, never 85%, for a spreadsheet would keep that as 0.85.

A period is written as text: 2024/25, 2024-25 Q4, year ending December 2024, 2024 or
June 2024. Where a spreadsheet makes a date of it, write an apostrophe before it.

A comparison needs both of its figures: add the same period of the year before, as it
stands in the same release.

Write no formulas and merge no cells: they are refused, and the cells are named.

The command policing-indicators check names whatever is not right, by sheet and cell,
and says what is still missing.
"""


def figures_workbook(
    observations: Iterable[Observation],
    framework: Framework,
    areas: Areas,
    form: BookFormat,
) -> bytes:
    """Write figures as a workbook to be filled in, with what may stand in its cells.

    :func:`policing_indicators.tables.tidy.read` reads the figures back.

    Args:
        observations: The figures that stand there to begin with.
        framework: The indicators that may be named.
        areas: The areas that may be named.
        form: The format.

    Raises:
        MissingLibraryError: What writes the format is not installed.
        DuplicateError: Two observations are of the same.
        InvalidContentError: A text is none that a cell can hold.
    """
    return book_bytes(figures_book(observations, framework, areas), form)


def figures_book(
    observations: Iterable[Observation], framework: Framework, areas: Areas
) -> Book:
    """Lay out the workbook: a guide, the figures, and lists of what may be named.

    Args:
        observations: The figures that stand there to begin with.
        framework: The indicators that may be named.
        areas: The areas that may be named.
    """
    table = BookTable(
        name="table_of_figures",
        headings=COLUMNS,
        rows=tuple(tidy.values(observations)),
        choices=_CHOICES,
    )
    title = f"Figures for {framework.name}"
    figures = Sheet(
        name=tidy.SHEET, title=title, lines=(_ONE_TABLE, _BLANK), table=table
    )
    lists = tuple(_lists(framework, areas))
    links = tuple(
        (LinkCell(text=each.name, sheet=each.name), each.title)
        for each in (figures, *lists)
    )
    contents = BookTable(
        name="list_of_sheets", headings=("Worksheet", "What it holds"), rows=links
    )
    guide = Sheet(
        name="Guide",
        title="How to fill this in",
        lines=tuple(" ".join(each.split()) for each in _GUIDE.split("\n\n")),
        table=contents,
    )
    return Book(
        title=title,
        author="policing-indicators",
        language=_LANGUAGE,
        sheets=(guide, figures, *lists),
    )


def _lists(framework: Framework, areas: Areas) -> Iterator[Sheet]:
    yield _list(
        _INDICATORS,
        "The indicators that may be named",
        ("indicator", "name", "unit"),
        ((each.id, each.name, each.unit.value) for each in framework.indicators),
    )
    yield _list(
        _AREAS,
        "The areas that may be named",
        ("area", "code", "name"),
        ((each.id, each.code or "[z]", each.name) for each in areas),
        "[z] means that the area has no code.",
    )
    yield _list(
        _REASONS,
        "Why there may be no figure",
        ("missing", "symbol"),
        ((each.value, each.shorthand) for each in MissingReason),
    )
    yield _list(
        _STATES,
        "What state a figure may be in",
        ("status", "symbol"),
        ((each.value, each.shorthand or "[z]") for each in Status),
        "[z] means that the state has no symbol.",
    )


def _list(
    name: str,
    title: str,
    headings: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
    *lines: str,
) -> Sheet:
    table = BookTable(
        name=f"list_of_{name.casefold()}", headings=headings, rows=tuple(rows)
    )
    return Sheet(name=name, title=title, lines=(_ONE_TABLE, *lines), table=table)
