"""What matters: a heading under which indicators stand."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement


@frozen(kw_only=True)
class Priority:
    """A policing priority.

    Attributes:
        id: Its identifier, which stays when a publication renames the priority.
        name: Its official name.
        aliases: Other names under which it is published.
        indicators: The ids of its indicators, in the order they are read.

    Raises:
        InvalidValueError: A field is not what it must be, or an indicator is named
            twice.

    >>> Priority(id="homicide", name="Reduce murder and other homicides").indicators
    ()
    """

    id: str = field(validator=requirement.identifier)
    name: str = field(validator=requirement.line)
    aliases: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.line),
    )
    indicators: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=[requirement.each(requirement.identifier), requirement.distinct],
    )
