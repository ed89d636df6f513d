"""Plain data: what a reader of TOML or JSON gives."""

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeGuard

Key: TypeAlias = "str | int"
"""A key of a table, or a place in a list, from zero."""

DEEPEST = 30
"""How many tables and lists a document may hold one within another.

No document of ours needs half as many, and each takes several of the calls that
Python lets run one within another.
"""

SHALLOW = f"at most {DEEPEST} tables and lists one within another"
"""What is allowed where a document is deeper."""

WHOLE = "the whole"
"""The place of a problem of a document as a whole."""


def is_table(data: object) -> TypeGuard[dict[str, Any]]:
    """Say whether it is a table of keys and values."""
    return isinstance(data, dict)


def is_list(data: object) -> TypeGuard[list[Any]]:
    """Say whether it is a list."""
    return isinstance(data, list)


def parts_of(data: object) -> Iterator[tuple[Key, Any]]:
    """Give what a table or a list holds, by its key; all else holds nothing.

    >>> list(parts_of(["figures.csv"])), list(parts_of("figures.csv"))
    ([(0, 'figures.csv')], [])
    """
    if is_table(data):
        yield from data.items()
    if is_list(data):
        yield from enumerate(data)


def joined(place: str, key: Key) -> str:
    """Give the place of what a thing holds, by the place of the thing itself.

    >>> joined("targets", 0), joined("targets[0]", "due"), joined("", "area")
    ('targets[0]', 'targets[0].due', 'area')
    """
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if place and key else place + key


def is_too_deep(data: object, deepest: int = DEEPEST) -> bool:
    """Say whether it holds more tables and lists one within another than it may.

    >>> is_too_deep([[40]], deepest=2), is_too_deep([[[40]]], deepest=2)
    (False, True)
    """
    level = [data]
    for _ in range(deepest + 1):
        level = [part for each in level for _, part in parts_of(each)]
    return bool(level)
