"""Sentences about percentages: the level, its limits, the change in points."""

from collections.abc import Iterator
from fractions import Fraction

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rounding import as_written, round_half_away
from policing_indicators.vocabulary.area import Area
from policing_indicators.wording import dates, printed
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.phrases import where


def level(style: HouseStyle, facts: IndicatorAssessment, area: Area) -> Iterator[str]:
    """Say how high a percentage is and out of how many; nothing where it is unknown."""
    figure = facts.published if facts.proportion is None else facts.proportion
    if figure is None:
        return
    phrase, base = _base(style, facts)
    yield style.say(
        phrase,
        name=style.name_of(facts.indicator),
        percent=_percentage(style, figure, facts.indicator.decimals),
        place=where(style, area, force="for_force"),
        when=dates.dated(style, facts.observation),
        **base,
    )


def difference(
    style: HouseStyle, comparison: Comparison, change: PointChange, decimals: int
) -> str:
    """Say how a percentage differs from the one before, in points."""
    phrase, told = _compared(style, comparison, change, decimals)
    when = dates.dated(style, comparison.earlier)
    return style.say(f"percentage.difference{phrase}", when=when, **told)


def since(
    style: HouseStyle,
    opening: str,
    comparison: Comparison,
    change: PointChange,
    decimals: int,
) -> str:
    """Say how a percentage differs from that of a time longer ago, which opens it."""
    phrase, told = _compared(style, comparison, change, decimals)
    return style.say(f"baseline.percentage{phrase}", baseline=opening, **told)


def _compared(
    style: HouseStyle, comparison: Comparison, change: PointChange, decimals: int
) -> tuple[str, dict[str, str]]:
    """Give the end of the phrase for a comparison, and the facts that it names."""
    told = {
        "difference": _points(style, change.exact_points or Fraction(), decimals),
        "earlier": _percentage(style, change.earlier, decimals),
    }
    if comparison.limits is None:
        return "", told
    limits = printed.limits(style, comparison.limits, decimals, with_sign=True)
    return "_with_limits", {**told, "limits": limits}


def _points(style: HouseStyle, points: Fraction, decimals: int) -> str:
    if points == 0:
        return style.say("percentage.same")
    phrase = "percentage.lower" if points < 0 else "percentage.higher"
    size = round_half_away(abs(points), decimals)
    number = style.number(size, decimals)
    if size == 0:
        least = printed.smallest(style, decimals)
        number = style.say("number.less_than", number=least)
    one = size == 1 and decimals == 0
    return style.say(f"{phrase}_by_one" if one else phrase, points=number)


def _base(style: HouseStyle, facts: IndicatorAssessment) -> tuple[str, dict[str, str]]:
    """Give the phrase for a level, and the facts of what it is out of."""
    if facts.proportion is None or facts.limits is None:
        return "percentage.level", {}
    told = {
        "count": style.number(facts.proportion.count),
        "denominator": style.number(facts.proportion.denominator),
        "limits": printed.limits_in_percent(
            style, facts.limits, facts.indicator.decimals
        ),
    }
    kind = facts.indicator.denominator
    if kind is None:
        return "percentage.level_of", told
    told["kind"] = style.word("denominator", kind)
    return "percentage.level_of_kind", told


def _percentage(style: HouseStyle, figure: Proportion | float, decimals: int) -> str:
    if isinstance(figure, Proportion):
        return style.percent(figure.exact_percentage or 0, decimals)
    return style.percent(as_written(figure), decimals)
