"""Sentences about figures that were published before and are another now."""

from decimal import Decimal

from policing_indicators.assessment.restating import Restatement
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.published_figure import Measure
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle


def about(style: HouseStyle, restatement: Restatement, indicator: Indicator) -> str:
    """Say what a figure was, what it is now, by how much they differ, and why.

    Args:
        style: The house style.
        restatement: The figure as it was published, and as it is now.
        indicator: Its indicator.
    """
    before, difference = restatement.before, restatement.difference
    side = "lower" if difference < 0 else "higher"
    return style.say(
        f"restatement.{side}",
        figure=_figure(style, restatement, indicator),
        period=dates.the(style, before.period),
        before=_written(style, restatement, Decimal(str(before.value))),
        now=_written(style, restatement, restatement.now),
        size=_size(style, restatement),
        reason=_reason(style, restatement),
    )


def _figure(style: HouseStyle, restatement: Restatement, indicator: Indicator) -> str:
    name, before = style.name_of(indicator), restatement.before
    if before.measure is not Measure.RATE:
        return style.say("restatement.level", name=name)
    per = style.number(before.per or indicator.per)
    kind = indicator.denominator
    if kind is None:
        return style.say("restatement.rate", name=name, per=per)
    word = style.word("denominator", kind)
    return style.say("restatement.rate_of_kind", name=name, per=per, kind=word)


def _written(style: HouseStyle, restatement: Restatement, value: Decimal) -> str:
    decimals = _decimals(restatement)
    if restatement.before.measure is Measure.PERCENTAGE:
        return style.percent(value, decimals)
    return style.number(value, decimals)


def _size(style: HouseStyle, restatement: Restatement) -> str:
    number = style.number(abs(restatement.difference), _decimals(restatement))
    if restatement.before.measure is not Measure.PERCENTAGE:
        return number
    if abs(restatement.difference) == 1 and not _decimals(restatement):
        return style.say("restatement.point", number=number)
    return style.say("restatement.points", number=number)


def _decimals(restatement: Restatement) -> int:
    """Give how many decimals the figure now has, so that both are printed alike."""
    return len(f"{restatement.now:f}".partition(".")[2])


def _reason(style: HouseStyle, restatement: Restatement) -> str:
    earlier, later = restatement.before.as_at, restatement.observation.as_at
    days = {
        "earlier": dates.day(style, earlier) if earlier else "",
        "later": dates.day(style, later) if later else "",
    }
    return style.word("restatement_reason", restatement.reason, **days)
