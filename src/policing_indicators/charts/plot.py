"""What is drawn in a picture, without the words around it."""

from attrs import frozen

from policing_indicators.charts.space import Layer

ACROSS = 360
"""How wide every picture is, in pixels: a telephone shows letters that can be read."""


@frozen(kw_only=True)
class Plot:
    """What is drawn: layers over a space, and the room that they need around it.

    Attributes:
        width: How wide the space is, in pixels.
        height: How high it is.
        left: The room to its left, which the labels of an axis may need.
        top: The room above it.
        bottom: The room below it.
        layers: What is drawn, the lowest layer first.
    """

    width: float
    height: float
    left: float
    top: float
    bottom: float
    layers: tuple[Layer, ...]

    @property
    def right(self) -> float:
        """The room to its right."""
        return ACROSS - self.width - self.left
