"""The points of each kind of control chart, made of figures."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from attrs import frozen

from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.charted_series import ChartedSeries
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.rare_events import RareLimits, rare_rules
from policing_indicators.calculation.kernels.special_causes import Codes
from policing_indicators.calculation.kernels.xmr import Plan, stretches, xmr
from policing_indicators.calculation.rule_set import RuleSet, lengths_of, mask_of
from policing_indicators.calculation.season import Season
from policing_indicators.calculation.special_cause import Moment, Stretch
from policing_indicators.errors import MissingDataError


@frozen(kw_only=True, eq=False)
class Lines:
    """What is charted, its lines, and the rules that are broken, point by point."""

    charted: Array
    centre: Array
    lower: Array
    upper: Array
    codes: Codes
    factors: Array


def xmr_points(
    series: ChartedSeries, plan: Plan, rules: RuleSet, season: Season
) -> tuple[ChartPoint, ...]:
    """Make the points of an XmR chart.

    Raises:
        MissingDataError: A stretch has one point, which has no moving range, or the
            limits are beyond the largest decimal number.
    """
    factors = season.divisors(len(series.periods))
    charted = series.figures / factors
    charts = xmr(charted[np.newaxis], plan, lengths_of(rules))
    centre, lower, upper = charts.lines[:, 0]
    for start in plan.starts:
        if np.isnan(lower[start]) or np.isnan(upper[start]):
            what = f"the limits of {series.name} from {series.periods[start]} on"
            raise MissingDataError(what, "they need two points, of ordinary size")
    lines = Lines(
        charted=charted,
        centre=centre,
        lower=lower,
        upper=upper,
        codes=charts.codes[0] & np.uint8(mask_of(rules)),
        factors=factors,
    )
    return _points(series.periods, series.figures, lines, plan)


def rare_points(
    moments: Sequence[Moment],
    values: Array,
    limits: Sequence[RareLimits],
    plan: Plan,
    rules: RuleSet,
) -> tuple[ChartPoint, ...]:
    """Make the points of a chart of rare events: of their counts, or the times between.

    Args:
        moments: When each point is.
        values: The figures.
        limits: The limits of each stretch.
        plan: The stretches, and how much of each makes its limits.
        rules: The rules in force.
    """
    centre, lower, upper = np.empty((3, len(values)))
    codes = np.empty(len(values), dtype=np.uint8)
    for (stretch, own), made in zip(stretches(plan, len(values)), limits, strict=True):
        centre[stretch] = mean_of(values[own])
        lower[stretch], upper[stretch] = made.lower, made.upper
        codes[stretch] = rare_rules(values[stretch], made, lengths_of(rules))
    lines = Lines(
        charted=values,
        centre=centre,
        lower=lower,
        upper=upper,
        codes=codes & np.uint8(mask_of(rules)),
        factors=np.ones(len(values)),
    )
    return _points(moments, values, lines, plan)


def mean_of(values: Array) -> float:
    """Give the mean, its sum taken without rounding."""
    return math.fsum(values.tolist()) / len(values)


def _points(
    moments: Sequence[Moment], values: Array, lines: Lines, plan: Plan
) -> tuple[ChartPoint, ...]:
    floor = -math.inf if plan.floor is None else plan.floor
    causes = [
        each
        for start, stop in pairwise((*plan.starts, len(values)))
        for each in Stretch(
            moments=moments[start:stop],
            charted=lines.charted[start:stop].tolist(),
            codes=lines.codes[start:stop].tolist(),
        ).special_causes()
    ]
    columns = (
        values,
        lines.charted,
        lines.centre,
        lines.lower,
        lines.upper,
        np.maximum(lines.lower, floor),
        lines.factors,
    )
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return tuple(
        ChartPoint(
            when=when,
            value=value,
            charted=charted,
            centre=centre,
            lower=lower,
            upper=upper,
            drawn_lower=drawn_lower,
            season_factor=factor,
            special_causes=own,
        )
        for when, (
            value,
            charted,
            centre,
            lower,
            upper,
            drawn_lower,
            factor,
        ), own in zip(moments, rows, causes, strict=True)
    )
