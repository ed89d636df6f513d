"""A set of words of which one applies."""

from enum import Enum


class ClosedSet(Enum):
    """An enumeration whose members are written as an expression that finds them.

    >>> class Colour(ClosedSet):
    ...     RED = "red"
    >>> Colour.RED
    Colour.RED
    """

    def __repr__(self) -> str:
        """Name the set and the member."""
        return f"{type(self).__name__}.{self.name}"
