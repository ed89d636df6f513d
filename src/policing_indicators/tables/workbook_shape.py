"""What was seen of a sheet before it was read."""

from attrs import define, field

from policing_indicators.tables.workbook_place import cell_name

MOST_NAMED = 1_000
"""Cells that are named: nobody reads more."""


@define
class SheetShape:
    """How far a sheet goes, and what on it is more than a value in a cell.

    Attributes:
        formulas: The cells of formulas, as far as they are named.
        merged: The merged ranges, likewise.
        percentages: The cells of numbers that are shown in per cent, likewise.
        last_row: The last row that holds anything, from nought; -1 where none does.
        last_column: The last column that does.

    >>> shape = SheetShape()
    >>> shape.reach(1, 2)
    >>> shape.cells
    6
    """

    formulas: list[str] = field(factory=list)
    merged: list[str] = field(factory=list)
    percentages: list[str] = field(factory=list)
    last_row: int = -1
    last_column: int = -1

    @property
    def cells(self) -> int:
        """How many cells there are between A1 and the last row and column."""
        return (self.last_row + 1) * (self.last_column + 1)

    def reach(self, row: int, column: int) -> None:
        """Take in that a cell holds something."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    def add_formula(self, row: int, column: int) -> None:
        """Take in that a cell holds a formula."""
        if len(self.formulas) < MOST_NAMED:
            self.formulas.append(cell_name(row, column))

    def add_percentage(self, row: int, column: int) -> None:
        """Take in that a cell's number is shown in per cent."""
        if len(self.percentages) < MOST_NAMED:
            self.percentages.append(cell_name(row, column))

    def add_merged(self, name: str) -> None:
        """Take in that cells are merged into one."""
        if len(self.merged) < MOST_NAMED:
            self.merged.append(name)
