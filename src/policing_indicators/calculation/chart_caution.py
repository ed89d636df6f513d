"""What a reader of a control chart must know before it is believed."""

from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.rare_events import scatter_p_value
from policing_indicators.calculation.season import Season, SeasonFinding
from policing_indicators.vocabulary.closed_set import ClosedSet

TRIAL_BELOW = 12
"""How few points make limits that are on trial: the moving range is then too uncertain
(Wheeler and Chambers 1992)."""

RARE_BELOW = 5
"""The mean count under which the limits of an XmR chart are too narrow for chance."""

SCATTER_BELOW = 0.001
"""The p-value below which counts scatter more than Poisson counts do."""


class ChartCaution(ClosedSet):
    """Why the limits of a chart are to be read with care."""

    TRIAL_LIMITS = "trial limits"
    """The limits at the latest point are made of fewer than 12 points."""

    RARE_EVENTS = "rare events"
    """The mean count is under 5, and too many points stand out by chance. A c-chart,
    or one of the times between events, is made for it."""

    SEASON_LEFT_IN = "season left in"
    """The season matters, and the figures were not adjusted for it."""

    SEASON_UNKNOWN = "season unknown"
    """It cannot be told whether the season matters."""

    MORE_SCATTER = "more scatter than Poisson"
    """The counts of a c-chart scatter more than its limits allow for, so that more
    points stand out than chance has part in."""


def xmr_cautions(
    latest: ChartPoint, season: Season, *, are_counts: bool, limits_made_of: int
) -> tuple[ChartCaution, ...]:
    """Give the cautions of an XmR chart."""
    applies = {
        ChartCaution.TRIAL_LIMITS: limits_made_of < TRIAL_BELOW,
        ChartCaution.RARE_EVENTS: are_counts and latest.centre < RARE_BELOW,
        ChartCaution.SEASON_LEFT_IN: season.finding is SeasonFinding.LEFT_IN,
        ChartCaution.SEASON_UNKNOWN: season.finding is SeasonFinding.UNKNOWN,
    }
    return tuple(caution for caution, holds in applies.items() if holds)


def count_cautions(baseline: Array) -> tuple[ChartCaution, ...]:
    """Give the cautions of a c-chart, by the counts that make its latest limits."""
    scatters = scatter_p_value(baseline) < SCATTER_BELOW
    more = (ChartCaution.MORE_SCATTER,) if scatters else ()
    return trial_cautions(len(baseline)) + more


def trial_cautions(limits_made_of: int) -> tuple[ChartCaution, ...]:
    """Give the caution of limits that are made of so few points, if they are."""
    return (ChartCaution.TRIAL_LIMITS,) if limits_made_of < TRIAL_BELOW else ()
