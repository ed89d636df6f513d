"""The cells of a statement's table, made once from permitted figures."""

from attrs import frozen

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.assessment.gap import GapFigure
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.small_base import SmallBaseRule
from policing_indicators.vocabulary.indicator import Unit
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.wording import dates, printed
from policing_indicators.wording.disclosure import permitted_percent
from policing_indicators.wording.house_style import HouseStyle, house_style

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
        baseline_change: The change in number on the baseline.
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
    baseline_change: str
    baseline_percent: str
    rate: str


def row(
    facts: IndicatorAssessment,
    small_base: SmallBaseRule,
    *,
    style: HouseStyle | None = None,
) -> Row | None:
    """Put the facts of a count into cells.

    Args:
        facts: The facts of one indicator.
        small_base: The rule that withholds percentages on small counts.
        style: The house style; the English one where none is given.

    Returns:
        The cells; ``None`` where the indicator is no count, or has none.
    """
    observation = facts.observation
    if observation.count is None or facts.indicator.unit is not Unit.COUNT:
        return None
    style = style or house_style()
    no_change = absent(facts, GapFigure.CHANGE_ON_YEAR_BEFORE)
    no_baseline = absent(facts, GapFigure.CHANGE_ON_BASELINE)
    baseline, change = _change(facts.on_baseline), facts.change
    return Row(
        indicator=style.name_of(facts.indicator),
        period=dates.written(style, observation.period),
        count=_number(style, observation.count, observation.status.shorthand),
        year_before=_earlier(style, facts.on_year_before, no_change),
        change=_signed(style, change, no_change),
        percent=_percent(style, change, small_base, no_change),
        baseline=_earlier(style, facts.on_baseline, no_baseline),
        baseline_change=_signed(style, baseline, no_baseline),
        baseline_percent=_percent(style, baseline, small_base, no_baseline),
        rate=_rate(style, facts),
    )


def absent(facts: IndicatorAssessment, what: GapFigure) -> str:
    """Give the shorthand for what is not there: the gap's, where there is a gap."""
    for gap in facts.gaps:
        if gap.what is what:
            return gap.missing.shorthand if gap.missing else NOT_THERE
    return NOT_APPLICABLE


def _change(comparison: Comparison | None) -> Change | None:
    change = comparison.change if comparison else None
    return change if isinstance(change, Change) else None


def _number(style: HouseStyle, count: int, shorthand: str) -> str:
    return f"{style.number(count)} {shorthand}".rstrip()


def _earlier(style: HouseStyle, comparison: Comparison | None, none: str) -> str:
    if comparison is None or comparison.earlier.count is None:
        return none
    earlier = comparison.earlier
    return _number(style, comparison.earlier.count, earlier.status.shorthand)


def _signed(style: HouseStyle, change: Change | None, none: str) -> str:
    return none if change is None else style.signed(change.absolute)


def _percent(
    style: HouseStyle, change: Change | None, small_base: SmallBaseRule, none: str
) -> str:
    if change is None:
        return none
    percent = permitted_percent(change, small_base)
    if percent is not None:
        return style.say("number.percent", number=style.signed(percent, 1))
    return WITHHELD if change.earlier > 0 else NOT_APPLICABLE


def _rate(style: HouseStyle, facts: IndicatorAssessment) -> str:
    if facts.rate is None or facts.limits is None:
        return absent(facts, GapFigure.RATE)
    decimals = facts.indicator.decimals
    lower, upper = printed.bounds(style, facts.limits, decimals)
    return style.say(
        "cell.rate",
        rate=style.number(facts.rate.exact_value or 0, decimals),
        per=style.number(facts.rate.per),
        lower=lower,
        upper=upper,
    )
