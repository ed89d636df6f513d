"""The open data of a statement: every figure that it prints, one row a figure."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.figure_row import (
    ABOVE_NOUGHT,
    Pair,
    change,
    earlier,
    filled,
    missing,
    out_of,
    pairs,
    with_limits,
)
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import printed
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.table import ChangeCells, absent, change_cells, row

_CASES = "cases"
_PER_CENT = 100
_PERCENT_DECIMALS = 1
_RATIO_DECIMALS = 2


def figures(
    facts: Iterable[IndicatorAssessment], small_base: SmallBaseRule, style: HouseStyle
) -> Iterator[PublishedFigure]:
    """Give every figure that a statement prints of some indicators.

    What the page withholds has no value here, nor anything that gives it away.

    Args:
        facts: The facts of the indicators that are printed.
        small_base: The rule that withholds percentages on small counts.
        style: The house style.
    """
    for each in facts:
        match each.indicator.unit:
            case Unit.COUNT:
                yield from _of_count(style, each, small_base)
            case Unit.PROPORTION | Unit.PERCENTAGE:
                yield from _of_percentage(style, each)
            case Unit.RATE | Unit.YES_NO:
                yield _of_value(style, each)


def _of_count(
    style: HouseStyle, facts: IndicatorAssessment, small_base: SmallBaseRule
) -> Iterator[PublishedFigure]:
    noun = facts.indicator.noun
    none = missing(style, facts, Measure.COUNT, noun.many if noun else _CASES)
    cells = row(facts, small_base, style=style)
    if cells is None:
        yield none
        return
    states = (facts.observation.status.shorthand,)
    yield filled(none, cells.count, facts.observation.count, states=states)
    for pair in pairs(facts):
        symbol = absent(facts, pair.what)
        told = change_cells(style, pair.comparison, small_base, symbol)
        yield from _of_change(none, facts, pair, told)
    significance = facts.evidence.exact
    if significance is not None and facts.change and facts.change.absolute:
        yield from _of_chance(style, none, next(pairs(facts)), significance)
    yield from _of_rate(style, none, facts, cells.rate)


def _of_change(
    none: PublishedFigure,
    facts: IndicatorAssessment,
    pair: Pair,
    told: ChangeCells,
) -> Iterator[PublishedFigure]:
    states = _states(facts, pair)
    found = pair.comparison.change if pair.comparison else None
    by_number = change(none, pair, Measure.CHANGE_IN_NUMBER, none.unit)
    by_percent = change(none, pair, Measure.CHANGE_IN_PER_CENT, "per cent")
    if pair.comparison is None or not isinstance(found, Change):
        yield filled(by_number, told.change, None)
        yield filled(by_percent, told.percent, None)
        return
    yield filled(
        earlier(none, pair.comparison),
        told.earlier,
        found.earlier,
        states=(pair.comparison.earlier.status.shorthand,),
    )
    yield filled(by_number, told.change, found.absolute, states=states)
    yield out_of(
        filled(
            by_percent,
            told.percent,
            found.exact_percent,
            decimals=_PERCENT_DECIMALS,
            states=states,
        ),
        found.absolute,
        found.earlier,
    )


def _of_chance(
    style: HouseStyle, none: PublishedFigure, pair: Pair, significance: Significance
) -> Iterator[PublishedFigure]:
    p_value, level = significance.p_value, printed.level(significance.confidence)
    told = printed.rounded_probability(p_value, level)
    yield evolve(
        change(none, pair, Measure.PROBABILITY, "probability"),
        printed=printed.probability(style, p_value, level),
        value=None if told is None else float(told),
        shorthand=ABOVE_NOUGHT if told is None else "",
        method=significance.method.value,
    )
    if significance.ratio is not None:
        decimals = _RATIO_DECIMALS
        ratio = filled(
            change(none, pair, Measure.RATIO, "ratio"),
            style.number(significance.ratio, decimals),
            significance.ratio,
            decimals=decimals,
        )
        yield with_limits(ratio, significance.interval, decimals)


def _of_rate(
    style: HouseStyle, none: PublishedFigure, facts: IndicatorAssessment, cell: str
) -> Iterator[PublishedFigure]:
    indicator, rate = facts.indicator, facts.rate
    if indicator.denominator is None:
        return
    of_rate = evolve(
        none, measure=Measure.RATE, unit=indicator.denominator.value, per=indicator.per
    )
    if rate is None or rate.exact_value is None:
        yield filled(of_rate, cell, None)
        return
    decimals = indicator.decimals
    number = style.number(rate.exact_value, decimals)
    states = (facts.observation.status.shorthand,)
    told = filled(of_rate, number, rate.exact_value, decimals=decimals, states=states)
    limited = with_limits(told, facts.limits, decimals)
    yield out_of(limited, rate.count, rate.denominator)


def _of_percentage(
    style: HouseStyle, facts: IndicatorAssessment
) -> Iterator[PublishedFigure]:
    none = missing(style, facts, Measure.PERCENTAGE, "per cent")
    figure = facts.published if facts.proportion is None else facts.proportion
    if figure is None:
        yield none
        return
    decimals = facts.indicator.decimals
    level = _level(style, none, figure, decimals, facts.observation.status.shorthand)
    level = with_limits(level, facts.limits, decimals, scale=_PER_CENT)
    if facts.proportion is not None:
        level = out_of(level, facts.proportion.count, facts.proportion.denominator)
    yield level
    for pair in pairs(facts):
        yield from _of_points(style, none, facts, pair, absent(facts, pair.what))


def _of_points(
    style: HouseStyle,
    none: PublishedFigure,
    facts: IndicatorAssessment,
    pair: Pair,
    symbol: str,
) -> Iterator[PublishedFigure]:
    decimals, comparison = facts.indicator.decimals, pair.comparison
    found = comparison.change if comparison else None
    measure = Measure.CHANGE_IN_PERCENTAGE_POINTS
    points = change(none, pair, measure, "percentage points")
    if comparison is None or not isinstance(found, PointChange):
        yield filled(points, symbol, None)
        return
    state = comparison.earlier.status.shorthand
    yield _level(style, earlier(none, comparison), found.earlier, decimals, state)
    exact = found.exact_points or 0
    told = filled(
        points,
        style.signed(exact, decimals),
        exact,
        decimals=decimals,
        states=_states(facts, pair),
    )
    yield with_limits(told, comparison.limits, decimals)


def _level(
    style: HouseStyle,
    none: PublishedFigure,
    figure: Proportion | float,
    decimals: int,
    state: str,
) -> PublishedFigure:
    if isinstance(figure, Proportion):
        exact = figure.exact_percentage or as_written(0)
    else:
        exact = as_written(figure)
    text = style.percent(exact, decimals)
    return filled(none, text, exact, decimals=decimals, states=(state,))


def _of_value(style: HouseStyle, facts: IndicatorAssessment) -> PublishedFigure:
    none = missing(style, facts, Measure.VALUE, facts.indicator.unit.value)
    if facts.published is None:
        return none
    decimals = facts.indicator.decimals
    exact = as_written(facts.published)
    text = style.number(exact, decimals)
    if facts.indicator.unit is Unit.YES_NO:
        text, decimals = style.say("value.yes" if exact else "value.no"), 0
    state = facts.observation.status.shorthand
    return filled(none, text, exact, decimals=decimals, states=(state,))


def _states(facts: IndicatorAssessment, pair: Pair) -> tuple[str, ...]:
    before = pair.comparison.earlier.status.shorthand if pair.comparison else ""
    return (facts.observation.status.shorthand, before, pair.broken)
