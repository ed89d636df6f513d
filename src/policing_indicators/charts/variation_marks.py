"""How a point of each variation is drawn on a control chart."""

from policing_indicators.calculation.variation import Variation
from policing_indicators.charts.colour import Colour
from policing_indicators.charts.key import Mark
from policing_indicators.charts.space import INK

MARKS = {
    Variation.COMMON_CAUSE: Mark(
        shape="circle",
        fill=INK,
        stroke=INK,
        size=44,
        meaning="common cause",
    ),
    Variation.IMPROVEMENT: Mark(
        shape="square",
        fill=Colour.TURQUOISE.value,
        stroke=INK,
        size=70,
        meaning="special cause of improvement",
    ),
    Variation.CONCERN: Mark(
        shape="triangle-up",
        fill=Colour.ORANGE.value,
        stroke=INK,
        size=80,
        meaning="special cause of concern",
    ),
    Variation.NEUTRAL: Mark(
        shape="diamond",
        fill=Colour.LIGHT_PURPLE.value,
        stroke=INK,
        size=90,
        meaning="special cause, neither good nor bad",
    ),
}
"""How a point of each variation is drawn."""
