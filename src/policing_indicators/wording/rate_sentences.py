"""Sentences about rates: how high, over which months, on which population."""

from collections.abc import Iterator

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR
from policing_indicators.wording import dates, printed
from policing_indicators.wording.house_style import HouseStyle


def rate(style: HouseStyle, facts: IndicatorAssessment) -> Iterator[str]:
    """Say the rate of a count with its limits, and the population it is over."""
    rate, limits, kind = facts.rate, facts.limits, facts.indicator.denominator
    if rate is None or limits is None or kind is None:
        return
    decimals, months = facts.indicator.decimals, facts.observation.period.months
    told = {
        "when": dates.when(style, facts.observation.period),
        "rate": style.number(rate.exact_value or 0, decimals),
        "per": style.number(rate.per),
        "kind": style.word("denominator", kind),
        "limits": printed.limits(style, limits, decimals),
        "population": _population(style, facts, kind),
    }
    length = {MONTHS_IN_YEAR: "rate.year", 1: "rate.month"}.get(months)
    if length is None:
        yield style.say("rate.months", months=style.number(months), **told)
    else:
        yield style.say(length, **told)


def _population(
    style: HouseStyle, facts: IndicatorAssessment, kind: DenominatorKind
) -> str:
    size = style.number(facts.rate.denominator if facts.rate else 0)
    if facts.population is None:
        word = style.word("denominator", kind)
        return style.say("rate.of_source", size=size, kind=word)
    day = dates.reference_day(style, facts.population)
    if kind is DenominatorKind.PEOPLE:
        return style.say("rate.of_people", day=day, size=size)
    word = style.word("denominator", kind)
    return style.say("rate.of_others", size=size, kind=word, day=day)
