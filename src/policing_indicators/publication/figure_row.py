"""Rows of open data, made at once from what was worked out and what may be printed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.assessment.gap import GapFigure
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.rounding import Number, round_half_away
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording.house_style import HouseStyle

ABOVE_NOUGHT = "[low]"
"""The symbol of the Government Statistical Service for what is not nought, but rounds
to it."""

PER_CENT = "per cent"
PERCENTAGE_POINTS = "percentage points"
CASES = "cases"
"""What is counted where the cases of an indicator have no name."""

Fields = dict[str, Any]
"""Some of the fields of a row, by their names."""

_BREAK = "[b]"
_SYMBOL = re.compile(r"\[[a-z]+\]")
_WORKINGS = ("lower", "upper", "confidence", "method", "numerator", "denominator")


@frozen
class Pair:
    """An earlier period that an indicator is compared with, and what came of it.

    Attributes:
        what: Which change it is.
        earlier: The earlier period.
        comparison: The comparison, if there is one.
    """

    what: GapFigure
    earlier: Period
    comparison: Comparison | None

    @property
    def broken(self) -> str:
        """The symbol of a break between the two periods, where there is one."""
        return _BREAK if self.comparison and self.comparison.breaks else ""


def pairs(facts: IndicatorAssessment) -> Iterator[Pair]:
    """Give the year before, then what lies further back, if that is compared with."""
    period, baseline = facts.observation.period, facts.indicator.baseline
    before, long_before = period.year_before, facts.on_three_years_before
    yield Pair(GapFigure.CHANGE_ON_YEAR_BEFORE, before, facts.on_year_before)
    if long_before is not None:
        earlier_period = long_before.earlier.period
        what = GapFigure.CHANGE_ON_THREE_YEARS_BEFORE
        yield Pair(what, earlier_period, long_before)
    if baseline not in (None, period, before):
        yield Pair(GapFigure.CHANGE_ON_BASELINE, baseline, facts.on_baseline)


def shared(style: HouseStyle, facts: IndicatorAssessment, unit: str) -> Fields:
    """Give what the rows of an indicator have in common.

    Args:
        style: The house style.
        facts: The facts of the indicator.
        unit: What its level is in.
    """
    return {**named(style, facts.indicator, facts.observation), "unit": unit}


def named(style: HouseStyle, indicator: Indicator, observation: Observation) -> Fields:
    """Give what the rows that are made from one observation have in common."""
    return {
        "indicator": indicator.id,
        "name": style.name_of(indicator),
        "area": observation.area,
        "period": observation.period,
        "source": observation.source,
        "as_at": observation.as_at,
        "definition": indicator.definition.text if indicator.definition else "",
    }


def figure(measure: Measure, *parts: Fields) -> PublishedFigure:
    """Make a row of its parts, the later before the earlier.

    A figure without a value is left without what it would be worked out from.
    """
    fields: dict[str, Any] = {"measure": measure}
    for each in parts:
        fields.update(each)
    if fields["value"] is None and measure is not Measure.PROBABILITY:
        for name in _WORKINGS:
            fields.pop(name, None)
    return PublishedFigure(**fields)


def missing(facts: IndicatorAssessment) -> Fields:
    """Say that an indicator has no figure: by its reason, else ``[x]``."""
    reason = facts.observation.missing or MissingReason.NOT_AVAILABLE
    return absent(reason.shorthand)


def absent(symbol: str) -> Fields:
    """Say by a symbol that there is no figure."""
    return {"value": None, "printed": symbol, "shorthand": symbol}


def of_earlier(comparison: Comparison) -> Fields:
    """Make a row one of the earlier period."""
    before = comparison.earlier
    return {"period": before.period, "source": before.source}


def of_change(common: Fields, pair: Pair, unit: str) -> Fields:
    """Make a row one of the change between two periods."""
    before = pair.comparison.earlier.source if pair.comparison else ""
    return {
        "compared_with": pair.earlier,
        "unit": unit,
        "source": sources(common["source"], before),
    }


def sources(*each: str) -> str:
    """Name several sources, each once."""
    return "; ".join(dict.fromkeys(filter(None, each)))


def told(
    text: str,
    exact: Number | None,
    *,
    decimals: int = 0,
    states: tuple[str, ...] = (),
) -> Fields:
    """Give what is printed, with its value unless that is withheld.

    Args:
        text: What is printed. A lone symbol says why there is no figure.
        exact: The figure, unrounded.
        decimals: How many decimals it is printed with.
        states: The symbols that go with the figure.
    """
    if exact is None or _SYMBOL.fullmatch(text):
        return absent(text)
    value = rounded(exact, decimals)
    low = ABOVE_NOUGHT if value == 0 != exact else ""
    symbols = " ".join(dict.fromkeys(filter(None, (*states, low))))
    return {"value": value, "printed": text, "shorthand": symbols}


def limited(interval: Interval | None, decimals: int, *, scale: int = 1) -> Fields:
    """Give the limits of a figure, as they are printed."""
    if interval is None:
        return {}
    return {
        "lower": rounded(scale * interval.lower, decimals),
        "upper": rounded(scale * interval.upper, decimals),
        "confidence": interval.confidence,
        "method": interval.method.value,
    }


def out_of(numerator: Number, denominator: Number) -> Fields:
    """Give what a figure is a quotient of."""
    return {"numerator": rounded(numerator, 0), "denominator": rounded(denominator, 0)}


def rounded(exact: Number, decimals: int) -> int | float:
    """Round a figure once, as it is printed."""
    value = round_half_away(exact, decimals)
    return float(value) if decimals else int(value)


Known = Mapping[tuple[str, Period, Measure, Period | None], PublishedFigure]
"""Published figures of indicators, each by what it is of."""


def by_what(figures: Iterable[PublishedFigure]) -> Known:
    """Keep by what they are of the figures that are neither a part's nor a target's."""
    return {
        (each.indicator, each.period, each.measure, each.compared_with): each
        for each in figures
        if each.whole is None and each.target is None
    }
