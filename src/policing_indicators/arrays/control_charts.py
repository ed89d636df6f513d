"""XmR control charts of many series at once."""

from collections.abc import Iterable
from math import prod
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from policing_indicators.arrays.figures import Figures
from policing_indicators.calculation.chart_plan import Screening, chart_plan
from policing_indicators.calculation.kernels import xmr as kernel
from policing_indicators.calculation.kernels.arguments import numbers, passed_on
from policing_indicators.calculation.kernels.special_causes import LOW_SIDE, RULES
from policing_indicators.calculation.kernels.xmr import Charts
from policing_indicators.calculation.rule_set import (
    BITS,
    RuleSet,
    SpecialCauseRule,
    lengths_of,
    mask_of,
    rules_in_force,
)
from policing_indicators.errors import InvalidValueError

Flags = NDArray[np.bool_]
"""True or false for each point; masked where a masked point went in."""

Sides = NDArray[np.int8]
"""1, -1 or 0 for each point; masked where a masked point went in."""


@frozen(kw_only=True, eq=False)
class ControlCharts:
    """The XmR charts of series, each array as the values that went in.

    Attributes:
        centre: The centre line, NaN where the point is missing.
        lower: The lower limit, not cut off at the floor.
        upper: The upper limit.
        outside_limits: Whether the point lies outside the limits.
        two_of_three: Whether it is one of two in three near a limit.
        run: Whether it belongs to a run on one side of the centre.
        trend: Whether it belongs to a trend.
        side: 1 where the point is special on the high side, -1 on the low, 0 where it
            breaks no rule. Where it breaks rules both ways, the first of the rules in
            the order above decides.
    """

    centre: Figures
    lower: Figures
    upper: Figures
    outside_limits: Flags
    two_of_three: Flags
    run: Flags
    trend: Flags
    side: Sides


def xmr(  # noqa: PLR0913 - all but one are given by name
    values: ArrayLike,
    *,
    rules: RuleSet | None = None,
    screening: Screening = "once",
    baseline: int | None = None,
    rebase: Iterable[int] = (),
    floor: float | None = 0.0,
) -> ControlCharts:
    """Chart many series at once: centre, limits, and the rules that each point breaks.

    The limits are the mean -/+ 2.66 mean moving ranges (Wheeler and Chambers 1992);
    the rules are those of :class:`~policing_indicators.SpecialCauseRule`. A missing
    point has no line and breaks no rule; runs pass over it, and no moving range is
    taken over it. Without two neighbours there are no limits, and no rule is broken.

    Args:
        values: Series x time: the last axis is time. They are charted as they stand:
            without season, and without overlaps such as those of rolling totals.
        rules: The rules in force; those of :meth:`~policing_indicators.RuleSet.seven`
            where none are given.
        screening: ``once`` drops moving ranges above 3.267 times their mean before
            the limits are made; ``none`` keeps all.
        baseline: How many points make the limits: the first so many, of each stretch
            between rebases. All where none is given.
        rebase: The columns from which new limits are made. Nothing crosses them.
        floor: What no figure can be below. Where the lower limit is, the rules that
            look at it are off. ``None`` where figures have no such floor.

    Raises:
        InvalidArrayError: An element is infinite or no number.
        InvalidValueError: The values have no axis of time, a column of ``rebase`` is
            none of theirs, or another argument is not what it must be.

    >>> charts = xmr([[5, 6, 7, 6, 5, 7, 6, 20], [3, 3, 3, 3, 3, 3, 3, 3]])
    >>> charts.upper[:, -1].round(2)
    array([10.85,  3.  ])
    >>> charts.outside_limits.sum(axis=1)
    array([1, 0])
    """
    figures = numbers("values", values)
    if figures.ndim == 0:
        raise InvalidValueError("values", values, "series x time, or one series")
    in_force = rules_in_force(rules)
    columns = figures.shape[-1]
    plan = chart_plan(
        columns, screening=screening, baseline=baseline, rebase=rebase, floor=floor
    )
    rows = figures.reshape(prod(figures.shape[:-1]), columns)
    charts = kernel.xmr(rows, plan, lengths_of(in_force))
    np.bitwise_and(charts.codes, np.uint8(mask_of(in_force)), out=charts.codes)
    return _in_form(charts, figures, values)


def _in_form(charts: Charts, figures: Figures, values: ArrayLike) -> ControlCharts:
    centre, lower, upper = (
        passed_on(line.reshape(figures.shape), values) for line in charts.lines
    )
    mask = np.ma.getmask(centre)
    codes = charts.codes.reshape(figures.shape)
    flags = {
        rule: _masked((codes & np.uint8(bit | bit << LOW_SIDE)) != 0, mask)
        for rule, bit in BITS.items()
    }
    return ControlCharts(
        centre=centre,
        lower=lower,
        upper=upper,
        outside_limits=flags[SpecialCauseRule.OUTSIDE_LIMITS],
        two_of_three=flags[SpecialCauseRule.TWO_OF_THREE],
        run=flags[SpecialCauseRule.RUN],
        trend=flags[SpecialCauseRule.TREND],
        side=_masked(_SIDES[codes], mask),
    )


def _side(code: int) -> int:
    """Give the side of the first rule broken: high where it is broken both ways."""
    for bit in RULES:
        if code & bit:
            return 1
        if code & bit << LOW_SIDE:
            return -1
    return 0


_SIDES: Sides = np.array([_side(code) for code in range(256)], dtype=np.int8)
"""The side of each combination of rules."""


def _masked(found: NDArray[Any], mask: Flags | np.bool_) -> NDArray[Any]:
    return found if mask is np.ma.nomask else np.ma.array(found, mask=mask)
