"""Sentences about chance: how often it makes such a change, and what that shows."""

from collections.abc import Iterator

from policing_indicators.calculation.change import Change
from policing_indicators.calculation.significance import Significance
from policing_indicators.wording import printed
from policing_indicators.wording.house_style import HouseStyle


def chance(
    style: HouseStyle, change: Change, significance: Significance, *, small: bool
) -> Iterator[str]:
    """Say how often chance alone makes a difference as large, and what that shows."""
    if change.absolute == 0:
        yield style.say("chance.risk_not_known")
        return
    how_often = printed.how_often(style, significance.p_value)
    yield style.say(
        "chance.small" if small else "chance.other",
        how_often=how_often,
        figures=in_figures(style, significance),
    )
    seldom = significance.p_value < printed.level(significance.confidence)
    yield style.say("chance.why_not_known" if seldom else "chance.risk_not_known")


def in_figures(style: HouseStyle, significance: Significance) -> str:
    """Give the probability, and the ratio with its limits where there is one."""
    level = printed.level(significance.confidence)
    told = printed.probability(style, significance.p_value, level)
    interval, ratio = significance.interval, significance.ratio
    if interval is None:
        return style.say("chance.figures_alone", probability=told)
    if ratio is None:  # from none to some: a ratio without a bound
        return style.say(
            "chance.figures_with_lower",
            probability=told,
            confidence=printed.confidence(style, interval),
            lower=style.number(interval.lower, 2),
        )
    return style.say(
        "chance.figures_with_ratio",
        probability=told,
        ratio=style.number(ratio, 2),
        limits=printed.limits(style, interval, 2),
    )
