"""The statement that was issued before, as far as the next one looks at it."""

from pathlib import Path
from typing import Self

from attrs import field, frozen

from policing_indicators.structuring import parse_json_in_part, text_of
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.published_figure import PublishedFigure


@frozen(kw_only=True)
class PreviousIssue:
    """What is read of the statement that was issued before.

    Attributes:
        edition: The label of the issue.
        figures: Every figure that it printed.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> PreviousIssue(edition="2024-25 Q3").figures
    ()
    """

    edition: str = field(validator=requirement.line)
    figures: tuple[PublishedFigure, ...] = field(
        default=(),
        converter=requirement.items,
        validator=requirement.each(requirement.kind(PublishedFigure)),
    )

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read it from the JSON of a statement.

        Args:
            path: The file.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: It is no JSON of a statement, or something that is
                looked at in it is not right.
        """
        return parse_json_in_part(text_of(path), cls, where=str(path))

    def other_areas(self, area: str) -> tuple[str, ...]:
        """Give the ids of the areas, other than one, that it printed figures of."""
        areas = dict.fromkeys(each.area for each in self.figures)
        return tuple(each for each in areas if each != area)
