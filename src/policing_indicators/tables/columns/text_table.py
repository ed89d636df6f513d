"""A table as its file writes it, column by column."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.errors import Problem
from policing_indicators.tables.columns.coded import Rows
from policing_indicators.tables.columns.text_column import TextColumn
from policing_indicators.tables.header import Header

Lines = NDArray[np.integer[Any]]
"""Of each row, the number of its line."""


@frozen(eq=False)
class TextTable:
    """The rows of a table, before anything of them is understood.

    Attributes:
        header: The names over the columns.
        lines: Of each row, the number of its line.
        columns: The columns that are asked for, by name; blank where there is none.
        problems: What is no row, with how many rows stand before it.
    """

    header: Header
    lines: Lines
    columns: Mapping[str, TextColumn]
    problems: Sequence[tuple[int, Problem]] = ()

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.lines)

    def cells(self, row: int, columns: Sequence[str]) -> tuple[str, ...]:
        """Give cells of a row, as they were written."""
        return tuple(self.columns[column][row] for column in columns)

    def taken(self, rows: Rows) -> "TextTable":
        """Give a table of some rows."""
        columns = {name: each.taken(rows) for name, each in self.columns.items()}
        return TextTable(self.header, self.lines[rows], columns)
