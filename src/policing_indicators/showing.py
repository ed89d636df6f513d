"""How a value shows itself in a notebook: a table under a caption, nothing else.

Notebooks of every kind ask a value itself (``_repr_html_``, ``_repr_markdown_``), so
each value says what it shows, from its own facts, and this writes it. In HTML each cell
says its side and the room around it, which notebooks would choose otherwise; no colour
and no font is named, so that what is pasted into a paper takes the paper's. Markdown
says of the columns of numbers alone that they stand right. All text is escaped.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

NONE = "-"
"""What stands in a cell of which there is nothing to say."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&]")
_LINE_END = re.compile(r"\s*[\r\n]+\s*")


class ShownTable(NamedTuple):
    """A table to show.

    Attributes:
        caption: What it holds.
        headings: What stands at the head of each column.
        rows: The rows, whose first cell names them.
        notes: What a reader must know of it, beneath.
        numbers: How many columns, from the right, hold numbers.

    >>> shown = ShownTable("Robbery", ("Area", "Rate"), (("kent", "2.1"),), numbers=1)
    >>> print(shown.markdown().splitlines()[-1])
    | kent | 2.1 |
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    numbers: int = 0

    def html(self) -> str:
        """Write it as HTML: a table with a caption, its heads marked."""
        heads = "".join(
            f'<th scope="col">{escape(each)}</th>' for each in self.headings
        )
        lines = [
            "<table>",
            f"<caption>{escape(self.caption)}</caption>",
            f"<thead><tr>{heads}</tr></thead>",
            "<tbody>",
            *(f"<tr>{''.join(self._cells(row))}</tr>" for row in self.rows),
            "</tbody>",
            "</table>",
            *(f"<p>{escape(note)}</p>" for note in self.notes),
        ]
        return "\n".join(lines)

    def markdown(self) -> str:
        """Write it as Markdown: its caption, the table, its notes."""
        marks = ["---"] * len(self.headings)
        for place in range(len(marks) - self.numbers, len(marks)):
            marks[place] = "--:"
        rows = (tuple(map(_plain, row)) for row in self.rows)
        lines = [_row(tuple(map(_plain, self.headings))), _row(marks), *map(_row, rows)]
        parts = [f"**{_plain(self.caption)}**", "\n".join(lines)]
        return "\n\n".join([*parts, *map(_plain, self.notes)])

    def _cells(self, row: tuple[str, ...]) -> Iterator[str]:
        first = len(row) - self.numbers
        for place, cell in enumerate(row):
            side = "left" if place < first else "right"
            style = f'style="text-align: {side}; padding: 0 0.5em"'
            tag = "td" if place else 'th scope="row"'
            yield f"<{tag} {style}>{escape(cell)}</{tag[:2]}>"


class Shown(ABC):
    """A value that shows itself in a notebook."""

    __slots__ = ()

    @abstractmethod
    def _shown(self) -> tuple[ShownTable, ...]:
        """Give the tables that it shows."""

    def _repr_html_(self) -> str:
        """Write it as a notebook shows it."""
        return "\n".join(each.html() for each in self._shown())

    def _repr_markdown_(self) -> str:
        """Write it as a paper takes it."""
        return "\n\n".join(each.markdown() for each in self._shown())


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Write a text that is no markup, in one line."""
    return _MARKUP.sub(r"\\\g<0>", _LINE_END.sub(" ", text).strip())
