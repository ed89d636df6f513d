"""The cells of a block as codes and numbers, many at a time."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from policing_indicators.tables.columns.coded import Codes
from policing_indicators.tables.columns.plain_block import PlainBlock
from policing_indicators.tables.columns.text_column import PLAIN, Numbers

_Words = NDArray[np.uint64]

_LONG = 256
"""Bytes above which cells are told apart one by one."""

_MOST_DIGITS = 18
"""So many digits fit in 64 bits, whatever they are."""

_WORD = 8
"""Bytes that are looked at together."""

_MASKS: Final = np.array(
    [
        [(1 << 8 * min(max(length - at, 0), _WORD)) - 1 for length in range(_LONG + 1)]
        for at in range(0, _LONG, _WORD)
    ],
    dtype=np.uint64,
)
"""What keeps of a word the bytes of its cell, by the word and the cell's length."""

_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
"""An odd number without a pattern: 2 to the 64 over the golden ratio.
Source: Knuth, The Art of Computer Programming, volume 3, section 6.4."""
_SHIFT: Final = np.uint64(29)


def distinct(block: PlainBlock, column: int) -> tuple[Codes, list[str]]:
    """Tell the texts of a column apart.

    Returns:
        Of each row, where its text stands among the distinct ones; and those.
    """
    starts = block.starts[column]
    lengths = block.ends[column] - starts
    short = int(lengths.max(initial=0)) <= _LONG
    found = _told_apart(_words(block, starts, lengths)) if short else None
    if found is None:
        return _one_by_one(block, column)
    codes, first = found
    return codes, [block.text(row, column) for row in first.tolist()]


def numbers_or_texts(
    block: PlainBlock, column: int
) -> tuple[Codes, list[str], Numbers]:
    """Read the whole numbers of a column that are in plain digits.

    Returns:
        Of each row, ``PLAIN`` or where its text stands among those of the other rows;
        those texts; and of each row its number, nought where it is not plain.
    """
    numbers, plain = _whole(block, column)
    codes = np.full(len(block), PLAIN, dtype=np.int64)
    others = np.flatnonzero(~plain)
    if not len(others):
        return codes, [], numbers
    codes[others], texts = distinct(block.taken(others), column)
    return codes, texts, numbers


def _words(block: PlainBlock, starts: Codes, lengths: Codes) -> list[_Words]:
    """Give the cells word by word, each filled up with nulls."""
    overlapping = np.ndarray(
        len(block.content) - _WORD + 1, "<u8", block.content, strides=(1,)
    )
    shortest, longest = int(lengths.min(initial=_LONG)), int(lengths.max(initial=1))
    return [
        overlapping[starts + at]
        if at + _WORD <= shortest
        else overlapping[starts + at] & _MASKS[at // _WORD][lengths]
        for at in range(0, longest, _WORD)
    ]


def _told_apart(words: list[_Words]) -> tuple[Codes, Codes] | None:
    """Give the code of each row, and a row of each code.

    Nothing is given where two texts have one digest: they are never taken for equal.
    """
    runs = _runs(words)
    keys = words[0][runs]
    for word in words[1:]:
        keys = (keys ^ keys >> _SHIFT) * _MIX ^ word[runs]
    _, of_run, codes = np.unique(keys, return_index=True, return_inverse=True)
    first = runs[of_run]
    if len(words) > 1 and any((w[runs] != w[first][codes]).any() for w in words):
        return None
    return np.repeat(codes, np.diff(runs, append=len(words[0]))), first


def _runs(words: list[_Words]) -> Codes:
    """Give the rows that differ from the row before: tables say the same for long."""
    changes = np.zeros(len(words[0]), dtype=bool)
    changes[:1] = True
    for word in words:
        changes[1:] |= word[1:] != word[:-1]
    return np.flatnonzero(changes)


def _one_by_one(block: PlainBlock, column: int) -> tuple[Codes, list[str]]:
    known: dict[str, int] = {}
    codes = [
        known.setdefault(block.text(row, column), len(known))
        for row in range(len(block))
    ]
    return np.array(codes, dtype=np.int64), list(known)


def _whole(block: PlainBlock, column: int) -> tuple[Numbers, NDArray[np.bool_]]:
    content = np.frombuffer(block.content, dtype=np.uint8)
    starts = block.starts[column]
    lengths = block.ends[column] - starts
    plain = (lengths > 0) & (lengths <= _MOST_DIGITS)
    plain &= (content[starts] != ord("0")) | (lengths == 1)
    numbers = np.zeros(len(block), dtype=np.int64)
    for at in range(min(int(lengths.max(initial=0)), _MOST_DIGITS)):
        digits = content[starts + at] - np.uint8(ord("0"))
        inside = lengths > at
        plain &= ~inside | (digits < 10)  # noqa: PLR2004 - the digits
        numbers = np.where(inside, numbers * 10 + digits, numbers)
    numbers[~plain] = 0
    return numbers, plain
