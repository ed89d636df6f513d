"""The space of a drawing, and the marks that are put into it, layer by layer."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from policing_indicators.charts.colour import GRID, PAPER, Colour
from policing_indicators.charts.scale import Scale

Layer: TypeAlias = dict[str, Any]
"""One layer of a specification in Vega-Lite."""

Point: TypeAlias = tuple[float, float]
"""Two figures, one for each axis."""

INK = Colour.DARK_GREY.value
"""The colour of letters and axes."""

TEXT, SMALL = 13, 12
"""The sizes of letters. On a page 320 pixels wide they are seven eighths as large."""


_SOLID: dict[str, object] = {"opacity": 1, "strokeWidth": 1.2}
_ON_PAPER: dict[str, object] = {
    field: {"field": field, "type": "quantitative", "scale": None} for field in "xy"
}


@frozen(kw_only=True)
class Label:
    """A text at a place on paper.

    Attributes:
        across: How many pixels from the left edge of the space.
        down: How many pixels from its upper edge, to the line that letters stand on.
        text: The text.
    """

    across: float
    down: float
    text: str


@frozen(kw_only=True)
class Space:
    """A rectangle with two axes.

    Attributes:
        width: How wide it is, in pixels.
        height: How high it is.
        x: What stands along it.
        y: What stands up it, the lowest figure at the bottom.
    """

    width: float
    height: float
    x: Scale
    y: Scale

    def across(self, figure: float) -> float:
        """Give how many pixels from the left edge a figure lies."""
        return self.x.part(figure) * self.width

    def down(self, figure: float) -> float:
        """Give how many pixels from the upper edge a figure lies."""
        return (1 - self.y.part(figure)) * self.height

    def line(self, points: Iterable[Point], **look: object) -> Layer:
        """Draw a line through points, in the order of the first axis."""
        return self._layer(
            "line", points, {"strokeWidth": 2, "strokeJoin": "round", **look}
        )

    def dots(self, points: Iterable[Point], **look: object) -> Layer:
        """Draw a mark at each point."""
        return self._layer("point", points, {**_SOLID, **look})

    def band(self, ends: Iterable[tuple[float, float, float]], **look: object) -> Layer:
        """Fill the space between two lines, given place by place."""
        rows = [{"x": x, "y": low, "y2": high} for x, low, high in ends]
        return self._made("area", rows, look, y2={"field": "y2"})

    def beams(
        self, beams: Iterable[tuple[float, float, float]], **look: object
    ) -> Layer:
        """Draw level lines: from where to where, and how high."""
        rows = [{"x": start, "x2": end, "y": y} for start, end, y in beams]
        return self._made("rule", rows, look, x2={"field": "x2"})

    def posts(
        self, posts: Iterable[tuple[float, float, float]], **look: object
    ) -> Layer:
        """Draw upright lines: where, from how high and to how high."""
        rows = [{"x": x, "y": start, "y2": end} for x, start, end in posts]
        return self._made("rule", rows, look, y2={"field": "y2"})

    def boxes(
        self, boxes: Iterable[tuple[float, float, float, float]], **look: object
    ) -> Layer:
        """Draw boxes: from where to where along the axis, and up it."""
        rows = [
            {"x": left, "x2": right, "y": low, "y2": high}
            for left, right, low, high in boxes
        ]
        ends: dict[str, dict[str, object]] = {"x2": {"field": "x2"}}
        return self._made("rect", rows, look, **ends, y2={"field": "y2"})

    def grid(self, figures: Sequence[float]) -> Layer:
        """Draw level lines over the whole width, for the eye alone."""
        ends = ((self.x.low, self.x.high, figure) for figure in figures)
        return self.beams(ends, stroke=GRID, strokeWidth=1)

    def upright_grid(self, figures: Sequence[float]) -> Layer:
        """Draw upright lines over the whole height, for the eye alone."""
        ends = ((figure, self.y.low, self.y.high) for figure in figures)
        return self.posts(ends, stroke=GRID, strokeWidth=1)

    def _layer(
        self, kind: str, points: Iterable[Point], look: dict[str, object]
    ) -> Layer:
        return self._made(kind, [{"x": x, "y": y} for x, y in points], look)

    def _made(
        self,
        kind: str,
        rows: list[dict[str, float]],
        look: dict[str, object],
        **more: dict[str, object],
    ) -> Layer:
        encoding = {"x": _channel("x", self.x), "y": _channel("y", self.y), **more}
        return {
            "data": {"values": rows},
            "mark": {"type": kind, **look},
            "encoding": encoding,
        }


def labels(given: Iterable[Label], **look: object) -> Layer:
    """Write texts where they are given, in the colour of letters."""
    rows = [
        {"x": round(each.across, 2), "y": round(each.down, 2), "text": each.text}
        for each in given
    ]
    style = {"align": "left", "fontSize": SMALL, "fill": INK, **look}
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "baseline": "alphabetic", **style},
        "encoding": {**_ON_PAPER, "text": {"field": "text", "type": "nominal"}},
    }


def symbols(places: Iterable[Point], **look: object) -> Layer:
    """Draw a mark at each place on paper."""
    rows = [{"x": round(x, 2), "y": round(y, 2)} for x, y in places]
    return {
        "data": {"values": rows},
        "mark": {"type": "point", **_SOLID, **look},
        "encoding": _ON_PAPER,
    }


def haloed(given: Iterable[Label], **look: object) -> tuple[Layer, Layer]:
    """Write texts over lines, with paper around their letters."""
    every = tuple(given)
    halo = {"fill": PAPER, "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    return labels(every, **{**look, **halo}), labels(every, **look)


def _channel(field: str, scale: Scale) -> dict[str, object]:
    domain = {"domain": [scale.low, scale.high], "nice": False, "zero": False}
    kind = {"type": "log"} if scale.is_log else {}
    if scale.is_log:
        del domain["zero"]
    return {
        "field": field,
        "type": "quantitative",
        "axis": None,
        "scale": {**kind, **domain},
    }
