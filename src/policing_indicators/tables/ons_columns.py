"""The columns of a table of the Office for National Statistics: what each is of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.nearness import nearest
from policing_indicators.registry.layout import ColumnMeasure, Layout, LayoutTable
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.ons_words import Heading, heading_of, words_of
from policing_indicators.tables.workbook import Sheet
from policing_indicators.tables.workbook_place import position_of
from policing_indicators.vocabulary.period import Period

_AREA_CODE = ("area code", "area codes")
_FORCE_CODE = "police force area code"
_CODES = (*_AREA_CODE, _FORCE_CODE)
_LEADING, _LEADING_OF_PARTNERSHIPS = 2, 6
_OWN = "ons/"
_TIME = re.compile(r"[{}]")
"""Marks a name in which a time stands for others: it is none to be proposed."""

_ALLOWED_HEADING = "a column that a table of this title is known to have"
_ALLOWED_PERIOD = "a heading, or a title, that names the period of the figures"


class Header(NamedTuple):
    """Where a table's header stands.

    Attributes:
        row: The header's row, from nought.
        leading: How many columns name the area.
        cells: Its cells.
        above: The cells above them, each over all the columns it is merged across.
    """

    row: int
    leading: int
    cells: Sequence[str]
    above: Sequence[str]


@frozen(kw_only=True)
class OnsColumn:
    """A column of figures.

    Attributes:
        position: Which column of the sheet, from nought.
        measure: What its figures are.
        indicator: The indicator's id; empty for populations.
        when: The period that they are of; of populations the year.
        notes: The numbers of its notes.
    """

    position: int
    measure: ColumnMeasure
    indicator: str
    when: Period | int
    notes: tuple[int, ...]


def header_of(sheet: Sheet, rows: Sequence[Sequence[str]]) -> Header | None:
    """Find the header: the first row that begins with the code of an area."""
    for row, values in enumerate(rows):
        first = words_of(values[0]).text
        if first in _AREA_CODE or first == _FORCE_CODE:
            partnerships = first == _FORCE_CODE
            leading = _LEADING_OF_PARTNERSHIPS if partnerships else _LEADING
            above = _above(sheet, rows, row) if row else []
            return Header(row, leading, values, above)
    return None


def heading_of_codes(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Find the heading of a column of area codes, wherever it stands.

    Returns:
        Its row and column, from nought, if there is one.
    """
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if words_of(cell).text in _CODES:
                return row, column
    return None


def meant_for_header(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Find what may be meant for the heading of area codes: elsewhere, or misspelt.

    Returns:
        The row and column, from nought, if anything is.
    """
    found = heading_of_codes(rows)
    if found is not None:
        return found
    near = (row for row, cells in enumerate(rows) if nearest(cells[0], _CODES))
    first = next(near, None)
    return None if first is None else (first, 0)


class ColumnNames:
    """What the columns of a table are called.

    Args:
        layout: The layout.
        table: The table.
    """

    __slots__ = ("_names", "_nearest")

    def __init__(self, layout: Layout, table: LayoutTable) -> None:
        """Index the names."""
        self._names: dict[str, tuple[str, ColumnMeasure]] = {}
        self._nearest = Nearest()
        if table.offences is not None:
            for offence in layout.offences:
                own = _own(offence.indicator, table.suffix)
                self._add(offence.names, own, table.offences)
        for column in table.columns:
            self._add(column.names, column.indicator or "", column.measure)

    def column(self, header: Header, position: int, period: Period | None) -> OnsColumn:
        """Give what a column is of.

        The name may stand in two rows: with the one above, alone, or above alone.

        Args:
            header: The header.
            position: Which column.
            period: The period of the table, for a column that names none.

        Raises:
            InvalidValueError: The name is not known, or there is no period.
        """
        for name in _spellings(header, position):
            heading = heading_of(name)
            if heading.name in self._names:
                return self._made(heading, position, period)
        own = header.cells[position]
        spelt = [name for name in self._names if not _TIME.search(name)]
        hint = self._nearest.hint(words_of(own).text, spelt)
        raise InvalidValueError("heading", own, f"{_ALLOWED_HEADING}{hint}")

    def _made(
        self, heading: Heading, position: int, period: Period | None
    ) -> OnsColumn:
        indicator, measure = self._names[heading.name]
        when = heading.mid_year or heading.period or period
        if when is None:
            raise InvalidValueError("heading", heading.name, _ALLOWED_PERIOD)
        return OnsColumn(
            position=position,
            measure=measure,
            indicator=indicator,
            when=when,
            notes=heading.notes,
        )

    def _add(
        self, names: Iterable[str], indicator: str, measure: ColumnMeasure
    ) -> None:
        for name in names:
            self._names[words_of(name).text] = indicator, measure


def _own(indicator: str, suffix: str) -> str:
    if not suffix:
        return indicator
    return f"{_OWN}{indicator.removeprefix(_OWN)}-{suffix}"


def _spellings(header: Header, position: int) -> Iterator[str]:
    own = header.cells[position]
    above = header.above[position] if position < len(header.above) else ""
    if above.strip():
        yield f"{above} {own}"
    yield own
    yield above


def _above(sheet: Sheet, rows: Sequence[Sequence[str]], row: int) -> list[str]:
    """Give the cells above a row, each over all that it is merged across."""
    above = list(rows[row - 1])
    for merged in sheet.merged:
        ends = [position_of(end) for end in merged.split(":")]
        first, last = ends[0], ends[-1]
        if first and last and first[0] <= row - 1 <= last[0]:
            for column in range(first[1], min(last[1] + 1, len(above))):
                above[column] = rows[first[0]][first[1]]
    return above
