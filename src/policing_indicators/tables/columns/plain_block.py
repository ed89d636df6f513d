"""Lines of CSV whose cells are found without reading them letter by letter."""

from typing import Self

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.tables.columns.coded import Rows

Positions = NDArray[np.int64]
Bytes = NDArray[np.uint8]

_COMMA, _NEWLINE, _RETURN, _QUOTE = b',\n\r"'
_LONGEST_CELL = 131_072
"""Bytes: beyond them Python's own reader of CSV refuses some cells."""

PADDING = 512
"""Nulls behind the lines, so that what is looked at together is all there."""

_GRAPHIC = np.array(
    [ord("!") <= each <= ord("~") and each not in b',"' for each in range(256)]
)
"""What shows that a cell is not blank."""


@frozen(eq=False)
class PlainBlock:
    """Whole lines, all as long as the header.

    Attributes:
        content: The bytes of the lines, with nulls behind.
        starts: Of each column and row, where its cell starts.
        ends: Where it ends.
        lines: Of each row, the number of its line, from nought.
        line_count: How many lines there are, with those that are blank.
    """

    content: bytes
    starts: Positions
    ends: Positions
    lines: Positions
    line_count: int

    @classmethod
    def of(cls, lines: bytes, width: int) -> Self | None:
        """Find the cells of lines.

        Args:
            lines: Whole lines, each with its end.
            width: How many cells the header has.

        Returns:
            The block, or nothing where the lines are not plain: a cell holds a
            quotation mark or a line end, a row is longer or shorter than the header,
            or anything is there that is no CSV in UTF-8.
        """
        content = np.frombuffer(lines, dtype=np.uint8)
        stops = np.flatnonzero((content == _COMMA) | (content == _NEWLINE))
        quotes = np.flatnonzero(content == _QUOTE)
        if not (_is_text(lines) and _pair_up(content, quotes)):
            return None
        if len(quotes):
            quoted = _quoted(stops, quotes)
            if (content[stops[quoted]] == _NEWLINE).any():
                return None
            stops = stops[~quoted]
        spans = _spans(content, stops, width)
        if spans is None:
            return None
        starts, ends, rows, line_count = spans
        if len(quotes):
            quoted = content[starts] == _QUOTE
            starts, ends = starts + quoted, ends - quoted
        if (ends - starts).max(initial=0) > _LONGEST_CELL:
            return None
        block = cls(lines + bytes(PADDING), starts, ends, rows, line_count)
        return block._without_blank_rows()

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.lines)

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell."""
        span = slice(int(self.starts[column, row]), int(self.ends[column, row]))
        return self.content[span].decode()

    def taken(self, rows: Rows) -> Self:
        """Give a block of some of the rows."""
        return type(self)(
            self.content,
            self.starts[:, rows],
            self.ends[:, rows],
            self.lines[rows],
            self.line_count,
        )

    def _without_blank_rows(self) -> Self:
        content = np.frombuffer(self.content, dtype=np.uint8)
        doubtful = np.flatnonzero(~_GRAPHIC[content[self.starts]].any(axis=0))
        width = len(self.starts)
        blank = [
            row
            for row in doubtful.tolist()
            if not any(self.text(row, column).strip() for column in range(width))
        ]
        return self.taken(np.delete(np.arange(len(self)), blank)) if blank else self


def _is_text(lines: bytes) -> bool:
    """Say whether bytes are UTF-8 without nulls."""
    if b"\0" in lines:
        return False
    try:
        return lines.isascii() or bool(lines.decode())
    except UnicodeDecodeError:
        return False


def _pair_up(content: Bytes, quotes: Positions) -> bool:
    """Say whether each quotation mark begins or ends a whole cell of one line."""
    if len(quotes) % 2:
        return False
    opening, closing = quotes[::2], quotes[1::2]
    before = content[opening[opening > 0] - 1]
    behind = content[closing + 1]
    return bool(
        ((before == _COMMA) | (before == _NEWLINE)).all()
        and ((behind == _COMMA) | (behind == _NEWLINE) | (behind == _RETURN)).all()
    )


def _quoted(stops: Positions, quotes: Positions) -> NDArray[np.bool_]:
    """Say which commas and line ends stand in quotation marks."""
    change = np.zeros(len(stops) + 1, dtype=np.int8)
    # no two marks that open are next to the same comma, nor two that close
    change[np.searchsorted(stops, quotes[::2])] += 1
    change[np.searchsorted(stops, quotes[1::2])] -= 1
    return np.cumsum(change[:-1], dtype=np.int8) > 0


def _spans(
    content: Bytes, stops: Positions, width: int
) -> tuple[Positions, Positions, Positions, int] | None:
    """Give where cells start and end, by row and column, and the rows' lines."""
    last = np.flatnonzero(content[stops] == _NEWLINE)
    cells = np.diff(last, prepend=-1)
    starts = np.concatenate(([0], stops[:-1] + 1))
    ends = stops.copy()
    returned = content[stops[last] - 1] == _RETURN
    if np.count_nonzero(content == _RETURN) != np.count_nonzero(returned):
        return None  # one that stands alone ends a line too
    ends[last] -= returned
    blank = (cells == 1) & (ends[last] == starts[last])
    if not ((cells == width) | blank).all():
        return None
    if blank.any():
        kept = np.delete(np.arange(len(stops)), last[blank])
        starts, ends = starts[kept], ends[kept]
    return (
        np.ascontiguousarray(starts.reshape(-1, width).T),
        np.ascontiguousarray(ends.reshape(-1, width).T),
        np.flatnonzero(~blank),
        len(last),
    )
