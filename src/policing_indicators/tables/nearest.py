"""What somebody may have meant who wrote a name that nothing answers to."""

from collections.abc import Iterable

from policing_indicators.nearness import nearest

_MOST_SEARCHES = 100
"""Names searched for in one file: each search is slow, and nobody reads them all."""


class Nearest:
    """Finds the names nearest to a name, for the first so many names.

    >>> Nearest().hint("coutn", ["count", "value"])
    "; did you mean 'count'?"
    """

    __slots__ = ("_searches",)

    def __init__(self) -> None:
        """Start before the first search."""
        self._searches = 0

    def hint(self, name: str, known: Iterable[str]) -> str:
        """Give the end of a sentence that names what is near; empty if nothing is."""
        self._searches += 1
        if self._searches > _MOST_SEARCHES:
            return ""
        names = " or ".join(map(repr, nearest(name, known)))
        return f"; did you mean {names}?" if names else ""
