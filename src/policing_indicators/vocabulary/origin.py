"""Where in a file a figure stands."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement


@frozen
class Origin:
    """The file, and the line of it, that a figure was read from.

    Attributes:
        file: The file, as the caller named it.
        line: The line, as an editor counts them; none where the figure was added up
            from lines all over the file.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> print(Origin("figures.csv", 14))
    figures.csv, line 14
    """

    file: str = field(validator=requirement.text)
    line: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.positive),
    )

    def __str__(self) -> str:
        """Name the file and the line."""
        return self.file if self.line is None else f"{self.file}, line {self.line}"
