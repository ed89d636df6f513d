"""Where figures come from: a publisher's release."""

from datetime import date

from attrs import field, frozen

from policing_indicators.vocabulary import requirement


@frozen
class Source:
    """A release that figures were taken from.

    Attributes:
        publisher: Who published it.
        title: What it is called, with its edition.
        released: The day, or the first of the month, it was released, if known.
        licence: Under what licence it may be used, if known.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> print(Source("Home Office", "Police recorded crime open data tables"))
    Home Office, Police recorded crime open data tables
    """

    publisher: str = field(validator=requirement.line)
    title: str = field(validator=requirement.line)
    released: date | None = field(
        default=None,
        validator=requirement.optional(requirement.day),
        kw_only=True,
    )
    licence: str | None = field(
        default=None, validator=requirement.optional(requirement.line), kw_only=True
    )

    def __str__(self) -> str:
        """Name the publisher and the title, as in a citation."""
        return f"{self.publisher}, {self.title}"
