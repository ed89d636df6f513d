"""Pictures of every kind, of ordinary figures and of awkward ones."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from policing_indicators import charts
from policing_indicators.assessment.assessing import assess
from policing_indicators.assessment.assessment import Assessment
from policing_indicators.audit.audit import Audit
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import FunnelMethod
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rare_chart import c_chart, g_chart, t_chart
from policing_indicators.calculation.rate import Rate
from policing_indicators.charts import Labelling, Picture
from policing_indicators.publication.draft import Draft
from policing_indicators.registry.areas import areas
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, tidy
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.bound import AtMost, Between
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.time_series import TimeSeries

EXAMPLE = Path(__file__).parents[2] / "examples" / "west-midlands-2024-25-q4"
FORCES = [each.id for each in areas() if each.kind is AreaKind.POLICE_FORCE_AREA]
LONG = Labelling(
    indicator=Indicator(
        id="long",
        name="Offences of an exceptionally long name, such as "
        "antidisestablishmentarianism & <b>more</b> 'of' \"it\"",
        unit=Unit.COUNT,
        direction=ImprovementDirection.NEUTRAL,
    ),
    source="An office with a name that is long enough to need a second line on paper",
    period=Period.financial_year(2024),
    as_at=date(2026, 4, 1),
)


def months(counts: list[int], year: int = 2022) -> TimeSeries:
    return TimeSeries(
        Observation(
            "robbery", "kent", Period.month(year + place // 12, place % 12 + 1), count=n
        )
        for place, n in enumerate(counts)
    )


def years(counts: list[int | None]) -> TimeSeries:
    return TimeSeries(
        Observation(
            "robbery",
            "kent",
            Period.financial_year(2012 + place),
            count=count,
            missing=MissingReason.NOT_AVAILABLE if count is None else None,
        )
        for place, count in enumerate(counts)
    )


def waves(many: int, low: int = 50, step: int = 7) -> list[int]:
    """Give counts that go up and down and do not repeat soon."""
    return [low + (place * place * step + 3 * place) % 23 for place in range(many)]


def changes(earlier: list[int], later: list[int]) -> ChangeComparison:
    rows = [
        [
            Observation("robbery", area, Period.financial_year(year), count=count)
            for area, count in zip(FORCES, counts, strict=False)
        ]
        for year, counts in ((2023, earlier), (2024, later))
    ]
    return ChangeComparison.of(FORCES[1], *rows)


@cache
def draft() -> Draft:
    return Draft.read(EXAMPLE)


@cache
def assessed() -> Assessment:
    made = draft()
    return assess(
        made.framework,
        made.observations,
        area=made.area,
        period=made.publication.period,
        periods=made.periods,
        populations=populations(),
        targets=made.publication.targets,
    )


@cache
def audited() -> Audit:
    national = framework("national-priorities-2021")
    rows = [
        row
        for name in ("figures.csv", "observations.csv")
        for row in tidy.read(EXAMPLE / name, framework=national)
    ]
    return audit_claims(
        claims.read(EXAMPLE / "claims.csv", framework=national),
        rows,
        framework=national,
        populations=populations(),
    )


def example_series(indicator: str) -> TimeSeries:
    own = [
        row
        for row in draft().observations
        if (row.indicator, row.area) == (indicator, "west-midlands")
        and row.period.months == 12
    ]
    return TimeSeries.latest(own)


def charted(counts: list[int], **choices: object) -> Picture:
    chart = ControlChart.of(months(counts), season="ignore", **choices)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - each case names its own
    return charts.control_chart(chart, labelling=LONG)


def forty_three(scale: int = 1) -> AreaRates:
    return AreaRates(
        {
            area: Rate(scale * (20 + place * place * 7 % 93), 400_000 + 60_000 * place)
            for place, area in enumerate(FORCES)
        }
    )


def shares() -> AreaRates:
    return AreaRates(
        {
            area: Proportion(40 + place * place % 37, 100 + place)
            for place, area in enumerate(FORCES[:15])
        }
    )


DAYS = [date(2024, 1, 1) + timedelta(days=each * each) for each in range(12)]
TIMES = [datetime(2024, 1, day, 2 * day) for day in (1, 4, 9, 11)]  # noqa: DTZ001 - times of one place

PICTURES: dict[str, Callable[[], Picture]] = {
    "control chart": lambda: charted(waves(30), target=AtMost(60)),
    "control chart of a constant": lambda: charted([7] * 15),
    "control chart of two": lambda: charted([5, 9]),
    "control chart of zeros": lambda: charted([0] * 14),
    "control chart below nought": lambda: charted(
        [5, -2, 3, 8, -4, 6, 2, 1, 0, 3, 4, 2], floor=None
    ),
    "control chart of large counts": lambda: charted(
        [10**9 + 10**7 * each for each in waves(40)],
        target={
            date(2022, 1, 1): Between(9.5e8, 1.2e9),
            date(2024, 1, 1): AtMost(10**9),
        },
    ),
    "control chart of many": lambda: charted(
        waves(160), rebase=[Period.month(2024, 5), Period.month(2029, 1)]
    ),
    "control chart of one rebase": lambda: charted(
        waves(36), rebase=[Period.month(2023, 5)]
    ),
    "control chart of a fall": lambda: charted(
        list(range(60, 40, -1)), direction=ImprovementDirection.DECREASE
    ),
    "c-chart": lambda: charts.control_chart(c_chart(months([2, 1, 3, 2, 1, 0, 4, 9]))),
    "g-chart": lambda: charts.control_chart(
        g_chart(DAYS, indicator="homicide", area="kent")
    ),
    "t-chart": lambda: charts.control_chart(
        t_chart(TIMES, indicator="homicide", area="kent")
    ),
    "trend": lambda: charts.trend(
        example_series("personal-robbery"), facts=assessed().of("personal-robbery")
    ),
    "trend with a break": lambda: charts.trend(
        example_series("neighbourhood-crime"),
        facts=assessed().of("neighbourhood-crime"),
    ),
    "trend of one": lambda: charts.trend(years([310]), labelling=LONG),
    "trend of none": lambda: charts.trend(years([None, None]), labelling=LONG),
    "trend with gaps": lambda: charts.trend(
        years([310, 295, None, 280, 260, None, 250, 255, 249, 251, -3])
    ),
    "trend of zeros": lambda: charts.trend(years([0, 0, 0])),
    "funnel": lambda: charts.funnel(
        Funnel.of(forty_three(40)), area="kent", labelling=LONG
    ),
    "funnel of chance alone": lambda: charts.funnel(
        Funnel.of(forty_three(40), method=FunnelMethod.EXACT), labelling=LONG
    ),
    "funnel of proportions": lambda: charts.funnel(
        Funnel.of(shares(), leave_out=()), area=FORCES[3]
    ),
    "funnel of one": lambda: charts.funnel(
        Funnel.of(AreaRates({"kent": Rate(5, 10_000)}))
    ),
    "ranking": lambda: charts.ranking(
        Ranking.of(forty_three(40), spread=0.05), area="kent", labelling=LONG
    ),
    "ranking of proportions": lambda: charts.ranking(
        Ranking.of(shares(), spread=0, leave_out=()), area=FORCES[3]
    ),
    "ranking of ties": lambda: charts.ranking(
        Ranking.of(AreaRates({area: Rate(5, 10_000) for area in FORCES[:7]}), spread=0),
        area=FORCES[2],
    ),
    "ranking of one": lambda: charts.ranking(
        Ranking.of(AreaRates({"kent": Rate(5, 10_000)}), spread=0)
    ),
    "changes among forces": lambda: charts.changes_among_forces(
        changes(
            [100 + 37 * each for each in range(43)],
            [90 + 41 * each for each in range(43)],
        ),
        labelling=LONG,
    ),
    "changes of none": lambda: charts.changes_among_forces(
        changes([100] * 43, [100] * 43)
    ),
    "changes of few": lambda: charts.changes_among_forces(
        changes(
            [0, *(1 + each % 9 for each in range(42))],
            [3, *(60 - each for each in range(42))],
        )
    ),
    "change bars": lambda: charts.change_bars(assessed()),
    "dashboard": lambda: charts.dashboard(assessed()),
    "audit strip": lambda: charts.audit_strip(audited()),
}
"""A picture of each kind, and of figures that are hard to draw."""
