"""Sentences about a change and a rate beside those of other areas."""

import sys
from collections.abc import Iterable, Iterator

from attrs import evolve

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.picture import GroupChange
from policing_indicators.calculation.area_rates import RATES_WITHHELD
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.change_comparison import ChangeComparison
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.rounding import Number
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary.area import AreaKind
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.indicator import ImprovementDirection
from policing_indicators.wording import count_sentences, printed
from policing_indicators.wording.disclosure import permitted_percent
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.smallness import needs_care

_NO_PERCENTAGE = SmallBaseRule(sys.maxsize)
_MOST_OF_THE_ORDER = 2
"""A place that spans more than one over this of the order tells a reader nothing."""


def change(
    style: HouseStyle, facts: IndicatorAssessment, small_base: SmallBaseRule
) -> Iterator[str]:
    """Say how the change stands beside those of the other areas and of the groups.

    Args:
        style: The house style.
        facts: The facts of the indicator.
        small_base: The rule that withholds percentages on small counts.
    """
    changes, careful = facts.pictures.changes, needs_care(facts, small_base)
    if changes is not None:
        yield _others(style, facts, changes, small_base)
        if not careful:
            yield from _further(style, changes)
    yield from among_areas(style, facts)
    for each in facts.pictures.group_changes:
        counts = each.together.earlier, each.together.later
        if not careful and not small_base.withholds(*counts):
            yield _group_change(style, each)


def _others(
    style: HouseStyle,
    facts: IndicatorAssessment,
    changes: ChangeComparison,
    small_base: SmallBaseRule,
) -> str:
    """Say how the other areas changed together; in numbers where those need care."""
    others = changes.others
    percent = permitted_percent(others, small_base)
    named = _named(style, changes)
    if needs_care(facts, small_base) or not percent:
        return _counted(style, facts, others, style.say("others.place", others=named))
    return style.say(
        "others.fell" if percent < 0 else "others.rose",
        others=named,
        percent=printed.size_in_percent(style, percent),
        earlier=style.number(others.earlier),
        later=style.number(others.later),
    )


def _counted(
    style: HouseStyle, facts: IndicatorAssessment, others: Change, place: str
) -> str:
    """Say numbers alone: beside this area's, of which none is given, no percentage."""
    before = facts.on_year_before
    later = evolve(facts.observation, count=others.later)
    level = count_sentences.level(style, facts.indicator, later, place)
    if before is None:
        return count_sentences.alone(style, level)
    return count_sentences.difference(style, level, before, others, _NO_PERCENTAGE)


def _named(style: HouseStyle, changes: ChangeComparison) -> str:
    number = len(changes.changes) - 1 + len(changes.without_events)
    phrase = "others.all" if number + 1 == _every_area() else "others.some"
    return style.say(phrase, number=style.number(number))


def _every_area() -> int:
    return sum(each.kind is AreaKind.POLICE_FORCE_AREA for each in areas())


def _further(style: HouseStyle, changes: ChangeComparison) -> Iterator[str]:
    own = changes.change.absolute
    if own == 0:
        return
    further, less = changes.below, changes.above
    if own > 0:
        further, less = less, further
    yield style.say(
        "others.further_fall" if own < 0 else "others.further_rise",
        further=_how_many(style, len(further)),
        less=_how_many(style, len(less)),
    )


def _how_many(style: HouseStyle, number: int) -> str:
    return style.number(number) if number else style.say("others.none")


def among_areas(style: HouseStyle, facts: IndicatorAssessment) -> Iterator[str]:
    """Say how unusual the change is beside other areas', where that is the ground."""
    found, beside = facts.evidence.among_areas, facts.evidence.beside
    if found is None or beside is None:
        return
    yield style.say(
        "others.chance",
        areas=style.number(beside.areas),
        how_often=printed.how_often(style, found.p_value),
        figures=in_figures(style, found),
    )
    level = printed.level(found.confidence)
    yield style.say(
        "others.unusual" if found.p_value < level else "others.usual",
        level=printed.of_confidence(style, level),
    )


def in_figures(style: HouseStyle, significance: Significance) -> str:
    """Give the probability with its test, and the ratio with its limits."""
    level = printed.level(significance.confidence)
    told = printed.probability(style, significance.p_value, level)
    ratio, interval = significance.ratio, significance.interval
    if ratio is None or interval is None:
        return style.say("others.figures_alone", probability=told)
    return style.say(
        "others.figures",
        probability=told,
        ratio=style.number(ratio, 2),
        limits=printed.limits(style, interval, 2),
    )


def _group_change(style: HouseStyle, change: GroupChange) -> str:
    together = change.together.exact_percent or 0
    return style.say(
        "others.group",
        group=change.group.name,
        number=style.number(len(change.areas)),
        together=_signed_percent(style, together),
        mean=_signed_percent(style, change.mean_percent),
    )


def _signed_percent(style: HouseStyle, percent: Number) -> str:
    return style.say("number.percent", number=style.signed(percent, 1))


def rate(
    style: HouseStyle, facts: IndicatorAssessment, small_base: SmallBaseRule
) -> Iterator[str]:
    """Say how the rate stands beside those of the other areas and of the groups.

    Of a neutral indicator no order of areas is said: it would read as a judgement.

    Args:
        style: The house style.
        facts: The facts of the indicator.
        small_base: The rule by which a number is small.
    """
    pictures, decimals = facts.pictures, facts.indicator.decimals
    if pictures.rate is None:
        return
    yield _of_all(style, pictures.rate, decimals)
    if needs_care(facts, small_base):
        yield style.say("rates.small")
    else:
        yield _rate_chance(style, pictures.rate.significance)
        if facts.indicator.direction is not ImprovementDirection.NEUTRAL:
            yield from _rank(style, pictures.ranking, pictures.rate.area)
    rates = pictures.group_rates
    for each in rates:
        if each.benchmark.average is GroupAverage.MEAN_OF_RATES:
            yield _of_group(style, each.benchmark, _pooled(rates, each), decimals)


def _of_all(style: HouseStyle, rate: BenchmarkComparison, decimals: int) -> str:
    told = style.number(rate.benchmark.exact_value, decimals)
    number = len(rate.benchmark.areas)
    left_out = frozenset(each.area for each in rate.left_out)
    if left_out == RATES_WITHHELD and number + len(left_out) == _every_area():
        return style.say("rates.all", rate=told)
    return style.say("rates.some", number=style.number(number), rate=told)


def _rate_chance(style: HouseStyle, significance: Significance) -> str:
    level = printed.level(significance.confidence)
    return style.say(
        "rates.chance",
        how_often=printed.how_often(style, significance.p_value),
        probability=printed.probability(style, significance.p_value, level),
    )


def _rank(style: HouseStyle, ranking: Ranking | None, area: str) -> Iterator[str]:
    """Say the place of an area, unless it could be in any half of the order."""
    if ranking is None:
        return
    place = ranking[area]
    if _MOST_OF_THE_ORDER * (place.worst_rank - place.best_rank) > place.of:
        return
    told = {
        "of": style.number(place.of),
        "rank": style.number(place.rank),
        "confidence": printed.of_confidence(style, ranking.confidence),
    }
    if place.best_rank == place.worst_rank:
        yield style.say("rates.rank_sure", **told)
        return
    yield style.say(
        "rates.rank_tied" if place.is_tied else "rates.rank",
        best=style.number(place.best_rank),
        worst=style.number(place.worst_rank),
        **told,
    )


def _pooled(
    rates: Iterable[BenchmarkComparison], mean: BenchmarkComparison
) -> Benchmark:
    """Give the pooled rate of the group that the mean of rates is of."""
    return next(
        each.benchmark
        for each in rates
        if each.benchmark.average is GroupAverage.POOLED
        and each.benchmark.name == mean.benchmark.name
        and each.benchmark.areas == mean.benchmark.areas
    )


def _of_group(
    style: HouseStyle, mean: Benchmark, pooled: Benchmark, decimals: int
) -> str:
    return style.say(
        "rates.group",
        group=mean.name,
        number=style.number(len(mean.areas)),
        pooled=style.number(pooled.exact_value, decimals),
        mean=style.number(mean.exact_value, decimals),
    )
