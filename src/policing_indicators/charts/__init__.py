"""Pictures of finished objects.

Each function draws one: it works out no figure, and draws only what the object holds.
"""

from policing_indicators.charts.audit_strip import audit_strip
from policing_indicators.charts.change_bars import change_bars
from policing_indicators.charts.changes_among_forces import changes_among_forces
from policing_indicators.charts.control_chart import control_chart
from policing_indicators.charts.dashboard import dashboard
from policing_indicators.charts.funnel import funnel
from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.picture import Picture, PictureTable
from policing_indicators.charts.ranking import ranking
from policing_indicators.charts.trend import trend

__all__ = [
    "Labelling",
    "Picture",
    "PictureTable",
    "audit_strip",
    "change_bars",
    "changes_among_forces",
    "control_chart",
    "dashboard",
    "funnel",
    "ranking",
    "trend",
]
