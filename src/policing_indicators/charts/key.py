"""What the marks of a plot mean, drawn below it."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.space import (
    SMALL,
    Label,
    Layer,
    Space,
    labels,
    symbols,
)
from policing_indicators.charts.text_width import width

_PITCH = 19
_BESIDE = 14
_BETWEEN = 16
_EDGE = 8
_ABOVE = 8
"""The room between what stands below a plot and its key."""


@frozen(kw_only=True)
class Mark:
    """How one kind of point is drawn, and what it means.

    Attributes:
        shape: Its shape, which tells it from the others without its colour.
        fill: What it is filled with.
        stroke: The colour of its outline.
        size: Its area, in pixels.
        meaning: What it means, in a few words.
    """

    shape: str
    fill: str
    stroke: str
    size: float
    meaning: str

    @property
    def look(self) -> dict[str, object]:
        """How it is drawn, as a layer takes it."""
        return {
            "shape": self.shape,
            "fill": self.fill,
            "stroke": self.stroke,
            "size": self.size,
        }


def height(marks: Sequence[Mark]) -> float:
    """Give how much room a key needs."""
    return _PITCH * (max((row for _, row, _ in _laid_out(marks)), default=-1) + 1)


def key(marks: Sequence[Mark], *, left: float, down: float) -> list[Layer]:
    """Draw what marks mean, as many in a row as there is room for.

    Args:
        marks: The marks.
        left: How wide the room to the left of the space is.
        down: How far below the upper edge of the space the first row stands.
    """
    layers: list[Layer] = []
    texts: list[Label] = []
    for across, row, mark in _laid_out(marks):
        place = across - left + _EDGE, down + row * _PITCH
        layers.append(symbols([place], **mark.look))
        beside = Label(
            across=place[0] + _BESIDE - 4, down=place[1] + 4, text=mark.meaning
        )
        texts.append(beside)
    return [*layers, labels(texts)]


@frozen(kw_only=True)
class Margins:
    """The room around a space.

    Attributes:
        left: To its left, which the labels of an axis may need.
        top: Above it.
        below: Between it and the key.
    """

    left: float
    top: float
    below: float


def keyed(
    space: Space, layers: Iterable[Layer], marks: Sequence[Mark], margins: Margins
) -> Plot:
    """Put what the marks of a plot mean below what is drawn in its space."""
    left, below = margins.left, margins.below
    meanings = key(marks, left=left, down=space.height + below + _ABOVE)
    return Plot(
        width=space.width,
        height=space.height,
        left=left,
        top=margins.top,
        bottom=below + height(marks),
        layers=(*layers, *meanings),
    )


def _laid_out(marks: Sequence[Mark]) -> list[tuple[float, int, Mark]]:
    found: list[tuple[float, int, Mark]] = []
    across, row = float(_EDGE), 0
    for mark in marks:
        wide = _BESIDE + width(mark.meaning, SMALL)
        if across > _EDGE and across + wide > ACROSS - _EDGE:
            across, row = float(_EDGE), row + 1
        found.append((across, row, mark))
        across += wide + _BETWEEN
    return found
