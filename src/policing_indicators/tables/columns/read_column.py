"""A column whose distinct texts were read, each once."""

from collections.abc import Callable
from typing import Generic, Self, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.columns.coded import Codes, Rows
from policing_indicators.tables.columns.text_column import PLAIN, Numbers, TextColumn

_Read = TypeVar("_Read")


@frozen(eq=False)
class ReadColumn(Generic[_Read]):
    """What the texts of a column read as.

    Attributes:
        codes: Of each row, the number of its value, or ``PLAIN``; of a row that cannot
            be read, any.
        values: What the texts that can be read read as.
        numbers: Of each row, its number where it is plain.
        refused: Of each row, whether it cannot be read; nothing where all can.

    >>> column = ReadColumn.of(TextColumn(np.array([0, 1, 0]), ("3", "4")), int)
    >>> column.values
    (3, 4)
    """

    codes: Codes
    values: tuple[_Read, ...]
    numbers: Numbers | None
    refused: NDArray[np.bool_] | None

    @classmethod
    def of(cls, column: TextColumn, read: Callable[[str], _Read]) -> Self:
        """Read each text of a column once."""
        values: list[_Read] = []
        codes: list[int] = []
        for text in column.texts:
            try:
                values.append(read(text))
            except InvalidValueError:
                codes.append(_UNREAD)
            else:
                codes.append(len(values) - 1)
        if _UNREAD not in codes:
            return cls(column.codes, tuple(values), column.numbers, None)
        # the last answers to PLAIN
        new = np.array([*codes, PLAIN], dtype=np.int64)[column.codes]
        refused = new == _UNREAD
        return cls(np.where(refused, 0, new), tuple(values), column.numbers, refused)

    def taken(self, rows: Rows) -> Self:
        """Give the column of some rows, all of which can be read."""
        numbers = None if self.numbers is None else self.numbers[rows]
        return type(self)(self.codes[rows], self.values, numbers, None)


_UNREAD = -2
"""The code of a text that cannot be read."""
