"""Rows of open data, filled from what was worked out and what may be printed of it."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from policing_indicators.assessment.assessment import Comparison, IndicatorAssessment
from policing_indicators.assessment.gap import GapFigure
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.rounding import Number, round_half_away
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure
from policing_indicators.wording.house_style import HouseStyle

ABOVE_NOUGHT = "[low]"
"""The symbol of the Government Statistical Service for what is not nought, but rounds
to it."""

_BREAK = "[b]"
_SYMBOL = re.compile(r"\[[a-z]+\]")


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


def missing(
    style: HouseStyle, facts: IndicatorAssessment, measure: Measure, unit: str
) -> PublishedFigure:
    """Give an indicator's figure as if there were none: its reason, else ``[x]``."""
    indicator, observation = facts.indicator, facts.observation
    reason = observation.missing or MissingReason.NOT_AVAILABLE
    return PublishedFigure(
        indicator=indicator.id,
        name=style.name_of(indicator),
        area=observation.area,
        period=observation.period,
        measure=measure,
        unit=unit,
        source=observation.source,
        as_at=observation.as_at,
        shorthand=reason.shorthand,
        printed=reason.shorthand,
        definition=indicator.definition.text if indicator.definition else "",
    )


def earlier(none: PublishedFigure, comparison: Comparison) -> PublishedFigure:
    """Make a row without a figure one of the earlier period."""
    before = comparison.earlier
    return evolve(none, period=before.period, source=before.source)


def change(
    none: PublishedFigure, pair: Pair, measure: Measure, unit: str
) -> PublishedFigure:
    """Make a row without a figure one of the change between two periods."""
    before = pair.comparison.earlier.source if pair.comparison else ""
    sources = dict.fromkeys(filter(None, (none.source, before)))
    return evolve(
        none,
        measure=measure,
        compared_with=pair.earlier,
        unit=unit,
        source="; ".join(sources),
    )


def filled(
    none: PublishedFigure,
    text: str,
    exact: Number | None,
    *,
    decimals: int = 0,
    states: tuple[str, ...] = (),
) -> PublishedFigure:
    """Fill a row with what is printed, and with its value unless that is withheld.

    Args:
        none: The row without a figure.
        text: What is printed. A lone symbol says why there is no figure.
        exact: The figure, unrounded.
        decimals: How many decimals it is printed with.
        states: The symbols that go with the figure.
    """
    if exact is None or _SYMBOL.fullmatch(text):
        return evolve(none, printed=text, shorthand=text)
    value = rounded(exact, decimals)
    low = ABOVE_NOUGHT if value == 0 != exact else ""
    symbols = " ".join(dict.fromkeys(filter(None, (*states, low))))
    return evolve(none, printed=text, value=value, shorthand=symbols)


def with_limits(
    figure: PublishedFigure, interval: Interval | None, decimals: int, *, scale: int = 1
) -> PublishedFigure:
    """Give a row that has a value its limits, as they are printed."""
    if interval is None or figure.value is None:
        return figure
    return evolve(
        figure,
        lower=rounded(scale * interval.lower, decimals),
        upper=rounded(scale * interval.upper, decimals),
        confidence=interval.confidence,
        method=interval.method.value,
    )


def out_of(
    figure: PublishedFigure, numerator: Number, denominator: Number
) -> PublishedFigure:
    """Give a row that has a value what it is a quotient of."""
    if figure.value is None:
        return figure
    return evolve(
        figure, numerator=rounded(numerator, 0), denominator=rounded(denominator, 0)
    )


def rounded(exact: Number, decimals: int) -> int | float:
    """Round a figure once, as it is printed."""
    value = round_half_away(exact, decimals)
    return float(value) if decimals else int(value)
