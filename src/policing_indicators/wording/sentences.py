"""The sentences of a statement, made once from facts and the rules in force."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.indicator import ImprovementDirection, Unit
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR
from policing_indicators.wording import count_sentences, percentage_sentences, printed
from policing_indicators.wording.phrases import when, where

_NEUTRAL = "Neither a rise nor a fall of this figure is by itself better or worse."


@frozen(kw_only=True)
class Sentences:
    """How the facts of an assessment are said, under the rules in force.

    Attributes:
        assessment: The assessment.
        small_base: The rule that withholds percentages on small counts.
    """

    assessment: Assessment
    small_base: SmallBaseRule

    def about(self, facts: IndicatorAssessment) -> tuple[str, ...]:
        """Say the facts of one indicator, a sentence each, in reading order."""
        return tuple(self._about(facts))

    def _about(self, facts: IndicatorAssessment) -> Iterator[str]:
        if facts.observation.missing is not None:
            yield _missing(facts)
            return
        yield f"{self._level(facts)}{self._since(facts)}."
        if facts.on_year_before:
            yield from self._of_change(facts, facts.on_year_before)
        yield from _rate(facts)
        if facts.observation.note:
            yield facts.observation.note
        if facts.on_baseline:
            yield self._baseline(facts, facts.on_baseline)
            yield from _breaks(facts.on_baseline)
        yield from (f"No {gap.what} is given: {gap.reason}." for gap in facts.gaps)
        if facts.indicator.direction is ImprovementDirection.NEUTRAL:
            yield _NEUTRAL
        yield from facts.indicator.caveats

    def _level(self, facts: IndicatorAssessment) -> str:
        observation = facts.observation
        match facts.indicator.unit:
            case Unit.COUNT:
                told = count_sentences.counted(facts.indicator, observation)
            case Unit.PROPORTION | Unit.PERCENTAGE:
                told = percentage_sentences.level(facts)
            case Unit.RATE | Unit.YES_NO:
                told = f"{facts.indicator.name} was {_published(facts)}"
        final = observation.status is Status.FINAL
        state = "" if final else f" ({observation.status.value})"
        area = self.assessment.area
        return f"{told} {where(area)} {when(observation.period)}{state}"

    def _since(self, facts: IndicatorAssessment) -> str:
        comparison = facts.on_year_before
        match comparison and comparison.change:
            case Change() as change if comparison:
                told = count_sentences.difference(comparison, change, self.small_base)
            case PointChange() as change if comparison:
                decimals = facts.indicator.decimals
                told = percentage_sentences.difference(comparison, change, decimals)
            case _:
                return ""
        return f", {told}"

    def _of_change(
        self, facts: IndicatorAssessment, comparison: Comparison
    ) -> Iterator[str]:
        change = comparison.change
        if isinstance(change, Change):
            yield from count_sentences.withheld(change, self.small_base)
            significance = facts.evidence.significance
            if significance is not None:
                small = self.small_base.withholds(change.earlier, change.later)
                yield from count_sentences.chance(significance, small=small)
            indicators = {
                each.indicator.id: each.indicator for each in self.assessment.indicators
            }
            yield from count_sentences.shares(change, facts.parts, indicators)
        yield from _breaks(comparison)

    def _baseline(self, facts: IndicatorAssessment, comparison: Comparison) -> str:
        change = comparison.change
        if isinstance(change, Change):
            return count_sentences.on_baseline(comparison, change, self.small_base)
        decimals = facts.indicator.decimals
        return percentage_sentences.on_baseline(comparison, change, decimals)


def _missing(facts: IndicatorAssessment) -> str:
    observation = facts.observation
    reason = observation.missing.value if observation.missing else ""
    told = f"There is no figure for {observation.period}: {reason}."
    return f"{told} {observation.note}".rstrip()


def _published(facts: IndicatorAssessment) -> str:
    value = facts.observation.figure or 0
    if facts.indicator.unit is Unit.YES_NO:
        return "yes" if value else "no"
    number = printed.number(as_written(value), facts.indicator.decimals)
    return f"{number} per {printed.number(facts.indicator.per)}"


def _rate(facts: IndicatorAssessment) -> Iterator[str]:
    rate, limits, kind = facts.rate, facts.limits, facts.indicator.denominator
    if rate is None or limits is None or kind is None:
        return
    decimals = facts.indicator.decimals
    whose = "the population that its source states,"
    if facts.population is not None:
        whose = f"the {facts.population.label} population of"
    months = facts.observation.period.months
    over = "" if months == MONTHS_IN_YEAR else f" over these {months} months"
    yield (
        f"The rate{over} was {printed.number(rate.exact_value or 0, decimals)} per "
        f"{printed.number(rate.per)} {kind.value} ({printed.limits(limits, decimals)}),"
        f" on {whose} {printed.number(rate.denominator)}."
    )


def _breaks(comparison: Comparison) -> Iterator[str]:
    for each in comparison.breaks:
        yield f"This comparison crosses a break in the series: {each.reason}."
