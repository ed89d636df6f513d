"""What a type checker sees of control charts, through both doors."""

from datetime import date, datetime
from typing import assert_type

import numpy as np
from numpy.typing import NDArray

from policing_indicators import (
    Assurance,
    AtMost,
    ChartPoint,
    ControlChart,
    Observation,
    Period,
    RecentTrend,
    RuleSet,
    Season,
    SeasonFinding,
    Side,
    SpecialCause,
    SpecialCauseRule,
    TimeSeries,
    TrendDirection,
    Variation,
    WhyNoTrend,
    arrays,
    c_chart,
    g_chart,
    t_chart,
)

series = TimeSeries(
    Observation("robbery", "here", Period.month(2024, month), count=50 + month)
    for month in range(1, 13)
)
chart = ControlChart.of(
    series,
    rules=RuleSet.eight(),
    season="ignore",
    target={date(2024, 1, 1): AtMost(60)},
    rebase=[Period.month(2024, 7)],
)
assert_type(chart, ControlChart)
assert_type(chart.latest, ChartPoint)
assert_type(chart.latest.special_causes, tuple[SpecialCause, ...])
assert_type(chart.latest.side, Side | None)
assert_type(chart.variation, Variation)
assert_type(chart.assurance, Assurance | None)
assert_type(chart.season, Season | None)
# An unknown treatment of the season is refused, and so is a bare number for a target.
ControlChart.of(series, season="adapt")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
ControlChart.of(series, target=60)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

assert_type(c_chart(series), ControlChart)
days = [date(2024, month, 1) for month in range(1, 13)]
assert_type(g_chart(days, indicator="homicide", area="here"), ControlChart)

times = [datetime(2024, month, 1) for month in range(1, 13)]  # noqa: DTZ001 - without a zone
assert_type(t_chart(times, indicator="homicide", area="here"), ControlChart)
# A chart of the times between events says of what and where, and has no target.
g_chart(days)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
g_chart(days, indicator="homicide", area="here", target=AtMost(3))  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]

if chart.season is not None:
    assert_type(chart.season.finding, SeasonFinding)
    assert_type(chart.season.p_value, float | None)
    assert_type(chart.season.factors, tuple[float, ...])
for cause in chart.latest.special_causes:
    assert_type(cause.rule, SpecialCauseRule)
    assert_type(cause.points, int)
    assert_type(chart.variation_at(chart.latest), Variation)

trend = RecentTrend.of(series)
assert_type(trend.direction, TrendDirection)
assert_type(trend.why_not, WhyNoTrend | None)
assert_type(trend.chi_squared, float | None)

charts = arrays.xmr([[50, 60, 55], [1, 2, 3]], rebase=[2])
assert_type(charts, arrays.ControlCharts)
assert_type(charts.upper, NDArray[np.float64])
assert_type(charts.run, NDArray[np.bool_])
assert_type(charts.side, NDArray[np.int8])
# A rule set is no text, and what is screened is said by name.
arrays.xmr([5, 6], rules="seven")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
arrays.xmr([5, 6], screening=True)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
