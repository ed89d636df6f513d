"""A chart of rare events as it is drawn, of whatever kind."""

from collections.abc import Callable, Sequence
from typing import Self, TypedDict

import numpy as np
from attrs import frozen

from policing_indicators.calculation.chart_plan import chart_plan
from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.chart_points import mean_of, rare_points
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.rare_events import RareLimits
from policing_indicators.calculation.kernels.xmr import stretches
from policing_indicators.calculation.rule_set import RuleSet, rules_in_force
from policing_indicators.calculation.special_cause import Moment


class Parts(TypedDict):
    """What every chart of rare events has."""

    points: tuple[ChartPoint, ...]
    rules: RuleSet
    stretches: tuple[Moment, ...]
    baseline: int | None


@frozen(kw_only=True, eq=False)
class Drawing:
    """The points of a chart of rare events.

    Attributes:
        parts: What the chart is made of.
        latest_baseline: The figures that make the limits of the latest point.
    """

    parts: Parts
    latest_baseline: Array

    @classmethod
    def of(  # noqa: PLR0913 - all but three are given by name
        cls,
        moments: Sequence[Moment],
        values: Sequence[float] | Array,
        limits_of: Callable[[float], RareLimits],
        *,
        baseline: int | None,
        rules: RuleSet | None,
        starts: tuple[int, ...] = (),
    ) -> Self:
        """Draw figures with the limits that their mean has.

        Args:
            moments: When each point is.
            values: The figures.
            limits_of: Gives the limits of a mean.
            baseline: How many points make the limits of a stretch.
            rules: The rules in force.
            starts: The places from which limits are made anew.
        """
        figures = np.asarray(values, dtype=np.float64)
        in_force = rules_in_force(rules)
        plan = chart_plan(
            len(figures), screening="none", baseline=baseline, rebase=starts, floor=0.0
        )
        baselines = [figures[own] for _, own in stretches(plan, len(figures))]
        limits = [limits_of(mean_of(own)) for own in baselines]
        return cls(
            parts={
                "points": rare_points(moments, figures, limits, plan, in_force),
                "rules": in_force,
                "stretches": tuple(moments[start] for start in plan.starts),
                "baseline": plan.baseline,
            },
            latest_baseline=baselines[-1],
        )
