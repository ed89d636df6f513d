"""A control chart of a series: its limits, and what stands out from chance."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from attrs import field, frozen

from policing_indicators.calculation.chart_caution import ChartCaution, xmr_cautions
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.chart_plan import Screening, chart_plan
from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.chart_points import xmr_points
from policing_indicators.calculation.charted_series import ChartedSeries
from policing_indicators.calculation.kernels.xmr import stretches
from policing_indicators.calculation.rule_set import RuleSet, rules_in_force
from policing_indicators.calculation.season import Season, SeasonTreatment, season_of
from policing_indicators.calculation.shown_chart import shown_chart
from policing_indicators.calculation.special_cause import Moment, is_moment
from policing_indicators.calculation.variation import (
    Assurance,
    Bound,
    TargetLevel,
    Variation,
    assurance,
    level_on,
    target_levels,
    variation,
)
from policing_indicators.showing import Shown, ShownTable
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries


def _sequence(values: Iterable[Any]) -> tuple[Any, ...]:
    return requirement.items(values)


@frozen(kw_only=True)
class ControlChart(Shown):
    """The points of a series with their limits, and the rules that each point breaks.

    It holds facts and no words. Words are for its latest point alone: among many
    points, some stand out by chance.

    Attributes:
        kind: What it is of, and how its limits are made.
        indicator: The indicator's id.
        area: The area's id.
        as_at: The vintage of the figures, if known.
        points: The points, earliest first.
        direction: Which way is better, for the figures and counts themselves.
        rules: The rules in force.
        stretches: The first moment of each stretch with limits of its own.
        baseline: How many points make the limits of a stretch; all where none.
        season: What is known of the season; none on a chart of rare events.
        target: What the figures are held to, and from when on.
        cautions: What a reader must know before the chart is believed.

    Raises:
        InvalidValueError: A field is not what it must be, or there is no point.

    >>> from policing_indicators.vocabulary.observation import Observation
    >>> counts = [52, 48, 55, 47, 51, 49, 50, 54, 46, 53, 50, 83]
    >>> chart = ControlChart.of(
    ...     TimeSeries(
    ...         Observation("robbery", "here", Period.month(2024, month), count=count)
    ...         for month, count in enumerate(counts, start=1)
    ...     ),
    ...     direction=ImprovementDirection.DECREASE,
    ...     season="ignore",
    ... )
    >>> print(f"{chart.latest.lower:.1f} to {chart.latest.upper:.1f}")
    40.4 to 65.9
    >>> [cause.rule.value for cause in chart.latest.special_causes]
    ['outside the limits']
    >>> chart.variation
    Variation.CONCERN
    >>> chart.cautions
    (ChartCaution.SEASON_UNKNOWN,)
    """

    kind: ChartKind = field(validator=requirement.kind(ChartKind))
    indicator: str = field(validator=requirement.identifier)
    area: str = field(validator=requirement.identifier)
    as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    points: tuple[ChartPoint, ...] = field(
        converter=_sequence,
        validator=[
            requirement.each(requirement.kind(ChartPoint)),
            requirement.must(bool, "one point or more"),
        ],
    )
    direction: ImprovementDirection = field(
        default=ImprovementDirection.NEUTRAL,
        validator=requirement.kind(ImprovementDirection),
    )
    rules: RuleSet = field(validator=requirement.kind(RuleSet))
    stretches: tuple[Moment, ...] = field(
        converter=_sequence, validator=requirement.each(is_moment)
    )
    baseline: int | None = field(
        default=None, validator=requirement.optional(requirement.positive)
    )
    season: Season | None = field(
        default=None, validator=requirement.optional(requirement.kind(Season))
    )
    target: tuple[TargetLevel, ...] = field(
        default=(),
        converter=_sequence,
        validator=requirement.each(requirement.kind(TargetLevel)),
    )
    cautions: tuple[ChartCaution, ...] = field(
        default=(),
        converter=_sequence,
        validator=requirement.each(requirement.kind(ChartCaution)),
    )

    @classmethod
    def of(  # noqa: PLR0913 - all but one are given by name
        cls,
        series: TimeSeries,
        *,
        direction: ImprovementDirection = ImprovementDirection.NEUTRAL,
        rules: RuleSet | None = None,
        screening: Screening = "once",
        baseline: int | None = None,
        rebase: Iterable[Period] = (),
        breaks: Iterable[Break] = (),
        season: SeasonTreatment = "adjust",
        target: Bound | Mapping[date, Bound] | None = None,
        floor: float | None = 0.0,
    ) -> Self:
        """Make the XmR chart of consecutive months or quarters.

        Args:
            series: Counts throughout, or values throughout, none of them missing.
            direction: Which way is better.
            rules: The rules in force; those of :meth:`RuleSet.seven` where none given.
            screening: ``once`` drops moving ranges above 3.267 times their mean before
                the limits are made; ``none`` keeps all.
            baseline: How many points make the limits: the first so many, of each
                stretch. All where none is given.
            rebase: Periods of the series from which limits are made anew.
            breaks: The indicator's breaks, to make limits anew from each that falls
                after the start of the series.
            season: ``adjust`` divides by seasonal factors where they matter;
                ``ignore`` charts figures as they stand, with a caution; ``refuse``
                charts only what is shown to have no season that matters.
            target: What each figure is held to, or the same by the first day it holds
                for.
            floor: What no figure can be below; ``None`` where there is no such floor.

        Raises:
            InvalidValueError: An argument is not what it must be, or the periods are
                neither months nor quarters.
            IncomparableError: Periods overlap, as those of rolling totals do.
            InvalidContentError: A period of the series is missing or has no figure, or
                one of ``rebase`` is none of the series; every such one is named.
            MissingDataError: The season is to be adjusted for or refused and cannot be
                told, matters and is to be refused, or a stretch has only one point.
        """
        charted = ChartedSeries.of(series)
        plan = chart_plan(
            len(charted.periods),
            screening=screening,
            baseline=baseline,
            rebase=charted.stretches(rebase, breaks),
            floor=floor,
        )
        found = season_of(charted, season, plan.baseline)
        in_force = rules_in_force(rules)
        points = xmr_points(charted, plan, in_force, found)
        *_, (_, latest_baseline) = stretches(plan, len(points))
        return cls(
            kind=ChartKind.XMR,
            indicator=series.indicator,
            area=series.area,
            as_at=series.as_at,
            points=points,
            direction=direction,
            rules=in_force,
            stretches=[charted.periods[start] for start in plan.starts],
            baseline=plan.baseline,
            season=found,
            target=target_levels(target),
            cautions=xmr_cautions(
                points[-1],
                found,
                are_counts=charted.are_counts,
                limits_made_of=len(points[latest_baseline]),
            ),
        )

    def _shown(self) -> tuple[ShownTable, ...]:
        vintage = f", as at {self.as_at}" if self.as_at else ""
        name = f"{self.indicator}, {self.area}{vintage}"
        said = (self.variation, self.assurance, self.cautions)
        return (shown_chart(self.kind, name, self.points, said),)

    @property
    def latest(self) -> ChartPoint:
        """The latest point."""
        return self.points[-1]

    @property
    def latest_stretch(self) -> tuple[ChartPoint, ...]:
        """The points since limits were last made anew, the latest point among them."""
        places = [point.when for point in self.points]
        return self.points[places.index(self.stretches[-1]) :]

    @property
    def variation(self) -> Variation:
        """Common cause, or special cause and which way, of the latest point."""
        return self.variation_at(self.latest)

    @property
    def assurance(self) -> Assurance | None:
        """Whether the series, as it runs at its latest point, will meet its target.

        None where no target holds for the latest period. A target is held against the
        limits with the season of that period put back.
        """
        period = self.latest.when
        if not isinstance(period, Period):
            return None
        level = level_on(self.target, period.start)
        if level is None:
            return None
        latest = self.latest
        return assurance(level.bound, latest.season_lower, latest.season_upper)

    def variation_at(self, point: ChartPoint) -> Variation:
        """Say what a point of the chart is, by the first rule that it breaks."""
        side = point.side
        if side is not None and self.kind.is_between_events:
            side = side.other
        return variation(side, self.direction)
