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
        rate: The rate with its limits.
    """

    indicator: str
    period: str
    count: str
    year_before: str
    change: str
    percent: str
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
    none = absent(facts, GapFigure.CHANGE_ON_YEAR_BEFORE)
    told = change_cells(style, facts.on_year_before, small_base, none)
    return Row(
        indicator=style.name_of(facts.indicator),
        period=dates.written(style, observation.period),
        count=_number(style, observation.count, observation.status.shorthand),
        year_before=told.earlier,
        change=told.change,
        percent=told.percent,
        rate=_rate(style, facts),
    )


@frozen(kw_only=True)
class ChangeCells:
    """The cells of what a count is compared with, and of the change, as printed.

    Attributes:
        earlier: The earlier count, with the shorthand of its state.
        change: The change in number.
        percent: The change in per cent.
    """

    earlier: str
    change: str
    percent: str


def change_cells(
    style: HouseStyle,
    comparison: Comparison | None,
    small_base: SmallBaseRule,
    none: str,
) -> ChangeCells:
    """Put a comparison of counts into cells.

    Args:
        style: The house style.
        comparison: The comparison, if there is one.
        small_base: The rule that withholds percentages on small counts.
        none: What stands in the cells where there is none.
    """
    change = comparison.change if comparison else None
    if comparison is None or not isinstance(change, Change):
        return ChangeCells(earlier=none, change=none, percent=none)
    state = comparison.earlier.status.shorthand
    return ChangeCells(
        earlier=_number(style, change.earlier, state),
        change=style.signed(change.absolute),
        percent=_percent(style, change, small_base),
    )


def absent(facts: IndicatorAssessment, what: GapFigure) -> str:
    """Give the shorthand for what is not there: the gap's, where there is a gap."""
    for gap in facts.gaps:
        if gap.what is what:
            return gap.missing.shorthand if gap.missing else NOT_THERE
    return NOT_APPLICABLE


def _number(style: HouseStyle, count: int, shorthand: str) -> str:
    return f"{style.number(count)} {shorthand}".rstrip()


def _percent(style: HouseStyle, change: Change, small_base: SmallBaseRule) -> str:
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
