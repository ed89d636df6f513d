"""Figures of many areas and of many quarters, for the tests of what is made of them."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from policing_indicators.assessment.assessing import judge
from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.vocabulary.spelling import month_after
from policing_indicators.vocabulary.target import Target

NOW = Period.financial_year(2024)
BEFORE = NOW.year_before
RELEASE = date(2026, 4, 1)
KENT: Area = areas().find("kent")
FORCES = tuple(each.id for each in areas() if each.kind is AreaKind.POLICE_FORCE_AREA)
CARS = Indicator(
    id="cars",
    name="Cars",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    denominator=DenominatorKind.PEOPLE,
)
LAST = Period.financial_quarter(2024, 4)
SEASONAL = (90, 100, 115, 95)
"""The counts of the quarters of a year that swings."""


def back(number: int, last: Period = LAST) -> list[Period]:
    """Give so many periods as long as the last, one after the other."""
    return [
        evolve(last, start=month_after(last.start, -last.months * steps))
        for steps in reversed(range(number))
    ]


def row(
    count: int | None, period: Period = NOW, area: str = "kent", **fields: object
) -> Observation:
    """Give one figure."""
    plain: dict[str, object] = {"as_at": RELEASE, "source": "A table", "count": count}
    return Observation("cars", area, period, **{**plain, **fields})  # type: ignore[arg-type]


def run(counts: Sequence[int], last: Period = LAST) -> list[Observation]:
    """Give a figure of each of as many periods as there are counts."""
    return [
        row(count, period)
        for count, period in zip(counts, back(len(counts), last), strict=True)
    ]


def years(own: tuple[int, int], others: Sequence[tuple[int, int]]) -> list[Observation]:
    """Give two years of Kent and of as many other forces as are given."""
    ids = [each for each in FORCES if each != "kent"]
    pairs = {"kent": own, **dict(zip(ids, others, strict=False))}
    return [
        row(count, period, area)
        for area, pair in pairs.items()
        for count, period in zip(pair, (BEFORE, NOW), strict=True)
    ]


def framework(indicator: Indicator = CARS) -> Framework:
    """Give a framework of one indicator."""
    return Framework(id="f", name="F", priorities=[], indicators=[indicator])


def assessed(  # noqa: PLR0913 - each by its name
    rows: Sequence[Observation],
    *,
    indicator: Indicator = CARS,
    period: Period = NOW,
    targets: Sequence[Target] = (),
    area: Area = KENT,
    groups: Sequence[AreaGroup] = (),
    are_rounded: bool = False,
) -> IndicatorAssessment:
    """Judge an area by the figures."""
    grounds = Grounds(
        framework=framework(indicator),
        area=area,
        observations=tuple(rows),
        populations=populations(),
        groups=tuple(groups),
        are_rounded=are_rounded,
    )
    [facts] = judge(grounds, period=period, targets=targets).indicators
    return facts


def broken_in(period: Period) -> Indicator:
    """Give the indicator with a break on the first day of a period."""
    return evolve(CARS, breaks=[Break(period.start, "the rules changed")])


MEASURED = MeasuredDispersion(
    ratio=20.0,
    areas=43,
    earlier=BEFORE,
    later=NOW,
    source="A study",
    earlier_total=40_000,
    later_total=38_000,
    spread=0.02,
)
