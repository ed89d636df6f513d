"""A picture: what it says in words, what is drawn, and the figures behind it."""

import hashlib
import json
import re
from collections.abc import Iterable
from copy import deepcopy
from os import PathLike
from pathlib import Path
from typing import Any, Protocol

from attrs import field, frozen

from policing_indicators.charts import rendering
from policing_indicators.charts.frame import Words, bare, framed
from policing_indicators.charts.plot import Plot
from policing_indicators.charts.svg import Naming, named
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement
from policing_indicators.writing import write_whole

_ID = re.compile(r"[a-z][a-z0-9-]*")
_LARGEST = 10
"""How many times as large as it is drawn a picture of pixels may be."""


def _cells(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(requirement.items(row) for row in requirement.items(rows))


@frozen(kw_only=True)
class PictureTable:
    """The figures behind a picture, as printed.

    Attributes:
        columns: The head of each column.
        rows: The cells of each row.

    >>> PictureTable(columns=["Area", "Rate"], rows=[["Kent", "1.6"]]).rows
    (('Kent', '1.6'),)
    """

    columns: tuple[str, ...] = field(converter=requirement.texts)
    rows: tuple[tuple[str, ...], ...] = field(converter=_cells)


@frozen(kw_only=True, repr=False)
class Picture:
    """A finished picture, with all that must stand beside it.

    It is drawn when it is asked for, in a form that is asked for. That needs the extra
    ``charts``; everything else of a picture does not.

    Attributes:
        title: What the figures say.
        subtitle: What is measured, where and when.
        notes: What must be known to read the picture, a sentence or two each.
        footer: Where the figures come from, and of which day they are.
        description: What is drawn, in words, for those who do not see it.
        table: The figures that are drawn.
        plot: What is drawn.

    >>> from policing_indicators.calculation.control_chart import ControlChart
    >>> from policing_indicators.charts.control_chart import control_chart
    >>> from policing_indicators.vocabulary.observation import Observation
    >>> from policing_indicators.vocabulary.period import Period
    >>> from policing_indicators.vocabulary.time_series import TimeSeries
    >>> series = TimeSeries(
    ...     Observation("robbery", "kent", Period.month(2024, month), count=count)
    ...     for month, count in enumerate([52, 48, 55, 47, 51, 49], start=1)
    ... )
    >>> picture = control_chart(ControlChart.of(series, season="ignore"))
    >>> picture.svg().startswith("<svg ")
    True
    >>> picture.png()[1:4]
    b'PNG'
    """

    title: str
    subtitle: str
    notes: tuple[str, ...] = ()
    footer: str = ""
    description: str
    table: PictureTable
    plot: Plot

    def __repr__(self) -> str:
        """Say which it is: what it is made from is too much to write."""
        return f"<Picture: {self.title}>"

    @property
    def spec(self) -> dict[str, Any]:
        """The specification in Vega-Lite, with the words around what is drawn.

        It is a copy: what is done to it changes nothing of the picture.
        """
        words = Words(
            title=self.title,
            subtitle=self.subtitle,
            notes=self.notes,
            footer=self.footer,
        )
        return deepcopy(framed(self.plot, words, self.description))

    def svg(self) -> str:
        """Draw it as SVG, whole: with its title, notes and footer.

        Raises:
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        spec = self.spec
        return named(rendering.drawn(spec), self._naming(spec), is_fluid=False)

    def inline(self, identifier: str) -> str:
        """Draw what is drawn alone as SVG, as wide as what it stands in on a page.

        A page says the title, the notes and the footer itself, as text that wraps.

        Args:
            identifier: What the ids in it begin with, which no other part of the page
                may have.

        Raises:
            InvalidValueError: It is no identifier.
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        if not (requirement.is_text(identifier) and _ID.fullmatch(identifier)):
            allowed = "small letters, digits and hyphens, a letter first"
            raise InvalidValueError("identifier", identifier, allowed)
        drawing = rendering.drawn(bare(self.plot, self.description))
        naming = Naming(id=identifier, name=self.title, description=self.description)
        return named(drawing, naming, is_fluid=True)

    def png(self, *, scale: float = 2) -> bytes:
        """Draw it as a picture of pixels.

        Args:
            scale: How many pixels for each pixel that it is drawn with: it is drawn
                360 wide.

        Raises:
            InvalidValueError: The scale is no number above nought, or above ten.
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        is_number = type(scale) in (int, float) and 0 < scale <= _LARGEST
        if not is_number:
            allowed = f"a number above 0, at most {_LARGEST}"
            raise InvalidValueError("scale", scale, allowed)
        return rendering.png(self.svg(), float(scale))

    def pdf(self) -> bytes:
        """Draw it as a document of one page, whose text can be searched.

        Raises:
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        return rendering.pdf(self.svg())

    def altair(self) -> Any:  # noqa: ANN401 - altair's own kind of chart
        """Give it as a chart of altair, to go on with.

        Raises:
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        return rendering.altair_chart(self.spec)

    def save(self, path: str | PathLike[str]) -> None:
        """Write it to a file, whole or not at all, in the form that its name ends in.

        Args:
            path: Where to: a name that ends in ``.svg``, ``.png`` or ``.pdf``.

        Raises:
            InvalidValueError: The name ends in something else.
            FileAccessError: The file cannot be written.
            MissingLibraryError: The extra ``charts`` is not installed.
        """
        file = Path(path)
        match file.suffix.lower():
            case ".svg":
                write_whole(file, self.svg())
            case ".png":
                write_whole(file, self.png())
            case ".pdf":
                write_whole(file, self.pdf())
            case _:
                allowed = "a name that ends in .svg, .png or .pdf"
                noun = "the name of a picture's file"
                raise InvalidValueError(noun, str(path), allowed)

    def _repr_svg_(self) -> str:
        """Show itself in a notebook."""
        return self.svg()

    def _naming(self, spec: dict[str, Any]) -> Naming:
        written = json.dumps([spec, self.title], sort_keys=True)
        digest = hashlib.sha256(written.encode()).hexdigest()
        return Naming(
            id=f"picture-{digest[:12]}",
            name=self.title,
            description=self.description,
        )


class PictureWords(Protocol):
    """What the words of every picture give, each kind in a file of its own."""

    def title(self) -> str:
        """Say what the figures say."""
        ...

    def subtitle(self) -> str:
        """Say what is measured, where and when."""
        ...

    def notes(self) -> Iterable[str]:
        """Say what must be known to read the picture."""
        ...

    def footer(self) -> str:
        """Say where the figures come from."""
        ...

    def description(self) -> str:
        """Say what is drawn, for those who do not see it."""
        ...

    def table(self) -> PictureTable:
        """Give the figures that are drawn."""
        ...


def pictured(words: PictureWords, plot: Plot) -> Picture:
    """Finish a picture: its words, all of them, around what is drawn."""
    return Picture(
        title=words.title(),
        subtitle=words.subtitle(),
        notes=tuple(words.notes()),
        footer=words.footer(),
        description=words.description(),
        table=words.table(),
        plot=plot,
    )
