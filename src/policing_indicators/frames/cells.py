"""Numbers added up by cell, some rows at a time."""

from collections.abc import Iterable, Iterator

import numpy as np

from policing_indicators.frames.numbering import Numbers
from policing_indicators.tables.columns.coded import is_dense, told_apart

_BLOCK = 1 << 16
"""Rows added up at a time: few enough to stay in the processor's own memory."""

Addends = tuple[Numbers, Numbers]
"""The cells of some rows, and the number of each row."""


def blocks(rows: int) -> Iterator[slice]:
    """Take so many rows some at a time."""
    for start in range(0, rows, _BLOCK):
        yield slice(start, start + _BLOCK)


def added_up(addends: Iterable[Addends], size: int, rows: int) -> Addends:
    """Add numbers up by cell.

    Args:
        addends: The cells of some rows after others.
        size: Below which number all cells are.
        rows: About how many rows there are.

    Returns:
        The cells that a row has, in order, and the sum of each.
    """
    if not is_dense(size, rows):
        return _added_up_in_order(addends)
    sums = np.zeros(size, dtype=np.int64)
    there = np.zeros(size, dtype=bool)
    for cells, numbers in addends:
        np.add.at(sums, cells, numbers)
        there[cells] = True
    found = np.flatnonzero(there)
    return found, sums[found]


def _added_up_in_order(addends: Iterable[Addends]) -> Addends:
    """Add up what would fill a fraction of the cells that there might be."""
    every = list(addends)
    cells = np.concatenate([each for each, _ in every])
    first, where = told_apart(cells)
    sums = np.zeros(len(first), dtype=np.int64)
    np.add.at(sums, where, np.concatenate([numbers for _, numbers in every]))
    return cells[first], sums
