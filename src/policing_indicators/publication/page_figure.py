"""Finished pictures that a page shows, with what must stand beside each of them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from policing_indicators.errors import DuplicateError
from policing_indicators.vocabulary import requirement

_ID = re.compile(r"figure-[a-z0-9][a-z0-9-]*")


def _is_id(value: object) -> bool:
    return requirement.is_text(value) and _ID.fullmatch(value) is not None


def _cells(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(requirement.items(row) for row in requirement.items(rows))


@frozen(kw_only=True, repr=False)
class PageFigure:
    """A finished picture, and the words and figures that stand beside it on a page.

    Attributes:
        id: What its ids on the page begin with: ``figure-`` and small letters, digits
            and hyphens.
        title: What the figures say.
        subtitle: What is measured, where and when.
        notes: What must be known to read it.
        footer: Where the figures come from.
        svg: The drawing as SVG, which names and describes itself. It is put into the
            page as it is, so it must be of our own making.
        columns: The head of each column of the table of what is drawn.
        rows: The rows of that table, as printed.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> PageFigure(
    ...     id="figure-1", title="Homicide fell", svg="<svg/>", columns=(), rows=()
    ... ).title
    'Homicide fell'
    """

    id: str = field(
        validator=requirement.must(
            _is_id, "figure-, then small letters, digits and hyphens"
        )
    )
    title: str = field(validator=requirement.line)
    subtitle: str = field(default="", validator=requirement.text)
    notes: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.text),
    )
    footer: str = field(default="", validator=requirement.text)
    svg: str = field(validator=requirement.text)
    columns: tuple[str, ...] = field(converter=requirement.texts)
    rows: tuple[tuple[str, ...], ...] = field(converter=_cells)

    def __repr__(self) -> str:
        """Say which it is: what it is made from is too much to write."""
        return f"<PageFigure {self.id}: {self.title}>"


def _figures(figures: Iterable[PageFigure]) -> tuple[PageFigure, ...]:
    return requirement.items(figures)


def _by_name(
    figures: Mapping[str, Iterable[PageFigure]],
) -> dict[str, tuple[PageFigure, ...]]:
    return {name: _figures(each) for name, each in dict(figures).items()}


@frozen(kw_only=True)
class PageFigures:
    """The pictures of a page.

    Attributes:
        head: Those that stand at its head.
        of: Those of each part of the page: of a statement by the indicator's id, of an
            audit by the claim's.

    Raises:
        DuplicateError: Two have one id.

    >>> one = PageFigure(
    ...     id="figure-1", title="Homicide fell", svg="<svg/>", columns=(), rows=()
    ... )
    >>> figures = PageFigures(of={"homicide": [one]})
    >>> [each.title for each in figures.of["homicide"]]
    ['Homicide fell']
    """

    head: tuple[PageFigure, ...] = field(default=(), converter=_figures)
    of: dict[str, tuple[PageFigure, ...]] = field(factory=dict, converter=_by_name)

    def __attrs_post_init__(self) -> None:
        """Hold each id to one picture, as a page must."""
        ids = Counter(each.id for each in self.every)
        for name, times in ids.items():
            if times > 1:
                raise DuplicateError(f"the id {name}", "the pictures of a page")

    @property
    def every(self) -> tuple[PageFigure, ...]:
        """Every picture, those at the head first."""
        return (*self.head, *(one for each in self.of.values() for one in each))
