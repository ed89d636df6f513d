"""Where in a TOML file a thing stands: the lines of its statement.

The standard reader of TOML keeps no positions. They are found by it all the same, and
exactly: a run of lines that it reads by itself, from where a statement begins, ends
where a statement ends, for nothing that is cut in two can be read.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple, Self, TypeAlias

_Key: TypeAlias = "str | int"
"""A key of a table, or a place in a list, from zero."""

_CLOSERS = ('"""', "'''", "]", "}")
"""What the last line of a statement of many lines holds, one of these or another."""

_ITEM = re.compile(r"\[(\d+)\]")
_ENDS = re.compile(r"(?=[.\[])|\Z")


class Lines(NamedTuple):
    """The lines of a statement, counted from one, both of them in it.

    Attributes:
        first: The first.
        last: The last.
    """

    first: int
    last: int


class _Statement(NamedTuple):
    lines: Lines
    content: dict[str, Any]
    """What it says by itself."""
    opens: bool
    """Whether it is the head of a table: a name in square brackets."""


class Location:
    """A thing in a TOML file: its statement, and where what it holds stands.

    Attributes:
        lines: The lines of the first statement that speaks of it; none for the file as
            a whole.

    >>> file = Location.of('title = "Plan"\\n\\n[[targets]]\\ndue = "2024/25"\\n')
    >>> file.line("targets[0].due")
    4
    >>> file.line("targets[0].goal")  # where it is missing
    3
    """

    __slots__ = ("_parts", "lines")

    def __init__(self, lines: Lines | None) -> None:
        """Start with nothing in it."""
        self.lines = lines
        self._parts: dict[_Key, Location] = {}

    @classmethod
    def of(cls, text: str) -> Self:
        """Find where everything in a TOML file stands.

        Args:
            text: The file's text, which can be read as TOML.
        """
        whole = cls(None)
        table: Location = whole
        for lines, content, opens in _statements(text.split("\n")):
            if opens:
                table = whole._opened(content, lines)
            else:
                table._add(content, lines)
        return whole

    def line(self, place: str) -> int | None:
        """Give the line on which a thing's statement begins.

        Args:
            place: Its path, such as ``targets[0].due``. Where there is no such thing,
                what would hold it is meant.

        Returns:
            The line; none where only the file as a whole is meant.
        """
        _, found = self._reached(place)
        return found.lines.first if found.lines else None

    def within(self, *keys: _Key) -> "Location | None":
        """Give the location of a thing in this one, if it is there."""
        found: Location | None = self
        for key in keys:
            found = found and found._parts.get(key)
        return found

    def _part(self, key: _Key, lines: Lines) -> "Location":
        return self._parts.setdefault(key, Location(lines))

    def _add(self, content: object, lines: Lines) -> None:
        """Add what a statement says of this thing."""
        if isinstance(content, dict | list):
            for key, part in _parts(content):
                self._part(key, lines)._add(part, lines)

    def _opened(self, content: dict[str, Any], lines: Lines) -> "Location":
        """Give the table that a head opens, which is the newest of its list."""
        found: Location = self
        part: object = content
        while isinstance(part, dict) and part:
            ((key, part),) = _parts(part)
            found = found._part(key, lines)
            if isinstance(part, list):
                return found._part(len(found._parts), lines)
            if 0 in found._parts:
                found = found._parts[len(found._parts) - 1]
        return found

    def _reached(self, place: str) -> tuple[int, "Location"]:
        """Go along a path as far as it leads: the characters left, and what is there.

        A key may hold a full stop or a bracket itself, so the longest are tried first.
        """
        best: tuple[int, Location] = (len(place), self)
        for key, rest in _heads(place):
            part = self._parts.get(key)
            if part is not None:
                best = min(best, part._reached(rest), key=lambda each: each[0])
        return best


def _heads(place: str) -> Iterator[tuple[_Key, str]]:
    """Give each key that a path may begin with, and what is then left of it."""
    item = _ITEM.match(place)
    if item is not None:
        yield int(item[1]), place[item.end() :].removeprefix(".")
    for end in reversed([each.start() for each in _ENDS.finditer(place)]):
        yield place[:end], place[end:].removeprefix(".")


def _parts(content: Any) -> Iterator[tuple[_Key, Any]]:  # noqa: ANN401 - as TOML gives it
    yield from content.items() if isinstance(content, dict) else enumerate(content)


def _statements(lines: list[str]) -> Iterator[_Statement]:
    start = 0
    while start < len(lines):
        end, content = _statement(lines, start)
        opens = lines[start].lstrip().startswith("[")
        yield _Statement(Lines(start + 1, end), content, opens)
        start = end


def _statement(lines: list[str], start: int) -> tuple[int, dict[str, Any]]:
    """Read the statement that begins on a line: where it ends, and what it says."""
    for end in range(start + 1, len(lines) + 1):
        if end == start + 1 or any(closer in lines[end - 1] for closer in _CLOSERS):
            try:
                return end, tomllib.loads("\n".join([*lines[start:end], ""]))
            except tomllib.TOMLDecodeError:
                continue
    raise ValueError(lines[start])
