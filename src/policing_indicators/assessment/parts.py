"""What its parts make up of a whole, and of its change."""

from attrs import evolve

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.calculation.contribution import contributions
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.errors import IncomparableError, InvalidValueError


def with_parts(
    whole: IndicatorAssessment, parts: list[IndicatorAssessment]
) -> IndicatorAssessment:
    """Add what each part makes up of a whole's figure and of its change.

    Args:
        whole: The facts of the whole.
        parts: The facts of every part that partitions it.
    """
    if not parts or whole.observation.count is None:
        return whole
    return _with_contributions(_with_shares(whole, parts), parts)


def _with_shares(
    whole: IndicatorAssessment, parts: list[IndicatorAssessment]
) -> IndicatorAssessment:
    total = whole.observation.required_count()
    counts = {part.indicator.id: part.observation.count for part in parts}
    known = {name: count for name, count in counts.items() if count is not None}
    same_period = {part.observation.period for part in parts} == {
        whole.observation.period
    }
    if len(known) < len(counts) or not same_period:
        return whole
    if sum(known.values()) != total:
        return _with_gap(whole, GapFigure.SHARES)
    if total == 0 or min(known.values()) < 0:
        return whole
    shares = {name: Proportion(count, total) for name, count in known.items()}
    return evolve(whole, shares=shares)


def _with_contributions(
    whole: IndicatorAssessment, parts: list[IndicatorAssessment]
) -> IndicatorAssessment:
    changes = {part.indicator.id: part.change for part in parts}
    known = {name: change for name, change in changes.items() if change is not None}
    what = GapFigure.CONTRIBUTIONS
    if whole.change is None:
        return whole
    if len(known) < len(changes):
        unknown = tuple(name for name, change in changes.items() if change is None)
        return _with_gap(whole, what, GapReason.PARTS_NOT_KNOWN, unknown)
    try:
        return evolve(whole, parts=contributions(whole.change, known))
    except (IncomparableError, InvalidValueError):
        return _with_gap(whole, what)


def _with_gap(
    whole: IndicatorAssessment,
    what: GapFigure,
    reason: GapReason = GapReason.PARTS_DO_NOT_ADD,
    parts: tuple[str, ...] = (),
) -> IndicatorAssessment:
    return evolve(whole, gaps=(*whole.gaps, Gap(what, reason, parts=parts)))
