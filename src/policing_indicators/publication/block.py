"""A document as blocks, in the order in which it is read.

Formats that are no template, such as Word's, are made of these: what stands in a
document is decided once, in the outline, and how a block looks in each format alone.
"""

from attrs import field, frozen

from policing_indicators.publication.table import Table
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet

_PNG = b"\x89PNG\r\n\x1a\n"
"""What every file of PNG begins with."""


@frozen(kw_only=True)
class Run:
    """Words that look alike.

    Attributes:
        text: The words; a line end begins a new line.
        is_strong: Whether they are strong.
        is_stressed: Whether they are stressed, as in italics.
        is_code: Whether they are code.
        link: Where they lead; blank where they lead nowhere.

    >>> Run(text="The plan", link="https://example.org").is_strong
    False
    """

    text: str
    is_strong: bool = False
    is_stressed: bool = False
    is_code: bool = False
    link: str = ""


class Manner(ClosedSet):
    """What a paragraph is.

    ``PLAIN`` is most of them; ``EDITION`` stands under the title; ``QUOTATION`` is what
    somebody else says; ``CODE`` keeps its lines; ``RULE`` is a line across the page.
    """

    PLAIN = "plain"
    EDITION = "edition"
    QUOTATION = "quotation"
    CODE = "code"
    RULE = "rule"


@frozen(kw_only=True)
class Heading:
    """A heading.

    Attributes:
        level: Its level, from 1, the title.
        runs: Its words.

    >>> Heading(level=2, runs=plain("Sources")).level
    2
    """

    level: int
    runs: tuple[Run, ...]


@frozen(kw_only=True)
class Paragraph:
    """A paragraph.

    Attributes:
        runs: Its words.
        manner: What it is.
        depth: In how many lists it stands, under an item.

    >>> Paragraph(runs=plain("So far.")).manner
    Manner.PLAIN
    """

    runs: tuple[Run, ...]
    manner: Manner = Manner.PLAIN
    depth: int = 0


@frozen(kw_only=True)
class Item:
    """The first paragraph of an item of a list.

    Attributes:
        runs: Its words.
        depth: In how many lists it stands, its own among them.
        is_numbered: Whether the items of its list are numbered.
        start: The number that the list starts with, of its first item alone.

    >>> Item(runs=plain("One note.")).depth
    1
    """

    runs: tuple[Run, ...]
    depth: int = 1
    is_numbered: bool = False
    start: int | None = None


@frozen(kw_only=True)
class Contents:
    """The contents: a link to each heading of the second level that follows.

    Attributes:
        heading: What stands above them.

    >>> Contents(heading="Contents").heading
    'Contents'
    """

    heading: str


@frozen(kw_only=True)
class Figures:
    """A table with what stands above it.

    Attributes:
        table: The table.
        caption: What it holds, and where; blank where the heading above says so.

    >>> from policing_indicators.publication.table import Column
    >>> table = Table(
    ...     caption="All", columns=(Column(heading="Year"),), rows=(("2024",),)
    ... )
    >>> Figures(table=table, caption="Homicide: all").caption
    'Homicide: all'
    """

    table: Table
    caption: str = ""


@frozen(kw_only=True)
class Illustration:
    r"""A finished picture, which the page does not make.

    Attributes:
        png: The picture, as a file of PNG.
        description: What it shows, for who does not see it.
        caption: What stands above it.

    Raises:
        InvalidValueError: It is no PNG, or a picture without a description.

    >>> png = b"\x89PNG\r\n\x1a\n"
    >>> Illustration(
    ...     png=png, description="A line that falls.", caption="The fall"
    ... ).caption
    'The fall'
    """

    png: bytes = field(
        repr=False,
        validator=requirement.must(
            lambda value: isinstance(value, bytes) and value.startswith(_PNG),
            "a picture as PNG, in bytes",
        ),
    )
    description: str = field(validator=requirement.line)
    caption: str = field(validator=requirement.line)


Block = Heading | Paragraph | Item | Contents | Figures | Illustration
"""Whatever stands in a document."""


def plain(text: str) -> tuple[Run, ...]:
    """Give words that are nothing but words.

    >>> plain("So far.")[0].text
    'So far.'
    """
    return (Run(text=text),)


def named(name: str, text: str) -> tuple[Run, ...]:
    """Give words after a strong name of what they are of.

    >>> "".join(run.text for run in named("Homicide.", "No figure."))
    'Homicide. No figure.'
    """
    return Run(text=name, is_strong=True), Run(text=f" {text}")
