"""A column of codes: of each row, where its value stands among the distinct ones."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, Self, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Codes = NDArray[np.integer[Any]]
"""Whole numbers from nought, in as few bytes as they need."""

Rows = NDArray[np.integer[Any] | np.bool_] | slice
"""Rows of a column, by number or by a yes or no for each."""

_MOST = int(np.iinfo(np.int64).max)

_SPARSE, _FEW = 4, 1_000
"""So many times as many codes as rows, and so many more, are looked up in a table; more
are sorted."""

_Value = TypeVar("_Value")
_Key = Callable[[_Value], Hashable]


def _itself(value: Hashable) -> Hashable:
    return value


@frozen(eq=False)
class Coded(Generic[_Value]):
    """A column whose values are held once each.

    Attributes:
        codes: Of each row, the number of its value.
        values: The values.

    >>> Coded(np.array([0, 1, 0]), ("kent", "essex"))[2]
    'kent'
    """

    codes: Codes
    values: tuple[_Value, ...]

    def __getitem__(self, row: int) -> _Value:
        """Give the value of a row."""
        return self.values[int(self.codes[row])]

    def taken(self, rows: Rows) -> Self:
        """Give the column of some rows."""
        return type(self)(self.codes[rows], self.values)

    @property
    def present(self) -> tuple[_Value, ...]:
        """The values that rows have, in the order in which they first come."""
        first, _ = told_apart(self.codes)
        in_turn: list[int] = self.codes[np.sort(first)].tolist()
        return tuple(self.values[code] for code in in_turn)

    @property
    def nbytes(self) -> int:
        """How many bytes the codes take: none where one of them stands for all."""
        return occupied(self.codes)


def coded(items: Iterable[_Value], *, key: _Key[_Value] = _itself) -> Coded[_Value]:
    """Hold each value once.

    Args:
        items: The value of each row.
        key: What tells values apart: equal values that are written differently have
            different keys.

    >>> coded(["kent", "essex", "kent"]).values
    ('kent', 'essex')
    """
    known: dict[Hashable, int] = {}
    values: list[_Value] = []
    codes: list[int] = []
    for item in items:
        code = known.setdefault(key(item), len(known))
        if code == len(values):
            values.append(item)
        codes.append(code)
    return Coded(narrowed(np.array(codes, dtype=np.int64)), tuple(values))


def recoded(
    codes: Codes, values: Sequence[_Value], *, key: _Key[_Value] = _itself
) -> Coded[_Value]:
    """Hold once what several codes stand for.

    Args:
        codes: Of each row, the number of its value.
        values: The values, some of them perhaps equal.
        key: What tells values apart.
    """
    distinct = coded(values, key=key)
    if len(distinct.values) == len(values):
        return Coded(narrowed(codes, len(values)), tuple(values))
    return Coded(distinct.codes[codes], distinct.values)


def occupied(codes: Codes) -> int:
    """Give how many bytes codes take: one code may stand for all rows."""
    return codes.nbytes if any(codes.strides) else 0


def narrowed(codes: Codes, distinct: int | None = None) -> Codes:
    """Give codes in as few bytes as they need.

    >>> narrowed(np.array([0, 1, 2])).dtype
    dtype('uint8')
    """
    most = int(codes.max(initial=0)) if distinct is None else max(distinct - 1, 0)
    return codes.astype(np.min_scalar_type(most), copy=False)


def joined(
    columns: Sequence[Coded[_Value]], *, key: _Key[_Value] = _itself
) -> Coded[_Value]:
    """Put columns one under another."""
    values = [value for column in columns for value in column.values]
    offsets = np.cumsum([0, *(len(column.values) for column in columns)])
    codes = np.concatenate(
        [
            column.codes.astype(np.int64) + offset
            for column, offset in zip(columns, offsets[:-1], strict=True)
        ]
    )
    return recoded(codes, values, key=key)


def packed(columns: Sequence[tuple[Codes, int]]) -> Codes:
    """Make one number of several codes, in whose order rows sort as by the codes.

    Args:
        columns: Codes, and below which number they all are; the first counts most.

    >>> packed([(np.array([0, 1]), 2), (np.array([2, 0]), 3)]).tolist()
    [2, 3]
    """
    first, *others = [each for each in columns if each[1] > 1] or [columns[0]]
    codes, most = first
    for following, distinct in others:
        if most * distinct > _MOST:
            ranks, codes = np.unique(codes, return_inverse=True)
            most = len(ranks)
        most *= distinct
        kind = np.min_scalar_type(most)
        codes = codes.astype(kind) * kind.type(distinct) + following.astype(kind)
    return codes


def is_dense(most: int, rows: int) -> bool:
    """Say whether codes below a number are better looked up than sorted."""
    return most <= _SPARSE * rows + _FEW


def told_apart(codes: Codes) -> tuple[NDArray[np.int64], Codes]:
    """Give a row of each distinct code, in the order of the codes, and number them.

    Returns:
        The first row of each, and of each row the number of its code.

    >>> first, numbers = told_apart(np.array([7, 2, 7]))
    >>> first.tolist(), numbers.tolist()
    ([1, 0], [1, 0, 1])
    """
    most = int(codes.max(initial=0)) + 1
    if not is_dense(most, len(codes)):
        _, sorted_first, numbers = np.unique(
            codes, return_index=True, return_inverse=True
        )
        return sorted_first, numbers
    first = np.full(most, -1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]  # the last that is set stays
    held = np.flatnonzero(first >= 0)
    number = np.zeros(most, dtype=np.min_scalar_type(len(held)))
    number[held] = np.arange(len(held))
    return first[held], number[codes]
