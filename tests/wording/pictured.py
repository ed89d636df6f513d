"""Charts and comparisons for the tests of what is said of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from attrs import evolve

from policing_indicators.assessment.picture import GroupChange, Pictures
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.chart_caution import ChartCaution
from policing_indicators.calculation.chart_kind import ChartKind
from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rule_set import RuleSet, SpecialCauseRule
from policing_indicators.calculation.season import Season, SeasonFinding
from policing_indicators.calculation.special_cause import SpecialCause
from policing_indicators.calculation.variation import Side, TargetLevel
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import month_after

NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
FORCES = tuple(each.id for each in areas() if each.kind is AreaKind.POLICE_FORCE_AREA)
OTHERS = tuple(each for each in FORCES if each != "kent")
GROUP = AreaGroup(
    id="neighbours", name="Kent", areas=["essex", "sussex"], source="a plan"
)
ADJUSTED = Season(finding=SeasonFinding.ADJUSTED, p_value=0.001, factors=[1.0] * 4)


def quarters(number: int) -> list[Period]:
    """Give so many quarters, the last of them January to March 2025."""
    last = Period.financial_quarter(2024, 4)
    return [
        evolve(last, start=month_after(last.start, -3 * back))
        for back in reversed(range(number))
    ]


def months(number: int) -> list[Period]:
    """Give so many months, the last of them March 2025."""
    last = Period.month(2025, 3)
    return [
        evolve(last, start=month_after(last.start, -back))
        for back in reversed(range(number))
    ]


def cause(rule: SpecialCauseRule, side: Side, points: int = 1) -> SpecialCause:
    """Give a rule that the latest point breaks."""
    return SpecialCause(rule=rule, side=side, since=NOW, points=points)


def chart(  # noqa: PLR0913 - each by its name
    *causes: SpecialCause,
    periods: Sequence[Period] = (),
    value: float = 80,
    limits: tuple[float, float, float] = (60, 70, 75.5),
    cautions: Sequence[ChartCaution] = (),
    kind: ChartKind = ChartKind.XMR,
    season: Season | None = None,
    target: Sequence[TargetLevel] = (),
) -> ControlChart:
    """Give a chart whose latest point is as it is told to be."""
    when = periods or quarters(20)
    lower, centre, upper = limits
    points = [
        ChartPoint(
            when=each,
            value=value,
            charted=value,
            centre=centre,
            lower=lower,
            upper=upper,
            drawn_lower=lower,
        )
        for each in when
    ]
    points[-1] = evolve(points[-1], special_causes=causes)
    return ControlChart(
        kind=kind,
        indicator="cars",
        area="kent",
        points=points,
        rules=RuleSet.seven(),
        stretches=[when[0]],
        season=season,
        target=target,
        cautions=cautions,
    )


def row(area: str, period: Period, count: int | None) -> Observation:
    """Give the count of an area, or that it is not available."""
    missing = MissingReason.NOT_AVAILABLE if count is None else None
    return Observation(
        "cars",
        area,
        period,
        count=count,
        missing=missing,
        as_at=date(2026, 4, 1),
        source="A table",
    )


def changes(
    own: tuple[int, int],
    others: Sequence[tuple[int | None, int | None]],
) -> ChangeComparison:
    """Hold Kent's change against those of as many other forces as are given."""
    pairs = {"kent": own, **dict(zip(OTHERS, others, strict=False))}
    return ChangeComparison.of(
        "kent",
        [row(area, BEFORE, earlier) for area, (earlier, _) in pairs.items()],
        [row(area, NOW, later) for area, (_, later) in pairs.items()],
    )


def group_change(found: ChangeComparison) -> GroupChange:
    """Give the change of the group."""
    return GroupChange(
        group=GROUP,
        areas=found.members_of(GROUP),
        together=found.change_of_group(GROUP),
        mean_percent=found.percent_of_group(GROUP, GroupAverage.MEAN_OF_RATES),
    )


def rated(
    own: int, others: Sequence[int], *, spread: float = 0.0, people: int = 1_000_000
) -> Pictures:
    """Hold Kent's rate against those of as many other forces as are given."""
    counts = {"kent": own, **dict(zip(OTHERS, others, strict=False))}
    rates = AreaRates({area: Rate(count, people) for area, count in counts.items()})
    return Pictures(
        rate=BenchmarkComparison.of("kent", rates),
        group_rates=list(_beside_group(rates)),
        ranking=Ranking.of(rates, spread=spread, random=(1_000, 2005)),
    )


def _beside_group(rates: AreaRates) -> Iterator[BenchmarkComparison]:
    if all(area in rates.rates for area in GROUP.areas):
        for average in GroupAverage:
            yield BenchmarkComparison.beside_group("kent", rates, GROUP, average)


def every_chart() -> Iterator[ControlChart]:
    """Give a chart of every kind, and for every rule that its latest point breaks."""
    for rule, side, kind in product(
        SpecialCauseRule, Side, (ChartKind.XMR, ChartKind.C)
    ):
        yield chart(cause(rule, side, 9), kind=kind)
    for periods in (quarters(20), months(40)):
        for season in (None, ADJUSTED):
            yield chart(periods=periods, season=season)
            yield chart(periods=periods, limits=(1, 2, 3), season=season)
    yield chart(cautions=[ChartCaution.TRIAL_LIMITS])
    for level in (90, 70, 50):
        yield chart(target=[TargetLevel(AtMost(level))])
