"""A workbook of tables of the Office for National Statistics, read sheet by sheet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from attrs import evolve

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.registry.layout import Layout
from policing_indicators.registry.populations import populations
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.ons_areas import OnsAreas
from policing_indicators.tables.ons_cells import OnsCells
from policing_indicators.tables.ons_columns import (
    ColumnNames,
    header_of,
    heading_of_codes,
    meant_for_header,
)
from policing_indicators.tables.ons_contents import TableContents
from policing_indicators.tables.ons_denominators import (
    Rated,
    rated_in,
    rated_over,
    with_denominator,
)
from policing_indicators.tables.ons_notes import (
    NoteTexts,
    footnotes_of,
    sheets_of_notes,
)
from policing_indicators.tables.ons_page import OnsPage
from policing_indicators.tables.ons_reading import OnsReading, OnsSheet
from policing_indicators.tables.ons_table import OnsTable, Publication, TableReader
from policing_indicators.tables.ons_words import title_of
from policing_indicators.tables.reading import HIDDEN, LeftOut
from policing_indicators.tables.workbook import Sheet

_CORRECTION = "correction"
_NOTES = "notes"
_RATES = "recorded-crime-rates"

_NO_TABLE = "no table of figures"
_NOTHING_SHOWN = "no sheet that is shown"
_NOT_ASKED = "was not asked for"
_ALLOWED_FILE = "tables of police force areas, such as Table P1"
_ALLOWED_TITLE = "the title of a table whose layout is known"
_ALLOWED_FIRST = "the title of a table, since the sheet has a column of area codes"
_ALLOWED_HEADER = "a header row that begins with 'Area Code'"


class _Read(NamedTuple):
    """A table that was read."""

    table: OnsTable
    contents: TableContents


class OnsBook:
    """The tables of a workbook, read.

    Args:
        where: The file, as the caller named it.
        sheets: Its sheets.
        layout: What its tables are called.
        as_at: The vintage of its figures, where it is given.

    Attributes:
        where: The file.
        problems: The cells that could not be placed.

    Raises:
        InvalidContentError: There is no table in it.
    """

    __slots__ = (
        "_areas",
        "_left_out",
        "_nearest",
        "_notes",
        "_pages",
        "_read",
        "problems",
        "where",
    )

    where: str
    problems: list[Problem]

    def __init__(
        self, where: str, sheets: Iterable[Sheet], layout: Layout, as_at: date | None
    ) -> None:
        """Read every table."""
        self.where = where
        self.problems = []
        pages = [OnsPage.of(sheet) for sheet in sheets]
        self._pages = [page for page in pages if not page.sheet.is_hidden]
        self._areas = OnsAreas(registered_areas(), layout.others)
        self._left_out: list[LeftOut] = []
        for page in pages:
            if page.sheet.is_hidden:
                self._leave_out(page, HIDDEN)
        self._notes = _notes_of(self._pages)
        self._nearest = Nearest()
        self._read: dict[str, _Read] = {}
        publication = _publication(where, self._pages, layout, as_at)
        cells = OnsCells()
        for page in self._pages:
            self._read_page(page, layout, publication, cells)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets with tables."""
        return tuple(page.sheet.name for page in self._pages if page.number)

    def reading(self, asked: Sequence[str]) -> OnsReading:
        """Give what was read of some sheets."""
        rated = self._rated()
        rates = rated_in(
            (observation, read.table.number)
            for read in self._read.values()
            for observation, _ in read.contents.observations.values()
        )
        some = [read for name, read in self._read.items() if name in asked]
        observations = [
            observation
            if rated is None or _of_partnerships(read.table)
            else with_denominator(observation, rated, rates)
            for read in some
            for observation, _ in read.contents.observations.values()
        ]
        populations_of = [each for read in some for each in read.contents.populations]
        named = {each.area for each in observations}
        named |= {each.area for each in populations_of}
        return OnsReading(
            observations,
            [*self._all_left_out(some, asked)],
            sheets=[self._sheet(read) for read in some],
            areas=[area for name, area in self._areas.found.items() if name in named],
            populations=populations_of,
            corrections=[
                line
                for page in self._pages
                if _CORRECTION in page.sheet.name.casefold()
                for line in page.lines()
            ],
        )

    def _read_page(
        self, page: OnsPage, layout: Layout, publication: Publication, cells: OnsCells
    ) -> None:
        if page.number is None:
            if heading_of_codes(page.rows) is not None:
                self._refuse(page, _ALLOWED_FIRST)
            else:
                self._leave_out(page, _NO_TABLE)
            return
        kind = page.table(layout)
        header = header_of(page.sheet, page.rows)
        if kind is None:
            titles = [title for each in layout.tables for title in each.titles]
            hint = self._nearest.hint(title_of(page.title), titles)
            self._refuse(page, f"{_ALLOWED_TITLE}{hint}")
        elif kind.no_figures:
            self._leave_out(page, kind.no_figures)
        elif header is None:
            self._refuse(page, _ALLOWED_HEADER, meant_for_header(page.rows))
        else:
            table = OnsTable(
                sheet=page.sheet,
                rows=page.rows,
                kind=kind,
                number=page.number,
                title=page.title,
                period=page.period,
                top=page.top,
            )
            reader = TableReader(table, header, publication, self._areas, cells)
            reader.read(ColumnNames(layout, kind))
            self.problems.extend(reader.contents.problems)
            self._read[page.sheet.name] = _Read(table, reader.contents)

    def _leave_out(self, page: OnsPage, reason: str) -> None:
        rows = sum(1 for _ in page.lines())
        if rows:
            self._left_out.append(LeftOut(page.sheet.name, reason, rows))

    def _refuse(
        self, page: OnsPage, allowed: str, cell: tuple[int, int] | None = None
    ) -> None:
        row, column = (page.top, 0) if cell is None else cell
        value = " ".join(page.rows[row][column].split())
        place = page.sheet.place(row + 1, column + 1)
        self.problems.append(Problem(place, value, allowed))

    def _rated(self) -> Rated | None:
        for table, contents in self._read.values():
            if table.kind.id == _RATES:
                rates = [each for each, _ in contents.observations.values()]
                return rated_over(
                    table.period, contents.populations, rates, populations()
                )
        return None

    def _all_left_out(
        self, some: Iterable[_Read], asked: Sequence[str]
    ) -> Iterator[LeftOut]:
        yield from self._left_out
        for name, read in self._read.items():
            if name not in asked:
                yield LeftOut(name, _NOT_ASKED, len(read.table.rows))
        for read in some:
            yield from read.contents.left_out
        for problem in self.problems:
            value = " ".join(repr(problem.value).split())
            reason = f"{value} could not be placed; allowed: {problem.allowed}"
            yield LeftOut(problem.place, reason, 1)

    def _sheet(self, read: _Read) -> OnsSheet:
        table, contents = read
        figures = [each for each, _ in contents.observations.values()]
        texts = self._notes.get(table.number) or self._notes.get("", {})
        return OnsSheet(
            name=table.sheet.name,
            title=table.title,
            period=table.period,
            values=sum(each.missing is None for each in figures),
            populations=len(contents.populations),
            missing=contents.missing.items(),
            left_out=contents.cells_left_out,
            notes=contents.mentions.notes(texts | footnotes_of(table.rows)),
        )


def _of_partnerships(table: OnsTable) -> bool:
    return table.kind.id.startswith("partnership")


def _notes_of(pages: Iterable[OnsPage]) -> dict[str, NoteTexts]:
    notes: dict[str, NoteTexts] = {}
    for page in pages:
        if page.sheet.name.casefold().startswith(_NOTES):
            notes |= sheets_of_notes(page.rows)
    return notes


def _publication(
    where: str, pages: Iterable[OnsPage], layout: Layout, as_at: date | None
) -> Publication:
    numbered = [page for page in pages if page.number]
    if not numbered:
        titles = ", ".join(page.title for page in pages) or _NOTHING_SHOWN
        raise InvalidContentError(where, (Problem("the file", titles, _ALLOWED_FILE),))
    edition = max(filter(None, (page.period for page in numbered)), default=None)
    released = next(
        (each.released for each in layout.editions if each.period == edition), None
    )
    title = (
        layout.source.title if edition is None else f"{layout.source.title}, {edition}"
    )
    source = evolve(layout.source, title=title, released=released)
    return Publication(where=where, source=source, as_at=as_at or released)
