"""A TOML file with something else in it, and all the rest as it stood.

A file that people wrote is theirs: its comments, its order and its blanks stay. So the
text is changed where a statement stands, and what comes of it is read again and held
equal to what was meant.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, TypeAlias

from policing_indicators.structuring.location import Location
from policing_indicators.structuring.plain import Key

_Path: TypeAlias = Sequence[Key]
_Value: TypeAlias = "str | list[str]"

_OPENING = {str: "\"'", list: "["}
_CLOSING = {str: "\"'", list: "]"}
_LAST_OF_FOUR_DIGITS = 0xFFFF


def with_value(text: str, keys: _Path, value: _Value) -> str:
    """Write another value in the place of one.

    Args:
        text: The file's text.
        keys: The path of the value, which is there: a text, or a list.
        value: The new value, of the same kind.

    >>> with_value("period = '2024' # a year", ["period"], "2025")
    'period = "2025" # a year'
    """
    meant = tomllib.loads(text)
    table = _table(meant, keys)
    table[keys[-1]] = value
    return _as_meant(_candidates(text, keys, value), meant)


def commented_out(text: str, keys: _Path) -> str:
    r"""Make a comment of a statement that is not to hold any more.

    >>> commented_out("a = 1\nb = 2\n", ["a"])
    '# a = 1\nb = 2\n'
    """
    meant = tomllib.loads(text)
    del _table(meant, keys)[keys[-1]]
    lines = text.split("\n")
    first, last = _lines(text, keys)
    lines[first:last] = [f"# {line}" for line in lines[first:last]]
    return _as_meant(["\n".join(lines)], meant)


def with_key(text: str, after: _Path, key: str, value: _Value) -> str:
    r"""Write a new statement after another of the same table.

    Args:
        text: The file's text.
        after: The path of what the statement before it says.
        key: The new key, of letters, digits, hyphens and underscores.
        value: Its value.

    >>> with_key("a = 1\nc = 3\n", ["a"], "b", "2")
    'a = 1\nb = "2"\nc = 3\n'
    """
    meant = tomllib.loads(text)
    _table(meant, after)[key] = value
    lines = text.split("\n")
    first, last = _lines(text, after)
    end = "\r" if lines[first].endswith("\r") else ""
    lines.insert(last, f"{key} = {literal(value)}{end}")
    return _as_meant(["\n".join(lines)], meant)


def literal(value: _Value) -> str:
    r"""Write a text, or a list of texts, as TOML does.

    >>> print(literal(["a", 'the "b"\n']))
    ["a", "the \"b\"\u000a"]
    """
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    number = ord(character)
    if number > _LAST_OF_FOUR_DIGITS:
        return f"\\U{number:08x}"
    return f"\\u{number:04x}"


def _candidates(text: str, keys: _Path, value: _Value) -> Iterator[str]:
    """Write the value in the place of everything in a statement that may be one."""
    lines = text.split("\n")
    first, last = _lines(text, keys)
    start = len("\n".join([*lines[:first], ""]))
    places = range(start, start + len("\n".join(lines[first:last])))
    kind = type(value)
    opening = [place for place in places if text[place] in _OPENING[kind]]
    closing = [place for place in places if text[place] in _CLOSING[kind]]
    for begin, end in product(opening, closing):
        if begin < end:
            yield f"{text[:begin]}{literal(value)}{text[end + 1 :]}"


def _lines(text: str, keys: _Path) -> tuple[int, int]:
    """Give the lines of a statement, as a slice takes them; none if it is not there."""
    found = Location.of(text).within(*keys)
    first, last = found.lines if found and found.lines else (1, 0)
    return first - 1, last


def _table(content: dict[str, Any], keys: _Path) -> Any:  # noqa: ANN401 - a table or list
    table: Any = content
    for key in keys[:-1]:
        table = table[key]
    return table


def _as_meant(candidates: Iterable[str], meant: dict[str, Any]) -> str:
    """Give the first text that says what was meant.

    Raises:
        ValueError: None does.
    """
    for candidate in candidates:
        try:
            if tomllib.loads(candidate) == meant:
                return candidate
        except tomllib.TOMLDecodeError:
            continue
    raise ValueError("what is meant cannot be written there")
