"""Where in a TOML file a thing stands: the lines of its statement.

The standard reader of TOML keeps no positions. They are found by it all the same, and
exactly: a run of lines that it reads by itself, from where a statement begins, ends
where a statement ends, for nothing that is cut in two can be read.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from attrs import field, frozen

from policing_indicators.structuring.plain import Key, is_list, parts_of

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


@frozen
class Location:
    r"""A thing in a TOML file: its statement, and where what it holds stands.

    Attributes:
        lines: The lines of the first statement that speaks of it; none for the file as
            a whole.
        parts: What it holds, by key, or by its place in a list from zero.

    >>> file = Location.of('title = "Plan"\n\n[[targets]]\ndue = "2024/25"\n')
    >>> file.line("targets[0].due")
    4
    >>> file.line("targets[0].goal")  # where it is missing
    3
    """

    lines: Lines | None = None
    parts: dict[Key, "Location"] = field(factory=dict)

    @classmethod
    def of(cls, text: str) -> Self:
        """Find where everything in a TOML file stands.

        Args:
            text: The file's text, which can be read as TOML.
        """
        whole = cls()
        table: Location = whole
        for lines, content, opens in _statements(text.split("\n")):
            if opens:
                table = _opened(whole, content, lines)
            else:
                _add(table, content, lines)
        return whole

    def line(self, place: str) -> int | None:
        """Give the line on which a thing's statement begins.

        Args:
            place: Its path, such as ``targets[0].due``. Where there is no such thing,
                what would hold it is meant.

        Returns:
            The line; none where only the file as a whole is meant.
        """
        _, found = _reached(self, place)
        return found.lines.first if found.lines else None

    def within(self, *keys: Key) -> "Location | None":
        """Give the location of a thing in this one, if it is there."""
        found: Location | None = self
        for key in keys:
            found = found and found.parts.get(key)
        return found


def _part(location: Location, key: Key, lines: Lines) -> Location:
    return location.parts.setdefault(key, Location(lines))


def _add(location: Location, content: object, lines: Lines) -> None:
    """Add what a statement says of a thing."""
    for key, part in parts_of(content):
        _add(_part(location, key, lines), part, lines)


def _opened(whole: Location, content: object, lines: Lines) -> Location:
    """Give the table that a head opens; one in a list is in the newest of the list."""
    found = whole
    for key, part in parts_of(content):
        found = _part(found, key, lines)
        if is_list(part):
            return _part(found, len(found.parts), lines)
        if 0 in found.parts:
            found = found.parts[len(found.parts) - 1]
        found = _opened(found, part, lines)
    return found


def _reached(location: Location, place: str) -> tuple[int, Location]:
    """Go along a path as far as it leads: the characters left, and what is there.

    A key may hold a full stop or a bracket itself, so the longest are tried first.
    """
    best = (len(place), location)
    for key, rest in _heads(place):
        part = location.parts.get(key)
        if part is not None:
            best = min(best, _reached(part, rest), key=lambda each: each[0])
    return best


def _heads(place: str) -> Iterator[tuple[Key, str]]:
    """Give each key that a path may begin with, and what is then left of it."""
    item = _ITEM.match(place)
    if item is not None:
        yield int(item[1]), place[item.end() :].removeprefix(".")
    for end in reversed([each.start() for each in _ENDS.finditer(place)]):
        yield place[:end], place[end:].removeprefix(".")


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
