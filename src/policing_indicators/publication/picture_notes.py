"""Notes of how charts and comparisons with other areas were made."""

from collections.abc import Iterable, Iterator

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.assessment.charting import MOST_YEARS
from policing_indicators.calculation.area_rates import RATES_WITHHELD
from policing_indicators.calculation.chart_caution import RARE_BELOW
from policing_indicators.registry.areas import areas
from policing_indicators.wording.house_style import HouseStyle
from policing_indicators.wording.phrases import joined


def cases_of(style: HouseStyle, facts: Iterable[IndicatorAssessment]) -> str:
    """Name the cases of some indicators, in a row."""
    return joined(style, (style.cases_of(each.indicator) for each in facts))


def of_pictures(
    style: HouseStyle, facts: tuple[IndicatorAssessment, ...]
) -> Iterator[str]:
    """Say how figures were compared with other areas, and how charts were made.

    Args:
        style: The house style.
        facts: The facts of every indicator that has a figure.
    """
    pictures = [each.pictures for each in facts]
    if any(each.changes or each.rate for each in pictures):
        yield style.say("note.other_areas")
        yield from _left_out(style, facts)
    if any(each.rate for each in pictures):
        yield style.say("note.rates")
    draws = [each.ranking.draws for each in pictures if each.ranking]
    if draws:
        yield style.say("note.places", draws=style.number(draws[0]))
    if any(each.control_chart for each in pictures):
        years, rare = style.number(MOST_YEARS), style.number(RARE_BELOW)
        yield style.say("note.charts", years=years, rare=rare)


def _left_out(style: HouseStyle, facts: Iterable[IndicatorAssessment]) -> Iterator[str]:
    """Name the areas that are not compared, once for all figures that lack them."""
    alike: dict[tuple[str, ...], list[IndicatorAssessment]] = {}
    for each in facts:
        lacking = tuple(dict.fromkeys(_lacking(each)))
        if lacking:
            alike.setdefault(lacking, []).append(each)
    for lacking, those in alike.items():
        yield style.say(
            "note.left_out",
            cases=cases_of(style, those),
            areas=joined(style, (areas().find(area).name for area in lacking)),
        )


def _lacking(facts: IndicatorAssessment) -> Iterator[str]:
    changes, rate = facts.pictures.changes, facts.pictures.rate
    if changes is not None:
        for each in changes.dispersion.left_out:
            if each.area not in changes.without_events:
                yield each.area
    if rate is not None:
        for each in rate.left_out:
            if each.area not in RATES_WITHHELD:
                yield each.area
