"""The judgement at work: from observations to an assessment."""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    Gap,
    IndicatorAssessment,
)
from policing_indicators.assessment.evidence import evidence_for
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.contribution import contributions
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import (
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.time_series import TimeSeries

RATES_WITHHELD = frozenset({"city-of-london"})
"""Areas whose rates per head mislead: few people live there and many work there.

Source: ONS, Police force area data tables, year ending December 2024, Table P3, which
withholds them as ``[u1]``.
"""


def assess(  # noqa: PLR0913 - all but two are given by name
    framework: Framework,
    observations: Iterable[Observation],
    *,
    area: Area,
    period: Period,
    populations: Populations,
    periods: Mapping[str, Period] | None = None,
    confidence: float = 0.95,
) -> Assessment:
    """Work out the facts of every indicator of a framework.

    Of each indicator the latest vintage is taken. What cannot be worked out is a gap
    with its reason, never an error.

    Args:
        framework: The framework.
        observations: The figures; those of other areas or indicators are passed over.
        area: The area.
        period: The period to assess.
        populations: What rates are counted over.
        periods: The period of each indicator that has its own, by the indicator's id.
        confidence: The confidence of limits.

    Raises:
        InvalidValueError: The confidence is no such.
        DuplicateError: Two observations are of one indicator, period and vintage.
    """
    series = _series(observations, area)
    judge = _Judge(area=area, populations=populations, confidence=confidence)
    facts = {
        indicator.id: judge.assess(
            indicator,
            series.get(indicator.id),
            (periods or {}).get(indicator.id, period),
        )
        for indicator in framework.indicators
    }
    return Assessment(
        framework=framework,
        area=area,
        period=period,
        indicators=tuple(
            _with_parts(each, [facts[part] for part in each.indicator.parts])
            for each in facts.values()
        ),
    )


def _series(observations: Iterable[Observation], area: Area) -> dict[str, TimeSeries]:
    rows: dict[str, list[Observation]] = {}
    for observation in observations:
        if observation.area == area.id:
            rows.setdefault(observation.indicator, []).append(observation)
    return {name: TimeSeries.latest(found) for name, found in rows.items()}


@frozen(kw_only=True)
class _Judge:
    """What every indicator of one assessment is judged with."""

    area: Area
    populations: Populations
    confidence: float

    def assess(
        self, indicator: Indicator, series: TimeSeries | None, period: Period
    ) -> IndicatorAssessment:
        observation = series.get(period) if series else None
        if series is None or observation is None:
            return IndicatorAssessment(
                indicator=indicator,
                observation=Observation(
                    indicator.id,
                    self.area.id,
                    period,
                    missing=MissingReason.NOT_AVAILABLE,
                ),
            )
        facts = IndicatorAssessment(indicator=indicator, observation=observation)
        if observation.missing is not None:
            return facts
        match indicator.unit:
            case Unit.COUNT:
                return self._with_rate(self._with_changes(facts, series))
            case Unit.PROPORTION | Unit.PERCENTAGE:
                return self._with_proportion(self._with_changes(facts, series))
            case Unit.RATE | Unit.YES_NO:
                return self._with_value(facts)

    def _with_changes(
        self, facts: IndicatorAssessment, series: TimeSeries
    ) -> IndicatorAssessment:
        year_before = facts.observation.period.year_before
        baseline = facts.indicator.baseline
        compared = _compared(facts, series, year_before, self.confidence)
        if isinstance(compared, Gap):
            facts = _with_gap(facts, compared)
        else:
            evidence = evidence_for(
                facts.indicator, compared.change, confidence=self.confidence
            )
            facts = evolve(facts, on_year_before=compared, evidence=evidence)
        if baseline is None or baseline in (facts.observation.period, year_before):
            return facts
        compared = _compared(facts, series, baseline, self.confidence)
        if isinstance(compared, Gap):
            return _with_gap(facts, compared)
        return evolve(facts, on_baseline=compared)

    def _with_rate(self, facts: IndicatorAssessment) -> IndicatorAssessment:
        indicator, observation = facts.indicator, facts.observation
        if indicator.denominator is None:
            return facts
        population = self._population(indicator.denominator, observation)
        size = population.value if population else observation.denominator
        count = observation.required_count()
        reason = self._why_no_rate(indicator.denominator, count, size)
        if size is None or reason is not None:
            return _with_gap(facts, Gap("rate", reason or ""))
        rate = Rate(count=count, denominator=size, per=indicator.per)
        limits = rate.interval(confidence=self.confidence)
        return evolve(facts, rate=rate, limits=limits, population=population)

    def _why_no_rate(
        self, kind: DenominatorKind, count: int, size: float | None
    ) -> str | None:
        if self.area.id in RATES_WITHHELD:
            return "few people live in the area and many work there"
        if size is None and self.area.kind is AreaKind.NON_GEOGRAPHIC_FORCE:
            return "the force serves no resident population"
        if size is None:
            return f"no number of {kind.value} is held for the area and period"
        if size == 0:
            return f"the number of {kind.value} is zero"
        return "the net count is negative" if count < 0 else None

    def _population(
        self, kind: DenominatorKind, observation: Observation
    ) -> Population | None:
        """Choose the population, unless the source of the count states its own."""
        if observation.denominator is not None:
            return None
        area, period = self.area.id, observation.period
        try:
            return self.populations.for_period(area, period, kind=kind)
        except MissingDataError:
            return None

    def _with_value(self, facts: IndicatorAssessment) -> IndicatorAssessment:
        if facts.observation.value is not None:
            return facts
        unit = facts.indicator.unit.value
        return _with_gap(facts, Gap("figure", f"a count stands where a {unit} should"))

    def _with_proportion(self, facts: IndicatorAssessment) -> IndicatorAssessment:
        observation = facts.observation
        if observation.value is not None:
            return facts
        if not observation.denominator:
            return _with_gap(facts, Gap("percentage", "it is out of no known number"))
        proportion = Proportion(
            count=observation.required_count(), denominator=observation.denominator
        )
        limits = proportion.interval(confidence=self.confidence)
        return evolve(facts, proportion=proportion, limits=limits)


def _compared(
    facts: IndicatorAssessment,
    series: TimeSeries,
    earlier: Period,
    confidence: float,
) -> Comparison | Gap:
    indicator, later = facts.indicator, facts.observation
    is_baseline = earlier == indicator.baseline
    base = "baseline" if is_baseline else "year before"
    what = f"change on the {base} ({earlier})"
    before = series.get(earlier)
    if before is None:
        return Gap(what, "the release that is used here holds no figure for it")
    if before.missing is not None:
        reason = f"the earlier figure is missing ({before.missing.value})"
        return Gap(what, reason, before.missing)
    kind = Change if indicator.unit is Unit.COUNT else PointChange
    try:
        change = kind.between(before, later, baseline=is_baseline)
    except (MissingDataError, IncomparableError) as error:
        return Gap(what, error.reason)
    return Comparison(
        earlier=before,
        change=change,
        limits=_limits_of_points(change, confidence),
        breaks=indicator.breaks_between(earlier, later.period),
    )


def _has_counts(change: PointChange) -> bool:
    return all(
        isinstance(side, Proportion) and side.denominator > 0
        for side in (change.earlier, change.later)
    )


def _limits_of_points(
    change: Change | PointChange, confidence: float
) -> Interval | None:
    if isinstance(change, PointChange) and _has_counts(change):
        return change.interval(confidence=confidence)
    return None


def _with_gap(facts: IndicatorAssessment, gap: Gap) -> IndicatorAssessment:
    return evolve(facts, gaps=(*facts.gaps, gap))


def _with_parts(
    whole: IndicatorAssessment, parts: list[IndicatorAssessment]
) -> IndicatorAssessment:
    changes = {each.indicator.id: each.change for each in parts}
    if not changes or whole.change is None:
        return whole
    known = {name: part for name, part in changes.items() if part is not None}
    if len(known) < len(changes):
        names = (part.indicator.name for part in parts if part.change is None)
        reason = f"no change is known of {', '.join(names)}"
        return _with_gap(whole, Gap("contribution of the parts", reason))
    try:
        shares = contributions(whole.change, known)
    except (IncomparableError, InvalidValueError):
        reason = "the parts do not add up to the whole"
        return _with_gap(whole, Gap("contribution of the parts", reason))
    return evolve(whole, parts=shares)
