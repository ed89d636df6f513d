"""How the figures of a picture through time are drawn."""

from policing_indicators.charts.colour import PAPER, Colour
from policing_indicators.charts.key import Mark
from policing_indicators.charts.space import INK

FINAL = Mark(
    shape="circle",
    fill=Colour.DARK_BLUE.value,
    stroke=Colour.DARK_BLUE.value,
    size=50,
    meaning="a figure",
)
NOT_FINAL = Mark(
    shape="circle",
    fill=PAPER,
    stroke=Colour.DARK_BLUE.value,
    size=50,
    meaning="a figure that may change",
)
TARGET = Mark(
    shape="diamond",
    fill=Colour.DARK_PINK.value,
    stroke=Colour.DARK_PINK.value,
    size=80,
    meaning="target",
)
BASELINE = Mark(
    shape="square",
    fill=PAPER,
    stroke=INK,
    size=80,
    meaning="baseline year",
)
MISSING = Mark(shape="cross", fill=INK, stroke=INK, size=40, meaning="no figure")
