"""A column of counts, some of which may be missing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Self

import numpy as np
from attrs import field, frozen

from policing_indicators.tables.columns.coded import Codes, Rows
from policing_indicators.tables.columns.text_column import PLAIN, Numbers

_LEAST, _MOST = np.iinfo(np.int64).min, np.iinfo(np.int64).max
NONE = int(_LEAST)
"""Stands where there is no count."""
_LARGE = NONE + 1
"""Stands where the count does not fit in 64 bits."""


@frozen(eq=False)
class Counts:
    """Whole numbers, or none.

    Attributes:
        numbers: Of each row, its count, ``NONE`` or the mark of a larger number.
        large: The numbers that do not fit, by what tells a row from the others.

    >>> counts = Counts.of([3, None, 10**30])
    >>> counts[0], counts[1], counts[2] == 10**30
    (3, None, True)
    """

    numbers: Numbers
    large: Mapping[int, int] = field(factory=dict[int, int])

    @classmethod
    def of(cls, counts: Iterable[int | None]) -> Self:
        """Hold counts."""
        given = list(counts)
        large = {
            row: count
            for row, count in enumerate(given)
            if count is not None and not _LARGE < count <= _MOST
        }
        numbers = [
            NONE if count is None else _LARGE if row in large else count
            for row, count in enumerate(given)
        ]
        return cls(np.array(numbers, dtype=np.int64), large)

    @classmethod
    def recoded(
        cls, codes: Codes, counts: Sequence[int | None], plain: Numbers | None
    ) -> Self:
        """Hold the counts that codes stand for.

        Args:
            codes: Of each row, the number of its count, or ``PLAIN``.
            counts: The counts.
            plain: Of each row, its number where it is plain.
        """
        distinct = cls.of(counts)
        # the last answers to PLAIN
        numbers = np.append(distinct.numbers, 0)[codes]
        if plain is not None:
            numbers = np.where(codes == PLAIN, plain, numbers)
        large = {
            row: count
            for code, count in distinct.large.items()
            for row in np.flatnonzero(codes == code).tolist()
        }
        return cls(numbers, large)

    def __getitem__(self, row: int) -> int | None:
        """Give the count of a row, if there is one."""
        number = int(self.numbers[row])
        if number == NONE:
            return None
        return self.large[row] if number == _LARGE else number

    @property
    def nbytes(self) -> int:
        """How many bytes the counts take."""
        return self.numbers.nbytes

    def taken(self, rows: Rows) -> Self:
        """Give the counts of some rows."""
        numbers = self.numbers[rows]
        if not self.large:
            return type(self)(numbers)
        before = np.arange(len(self.numbers))[rows].tolist()
        large = {
            row: self.large[old] for row, old in enumerate(before) if old in self.large
        }
        return type(self)(numbers, large)


def joined(several: Sequence[Counts]) -> Counts:
    """Put counts one under another."""
    large: dict[int, int] = {}
    before = 0
    for each in several:
        large |= {row + before: count for row, count in each.large.items()}
        before += len(each.numbers)
    return Counts(np.concatenate([each.numbers for each in several]), large)
