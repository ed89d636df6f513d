"""Where in a file a figure stands."""

from typing import NamedTuple


class Origin(NamedTuple):
    """The file, and the line of it, that a figure was read from.

    Attributes:
        file: The file, as the caller named it.
        line: The line, as an editor counts them; none where the figure was added up
            from lines all over the file.

    >>> print(Origin("figures.csv", 14))
    figures.csv, line 14
    """

    file: str
    line: int | None = None

    def __str__(self) -> str:
        """Name the file and the line."""
        return self.file if self.line is None else f"{self.file}, line {self.line}"
