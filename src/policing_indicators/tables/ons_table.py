"""One table of the Office for National Statistics, read cell by cell."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.registry.layout import ColumnMeasure, LayoutTable
from policing_indicators.tables.cell import Cell
from policing_indicators.tables.figure import Figure
from policing_indicators.tables.ons_areas import OnsAreas
from policing_indicators.tables.ons_cells import OnsCells
from policing_indicators.tables.ons_columns import ColumnNames, Header, OnsColumn
from policing_indicators.tables.ons_contents import TableContents
from policing_indicators.tables.ons_notes import marks_of
from policing_indicators.tables.ons_words import words_of
from policing_indicators.tables.workbook import Sheet
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind, Population
from policing_indicators.vocabulary.source import Source

NATION = "england-and-wales"

_KINDS = {
    ColumnMeasure.PEOPLE: DenominatorKind.PEOPLE,
    ColumnMeasure.HOUSEHOLDS: DenominatorKind.HOUSEHOLDS,
}
_FORCE, _PARTNERSHIP = slice(0, 2), slice(2, 4)
_MID_YEAR = 6

_FORCES = "the forces' own rows"
_HELD = "a table of forces has them"
_RATED = "a table of forces has their rates, over a population of its own"
_NO_FIGURES = "the row holds no figures"
_BLANK = Cell()
_ALLOWED_POPULATION = "a whole number, or a symbol for why there is none"
_BLANK_CELLS = "they are blank"
_ALLOWED_AREA = "an area beside the figures"


@frozen(kw_only=True)
class Publication:
    """What the tables of a workbook have in common.

    Attributes:
        where: The file.
        source: Whose tables they are, with their edition.
        as_at: The vintage of their figures.
    """

    where: str
    source: Source
    as_at: date | None


@frozen(kw_only=True)
class OnsTable:
    """A table and the sheet that it stands on.

    Attributes:
        sheet: The sheet.
        rows: Its rows, as text.
        kind: What is known of such tables.
        number: The table's number, such as ``P1``.
        title: What it is called.
        period: The period that its title names.
        top: The row of its title, from nought.
    """

    sheet: Sheet
    rows: Sequence[Sequence[str]]
    kind: LayoutTable
    number: str
    title: str
    period: Period | None
    top: int

    def place(self, row: int, column: int) -> str:
        """Name a cell by its row and column, both from nought."""
        return self.sheet.place(row + 1, column + 1)


class TableReader:
    """Reads the cells of one table.

    Args:
        table: The table.
        header: Its header.
        publication: What it shares with the others.
        areas: Finds the areas of its rows.
        cells: Reads its cells.

    Attributes:
        contents: What the table was found to hold.
    """

    __slots__ = ("_areas", "_cells", "_header", "_publication", "_table", "contents")

    contents: TableContents

    def __init__(
        self,
        table: OnsTable,
        header: Header,
        publication: Publication,
        areas: OnsAreas,
        cells: OnsCells,
    ) -> None:
        """Start before the first row."""
        self._table = table
        self._header = header
        self._publication = publication
        self._areas = areas
        self._cells = cells
        self.contents = TableContents(table.sheet.name)

    def read(self, names: ColumnNames) -> None:
        """Read every row below the header."""
        self.contents.mentions.add(
            words_of(self._table.title).notes, self._table.place(self._table.top, 0)
        )
        columns = list(self._columns(names))
        for row in range(self._header.row + 1, len(self._table.rows)):
            self._read_row(row, columns)

    def _columns(self, names: ColumnNames) -> Iterator[OnsColumn]:
        header = self._header
        for position in range(header.leading, len(header.cells)):
            place = self._table.place(header.row, position)
            try:
                column = names.column(header, position, self._table.period)
            except InvalidValueError as error:
                if error.value or self._holds_any(position):
                    self.contents.refuse(place, error.value, error.allowed)
                continue
            self.contents.mentions.add(column.notes, place)
            yield column

    def _holds_any(self, position: int) -> bool:
        below = self._table.rows[self._header.row + 1 :]
        return any(row[position].strip() for row in below)

    def _read_row(self, row: int, columns: Sequence[OnsColumn]) -> None:
        texts = self._table.rows[row]
        leading = [text.strip() for text in texts[: self._header.leading]]
        filled = sum(bool(texts[column.position].strip()) for column in columns)
        of_partnership = len(leading) > _FORCE.stop
        if not filled:
            if all(leading[_FORCE]):
                self.contents.leave_out(f"row {row + 1}", _NO_FIGURES)
        elif of_partnership and not any(leading[_FORCE.stop :]):
            rated = any(isinstance(column.when, int) for column in columns)
            self.contents.leave_out(_FORCES, _RATED if rated else _HELD, filled)
        elif any(leading):
            named = _PARTNERSHIP if of_partnership else _FORCE
            self._read_figures(row, named, columns)
        elif row > self._header.row + 1:  # in the first row stands what they count
            self.contents.refuse(self._table.place(row, 0), "", _ALLOWED_AREA)

    def _read_figures(
        self, row: int, named: slice, columns: Sequence[OnsColumn]
    ) -> None:
        texts = self._table.rows[row]
        code, name = texts[named]
        find = self._areas.of_row if named is _FORCE else self._areas.of_partnership
        try:
            area = find(code, name)
        except InvalidValueError as error:
            place = self._table.place(row, named.start)
            self.contents.refuse(place, error.value, error.allowed)
            return
        notes = words_of(name).notes
        self.contents.mentions.add(notes, self._table.place(row, named.start + 1))
        blank = 0
        for column in columns:
            if not texts[column.position].strip():
                blank += 1
                continue
            place = self._table.place(row, column.position)
            try:
                cell = self._cells.read(texts[column.position], column.measure)
                self._take_in(area, column, cell, notes, place)
            except InvalidValueError as error:
                self.contents.refuse(place, error.value, error.allowed)
        if blank:
            what = f"row {row + 1}, {blank} of its cells"
            self.contents.leave_out(what, _BLANK_CELLS)

    def _take_in(
        self,
        area: Area,
        column: OnsColumn,
        cell: Cell,
        notes: tuple[int, ...],
        place: str,
    ) -> None:
        if isinstance(column.when, int):
            self._take_in_population(area, column, column.when, cell)
            return
        counted = column.measure is ColumnMeasure.COUNT
        figure = Figure.of(
            count=cell if counted else _BLANK, value=_BLANK if counted else cell
        )
        national = self._table.kind.national_note if area.id == NATION else ""
        remarks = (marks_of((*notes, *column.notes)), figure.remark, national)
        observation = Observation(
            column.indicator,
            area.id,
            column.when,
            count=figure.count,
            value=figure.value,
            missing=figure.missing,
            status=figure.status,
            as_at=self._publication.as_at,
            source=f"{self._publication.source}, Table {self._table.number}",
            note=" ".join(filter(None, remarks)),
            origin=Origin(f"{self._publication.where}, {place}"),
        )
        self.contents.take_in(observation, place)

    def _take_in_population(
        self, area: Area, column: OnsColumn, year: int, cell: Cell
    ) -> None:
        if cell.missing is not None:
            self.contents.missing[cell.missing] += 1
            return
        if not isinstance(cell.number, int):
            raise InvalidValueError("population", "", _ALLOWED_POPULATION)
        source = self._publication.source
        self.contents.populations.append(
            Population(
                area.id,
                _KINDS[column.measure],
                Period.month(year, _MID_YEAR).end,
                source.title,
                cell.number,
                source,
            )
        )
