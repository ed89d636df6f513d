"""The open data of a statement: every figure that it prints, one row a figure."""

from collections.abc import Collection, Hashable, Iterator

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.publication.chance_rows import of_chance
from policing_indicators.publication.figure_row import (
    CASES,
    PER_CENT,
    PERCENTAGE_POINTS,
    Fields,
    Pair,
    figure,
    limited,
    missing,
    of_change,
    of_earlier,
    out_of,
    pairs,
    shared,
    told,
)
from policing_indicators.publication.share_rows import Whole
from policing_indicators.publication.target_rows import of_target
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.table import ChangeCells, absent, change_cells, row

_PER_CENT = 100
_PERCENT_DECIMALS = 1


def figures(
    assessment: Assessment,
    shown: Collection[IndicatorAssessment],
    small_base: SmallBaseRule,
    style: HouseStyle,
) -> Iterator[PublishedFigure]:
    """Give every figure that a statement prints of some indicators.

    What the page withholds has no value here, nor anything that gives it away.

    Args:
        assessment: The facts, also of parts that are not printed for themselves.
        shown: The facts of the indicators that are printed.
        small_base: The rule that withholds percentages on small counts.
        style: The house style.
    """
    own = [row for each in shown for row in _own(style, each, small_base)]
    seen: set[Hashable] = {each.key for each in own}
    yield from own
    for whole in _wholes(assessment, shown, small_base, style):
        yield from whole.shares()
        yield from whole.shares_of_change()
        for moved in whole.moves():
            if moved.key not in seen:
                seen.add(moved.key)
                yield moved
    for each in shown:
        for finding in each.findings:
            yield from of_target(style, finding)


def _wholes(
    assessment: Assessment,
    shown: Collection[IndicatorAssessment],
    small_base: SmallBaseRule,
    style: HouseStyle,
) -> Iterator[Whole]:
    for each in shown:
        indicator, count = each.indicator, each.observation.count
        if indicator.unit is Unit.COUNT and count is not None:
            parts = tuple(map(assessment.of, indicator.parts))
            yield Whole(facts=each, parts=parts, small_base=small_base, style=style)


def _own(
    style: HouseStyle, facts: IndicatorAssessment, small_base: SmallBaseRule
) -> Iterator[PublishedFigure]:
    match facts.indicator.unit:
        case Unit.COUNT:
            yield from _of_count(style, facts, small_base)
        case Unit.PROPORTION | Unit.PERCENTAGE:
            yield from _of_percentage(style, facts)
        case Unit.RATE | Unit.YES_NO:
            yield _of_value(style, facts)


def _of_count(
    style: HouseStyle, facts: IndicatorAssessment, small_base: SmallBaseRule
) -> Iterator[PublishedFigure]:
    noun = facts.indicator.noun
    common = shared(style, facts, noun.many if noun else CASES)
    cells = row(facts, small_base, style=style)
    if cells is None:
        yield figure(Measure.COUNT, common, missing(facts))
        return
    states = (facts.observation.status.shorthand,)
    level = told(cells.count, facts.observation.count, states=states)
    yield figure(Measure.COUNT, common, level)
    for pair in pairs(facts):
        symbol = absent(facts, pair.what)
        changed = change_cells(style, pair.comparison, small_base, symbol)
        yield from _of_change(common, facts, pair, changed)
    significance = facts.evidence.significance
    if significance is not None and facts.change and facts.change.absolute:
        between = {**common, **of_change(common, next(pairs(facts)), "")}
        yield from of_chance(style, between, significance)
    yield from _of_rate(style, common, facts, cells.rate)


def _of_change(
    common: Fields, facts: IndicatorAssessment, pair: Pair, cells: ChangeCells
) -> Iterator[PublishedFigure]:
    states = _states(facts, pair)
    found = pair.comparison.change if pair.comparison else None
    number = common, of_change(common, pair, common["unit"])
    percent = common, of_change(common, pair, PER_CENT)
    if pair.comparison is None or not isinstance(found, Change):
        yield figure(Measure.CHANGE_IN_NUMBER, *number, told(cells.change, None))
        yield figure(Measure.CHANGE_IN_PER_CENT, *percent, told(cells.percent, None))
        return
    state = pair.comparison.earlier.status.shorthand
    before = told(cells.earlier, found.earlier, states=(state,))
    yield figure(Measure.COUNT, common, of_earlier(pair.comparison), before)
    by_number = told(cells.change, found.absolute, states=states)
    yield figure(Measure.CHANGE_IN_NUMBER, *number, by_number)
    by_percent = told(
        cells.percent, found.exact_percent, decimals=_PERCENT_DECIMALS, states=states
    )
    of = out_of(found.absolute, found.earlier)
    yield figure(Measure.CHANGE_IN_PER_CENT, *percent, by_percent, of)


def _of_rate(
    style: HouseStyle, common: Fields, facts: IndicatorAssessment, cell: str
) -> Iterator[PublishedFigure]:
    indicator, rate = facts.indicator, facts.rate
    if indicator.denominator is None:
        return
    of = {"unit": indicator.denominator.value, "per": indicator.per}
    if rate is None or rate.exact_value is None:
        yield figure(Measure.RATE, common, of, told(cell, None))
        return
    decimals = indicator.decimals
    number = style.number(rate.exact_value, decimals)
    states = (facts.observation.status.shorthand,)
    yield figure(
        Measure.RATE,
        common,
        of,
        told(number, rate.exact_value, decimals=decimals, states=states),
        limited(facts.limits, decimals),
        out_of(rate.count, rate.denominator),
    )


def _of_percentage(
    style: HouseStyle, facts: IndicatorAssessment
) -> Iterator[PublishedFigure]:
    common = shared(style, facts, PER_CENT)
    level = facts.published if facts.proportion is None else facts.proportion
    if level is None:
        yield figure(Measure.PERCENTAGE, common, missing(facts))
        return
    decimals, out = facts.indicator.decimals, facts.proportion
    yield figure(
        Measure.PERCENTAGE,
        common,
        _level(style, level, decimals, facts.observation.status.shorthand),
        limited(facts.limits, decimals, scale=_PER_CENT),
        {} if out is None else out_of(out.count, out.denominator),
    )
    for pair in pairs(facts):
        yield from _of_points(style, common, facts, pair)


def _of_points(
    style: HouseStyle, common: Fields, facts: IndicatorAssessment, pair: Pair
) -> Iterator[PublishedFigure]:
    decimals, comparison = facts.indicator.decimals, pair.comparison
    found = comparison.change if comparison else None
    measure = Measure.CHANGE_IN_PERCENTAGE_POINTS
    points = common, of_change(common, pair, PERCENTAGE_POINTS)
    if comparison is None or not isinstance(found, PointChange):
        yield figure(measure, *points, told(absent(facts, pair.what), None))
        return
    state = comparison.earlier.status.shorthand
    before = _level(style, found.earlier, decimals, state)
    yield figure(Measure.PERCENTAGE, common, of_earlier(comparison), before)
    exact = found.exact_points or 0
    text, states = style.signed(exact, decimals), _states(facts, pair)
    changed = told(text, exact, decimals=decimals, states=states)
    yield figure(measure, *points, changed, limited(comparison.limits, decimals))


def _level(
    style: HouseStyle, level: Proportion | float, decimals: int, state: str
) -> Fields:
    if isinstance(level, Proportion):
        exact = level.exact_percentage or as_written(0)
    else:
        exact = as_written(level)
    text = style.percent(exact, decimals)
    return told(text, exact, decimals=decimals, states=(state,))


def _of_value(style: HouseStyle, facts: IndicatorAssessment) -> PublishedFigure:
    common = shared(style, facts, facts.indicator.unit.value)
    if facts.published is None:
        return figure(Measure.VALUE, common, missing(facts))
    decimals = facts.indicator.decimals
    exact = as_written(facts.published)
    text = style.number(exact, decimals)
    if facts.indicator.unit is Unit.YES_NO:
        text, decimals = style.say("value.yes" if exact else "value.no"), 0
    states = (facts.observation.status.shorthand,)
    level = told(text, exact, decimals=decimals, states=states)
    return figure(Measure.VALUE, common, level)


def _states(facts: IndicatorAssessment, pair: Pair) -> tuple[str, ...]:
    before = pair.comparison.earlier.status.shorthand if pair.comparison else ""
    return (facts.observation.status.shorthand, before, pair.broken)
