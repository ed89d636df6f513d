"""The sentences of a statement, made once from facts and the rules in force."""

from collections.abc import Iterator

from attrs import frozen

from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.indicator import ImprovementDirection, Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import DenominatorKind
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR
from policing_indicators.wording import (
    count_sentences,
    gap_sentences,
    percentage_sentences,
    printed,
)
from policing_indicators.wording.phrases import dated, noted, sentence_case, the, where

_UNMEASURED = (
    "The data that were used cannot say how unusual a change over that time is."
)
_NOT_DEFINED = "The indicator is not defined for that period."
_NEUTRAL = "A rise or fall in this figure is not in itself good or bad."


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
        """Say the facts of one indicator, a paragraph each, in reading order.

        The level and its change come first, then chance, the baseline, the rate, and
        what a reader must know besides. A missing figure is said with its reason.
        """
        if facts.observation.missing is not None:
            told = missing(facts.observation, facts.observation.missing)
            undefined = (_NOT_DEFINED for _ in facts.gaps)
            return (" ".join((told, *undefined)),)
        paragraphs = (
            self._level(facts),
            self._chance(facts),
            self._baseline(facts),
            _rate(facts),
            self._besides(facts),
        )
        return tuple(filter(None, map(" ".join, paragraphs)))

    def _level(self, facts: IndicatorAssessment) -> Iterator[str]:
        area, observation = self.assessment.area, facts.observation
        comparison = facts.on_year_before
        match facts.indicator.unit:
            case Unit.COUNT:
                yield from self._of_count(facts)
            case Unit.PROPORTION | Unit.PERCENTAGE:
                yield from percentage_sentences.level(facts, area)
                yield from self._of_points(facts)
            case Unit.RATE | Unit.YES_NO:
                place = f"{where(area, force='for')} {dated(observation)}"
                if facts.published is not None:
                    yield f"{facts.indicator.name}: {_published(facts)}, {place}."
        if comparison is not None:
            yield from _of_earlier(comparison, observation)

    def _of_count(self, facts: IndicatorAssessment) -> Iterator[str]:
        if facts.observation.count is None:
            return
        told = count_sentences.level(
            facts.indicator, facts.observation, self.assessment.area
        )
        comparison, change = facts.on_year_before, facts.change
        indicators = {
            each.indicator.id: each.indicator for each in self.assessment.indicators
        }
        if comparison is None or change is None:
            yield f"{told}."
        else:
            since = count_sentences.difference(comparison, change, self.small_base)
            yield f"{told}{since}."
            yield from count_sentences.withheld(change, self.small_base)
            yield from count_sentences.shares_of_change(
                change, facts.parts, indicators, self.small_base
            )
        yield from count_sentences.shares(facts.shares, indicators, self.small_base)

    def _of_points(self, facts: IndicatorAssessment) -> Iterator[str]:
        comparison = facts.on_year_before
        if comparison is not None and not isinstance(comparison.change, Change):
            decimals = facts.indicator.decimals
            yield percentage_sentences.difference(
                comparison, comparison.change, decimals
            )

    def _chance(self, facts: IndicatorAssessment) -> Iterator[str]:
        change, significance = facts.change, facts.evidence.significance
        if change is not None and significance is not None:
            small = self.small_base.withholds(change.earlier, change.later)
            yield from count_sentences.chance(change, significance, small=small)

    def _baseline(self, facts: IndicatorAssessment) -> Iterator[str]:
        comparison = facts.on_baseline
        if comparison is None:
            return
        if isinstance(comparison.change, Change):
            yield count_sentences.on_baseline(
                comparison, comparison.change, facts.observation, self.small_base
            )
        else:
            decimals = facts.indicator.decimals
            yield percentage_sentences.on_baseline(
                comparison, comparison.change, decimals
            )
        if facts.evidence.significance is not None:
            yield _UNMEASURED
        yield from _of_earlier(comparison, facts.observation)

    def _besides(self, facts: IndicatorAssessment) -> Iterator[str]:
        names = {
            each.indicator.id: each.indicator for each in self.assessment.indicators
        }
        for gap in facts.gaps:
            yield gap_sentences.gap(gap, facts, names)
        if facts.indicator.direction is ImprovementDirection.NEUTRAL:
            yield _NEUTRAL
        yield from facts.indicator.caveats


def missing(observation: Observation, reason: MissingReason) -> str:
    """Say that there is no figure, and why."""
    period = the(observation.period)
    match reason:
        case MissingReason.NOT_AVAILABLE:
            told = f"no figure is available for {period}"
        case MissingReason.NOT_APPLICABLE:
            told = f"there can be no figure for {period}"
        case MissingReason.CONFIDENTIAL:
            told = f"the figure for {period} is confidential"
        case MissingReason.LOW_RELIABILITY:
            told = f"the figure for {period} is too unreliable to give"
        case MissingReason.NOT_YET_PUBLISHED:
            told = f"the figure for {period} is not yet published"
        case MissingReason.SURVEY_SUSPENDED:
            told = f"the survey was suspended, so there is no figure for {period}"
        case MissingReason.EXCLUDED:
            told = f"the figure for {period} was left out on purpose"
    return f"{sentence_case(told)}. {noted(observation)}".rstrip()


def _of_earlier(comparison: Comparison, later: Observation) -> Iterator[str]:
    """Say what a reader must know of the figure that is compared with."""
    if comparison.earlier.source != later.source:
        yield "The two figures are from different sources."
    if comparison.earlier.note:
        yield f"On {the(comparison.earlier.period)}: {noted(comparison.earlier)}"
    for each in comparison.breaks:
        yield f"The recording rules changed between these two periods: {each.reason}."


def _published(facts: IndicatorAssessment) -> str:
    value = facts.published or 0
    if facts.indicator.unit is Unit.YES_NO:
        return "yes" if value else "no"
    return printed.number(as_written(value), facts.indicator.decimals)


def _rate(facts: IndicatorAssessment) -> Iterator[str]:
    rate, limits, kind = facts.rate, facts.limits, facts.indicator.denominator
    if rate is not None and limits is not None and kind is not None:
        decimals = facts.indicator.decimals
        yield (
            f"The rate{_over_months(facts.observation.period.months)} was "
            f"{printed.number(rate.exact_value or 0, decimals)} per "
            f"{printed.number(rate.per)} {kind.value} "
            f"({printed.limits(limits, decimals)}), "
            f"based on {_population(facts, kind)}."
        )
    if facts.observation.note:
        yield noted(facts.observation)


def _over_months(months: int) -> str:
    if months == MONTHS_IN_YEAR:
        return ""
    return " over this month" if months == 1 else f" over these {months} months"


def _population(facts: IndicatorAssessment, kind: DenominatorKind) -> str:
    size = printed.number(facts.rate.denominator if facts.rate else 0)
    if facts.population is None:
        return f"{size} {kind.value}, as its source states"
    if kind is DenominatorKind.PEOPLE:
        return f"the {facts.population.label} population of {size}"
    return f"{size} {kind.value} ({facts.population.label})"
