"""The judgement at work: from observations to an assessment."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from policing_indicators.assessment.assessment import Assessment, IndicatorAssessment
from policing_indicators.assessment.comparing import compared
from policing_indicators.assessment.evidence import evidence_for
from policing_indicators.assessment.figure import (
    why_no_count,
    why_no_percentage,
    why_no_value,
)
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.parts import with_parts
from policing_indicators.assessment.rating import rated
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.time_series import TimeSeries


def assess(  # noqa: PLR0913 - all but two are given by name
    framework: Framework,
    observations: Iterable[Observation],
    *,
    area: Area,
    period: Period,
    populations: Populations,
    periods: Mapping[str, Period] | None = None,
    edition: str | None = None,
    confidence: float = 0.95,
) -> Assessment:
    """Work out the facts of every indicator of a framework.

    Of each indicator the latest vintage that holds the period is taken, and compared
    within itself. What cannot be worked out is a gap with its reason, never an error.

    Args:
        framework: The framework.
        observations: The figures; those of other areas or indicators are passed over.
        area: The area.
        period: The period to assess.
        populations: What rates are counted over.
        periods: The period of each indicator that has its own, by the indicator's id.
        edition: The edition of the populations; the latest where none is named.
        confidence: The confidence of limits.

    Raises:
        InvalidValueError: The confidence is no such.
        DuplicateError: Two observations are of one indicator, period and vintage.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> draft = Draft.read(example())
    >>> facts = assess(
    ...     draft.framework,
    ...     draft.observations,
    ...     area=draft.area,
    ...     period=draft.publication.period,
    ...     populations=populations(),
    ... ).of("homicide")
    >>> print(facts.observation.count, f"{facts.rate.value:.2f}")
    32 1.05
    """
    rows: dict[str, list[Observation]] = {}
    for observation in observations:
        if observation.area == area.id:
            rows.setdefault(observation.indicator, []).append(observation)
    judge = _Judge(
        area=area, populations=populations, edition=edition, confidence=confidence
    )
    facts = {
        indicator.id: judge.assess(
            indicator,
            rows.get(indicator.id, ()),
            (periods or {}).get(indicator.id, period),
        )
        for indicator in framework.indicators
    }
    return Assessment(
        framework=framework,
        area=area,
        period=period,
        indicators=tuple(
            with_parts(each, [facts[part] for part in each.indicator.parts])
            for each in facts.values()
        ),
    )


@frozen(kw_only=True)
class _Judge:
    """What every indicator of one assessment is judged with."""

    area: Area
    populations: Populations
    edition: str | None
    confidence: float

    def assess(
        self, indicator: Indicator, rows: Sequence[Observation], period: Period
    ) -> IndicatorAssessment:
        if not _is_defined(indicator, period):
            return self._not_defined(indicator, period)
        observation = self._chosen(indicator, rows, period)
        facts = IndicatorAssessment(indicator=indicator, observation=observation)
        if observation.missing is not None:
            return facts
        match indicator.unit:
            case Unit.COUNT:
                return self._of_count(facts, rows)
            case Unit.PROPORTION | Unit.PERCENTAGE:
                return self._of_percentage(facts, rows)
            case Unit.RATE | Unit.YES_NO:
                return _of_value(facts, rows)

    def _chosen(
        self, indicator: Indicator, rows: Sequence[Observation], period: Period
    ) -> Observation:
        """Choose the observation of the latest vintage that holds the period."""
        held = [row for row in rows if row.period == period]
        if not held:
            return self._missing(indicator, period, MissingReason.NOT_AVAILABLE)
        newest = max(row.as_at or date.min for row in held)
        return TimeSeries([row for row in rows if (row.as_at or date.min) == newest])[
            period
        ]

    def _missing(
        self, indicator: Indicator, period: Period, reason: MissingReason
    ) -> Observation:
        return Observation(indicator.id, self.area.id, period, missing=reason)

    def _not_defined(self, indicator: Indicator, period: Period) -> IndicatorAssessment:
        reason = MissingReason.NOT_APPLICABLE
        return IndicatorAssessment(
            indicator=indicator,
            observation=self._missing(indicator, period, reason),
            gaps=(Gap(GapFigure.FIGURE, GapReason.NOT_DEFINED, missing=reason),),
        )

    def _of_count(
        self, facts: IndicatorAssessment, rows: Sequence[Observation]
    ) -> IndicatorAssessment:
        reason = why_no_count(facts.observation)
        if reason is not None:
            return _with_gap(
                facts, Gap(GapFigure.FIGURE, reason, observation=facts.observation)
            )
        facts = self._with_changes(facts, rows)
        rate = rated(facts, self.area, self.populations, self.edition)
        if rate is None:
            return facts
        if isinstance(rate, Gap):
            return _with_gap(facts, rate)
        limits = rate.rate.interval(confidence=self.confidence)
        return evolve(facts, rate=rate.rate, limits=limits, population=rate.population)

    def _of_percentage(
        self, facts: IndicatorAssessment, rows: Sequence[Observation]
    ) -> IndicatorAssessment:
        observation = facts.observation
        reason = why_no_percentage(facts.indicator, observation)
        if reason is not None:
            gap = Gap(GapFigure.PERCENTAGE, reason, observation=observation)
            return _with_gap(facts, gap)
        facts = self._with_changes(facts, rows)
        if observation.denominator is None:
            return evolve(facts, published=observation.value)
        proportion = Proportion(observation.required_count(), observation.denominator)
        limits = proportion.interval(confidence=self.confidence)
        return evolve(facts, proportion=proportion, limits=limits)

    def _with_changes(
        self, facts: IndicatorAssessment, rows: Sequence[Observation]
    ) -> IndicatorAssessment:
        indicator, later = facts.indicator, facts.observation
        year_before, baseline = later.period.year_before, indicator.baseline
        found = compared(
            indicator, later, year_before, rows, confidence=self.confidence
        )
        if isinstance(found, Gap):
            facts = _with_gap(facts, found)
        else:
            evidence = evidence_for(indicator, found.change, confidence=self.confidence)
            facts = evolve(facts, on_year_before=found, evidence=evidence)
        if baseline is None or baseline in (later.period, year_before):
            return facts
        found = compared(indicator, later, baseline, rows, confidence=self.confidence)
        if isinstance(found, Gap):
            return _with_gap(facts, found)
        return evolve(facts, on_baseline=found)


def _of_value(
    facts: IndicatorAssessment, rows: Sequence[Observation]
) -> IndicatorAssessment:
    reason = why_no_value(facts.indicator, facts.observation)
    if reason is not None:
        return _with_gap(
            facts, Gap(GapFigure.FIGURE, reason, observation=facts.observation)
        )
    facts = evolve(facts, published=facts.observation.value)
    year_before = facts.observation.period.year_before
    if any(row.period == year_before for row in rows):
        what, reason = GapFigure.CHANGE_ON_YEAR_BEFORE, GapReason.NOT_WORKED_OUT
        return _with_gap(facts, Gap(what, reason, year_before))
    return facts


def _is_defined(indicator: Indicator, period: Period) -> bool:
    first = indicator.valid_from or date.min
    last = indicator.valid_to or date.max
    return first <= period.start <= period.end <= last


def _with_gap(facts: IndicatorAssessment, gap: Gap) -> IndicatorAssessment:
    return evolve(facts, gaps=(*facts.gaps, gap))
