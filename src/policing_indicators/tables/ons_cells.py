"""What the cells of tables of the Office for National Statistics read as."""

from policing_indicators.registry.layout import ColumnMeasure
from policing_indicators.tables.cell import Cell
from policing_indicators.tables.memory import Memory

_OLD_SYMBOLS = {"-": "[u]", "+": "[u]", "..": "[x]", "N/A": "[z]"}
"""What editions before 2020 print where there is no figure: a base under 50, a
population that is small, not available, not applicable. Source: the notes of the
tables, year ending June 2019."""


class OnsCells:
    """The readers of counts and of values, each a memory of what it read.

    >>> OnsCells().read("-", ColumnMeasure.VALUE).missing.value
    'low reliability'
    """

    __slots__ = ("_counts", "_values")

    def __init__(self) -> None:
        """Start with nothing read."""
        self._counts = Memory(Cell.of_count)
        self._values = Memory(Cell.of_value)

    def read(self, text: str, measure: ColumnMeasure) -> Cell:
        """Read a cell.

        Raises:
            InvalidValueError: It holds other than a number and symbols.
        """
        plain = text.strip()
        spelt = _OLD_SYMBOLS.get(plain, plain)
        if measure is ColumnMeasure.VALUE:
            return self._values[spelt]
        return self._counts[spelt]
