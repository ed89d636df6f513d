"""One row of a tidy table, read as an observation."""

from collections.abc import Callable
from typing import TypeVar

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.figure import Figure
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin

COLUMNS = (
    "indicator",
    "area",
    "period",
    "count",
    "denominator",
    "value",
    "missing",
    "status",
    "as_at",
    "source",
    "note",
)
"""The columns of a tidy table, in the order in which they are written."""

REQUIRED = ("indicator", "area", "period")
"""The columns that a table must have."""

ALLOWED_TWICE = "one row for each indicator, area, period, as_at and source"
"""What a table allows where the same figure is there twice."""

FIGURES = ("count", "value", "missing")
"""The columns of which each row fills exactly one."""

_FIGURE_CELLS = slice(COLUMNS.index("count"), COLUMNS.index("as_at"))
FIGURE_COLUMNS = COLUMNS[_FIGURE_CELLS]
"""The columns that say a figure together."""

_Input = TypeVar("_Input")

Cells = tuple[str, ...]
"""The cells of a row in the order of ``COLUMNS``; blank where it has no such column."""


class TidyRows:
    """Reads the rows of a tidy table.

    Args:
        cells: What reads the single cells.

    >>> from policing_indicators.vocabulary.area import Area, AreaKind, Areas
    >>> kent = Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA)
    >>> rows = TidyRows(TidyCells.of(Areas([kent])))
    >>> row = ("homicide", "Kent", "2024/25", "9", "", "", "", "", "", "", "")
    >>> rows.observation(row).count
    9
    """

    __slots__ = ("_cells", "_figures")

    def __init__(self, cells: TidyCells) -> None:
        """Start with no figure read."""
        self._cells = cells
        self._figures = Memory(self.figure)

    def observation(self, row: Cells, origin: Origin | None = None) -> Observation:
        """Read a row.

        Args:
            row: Its cells.
            origin: Where it stands.

        Raises:
            InvalidValueError: Something in it is not right; :meth:`refusals` gives all.
        """
        indicator, area, period, _, _, _, _, _, as_at, source, note = row
        cells = self._cells
        figure = self._figures[row[_FIGURE_CELLS]]
        return Observation(
            cells.indicator[indicator],
            cells.area[area],
            cells.period[period],
            count=figure.count,
            denominator=figure.denominator,
            value=figure.value,
            missing=figure.missing,
            status=figure.status,
            as_at=cells.as_at[as_at],
            source=cells.source[source],
            note=noted(cells.note[note], figure.remark),
            origin=origin,
        )

    def refusals(self, row: Cells) -> list[InvalidValueError]:
        """Give everything that is not right in a row that cannot be read.

        The noun of each is a column, or ``WHOLE_ROW`` where cells that are right each
        for itself contradict each other.
        """
        refused: list[InvalidValueError] = []
        for column, text in zip(COLUMNS, row, strict=True):
            read: Memory[str, object] = getattr(self._cells, column)
            refused.extend(_refusals(read.__getitem__, text))
        return refused or _refusals(self.figure, row[_FIGURE_CELLS])

    def figure(self, row: Cells) -> Figure:
        """Read the cells of ``FIGURE_COLUMNS`` together.

        Raises:
            InvalidValueError: One cannot be read, or they contradict each other.
        """
        count, denominator, value, missing, status = row
        cells = self._cells
        return Figure.of(
            count=cells.count[count],
            value=cells.value[value],
            missing=cells.missing[missing],
            denominator=cells.denominator[denominator],
            status=cells.status[status],
        )


def noted(note: str, remark: str) -> str:
    """Add to a note the symbols of a figure that only a reader can heed.

    >>> noted("Transferred.", "[note 3]")
    'Transferred. [note 3]'
    """
    return f"{note} {remark}" if note and remark else note or remark


def _refusals(
    read: Callable[[_Input], object], written: _Input
) -> list[InvalidValueError]:
    try:
        read(written)
    except InvalidValueError as error:
        return [error]
    return []
