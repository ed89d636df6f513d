"""The control chart of an area's own months or quarters, up to the end of a period."""

from collections.abc import Iterable, Sequence
from datetime import date

from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.picture import NoPicture, PictureKind, WhyNoPicture
from policing_indicators.calculation.chart_caution import RARE_BELOW
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.rare_chart import c_chart
from policing_indicators.calculation.season import FEWEST_YEARS
from policing_indicators.calculation.variation import Bound
from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.spelling import (
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    months_between,
)
from policing_indicators.vocabulary.target import Quantity, Target
from policing_indicators.vocabulary.time_series import TimeSeries

MOST_YEARS = 5
"""How many years a chart looks back. Over a longer past nearly every series of recorded
crime signals somewhere, and the latest point of three in four: that crime was not
constant nobody doubted. Over fewer the season is uncertain (docs/chart-calibration.md,
"Recorded crime" and "Season")."""

_LENGTHS = (1, MONTHS_IN_QUARTER)
"""Months before quarters: more of them fall within as many years."""

_QUANTITIES = {
    Unit.COUNT: Quantity.COUNT,
    Unit.RATE: Quantity.RATE,
    Unit.PERCENTAGE: Quantity.PERCENTAGE,
}
"""The units that a chart is made of, and the targets that are in them."""


def charted(
    indicator: Indicator,
    observation: Observation,
    grounds: Grounds,
    targets: Iterable[Target] = (),
) -> ControlChart | NoPicture:
    """Make the control chart whose last point is the end of an observation's period.

    It is of months where they are held, else of quarters, of the vintage of the
    observation and of the last five years, adjusted for a season where it has one that
    matters. Where the mean of counts is under 5 it is a c-chart.

    Args:
        indicator: The indicator. Its breaks make limits anew.
        observation: Its figure.
        grounds: The figures.
        targets: What was promised of it. A level that is to be met by a month or
            quarter as long as those of the chart is held against them.

    Returns:
        The chart, or why there is none.
    """
    if indicator.unit not in _QUANTITIES:
        return _no(WhyNoPicture.NOT_OF_UNIT)
    why = _no(WhyNoPicture.NO_SERIES)
    promised = tuple(targets)
    for months in _LENGTHS:
        rows = _recent(observation, grounds, months)
        if not rows:
            continue
        found = _chart(indicator, observation, rows, promised)
        if isinstance(found, ControlChart):
            return found
        if why.why is WhyNoPicture.NO_SERIES:
            why = found
    if why.why is WhyNoPicture.NO_SERIES and _is_rolling(observation, grounds):
        return _no(WhyNoPicture.ROLLING)
    return why


def _is_rolling(observation: Observation, grounds: Grounds) -> bool:
    """Say whether totals are held that share months with the figure, as it is long."""
    months = observation.period.months
    return any(
        row.period.months == months
        and 0 < months_between(row.period.start, observation.period.start) < months
        for row in grounds.rows(observation.indicator, observation.area)
    )


def _recent(
    observation: Observation, grounds: Grounds, months: int
) -> list[Observation]:
    """Give the months or quarters of the last years that lie in step with the end."""
    held: list[Observation] = []
    for row in grounds.rows(observation.indicator, observation.area):
        if row.period.months != months or row.as_at != observation.as_at:
            continue
        first = months_between(row.period.start, observation.period.start)
        back = first + observation.period.months - months
        if 0 <= back < MOST_YEARS * MONTHS_IN_YEAR and back % months == 0:
            held.append(row)
    return held


def _chart(
    indicator: Indicator,
    observation: Observation,
    rows: Sequence[Observation],
    targets: Sequence[Target],
) -> ControlChart | NoPicture:
    series = TimeSeries(rows)
    why = _why_not(indicator, observation, series)
    if why is not None:
        return _no(why)
    levels = dict(_levels(indicator, series, targets)) or None
    try:
        return _drawn(indicator, series, levels)
    except InvalidContentError as error:
        lacking = "; ".join(f"{each.place}: {each.value}" for each in error.problems)
        return _no(WhyNoPicture.GAP, lacking)
    except (MissingDataError, InvalidValueError) as error:
        return _no(WhyNoPicture.NOT_WORKED_OUT, str(error))


def _why_not(
    indicator: Indicator, observation: Observation, series: TimeSeries
) -> WhyNoPicture | None:
    last = series.observations[-1].period
    if last.end != observation.period.end:
        return WhyNoPicture.NOT_TO_END
    if len(series) * last.months < FEWEST_YEARS * MONTHS_IN_YEAR:
        return WhyNoPicture.TOO_SHORT
    if any(row.status is Status.FORECAST for row in series):
        return WhyNoPicture.FORECAST
    counted = indicator.unit is Unit.COUNT
    held = [row for row in series if row.missing is None]
    if any((row.count is not None) is not counted for row in held):
        return WhyNoPicture.NO_COUNTS if counted else WhyNoPicture.NOT_OF_UNIT
    return None


def _drawn(
    indicator: Indicator, series: TimeSeries, levels: dict[date, Bound] | None
) -> ControlChart:
    """Make an XmR chart, or a c-chart where the mean count is too low for that."""
    rare = _c_chart(indicator, series, levels)
    if rare is not None and rare.latest.centre < RARE_BELOW:
        return rare
    return ControlChart.of(
        series, direction=indicator.direction, breaks=indicator.breaks, target=levels
    )


def _c_chart(
    indicator: Indicator, series: TimeSeries, levels: dict[date, Bound] | None
) -> ControlChart | None:
    """Make a c-chart, but of counts alone that can be so few, none of them negative."""
    counts = [row.count for row in series if row.count is not None]
    if len(counts) < len(series) or not 0 <= min(counts) < RARE_BELOW:
        return None
    return c_chart(
        series, direction=indicator.direction, breaks=indicator.breaks, target=levels
    )


def _levels(
    indicator: Indicator, series: TimeSeries, targets: Sequence[Target]
) -> Iterable[tuple[date, Bound]]:
    months = series.observations[-1].period.months
    quantity = _QUANTITIES[indicator.unit]
    for target in targets:
        goal = target.goal
        if target.quantity is not quantity or target.due.months != months:
            continue
        if isinstance(goal, AtMost | AtLeast | Between):
            yield target.due.start, goal


def _no(why: WhyNoPicture, detail: str = "") -> NoPicture:
    return NoPicture(what=PictureKind.CONTROL_CHART, why=why, detail=detail)
