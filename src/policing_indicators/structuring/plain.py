"""Plain data: what a reader of TOML or JSON gives."""

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeGuard

Key: TypeAlias = "str | int"
"""A key of a table, or a place in a list, from zero."""


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
