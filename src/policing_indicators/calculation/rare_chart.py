"""Control charts of rare events: of their counts, and of the times between them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from policing_indicators.calculation.between_events import days_between, times_between
from policing_indicators.calculation.chart_caution import count_cautions, trial_cautions
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.charted_series import ChartedSeries
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.drawing import Drawing
from policing_indicators.calculation.kernels.rare_events import (
    exponential_limits,
    geometric_limits,
    poisson_limits,
)
from policing_indicators.calculation.rule_set import RuleSet
from policing_indicators.calculation.variation import Bound, target_levels
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries


def c_chart(  # noqa: PLR0913 - all but one are given by name
    series: TimeSeries,
    *,
    direction: ImprovementDirection = ImprovementDirection.NEUTRAL,
    rules: RuleSet | None = None,
    baseline: int | None = None,
    rebase: Iterable[Period] = (),
    breaks: Iterable[Break] = (),
    target: Bound | Mapping[date, Bound] | None = None,
) -> ControlChart:
    """Make the chart of counts that are few, with exact Poisson limits.

    A run is counted from the median of the distribution. The arguments are those
    of :meth:`ControlChart.of`; no season is looked for.

    Raises:
        InvalidValueError: As :meth:`ControlChart.of`, or a figure is no count of zero
            or more.
        IncomparableError: As :meth:`ControlChart.of`.
        InvalidContentError: As :meth:`ControlChart.of`.

    >>> from policing_indicators.vocabulary.observation import Observation
    >>> counts = [2, 1, 3, 2, 2, 1, 4, 0, 3, 2, 1, 3]
    >>> chart = c_chart(
    ...     TimeSeries(
    ...         Observation("homicide", "here", Period.month(2024, month), count=count)
    ...         for month, count in enumerate(counts, start=1)
    ...     )
    ... )
    >>> chart.latest.centre, chart.latest.lower, chart.latest.upper
    (2.0, 0.0, 7.0)
    """
    charted = ChartedSeries.of(series)
    charted.require_events()
    drawing = Drawing.of(
        charted.periods,
        charted.figures,
        poisson_limits,
        starts=charted.stretches(rebase, breaks),
        baseline=baseline,
        rules=rules,
    )
    return ControlChart(
        kind=ChartKind.C,
        indicator=series.indicator,
        area=series.area,
        as_at=series.as_at,
        direction=direction,
        target=target_levels(target),
        cautions=count_cautions(drawing.latest_baseline),
        **drawing.parts,
    )


def g_chart(  # noqa: PLR0913 - all but one are given by name
    days: Iterable[date],
    *,
    indicator: str,
    area: str,
    direction: ImprovementDirection = ImprovementDirection.NEUTRAL,
    rules: RuleSet | None = None,
    baseline: int | None = None,
) -> ControlChart:
    """Make the chart of whole days between events, with exact geometric limits.

    Args:
        days: The day of each event, in any order; several may be on one day.
        indicator: The indicator's id.
        area: The area's id.
        direction: Which way is better for the number of events: where fewer are
            better, a longer time between them is.
        rules: The rules in force; those of :meth:`RuleSet.seven` where none given.
        baseline: How many times between events, from the first on, make the
            limits. All where none is given.

    Raises:
        InvalidValueError: There are fewer than three events, or an argument is not
            what it must be.

    >>> days = [date(2024, month, 3 * month) for month in range(1, 10)]
    >>> chart = g_chart(days, indicator="homicide", area="here")
    >>> [point.value for point in chart.points]
    [34.0, 32.0, 34.0, 33.0, 34.0, 33.0, 34.0, 34.0]
    >>> chart.latest.upper
    224.0
    """
    drawing = Drawing.of(
        *days_between(days), geometric_limits, baseline=baseline, rules=rules
    )
    return ControlChart(
        kind=ChartKind.G,
        indicator=indicator,
        area=area,
        direction=direction,
        cautions=trial_cautions(len(drawing.latest_baseline)),
        **drawing.parts,
    )


def t_chart(  # noqa: PLR0913 - all but one are given by name
    moments: Iterable[datetime],
    *,
    indicator: str,
    area: str,
    direction: ImprovementDirection = ImprovementDirection.NEUTRAL,
    rules: RuleSet | None = None,
    baseline: int | None = None,
) -> ControlChart:
    """Make the chart of times between events, with exact exponential limits.

    Args:
        moments: The time of each event, in any order, no two alike.
        indicator: As for :func:`g_chart`.
        area: As for :func:`g_chart`.
        direction: As for :func:`g_chart`.
        rules: As for :func:`g_chart`.
        baseline: As for :func:`g_chart`.

    Raises:
        InvalidValueError: There are fewer than three events, or an argument is not
            what it must be.
        DuplicateError: Two events are at one time.

    >>> moments = [datetime(2024, 1, day, hour=2 * day) for day in (1, 4, 9, 11)]
    >>> chart = t_chart(moments, indicator="homicide", area="here")
    >>> chart.latest.value
    2.1666666666666665
    """
    drawing = Drawing.of(
        *times_between(moments), exponential_limits, baseline=baseline, rules=rules
    )
    return ControlChart(
        kind=ChartKind.T,
        indicator=indicator,
        area=area,
        direction=direction,
        cautions=trial_cautions(len(drawing.latest_baseline)),
        **drawing.parts,
    )
