"""The charts and comparisons of a figure, and on what ground chance is spoken of."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from policing_indicators.assessment.area_comparisons import beside_areas
from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.charting import charted
from policing_indicators.assessment.evidence import Evidence, evidence_for
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.picture import (
    NoPicture,
    PictureKind,
    Pictures,
    WhyNoPicture,
)
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.target import Target

_EVERY = (PictureKind.CONTROL_CHART, PictureKind.CHANGES, PictureKind.RATES)


def with_pictures(
    facts: IndicatorAssessment, targets: Sequence[Target], grounds: Grounds
) -> IndicatorAssessment:
    """Add what can be drawn of a figure, and what can be said about chance.

    Args:
        facts: What is known of the figure; nothing is added where it is missing.
        targets: What was promised of it.
        grounds: The figures, of this area and of others.
    """
    if facts.observation.missing is not None:
        return facts
    facts = evolve(facts, pictures=_pictures(facts, targets, grounds))
    return evolve(facts, evidence=_evidence(facts, grounds))


def _pictures(
    facts: IndicatorAssessment, targets: Sequence[Target], grounds: Grounds
) -> Pictures:
    if grounds.are_rounded:
        why = WhyNoPicture.ROUNDED
        return Pictures(not_drawn=[NoPicture(what=what, why=why) for what in _EVERY])
    chart = charted(facts.indicator, facts.observation, grounds, targets)
    pictures = _beside_areas(facts, grounds)
    if isinstance(chart, ControlChart):
        named = (*_sources(chart, facts, grounds), *pictures.sources)
        sources = list(dict.fromkeys(named))
        return evolve(pictures, control_chart=chart, sources=sources)
    return evolve(pictures, not_drawn=(chart, *pictures.not_drawn))


def _sources(
    chart: ControlChart, facts: IndicatorAssessment, grounds: Grounds
) -> Iterator[str]:
    """Give the sources of the figures of a chart."""
    periods = {point.when for point in chart.points}
    for row in grounds.rows(chart.indicator, chart.area):
        if row.period in periods and row.as_at == facts.observation.as_at:
            yield row.source


def _beside_areas(facts: IndicatorAssessment, grounds: Grounds) -> Pictures:
    if facts.indicator.unit is Unit.COUNT:
        return beside_areas(facts, grounds)
    why = WhyNoPicture.NOT_OF_UNIT
    return Pictures(not_drawn=[NoPicture(what=what, why=why) for what in _EVERY[1:]])


def _evidence(facts: IndicatorAssessment, grounds: Grounds) -> Evidence:
    """Say on what ground chance is spoken of; that of the own past comes last.

    A chart whose limits are on trial, or not made for such counts, is no ground.
    """
    changes, chart = facts.pictures.changes, facts.pictures.control_chart
    evidence = Evidence()
    if facts.on_year_before is not None:
        evidence = evidence_for(
            facts.indicator,
            facts.on_year_before.change,
            area=grounds.area,
            confidence=grounds.confidence,
            beside=changes.dispersion if changes else None,
        )
    if evidence.kind is EvidenceKind.NONE and chart is not None and not chart.cautions:
        return Evidence(EvidenceKind.OWN_PAST)
    return evidence
