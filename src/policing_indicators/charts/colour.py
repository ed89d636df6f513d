"""The colours of every picture, as the Analysis Function publishes them."""

from policing_indicators.vocabulary.closed_set import ClosedSet


class Colour(ClosedSet):
    """A colour, as it is written in a drawing.

    Source: Government Analysis Function, Data visualisation: colours in charts; the
    categorical palette in its order. No picture says anything by colour alone.
    """

    DARK_BLUE = "#12436D"
    TURQUOISE = "#28A197"
    DARK_PINK = "#801650"
    ORANGE = "#F46A25"
    DARK_GREY = "#3D3D3D"
    LIGHT_PURPLE = "#A285D1"


PAPER = "#FFFFFF"
"""What a picture stands on, and what fills a hollow mark."""

GRID = "#D9D9D9"
"""Lines that only lead the eye. They carry nothing that must be told apart."""
