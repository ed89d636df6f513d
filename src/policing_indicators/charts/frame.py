"""The words around what is drawn, and both as one specification."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from policing_indicators.charts.colour import PAPER
from policing_indicators.charts.plot import ACROSS, Plot
from policing_indicators.charts.rendering import SCHEMA
from policing_indicators.charts.space import INK, SMALL, TEXT, Label, Layer, labels
from policing_indicators.charts.text_width import wrapped

_HEADING = 17
_EDGE = 8
"""How much paper is left around everything."""

_FONT = "Arial, Helvetica, sans-serif"


@frozen(kw_only=True)
class Words:
    """What stands above a plot and below it.

    Attributes:
        title: The finding.
        subtitle: What is measured.
        notes: What must be known to read it.
        footer: Where the figures come from.
    """

    title: str
    subtitle: str
    notes: tuple[str, ...]
    footer: str


@frozen
class _Lines:
    """Lines of one size, and how far below each other they stand."""

    texts: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def pitch(self) -> float:
        return round(1.3 * self.size)

    @property
    def height(self) -> float:
        return len(self.texts) * self.pitch

    def at(self, across: float, down: float) -> Layer:
        """Write the lines, the first one's upper edge at a place."""
        first = down + self.size
        every = (
            Label(across=across, down=first + place * self.pitch, text=text)
            for place, text in enumerate(self.texts)
        )
        weight = {"fontWeight": "bold"} if self.bold else {}
        return labels(every, fontSize=self.size, **weight)


def _lines(texts: Sequence[str], size: float = SMALL, *, bold: bool = False) -> _Lines:
    room = ACROSS - 2 * _EDGE
    every = (line for text in texts for line in wrapped(text, room, size, bold=bold))
    return _Lines(tuple(every), size, bold)


def bare(plot: Plot, description: str) -> dict[str, Any]:
    """Give the specification of a plot alone."""
    return _specification(plot, description, plot.layers, (plot.top, plot.bottom))


def framed(plot: Plot, words: Words, description: str) -> dict[str, Any]:
    """Give the specification of a plot with the words around it."""
    above = (_lines([words.title], _HEADING, bold=True), _lines([words.subtitle], TEXT))
    below = (_lines(words.notes), _lines([words.footer]))
    head = sum(each.height for each in above) + 2 * _EDGE
    foot = sum(each.height + _EDGE for each in below if each.texts)
    left = _EDGE - plot.left
    layers: list[Layer] = []
    down = _EDGE - head - plot.top
    for each in above:
        layers.append(each.at(left, down))
        down += each.height
    down = plot.height + plot.bottom + _EDGE / 2
    for each in below:
        layers.append(each.at(left, down))
        down += each.height + (_EDGE if each.texts else 0)
    room = plot.top + head, plot.bottom + foot + _EDGE
    return _specification(plot, description, (*plot.layers, *layers), room)


def _specification(
    plot: Plot, description: str, layers: Sequence[Layer], room: tuple[float, float]
) -> dict[str, Any]:
    top, bottom = room
    return {
        "$schema": SCHEMA,
        "description": description,
        "background": PAPER,
        "width": plot.width,
        "height": plot.height,
        "padding": {
            "left": plot.left,
            "right": plot.right,
            "top": top,
            "bottom": bottom,
        },
        "autosize": {"type": "none"},
        "config": {
            "aria": False,
            "font": _FONT,
            "view": {"stroke": None},
            "text": {"color": INK},
        },
        "layer": [each for each in layers if each["data"]["values"]],
    }
