"""What was read once, so that the same text is not read twice."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Read = TypeVar("_Read")

MOST_REMEMBERED = 100_000
"""Keys remembered at a time, so that a table of any length is read in bounded room."""


class Memory(dict[_Key, _Read], Generic[_Key, _Read]):
    """What each text or key reads as, read when it is first asked for.

    A table says the same few areas, periods and dates on thousands of lines.

    Args:
        read: Reads a key. What it raises is not remembered.

    >>> lengths = Memory(len)
    >>> lengths["Kent"]
    4
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[_Key], _Read]) -> None:
        """Start with nothing read."""
        super().__init__()
        self._read = read

    def __missing__(self, key: _Key) -> _Read:
        """Read a key that is not remembered."""
        value = self._read(key)
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[key] = value
        return value
