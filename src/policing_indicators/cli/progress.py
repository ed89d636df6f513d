"""How far work has come, for somebody who watches a terminal."""

import sys

_WIDTH = 30


class Progress:
    """A bar on standard error, where that is a terminal, and else nothing.

    Args:
        total: How many things are to be done.
    """

    __slots__ = ("_done", "_is_watched", "_total")

    def __init__(self, total: int) -> None:
        """Start with nothing done."""
        self._total = total
        self._done = 0
        self._is_watched = bool(sys.stderr) and sys.stderr.isatty()

    def step(self, name: str) -> None:
        """Say that one more thing is done."""
        self._done += 1
        if self._is_watched:
            filled = _WIDTH * self._done // self._total
            bar = "#" * filled + "." * (_WIDTH - filled)
            # the rest of a longer name is wiped out
            sys.stderr.write(f"\r\x1b[K[{bar}] {self._done} of {self._total} {name}")
            sys.stderr.flush()

    def close(self) -> None:
        """Leave the bar's line."""
        if self._is_watched and self._done:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
