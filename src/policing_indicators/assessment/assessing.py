"""The judgement at work: from observations to an assessment."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from policing_indicators.assessment.assessment import (
    Assessment,
    Comparison,
    IndicatorAssessment,
)
from policing_indicators.assessment.comparing import compared, years_before
from policing_indicators.assessment.figure import (
    why_no_count,
    why_no_percentage,
    why_no_value,
)
from policing_indicators.assessment.finding import Finding
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.grounding import with_pictures
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.parts import with_parts
from policing_indicators.assessment.rating import rated
from policing_indicators.assessment.restating import restated
from policing_indicators.assessment.rules import check
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Area
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.published_figure import PublishedFigure
from policing_indicators.vocabulary.target import Target

_LONG_BEFORE = 3
"""How many years back a figure is compared besides the year before."""


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
    targets: Iterable[Target] = (),
    groups: Iterable[AreaGroup] = (),
    published: Iterable[PublishedFigure] = (),
) -> Assessment:
    """Work out the facts of every indicator of a framework.

    Of each indicator the latest vintage that holds the period is taken, and compared
    within itself. What cannot be worked out is a gap with its reason, never an error.

    Args:
        framework: The framework.
        observations: The figures. Those of other areas are looked at where a target
            holds this area against them, and where there are enough of them for this
            area's change and rate to stand beside theirs. Months and quarters make a
            control chart.
        area: The area.
        period: The period to assess.
        populations: What rates are counted over.
        periods: The period of each indicator that has its own, by the indicator's id.
        edition: The edition of the populations; the latest where none is named.
        confidence: The confidence of limits.
        targets: What was promised. Each is checked against its indicator's figure.
        groups: The groups of areas that a target may name, and that the area is held
            against where their figures are at hand.
        published: The figures of the last issue, to say which of them are restated.

    Raises:
        InvalidValueError: The confidence is no such, a target does not fit its
            indicator, or something is of another type.
        UnknownNameError: A target names an indicator, an area or a group that is not
            there.
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
    grounds = Grounds(
        framework=framework,
        area=area,
        observations=observations,
        populations=populations,
        edition=edition,
        confidence=confidence,
        groups=tuple(groups),
    )
    return judge(
        grounds,
        period=period,
        periods=periods,
        targets=targets,
        published=published,
    )


def judge(
    grounds: Grounds,
    *,
    period: Period,
    periods: Mapping[str, Period] | None = None,
    targets: Iterable[Target] = (),
    published: Iterable[PublishedFigure] = (),
) -> Assessment:
    """Assess an area on given grounds; see :func:`assess`."""
    framework, promised = grounds.framework, tuple(targets)
    own = (periods or {}).values()
    requirement.all_of_kind("the period that is assessed", (period, *own), Period)
    requirement.all_of_kind("a target", promised, Target)
    promises: dict[str, list[Target]] = {}
    for target in promised:
        indicator = framework.indicator(target.indicator)
        promises.setdefault(indicator.id, []).append(target)
    facts = {
        indicator.id: with_pictures(
            _assessed(indicator, (periods or {}).get(indicator.id, period), grounds),
            promises.get(indicator.id, ()),
            grounds,
        )
        for indicator in framework.indicators
    }
    return Assessment(
        framework=framework,
        area=grounds.area,
        period=period,
        indicators=tuple(
            _with_findings(
                with_parts(each, [facts[part] for part in each.indicator.parts]),
                promises.get(each.indicator.id, ()),
                grounds,
            )
            for each in facts.values()
        ),
        restatements=tuple(restated(published, grounds)),
    )


def _assessed(
    indicator: Indicator, period: Period, grounds: Grounds
) -> IndicatorAssessment:
    observation = grounds.figure(indicator, period)
    facts = IndicatorAssessment(indicator=indicator, observation=observation)
    if not indicator.is_defined_for(period):
        reason = MissingReason.NOT_APPLICABLE
        gap = Gap(GapFigure.FIGURE, GapReason.NOT_DEFINED, missing=reason)
        return _with_gap(facts, gap)
    if observation.missing is not None:
        return facts
    match indicator.unit:
        case Unit.COUNT:
            return _of_count(facts, grounds)
        case Unit.PROPORTION | Unit.PERCENTAGE:
            return _of_percentage(facts, grounds)
        case Unit.RATE | Unit.YES_NO:
            return _of_value(facts, grounds)


def _of_count(facts: IndicatorAssessment, grounds: Grounds) -> IndicatorAssessment:
    reason = why_no_count(facts.observation)
    if reason is not None:
        gap = Gap(GapFigure.FIGURE, reason, observation=facts.observation)
        return _with_gap(facts, gap)
    facts = _with_changes(facts, grounds)
    rate = rated(facts.indicator, facts.observation, grounds)
    if rate is None:
        return facts
    if isinstance(rate, Gap):
        return _with_gap(facts, rate)
    limits = rate.rate.interval(confidence=grounds.confidence)
    return evolve(facts, rate=rate.rate, limits=limits, population=rate.population)


def _of_percentage(facts: IndicatorAssessment, grounds: Grounds) -> IndicatorAssessment:
    observation = facts.observation
    reason = why_no_percentage(facts.indicator, observation)
    if reason is not None:
        gap = Gap(GapFigure.PERCENTAGE, reason, observation=observation)
        return _with_gap(facts, gap)
    facts = _with_changes(facts, grounds)
    if observation.denominator is None:
        return evolve(facts, published=observation.value)
    proportion = Proportion(observation.required_count(), observation.denominator)
    limits = proportion.interval(confidence=grounds.confidence)
    return evolve(facts, proportion=proportion, limits=limits)


def _with_changes(facts: IndicatorAssessment, grounds: Grounds) -> IndicatorAssessment:
    indicator, later = facts.indicator, facts.observation
    found = {
        what: compared(indicator, later, earlier, grounds, what=what)
        for what, earlier in _compared_with(indicator, later.period)
    }
    made = {what: each for what, each in found.items() if isinstance(each, Comparison)}
    gaps = [each for each in found.values() if isinstance(each, Gap)]
    return evolve(
        facts,
        on_year_before=made.get(GapFigure.CHANGE_ON_YEAR_BEFORE),
        on_three_years_before=made.get(GapFigure.CHANGE_ON_THREE_YEARS_BEFORE),
        on_baseline=made.get(GapFigure.CHANGE_ON_BASELINE),
        gaps=(*facts.gaps, *(gap for gap in gaps if not _is_beyond(gap))),
    )


def _compared_with(
    indicator: Indicator, period: Period
) -> Iterator[tuple[GapFigure, Period]]:
    """Give each earlier period that is compared with, after which change that is."""
    year_before = years_before(period, 1)
    long_before = years_before(period, _LONG_BEFORE)
    baseline = indicator.baseline
    if year_before is not None:
        yield GapFigure.CHANGE_ON_YEAR_BEFORE, year_before
    if long_before is not None and long_before != baseline:
        yield GapFigure.CHANGE_ON_THREE_YEARS_BEFORE, long_before
    if baseline is not None and baseline not in (period, year_before):
        yield GapFigure.CHANGE_ON_BASELINE, baseline


def _is_beyond(gap: Gap) -> bool:
    """Say whether figures simply do not go back so far: that is no gap in them."""
    three_before = gap.what is GapFigure.CHANGE_ON_THREE_YEARS_BEFORE
    return three_before and gap.reason is GapReason.NOT_HELD


def _of_value(facts: IndicatorAssessment, grounds: Grounds) -> IndicatorAssessment:
    observation = facts.observation
    reason = why_no_value(facts.indicator, observation)
    if reason is not None:
        return _with_gap(facts, Gap(GapFigure.FIGURE, reason, observation=observation))
    facts = evolve(facts, published=observation.value)
    year_before = observation.period.year_before
    rows = grounds.rows(observation.indicator, observation.area)
    if any(row.period == year_before for row in rows):
        what, reason = GapFigure.CHANGE_ON_YEAR_BEFORE, GapReason.NOT_WORKED_OUT
        return _with_gap(facts, Gap(what, reason, year_before))
    return facts


def _with_findings(
    facts: IndicatorAssessment, targets: Iterable[Target], grounds: Grounds
) -> IndicatorAssessment:
    period = facts.observation.period
    findings = tuple(
        _with_known_chance(check(target, grounds, at=period), facts)
        for target in targets
    )
    return evolve(facts, findings=findings)


def _with_known_chance(finding: Finding, facts: IndicatorAssessment) -> Finding:
    """Say of one change one thing: what is known of chance in the figure's own."""
    if facts.change is None or finding.change != facts.change:
        return finding
    return evolve(finding, chance=facts.evidence)


def _with_gap(facts: IndicatorAssessment, gap: Gap) -> IndicatorAssessment:
    return evolve(facts, gaps=(*facts.gaps, gap))
