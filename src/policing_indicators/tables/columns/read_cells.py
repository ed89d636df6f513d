"""The cells of a tidy table, each distinct text read once."""

from datetime import date
from typing import Any, Self

import numpy as np
from attrs import fields, frozen
from numpy.typing import NDArray

from policing_indicators.tables.cell import Cell
from policing_indicators.tables.columns.coded import Rows
from policing_indicators.tables.columns.read_column import ReadColumn
from policing_indicators.tables.columns.text_table import TextTable
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.period import Period


@frozen(eq=False, kw_only=True)
class ReadCells:
    """The columns of a tidy table, read text by text."""

    indicator: ReadColumn[str]
    area: ReadColumn[str]
    period: ReadColumn[Period]
    count: ReadColumn[Cell]
    denominator: ReadColumn[int | float | None]
    value: ReadColumn[Cell]
    missing: ReadColumn[MissingReason | None]
    status: ReadColumn[Status | None]
    as_at: ReadColumn[date | None]
    source: ReadColumn[str]
    note: ReadColumn[str]

    @classmethod
    def of(cls, table: TextTable, cells: TidyCells) -> Self:
        """Read each column with its reader."""
        read: dict[str, Any] = {
            each.name: ReadColumn[object].of(
                table.columns[each.name], getattr(cells, each.name).__getitem__
            )
            for each in fields(ReadCells)
        }
        return cls(**read)

    @property
    def refused(self) -> NDArray[np.bool_]:
        """Of each row, whether one of its cells cannot be read."""
        refused = np.zeros(len(self.indicator.codes), dtype=bool)
        for each in fields(ReadCells):
            column: ReadColumn[object] = getattr(self, each.name)
            if column.refused is not None:
                refused |= column.refused
        return refused

    def taken(self, rows: Rows) -> Self:
        """Give the cells of some rows."""
        return type(self)(
            **{
                each.name: getattr(self, each.name).taken(rows)
                for each in fields(ReadCells)
            }
        )
