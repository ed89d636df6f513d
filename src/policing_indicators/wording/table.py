"""The cells of a statement's table, made once from permitted figures."""

from attrs import frozen

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.wording import printed
from policing_indicators.wording.disclosure import permitted_percent

WITHHELD = MissingReason.LOW_RELIABILITY.shorthand
NOT_THERE = MissingReason.NOT_AVAILABLE.shorthand
NOT_APPLICABLE = MissingReason.NOT_APPLICABLE.shorthand


@frozen(kw_only=True)
class Row:
    """One count's cells, as printed.

    Attributes:
        indicator: The indicator's name.
        period: The period of the count.
        count: The count, with the shorthand of its state.
        year_before: The count of the year before.
        change: The change in number on the year before.
        percent: The change in per cent on the year before.
        baseline: The baseline's count.
        baseline_percent: The change in per cent on the baseline.
        rate: The rate with its limits.
    """

    indicator: str
    period: str
    count: str
    year_before: str
    change: str
    percent: str
    baseline: str
    baseline_percent: str
    rate: str


def row(facts: IndicatorAssessment, small_base: SmallBaseRule) -> Row | None:
    """Put the facts of a count into cells.

    Args:
        facts: The facts of one indicator.
        small_base: The rule that withholds percentages on small counts.

    Returns:
        The cells; ``None`` where the indicator has no count.
    """
    observation = facts.observation
    if observation.count is None or facts.proportion is not None:
        return None
    before, baseline = _change(facts.on_year_before), _change(facts.on_baseline)
    no_baseline = NOT_THERE if facts.indicator.baseline else NOT_APPLICABLE
    state = observation.status.shorthand
    return Row(
        indicator=facts.indicator.name,
        period=str(observation.period),
        count=f"{printed.number(observation.count)} {state}".rstrip(),
        year_before=printed.number(before.earlier) if before else NOT_THERE,
        change=printed.signed(before.absolute) if before else NOT_THERE,
        percent=_percent(before, small_base, NOT_THERE),
        baseline=printed.number(baseline.earlier) if baseline else no_baseline,
        baseline_percent=_percent(baseline, small_base, no_baseline),
        rate=_rate(facts),
    )


def _change(comparison: Comparison | None) -> Change | None:
    change = comparison.change if comparison else None
    return change if isinstance(change, Change) else None


def _percent(change: Change | None, small_base: SmallBaseRule, none: str) -> str:
    if change is None:
        return none
    percent = permitted_percent(change, small_base)
    return WITHHELD if percent is None else f"{printed.signed(percent, 1)}%"


def _rate(facts: IndicatorAssessment) -> str:
    if facts.rate is None or facts.limits is None:
        return NOT_THERE
    decimals = facts.indicator.decimals
    value = printed.number(facts.rate.exact_value or 0, decimals)
    lower, upper = printed.bounds(facts.limits, decimals)
    return f"{value} per {printed.number(facts.rate.per)} ({lower} to {upper})"
