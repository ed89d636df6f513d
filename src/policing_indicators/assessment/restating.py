"""Which figures differ from what was published before, by how much, and why."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from policing_indicators.assessment.figure import (
    why_no_count,
    why_no_percentage,
    why_no_value,
)
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rating import RatedOver, rated
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rounding import as_written, round_half_away
from policing_indicators.errors import UnknownNameError
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure

_PLACES = range(10)
"""More decimals than a statement prints."""


class RestatementReason(ClosedSet):
    """Why a figure differs from what was published before."""

    DEFINITION = "definition"
    """The indicator is defined in other words."""

    DENOMINATOR = "denominator"
    """The count is the same; what it is counted over is not."""

    VINTAGE = "vintage"
    """It is of another release."""

    CORRECTION = "correction"
    """It is of the same release, and was taken from it or worked out otherwise."""

    NOT_KNOWN = "not known"
    """The vintage of the one or the other is not stated."""


@frozen(kw_only=True)
class Restatement:
    """A figure that was published before, and what it is now.

    Attributes:
        before: The figure as it was published.
        observation: What the figure is made from now.
        now: The figure now, rounded as the one before was printed.
        reason: Why the two differ.

    >>> from policing_indicators.vocabulary.period import Period
    >>> year = Period.financial_year(2024)
    >>> published = PublishedFigure(
    ...     indicator="homicide",
    ...     name="Homicide",
    ...     area="kent",
    ...     period=year,
    ...     measure=Measure.COUNT,
    ...     unit="homicides",
    ...     value=9,
    ...     printed="9",
    ... )
    >>> found = Restatement(
    ...     before=published,
    ...     observation=Observation("homicide", "kent", year, count=10),
    ...     now=Decimal(10),
    ...     reason=RestatementReason.NOT_KNOWN,
    ... )
    >>> print(found.difference)
    1
    """

    before: PublishedFigure
    observation: Observation
    now: Decimal
    reason: RestatementReason

    @property
    def difference(self) -> Decimal:
        """By how much the figure now is above the one before; negative below."""
        return self.now - Decimal(str(self.before.value))


def restated(
    published: Iterable[PublishedFigure], grounds: Grounds
) -> Iterator[Restatement]:
    """Hold figures that were published before against what they are now.

    Levels are compared: counts, rates, percentages and published values. A change
    follows from its two levels. What the figures no longer hold is passed over.

    Args:
        published: The figures of the last issue; those of other areas are passed over.
        grounds: The figures now.
    """
    for before in published:
        if before.value is None or before.area != grounds.area.id:
            continue
        try:
            indicator = grounds.framework.indicator(before.indicator)
        except UnknownNameError:
            continue
        row = grounds.figure(indicator, before.period)
        level = None if row.missing else _level(before, indicator, row, grounds)
        if level is None:
            continue
        now = round_half_away(level, _decimals(before, indicator))
        if now != Decimal(str(before.value)):
            reason = _reason(before, indicator, row)
            yield Restatement(before=before, observation=row, now=now, reason=reason)


def _decimals(before: PublishedFigure, indicator: Indicator) -> int:
    """Give how many decimals a figure was printed with, where its text shows that."""
    if before.measure is Measure.COUNT:
        return 0
    shown = [
        places for places in _PLACES if f"{before.value:,.{places}f}" in before.printed
    ]
    return max(shown, default=indicator.decimals)


def _level(
    before: PublishedFigure, indicator: Indicator, row: Observation, grounds: Grounds
) -> Fraction | None:
    match before.measure:
        case Measure.COUNT:
            return Fraction(row.count) if row.count is not None else None
        case Measure.RATE:
            return _rate(before, indicator, row, grounds)
        case Measure.PERCENTAGE:
            return _percentage(indicator, row)
        case Measure.VALUE:
            lacking = why_no_value(indicator, row) is not None
            return None if lacking else as_written(row.value or 0)
        case _:
            return None


def _rate(
    before: PublishedFigure, indicator: Indicator, row: Observation, grounds: Grounds
) -> Fraction | None:
    if why_no_count(row) is not None:
        return None
    per = before.per or indicator.per
    found = rated(evolve(indicator, per=per), row, grounds)
    return found.rate.exact_value if isinstance(found, RatedOver) else None


def _percentage(indicator: Indicator, row: Observation) -> Fraction | None:
    if why_no_percentage(indicator, row) is not None:
        return None
    if row.denominator is None:
        return as_written(row.value or 0)
    return Proportion(row.required_count(), row.denominator).exact_percentage


def _reason(
    before: PublishedFigure, indicator: Indicator, row: Observation
) -> RestatementReason:
    definition = indicator.definition.text if indicator.definition else ""
    if before.definition and before.definition != definition:
        return RestatementReason.DEFINITION
    same_count = before.measure is Measure.RATE and before.numerator == row.count
    if same_count:
        return RestatementReason.DENOMINATOR
    if before.as_at is None or row.as_at is None:
        return RestatementReason.NOT_KNOWN
    if before.as_at != row.as_at:
        return RestatementReason.VINTAGE
    return RestatementReason.CORRECTION
