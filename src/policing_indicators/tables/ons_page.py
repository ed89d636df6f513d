"""A sheet of a workbook of the Office for National Statistics, as text."""

from collections.abc import Iterator, Sequence
from typing import Self

from attrs import frozen

from policing_indicators.registry.layout import Layout, LayoutTable
from policing_indicators.tables.ons_words import number_of, periods_of, title_of
from policing_indicators.tables.workbook import Sheet, text_of
from policing_indicators.vocabulary.period import Period

_TITLE_ROWS = 2


@frozen
class OnsPage:
    """A sheet, and its rows as text.

    Attributes:
        sheet: The sheet.
        rows: Its rows, each as wide as the sheet.
    """

    sheet: Sheet
    rows: Sequence[Sequence[str]]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """Read a sheet."""
        return cls(sheet, [list(map(text_of, row)) for row in sheet.rows()])

    @property
    def top(self) -> int:
        """The row of its title, from nought: the first whose first cell is filled."""
        filled = (row for row, cells in enumerate(self.rows) if cells[0].strip())
        return next(filled, 0)

    @property
    def title(self) -> str:
        """What stands in the first cell of that row, in one line."""
        return " ".join(self.rows[self.top][0].split()) if self.rows else ""

    @property
    def number(self) -> str | None:
        """The number of the table that it is; none where it is no table."""
        return number_of(self.title)

    @property
    def period(self) -> Period | None:
        """The last of the years that its title names; none where it names none."""
        rows = self.rows[self.top : self.top + _TITLE_ROWS]
        years = [year for row in rows for year in periods_of(row[0])]
        return max(years, default=None)

    def table(self, layout: Layout) -> LayoutTable | None:
        """Give what is known of the table; none where its title is not known."""
        title = title_of(self.title)
        for table in layout.tables:
            if title in map(title_of, table.titles):
                return table
        return None

    def lines(self) -> Iterator[str]:
        """Give what each row says that says anything, as one line."""
        for row in self.rows:
            line = " ".join(" ".join(row).split())
            if line:
                yield line
