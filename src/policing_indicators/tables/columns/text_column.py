"""A column as its file writes it: each distinct text once, plain numbers as numbers."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.tables.columns.coded import Codes, Rows

PLAIN = -1
"""The code of a cell that holds a whole number in plain digits."""

Numbers = NDArray[np.int64]


@frozen(eq=False)
class TextColumn:
    """The cells of a column.

    Attributes:
        codes: Of each row, where its text stands among the distinct ones, or ``PLAIN``.
        texts: The distinct texts.
        numbers: Of each row, its number where it is plain; none in a column that is
            not of numbers.

    >>> column = TextColumn(np.array([0, PLAIN]), ("[x]",), np.array([0, 31]))
    >>> column[0], column[1]
    ('[x]', '31')
    """

    codes: Codes
    texts: tuple[str, ...]
    numbers: Numbers | None = None

    @classmethod
    def blank(cls, rows: int) -> Self:
        """Make the column of a table that does not have it."""
        return cls(np.broadcast_to(np.int8(0), rows), ("",))

    def __getitem__(self, row: int) -> str:
        """Give the text of a cell, as it was written."""
        code = int(self.codes[row])
        if code == PLAIN and self.numbers is not None:
            return str(self.numbers[row])
        return self.texts[code]

    def taken(self, rows: Rows) -> Self:
        """Give the column of some rows."""
        numbers = None if self.numbers is None else self.numbers[rows]
        return type(self)(self.codes[rows], self.texts, numbers)


class TextColumnMaker:
    """Puts a column together, block by block."""

    __slots__ = ("_codes", "_known", "_numbers")

    def __init__(self) -> None:
        """Start without a row."""
        self._known: dict[str, int] = {}
        self._codes: list[Codes] = []
        self._numbers: list[Numbers] = []

    def add(
        self, codes: Codes, texts: Sequence[str], numbers: Numbers | None = None
    ) -> None:
        """Take in the rows of a block.

        Args:
            codes: Of each row, where its text stands among those of the block.
            texts: The distinct texts of the block.
            numbers: Of each row, its number where it is plain.
        """
        known = self._known
        # the last answers to PLAIN
        own = [*(known.setdefault(text, len(known)) for text in texts), PLAIN]
        self._codes.append(_signed(np.array(own, dtype=np.int64)[codes], len(known)))
        if numbers is not None:
            self._numbers.append(numbers)

    def column(self) -> TextColumn:
        """Give the column, and let go of its blocks."""
        codes = np.concatenate(self._codes or [np.zeros(0, dtype=np.int8)])
        self._codes.clear()
        numbers = np.concatenate(self._numbers) if self._numbers else None
        self._numbers.clear()
        return TextColumn(codes, tuple(self._known), numbers)


def _signed(codes: Codes, distinct: int) -> Codes:
    return codes.astype(np.min_scalar_type(-max(distinct, 1)), copy=False)
