"""The sentences of a statement, made once from facts and the rules in force."""

from collections.abc import Container, Iterator

from attrs import field, frozen

from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.rounding import as_written
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording import (
    area_sentences,
    chance_sentences,
    chart_sentences,
    count_sentences,
    dates,
    gap_sentences,
    part_sentences,
    percentage_sentences,
    rate_sentences,
    target_sentences,
)
from policing_indicators.wording.house_style import HouseStyle, house_style
from policing_indicators.wording.phrases import in_baseline, noted, where


@frozen(kw_only=True)
class Sentences:
    """How the facts of an assessment are said, under the rules in force.

    Attributes:
        assessment: The assessment.
        small_base: The rule that withholds percentages on small counts.
        style: The house style; the English one where none is given.
        groups: The groups of areas that targets may name.
    """

    assessment: Assessment
    small_base: SmallBaseRule
    style: HouseStyle = field(factory=house_style)
    groups: tuple[AreaGroup, ...] = ()

    def about(self, facts: IndicatorAssessment) -> tuple[str, ...]:
        """Say the facts of one indicator, a paragraph each, in reading order.

        The level and its change come first, then chance, the changes of other areas,
        the latest month or quarter, the baseline, the rate beside other areas', and
        what a reader must know besides. A missing figure is said with its reason.
        """
        reason = facts.observation.missing
        if reason is not None:
            return (" ".join(gap_sentences.missing(self.style, facts, reason)),)
        paragraphs = (
            self._level(facts),
            self._chance(facts),
            area_sentences.change(self.style, facts, self.small_base),
            chart_sentences.latest(self.style, facts, self.small_base),
            *self._longer_ago(facts),
            self._rate(facts),
            area_sentences.rate(self.style, facts, self.small_base),
            self._besides(facts),
        )
        return tuple(filter(None, map(" ".join, paragraphs)))

    def of_targets(self, facts: IndicatorAssessment) -> tuple[str, ...]:
        """Say what became of each target for an indicator, a paragraph each."""
        return tuple(
            " ".join(target_sentences.about(self.style, finding, self.groups))
            for finding in facts.findings
        )

    @property
    def _indicators(self) -> dict[str, Indicator]:
        return {
            each.indicator.id: each.indicator for each in self.assessment.indicators
        }

    def _level(self, facts: IndicatorAssessment) -> Iterator[str]:
        comparison = facts.on_year_before
        match facts.indicator.unit:
            case Unit.COUNT:
                yield from self._of_count(facts)
            case Unit.PROPORTION | Unit.PERCENTAGE:
                yield from percentage_sentences.level(
                    self.style, facts, self.assessment.area
                )
                yield from self._of_points(facts)
            case Unit.RATE | Unit.YES_NO:
                yield from self._of_value(facts)
        if comparison is not None:
            yield from self._of_earlier(comparison, facts.observation)

    def _of_count(self, facts: IndicatorAssessment) -> Iterator[str]:
        if facts.observation.count is None:
            return
        style, small_base, indicators = self.style, self.small_base, self._indicators
        level = count_sentences.level(
            style,
            facts.indicator,
            facts.observation,
            where(style, self.assessment.area),
        )
        comparison, change = facts.on_year_before, facts.change
        if comparison is None or change is None:
            yield count_sentences.alone(style, level)
        else:
            yield count_sentences.difference(
                style, level, comparison, change, small_base
            )
            yield from count_sentences.withheld(style, change, small_base)
            yield from part_sentences.shares_of_change(
                style, change, dict(facts.parts), indicators, small_base
            )
        shares = dict(facts.shares)
        when = dates.when(style, facts.observation.period)
        yield from part_sentences.shares(style, shares, indicators, small_base, when)

    def _of_points(self, facts: IndicatorAssessment) -> Iterator[str]:
        comparison = facts.on_year_before
        if comparison is not None and not isinstance(comparison.change, Change):
            decimals = facts.indicator.decimals
            yield percentage_sentences.difference(
                self.style, comparison, comparison.change, decimals
            )

    def _of_value(self, facts: IndicatorAssessment) -> Iterator[str]:
        value, style = facts.published, self.style
        if value is None:
            return
        told = style.number(as_written(value), facts.indicator.decimals)
        if facts.indicator.unit is Unit.YES_NO:
            told = style.say("value.yes" if value else "value.no")
        yield style.say(
            "value.level",
            name=style.name_of(facts.indicator),
            value=told,
            place=where(style, self.assessment.area, force="for_force"),
            when=dates.dated(style, facts.observation),
        )

    def _chance(self, facts: IndicatorAssessment) -> Iterator[str]:
        change, significance = facts.change, facts.evidence.exact
        if change is not None and significance is not None:
            small = self.small_base.withholds(change.earlier, change.later)
            yield from chance_sentences.chance(
                self.style, change, significance, small=small
            )

    def _longer_ago(self, facts: IndicatorAssessment) -> list[list[str]]:
        """Say how a figure differs from those of times longer ago, a paragraph each.

        What holds of all of them is said once: why the rules changed where that is
        first met, and that nothing is known of chance over a longer time at the end.
        """
        year_before = facts.on_year_before
        explained = set(year_before.breaks) if year_before else set[Break]()
        paragraphs: list[list[str]] = []
        for opening, comparison in self._openings(facts):
            told = self._since(opening, comparison, facts)
            of_earlier = self._of_earlier(comparison, facts.observation, explained)
            paragraphs.append([told, *of_earlier])
            explained.update(comparison.breaks)
        if paragraphs and facts.evidence.exact is not None:
            paragraphs[-1].append(self.style.say("chance.baseline_not_known"))
        return paragraphs

    def _openings(self, facts: IndicatorAssessment) -> Iterator[tuple[str, Comparison]]:
        long_before, baseline = facts.on_three_years_before, facts.on_baseline
        if long_before is not None:
            when = dates.when(self.style, long_before.earlier.period)
            opening = self.style.say("baseline.three_years_before", when=when)
            yield opening, long_before
        if baseline is not None:
            yield in_baseline(self.style, baseline), baseline

    def _since(
        self, opening: str, comparison: Comparison, facts: IndicatorAssessment
    ) -> str:
        """Say how a figure differs from that of a time longer ago."""
        style = self.style
        if isinstance(comparison.change, Change):
            return count_sentences.since(
                style, opening, comparison.change, facts.observation, self.small_base
            )
        return percentage_sentences.since(
            style, opening, comparison, comparison.change, facts.indicator.decimals
        )

    def _of_earlier(
        self,
        comparison: Comparison,
        later: Observation,
        explained: Container[Break] = (),
    ) -> Iterator[str]:
        """Say what a reader must know of the figure that is compared with.

        Args:
            comparison: The comparison.
            later: The later figure.
            explained: The breaks of which it was said before what changed.
        """
        earlier, style = comparison.earlier, self.style
        if earlier.source != later.source:
            yield style.say("besides.sources")
        if earlier.note:
            period = dates.the(style, earlier.period)
            note = noted(style, earlier)
            yield style.say("besides.earlier_note", period=period, note=note)
        if any(each in explained for each in comparison.breaks):
            yield style.say("besides.break_again")
        for each in comparison.breaks:
            if each not in explained:
                yield style.say("besides.break", reason=each.reason)

    def _rate(self, facts: IndicatorAssessment) -> Iterator[str]:
        yield from rate_sentences.rate(self.style, facts)
        if facts.observation.note:
            yield noted(self.style, facts.observation)

    def _besides(self, facts: IndicatorAssessment) -> Iterator[str]:
        for gap in facts.gaps:
            yield gap_sentences.gap(self.style, gap, facts, self._indicators)
        if facts.indicator.direction is ImprovementDirection.NEUTRAL:
            yield self.style.say("besides.neutral")
        yield from facts.indicator.caveats
