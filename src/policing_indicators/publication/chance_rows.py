"""Rows of open data about chance: a probability, and the ratio that it is about."""

from collections.abc import Iterator

from policing_indicators.calculation.significance import Significance
from policing_indicators.publication.figure_row import (
    ABOVE_NOUGHT,
    Fields,
    figure,
    limited,
    told,
)
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording import printed
from policing_indicators.wording.house_style import HouseStyle

_DECIMALS = 2


def of_chance(
    style: HouseStyle, between: Fields, significance: Significance
) -> Iterator[PublishedFigure]:
    """Give the rows of what was said of chance in a change.

    Args:
        style: The house style.
        between: What the two rows have in common.
        significance: What came of the test.
    """
    p_value, level = significance.p_value, printed.level(significance.confidence)
    number = printed.rounded_probability(p_value, level)
    chance = {
        "unit": "probability",
        "printed": printed.probability(style, p_value, level),
        "value": None if number is None else float(number),
        "shorthand": ABOVE_NOUGHT if number is None else "",
        "method": significance.method.value,
    }
    yield figure(Measure.PROBABILITY, between, chance)
    ratio = significance.ratio
    if ratio is not None:
        yield figure(
            Measure.RATIO,
            between,
            {"unit": "ratio"},
            told(style.number(ratio, _DECIMALS), ratio, decimals=_DECIMALS),
            limited(significance.interval, _DECIMALS),
        )
