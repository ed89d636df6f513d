"""The figures of a tidy table, read together for all rows that are alike."""

from collections.abc import Hashable, Sequence
from typing import Self

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.cell import Cell
from policing_indicators.tables.columns.coded import Codes, Rows, packed, told_apart
from policing_indicators.tables.columns.read_column import ReadColumn
from policing_indicators.tables.columns.text_table import TextTable
from policing_indicators.tables.figure import Figure
from policing_indicators.tables.tidy_row import FIGURE_COLUMNS, Cells, TidyRows

_PLAIN_KIND = (True, None, None, "")
"""How a cell of a number alone is told from others."""


@frozen(eq=False)
class TidyFigures:
    """What the cells of figures say together.

    Attributes:
        kinds: Of each row, of which kind it is: which of its cells are filled in, and
            with which words and symbols.
        figures: A figure of each kind; none where the cells contradict each other.
    """

    kinds: Codes
    figures: Sequence[Figure | None]

    @classmethod
    def of(
        cls,
        table: TextTable,
        rows: TidyRows,
        count: ReadColumn[Cell],
        value: ReadColumn[Cell],
    ) -> Self:
        """Read one row of each kind.

        Args:
            table: Rows whose cells can all be read.
            rows: The reader of rows.
            count: The cells of the counts.
            value: The cells of the values.
        """
        words = [table.columns[name] for name in ("missing", "status")]
        of_texts = [(each.codes, len(each.texts)) for each in words]
        given = table.columns["denominator"]
        is_given = [bool(text.strip()) for text in given.texts]
        denominators = _of_kinds(given.codes, is_given)
        kinds = packed([_of_cells(count), _of_cells(value), denominators, *of_texts])
        first, kinds = told_apart(kinds)
        examples = (table.cells(row, FIGURE_COLUMNS) for row in first.tolist())
        return cls(kinds, [_figure(rows, example) for example in examples])

    @property
    def contradicted(self) -> NDArray[np.bool_]:
        """Of each row, whether its cells contradict each other."""
        return np.array([each is None for each in self.figures], bool)[self.kinds]

    def taken(self, rows: Rows) -> Self:
        """Give the figures of some rows."""
        return type(self)(self.kinds[rows], self.figures)

    def known(self) -> list[Figure]:
        """Give the figure of each kind, where no row contradicts itself any more.

        A kind that does has no row then, and the figure of another in its place.
        """
        known = [each for each in self.figures if each is not None]
        return [each or known[0] for each in self.figures] if known else []


def _of_cells(column: ReadColumn[Cell]) -> tuple[Codes, int]:
    kinds: list[Hashable] = [
        (cell.number is not None, cell.missing, cell.status, cell.remark)
        for cell in column.values
    ]
    # the last answers to PLAIN
    return _of_kinds(column.codes, [*kinds, _PLAIN_KIND])


def _of_kinds(codes: Codes, kinds: Sequence[Hashable]) -> tuple[Codes, int]:
    known: dict[Hashable, int] = {}
    numbers = [known.setdefault(kind, len(known)) for kind in kinds]
    return np.array(numbers, dtype=np.int64)[codes], len(known)


def _figure(rows: TidyRows, cells: Cells) -> Figure | None:
    try:
        return rows.figure(cells)
    except InvalidValueError:
        return None
