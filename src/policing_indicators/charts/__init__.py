"""Pictures of finished objects.

Each function draws one: it works out no figure, and draws only what the object holds.
"""

from policing_indicators.charts.changes_among_forces import changes_among_forces
from policing_indicators.charts.control_chart import control_chart
from policing_indicators.charts.funnel import funnel
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import Picture, PictureTable
from policing_indicators.charts.trend import trend

__all__ = [
    "Labelling",
    "Picture",
    "PictureTable",
    "changes_among_forces",
    "control_chart",
    "funnel",
    "trend",
]
