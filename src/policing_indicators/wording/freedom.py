"""By how much hidden counts could differ and all that is shown be the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import gcd, lcm
from typing import TypeVar

from policing_indicators.wording.cell import Cell

Families = Mapping[str, tuple[str, ...]]
"""The ids of the parts that partition a whole, by the whole's id."""

Move = dict[Cell, int]
"""By how much each of some hidden counts changes at once, by its cell."""

_Number = tuple[str, date]
"""How many there were of an indicator by a day: what a count is the growth of."""

_Key = TypeVar("_Key", _Number, Cell)


def moves(
    shown: Sequence[Cell], hidden: Sequence[Cell], families: Families
) -> tuple[Move, ...]:
    """Give changes of hidden counts that leave everything shown as it is.

    Every such change is a combination of these. What none of them changes can be worked
    out from what is shown by adding and subtracting alone.

    Args:
        shown: The cells whose counts are shown, of one area and vintage.
        hidden: The cells whose counts are not.
        families: The parts of each whole.
    """
    ties = _ties(shown)
    ends = {cell: _ends(cell, ties) for cell in hidden}
    solved = _reduced(_sums((*shown, *hidden), families, ties))
    numbers = dict.fromkeys(each for pair in ends.values() for each in pair)
    for row in solved.values():
        numbers.update(dict.fromkeys(row))
    by_free = (_growths(free, ends, solved) for free in numbers if free not in solved)
    return tuple(_reduced(by_free).values())


def _ties(shown: Iterable[Cell]) -> dict[_Number, _Number]:
    """Tie the two numbers that a shown count is the difference of: one moves both."""
    ties: dict[_Number, _Number] = {}
    for cell in shown:
        start, end = _ends(cell, ties)
        if start != end:
            ties[end] = start
    return ties


def _ends(cell: Cell, ties: Mapping[_Number, _Number]) -> tuple[_Number, _Number]:
    start, end = (cell.indicator, cell.start), (cell.indicator, cell.end)
    return _tied(start, ties), _tied(end, ties)


def _tied(number: _Number, ties: Mapping[_Number, _Number]) -> _Number:
    while number in ties:
        number = ties[number]
    return number


def _sums(
    cells: Iterable[Cell], families: Families, ties: Mapping[_Number, _Number]
) -> Iterator[dict[_Number, int]]:
    """Say that of a whole there are by any day as many as of its parts."""
    days: dict[str, set[date]] = {}
    for cell in cells:
        days.setdefault(cell.indicator, set()).update((cell.start, cell.end))
    for whole, parts in families.items():
        members = (whole, *parts)
        together = {day for name in members for day in days.get(name, ())}
        tied = dict.fromkeys(
            tuple(_tied((name, day), ties) for name in members)
            for day in sorted(together)
        )
        for of_whole, *of_parts in tied:
            yield {of_whole: 1, **dict.fromkeys(of_parts, -1)}


def _growths(
    free: _Number,
    ends: Mapping[Cell, tuple[_Number, _Number]],
    solved: Mapping[_Number, Mapping[_Number, int]],
) -> dict[Cell, int]:
    """Say by how much each count grows where a free number does by a whole one."""
    moved = {pivot: row for pivot, row in solved.items() if free in row}
    whole = lcm(*(row[pivot] for pivot, row in moved.items()))
    by = {pivot: -whole // row[pivot] * row[free] for pivot, row in moved.items()}
    by[free] = whole
    return {
        cell: by.get(end, 0) - by.get(start, 0) for cell, (start, end) in ends.items()
    }


def _reduced(rows: Iterable[dict[_Key, int]]) -> dict[_Key, dict[_Key, int]]:
    """Solve equations that sum to zero, each for an unknown that no other keeps.

    This is elimination as Gauss and Jordan have it, in whole numbers, so exact.
    """
    solved: dict[_Key, dict[_Key, int]] = {}
    for row in rows:
        left = {key: size for key, size in row.items() if size}
        for key in row.keys() & solved.keys():
            if key in left:
                left = _without(key, left, solved[key])
        if not left:
            continue
        pivot = min(left)
        left = _smallest(left, sign=1 if left[pivot] > 0 else -1)
        for key, other in solved.items():
            if pivot in other:
                solved[key] = _without(pivot, other, left)
        solved[pivot] = left
    return solved


def _without(
    key: _Key, row: dict[_Key, int], other: dict[_Key, int]
) -> dict[_Key, int]:
    """Take so much of another equation from one that an unknown is in it no more.

    The unknown stands in the other a positive number of times.
    """
    times, less = other[key], row[key]
    left = {each: times * size for each, size in row.items()}
    for each, size in other.items():
        left[each] = left.get(each, 0) - less * size
    return _smallest({each: size for each, size in left.items() if size})


def _smallest(row: dict[_Key, int], *, sign: int = 1) -> dict[_Key, int]:
    common = sign * gcd(*row.values()) if row else 1
    return {key: size // common for key, size in row.items()}
