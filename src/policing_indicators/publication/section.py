"""What a statement says of one priority, and of each of its indicators."""

from attrs import frozen

from policing_indicators.publication.table import Table


@frozen(kw_only=True)
class Passage:
    """What is said of one indicator.

    Attributes:
        indicator: The indicator's id.
        heading: Its name.
        paragraphs: What is said, in reading order.

    >>> Passage(
    ...     indicator="homicide", heading="Homicide", paragraphs=("12 were recorded.",)
    ... ).heading
    'Homicide'
    """

    indicator: str
    heading: str
    paragraphs: tuple[str, ...]


@frozen(kw_only=True)
class Section:
    """What is said of one priority.

    Attributes:
        heading: The priority's name, as this publication prints it.
        applies: Whether it applies to the area.
        reason: Why it does not, or what there is to say of why it does.
        narrative: The office's own words, in Markdown.
        passages: What is said of each indicator that has a figure.
        targets: What became of the targets for each indicator that has some.
        tables: The tables of its figures.
        without: What is said of each indicator that has no figure.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.publication.statement import Statement
    >>> from policing_indicators.registry.populations import populations
    >>> statement = Statement.of(Draft.read(example()), populations())
    >>> print(statement.sections[0].heading)
    Reduce murder and other homicides
    """

    heading: str
    applies: bool
    reason: str
    narrative: str
    passages: tuple[Passage, ...]
    targets: tuple[Passage, ...]
    tables: tuple[Table, ...]
    without: tuple[Passage, ...]
