"""CSV files read column by column: at once where they are plain, else row by row.

Both ways give the same table. What is plain is found without looking at each letter;
of any other file the one reader of rows, :mod:`policing_indicators.tables.lines`, is
the judge.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain, islice
from os import PathLike
from pathlib import Path
from typing import BinaryIO

import numpy as np
from attrs import frozen

from policing_indicators.errors import Problem
from policing_indicators.tables.columns.cell_coding import distinct, numbers_or_texts
from policing_indicators.tables.columns.coded import Codes
from policing_indicators.tables.columns.plain_block import PlainBlock
from policing_indicators.tables.columns.text_column import TextColumn, TextColumnMaker
from policing_indicators.tables.columns.text_table import Lines, TextTable
from policing_indicators.tables.header import Header
from policing_indicators.tables.lines import Row, begins_otherwise, lines_of_file, rows

_BLOCK = 1 << 20
"""Bytes read at a time: few enough to stay in the processor's own memory."""

_LONGEST_LINE = 1 << 22
"""Bytes without a line end after which a file is not taken for plain."""

_ROWS = 20_000
"""Rows read at a time, where rows are read one by one."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@frozen
class Layout:
    """What columns a table may have.

    Attributes:
        columns: Those that are read.
        spellings: Which column each name is of.
        numbers: Those of whole numbers.
    """

    columns: Sequence[str]
    spellings: Mapping[str, str]
    numbers: Collection[str]


def read(path: str | PathLike[str], layout: Layout) -> TextTable:
    """Read a CSV file in UTF-8.

    Args:
        path: The file.
        layout: Its columns.

    Returns:
        The table. Where its header lacks required columns, or has others, that is for
        the caller to see.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Lines are not UTF-8 or hold null characters; all are named.
    """
    table = read_plain(path, layout)
    return table or by_rows(lines_of_file(path), layout)


def by_rows(lines: Iterable[str], layout: Layout) -> TextTable:
    """Read the lines of a CSV file, whatever stands in them; see :func:`read`."""
    problems = _Placed()
    numbered = rows(lines, problems)
    header = Header.of(numbered, layout.spellings)
    making = _Making(layout)
    pick = header.picker(layout.columns)
    while batch := list(islice(problems.counting(numbered), _ROWS)):
        cells = [pick([*row, ""]) for _, row in batch]
        making.add_lines([line for line, _ in batch])
        for maker, texts in zip(making.makers, zip(*cells, strict=True), strict=True):
            known: dict[str, int] = {}
            codes = [known.setdefault(text, len(known)) for text in texts]
            maker.add(np.array(codes, dtype=np.int64), list(known))
    return making.table(header, problems.placed)


class _Placed(list[Problem]):
    """Problems, with how many rows came before each."""

    __slots__ = ("_rows", "placed")

    def __init__(self) -> None:
        super().__init__()
        self.placed: list[tuple[int, Problem]] = []
        self._rows = 0

    def append(self, problem: Problem) -> None:
        """Take in a problem."""
        super().append(problem)
        self.placed.append((self._rows, problem))

    def counting(
        self, numbered: Iterator[tuple[int, Row]]
    ) -> Iterator[tuple[int, Row]]:
        """Count rows as they come."""
        for each in numbered:
            self._rows += 1
            yield each


class _Making:
    """A table in the making."""

    __slots__ = ("_layout", "_lines", "makers")

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._lines: list[Lines] = []
        self.makers = [TextColumnMaker() for _ in layout.columns]

    def add_lines(self, lines: Sequence[int] | Codes) -> None:
        self._lines.append(np.asarray(lines, dtype=np.uint32))

    def add(self, block: PlainBlock, positions: Sequence[int], before: int) -> None:
        """Take in a block that comes after so many lines."""
        self.add_lines(block.lines + (before + 1))
        for name, maker, at in zip(
            self._layout.columns, self.makers, positions, strict=True
        ):
            if at == len(block.starts):
                continue
            if name in self._layout.numbers:
                maker.add(*numbers_or_texts(block, at))
            else:
                maker.add(*distinct(block, at))

    def table(
        self, header: Header, problems: Sequence[tuple[int, Problem]] = ()
    ) -> TextTable:
        lines = np.concatenate(self._lines or [np.zeros(0, dtype=np.uint32)])
        self._lines.clear()
        columns = {
            name: maker.column() if name in header else TextColumn.blank(len(lines))
            for name, maker in zip(self._layout.columns, self.makers, strict=True)
        }
        return TextTable(header, lines, columns, problems)


def read_plain(path: str | PathLike[str], layout: Layout) -> TextTable | None:
    """Read a CSV file where it is plain, and else give nothing."""
    try:
        with Path(path).open("rb") as file:
            return _from_blocks(_blocks(file), layout)
    except OSError:
        return None


def _from_blocks(blocks: Iterator[bytes], layout: Layout) -> TextTable | None:
    first = next(blocks, b"")
    if begins_otherwise(first):
        return None
    first = first.removeprefix(_BYTE_ORDER_MARK)
    numbered = rows(StringIO(first.decode(errors="replace"), newline=""), [])
    header = Header.of(numbered, layout.spellings)
    if not header.cells:
        return None
    making, before = _Making(layout), 0
    positions = header.positions(layout.columns)
    for lines in chain((first,), blocks):
        block = PlainBlock.of(lines, len(header.cells))
        if block is None:
            return None
        if before < header.line:
            block = block.taken(block.lines + before + 1 > header.line)
        making.add(block, positions, before)
        before += block.line_count
    return making.table(header)


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """Give whole lines; the last with an end where the file has none there."""
    rest = b""
    while read := file.read(_BLOCK):
        lines, end, rest = (rest + read).rpartition(b"\n")
        if end:
            yield lines + end
        elif len(rest) > _LONGEST_LINE:
            break
    if rest:
        yield rest + b"\n"
