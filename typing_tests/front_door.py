"""What a type checker sees at the front door."""

from datetime import date
from typing import Literal, assert_type

import policing_indicators
from policing_indicators import (
    Area,
    AreaKind,
    Comparability,
    DenominatorKind,
    Framework,
    ImprovementDirection,
    IncomparableError,
    Indicator,
    InvalidContentError,
    InvalidValueError,
    MissingDataError,
    MissingReason,
    Observation,
    Period,
    PolicingIndicatorsError,
    Population,
    Populations,
    Priority,
    Problem,
    Source,
    TimeSeries,
    Unit,
    UnknownNameError,
)

assert_type(policing_indicators.Period, type[Period])
assert_type(policing_indicators.__version__, str)
# A misspelt name is refused, though the front door loads names as they are asked for.
misspelt = policing_indicators.Perjod  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]

period = Period.parse("2024-25 Q4")
assert_type(period, Period)
assert_type(Period.financial_year(2024), Period)
assert_type(period.start, date)
assert_type(period.months, int)
assert_type(period.end, date)
assert_type(period.year_before, Period)
assert_type(period.quarters, tuple[Period, ...])
assert_type(period.comparability(period), Comparability)
assert_type(date(2025, 1, 31) in period, bool)
assert_type(period < period.year_before, bool)

area = Area(id="kent", name="Kent", kind=AreaKind.POLICE_FORCE_AREA)
assert_type(area.code, str | None)

homicide = Indicator(
    id="homicide",
    name="Homicide",
    unit=Unit.COUNT,
    direction=ImprovementDirection.DECREASE,
    aliases=["murder"],
)
assert_type(homicide.aliases, tuple[str, ...])
assert_type(homicide.baseline, Period | None)
assert_type(homicide.denominator, DenominatorKind | None)

priority = Priority(id="homicide", name="Homicide", indicators=["homicide"])
framework = Framework(
    id="own", name="Own", priorities=[priority], indicators=[homicide]
)
assert_type(framework.indicator("homicide"), Indicator)
assert_type(framework.indicators_of(priority), tuple[Indicator, ...])

observation = Observation("homicide", "kent", period, count=9)
assert_type(observation.count, int | None)
assert_type(observation.required_count(), int)
assert_type(observation.missing, MissingReason | None)
series = TimeSeries.latest([observation])
assert_type(series, TimeSeries)
assert_type(series[period], Observation)
assert_type(series.get(period), Observation | None)
assert_type(list(series), list[Observation])


def population_of(populations: Populations) -> Population:
    population = populations.for_period("kent", period)
    assert_type(population.value, int)
    assert_type(population.source, Source)
    return population


def every_direction(
    direction: ImprovementDirection,
) -> Literal["better", "worse", "neither"]:
    match direction:
        case ImprovementDirection.INCREASE:
            return "better"
        case ImprovementDirection.DECREASE:
            return "worse"
        case ImprovementDirection.NEUTRAL:
            return "neither"


def facts(error: PolicingIndicatorsError) -> object:
    match error:
        case InvalidContentError(problems=problems):
            assert_type(problems, tuple[Problem, ...])
            return problems
        case UnknownNameError():
            return assert_type(error.known, tuple[str, ...])
        case InvalidValueError() | IncomparableError() | MissingDataError():
            return str(error)
        case _:
            return None


def built_in(error: InvalidValueError) -> ValueError:
    return error


def also_built_in(error: MissingDataError) -> LookupError:
    return error
