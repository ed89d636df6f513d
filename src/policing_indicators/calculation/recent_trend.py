"""Whether a yearly series has lately been rising or falling."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Self

from attrs import evolve, field, frozen

from policing_indicators.calculation.kernels.arguments import numbers
from policing_indicators.calculation.kernels.linear_trend import (
    LinearTrend,
    proportion_trend,
    weighted_trend,
)
from policing_indicators.calculation.single import above_zero
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR, month_after
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.vocabulary.time_series import TimeSeries

YEARS = 5
"""How many years a recent trend is of (the public-health convention)."""

CRITICAL = 9.5495
"""What chi-squared must exceed: that of one degree of freedom at 99.8 per cent."""


class TrendDirection(ClosedSet):
    """Which way a recent trend goes."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_SIGNIFICANT_CHANGE = "no significant change"
    CANNOT_BE_CALCULATED = "cannot be calculated"


class WhyNoTrend(ClosedSet):
    """Why a recent trend cannot be calculated."""

    NOT_YEARS = "the periods are not of twelve months"
    TOO_FEW = "there are fewer than five years"
    OVERLAPPING = "the years overlap"
    GAP = "the last five years do not follow one another, or one has no figure"
    BREAK = "the series breaks within the last five years"
    NO_COUNT = "a figure has no count, so that its weight is not known"
    NO_DENOMINATOR = "a figure has no denominator above zero"
    NO_VARIANCE = "a count is zero or no possible one, so that it has no weight"


def _periods(periods: Iterable[Period]) -> tuple[Period, ...]:
    return requirement.items(periods)


@frozen(kw_only=True)
class RecentTrend:
    """The trend of the last five years, by the public-health convention.

    Attributes:
        direction: Which way it goes, if that can be said.
        why_not: Why it cannot be calculated, where it cannot.
        quantity: Which figure the trend is of.
        periods: The years.
        slope: By how much the figure rises in a year: the count; the count per unit of
            the denominator for a rate; the proportion from 0 to 1.
        chi_squared: The chi-squared of the slope, with one degree of freedom; what it
            is held against is 9.5495.
        dispersion: How much more widely than Poisson counts, or binomial ones, the
            figures were taken to scatter.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> counts = {2020: 1210, 2021: 1120, 2022: 1050, 2023: 960, 2024: 900}
    >>> series = TimeSeries(
    ...     Observation("robbery", "here", Period.financial_year(year), count=count)
    ...     for year, count in counts.items()
    ... )
    >>> RecentTrend.of(series).direction
    TrendDirection.DECREASING
    >>> RecentTrend.of(series, dispersion=20).direction
    TrendDirection.NO_SIGNIFICANT_CHANGE
    """

    direction: TrendDirection = field(validator=requirement.kind(TrendDirection))
    why_not: WhyNoTrend | None = field(
        default=None, validator=requirement.optional(requirement.kind(WhyNoTrend))
    )
    quantity: Quantity = field(
        default=Quantity.COUNT, validator=requirement.kind(Quantity)
    )
    periods: tuple[Period, ...] = field(
        default=(),
        converter=_periods,
        validator=requirement.each(requirement.kind(Period)),
    )
    slope: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
    )
    chi_squared: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.measure),
    )
    dispersion: float = field(
        default=1.0,
        converter=requirement.as_number,
        validator=above_zero,
    )

    @classmethod
    def of(
        cls,
        series: TimeSeries,
        *,
        quantity: Quantity = Quantity.COUNT,
        dispersion: float = 1.0,
        breaks: Iterable[Break] = (),
    ) -> Self:
        """Find the trend of the last five years of a series.

        Proportions take the chi-squared test for linear trend; counts and rates a
        regression weighed by 1 / variance, the variance being that of a Poisson count.
        Both variances are multiplied by the dispersion. A trend is one only where
        chi-squared is above 9.5495 and no single year decides its direction.

        Args:
            series: Counts of years, with denominators for a rate or proportion.
            quantity: Count, rate or proportion.
            dispersion: The ratio of the figures' dispersion to that of Poisson counts,
                above zero. Recorded crime is seldom near 1: give what was measured.
            breaks: The indicator's breaks; none may fall within the five years.

        Raises:
            InvalidValueError: An argument is not what it must be; a percentage, which
                has no count, has no trend.
        """
        requirement.all_of_kind("the series of a recent trend", (series,), TimeSeries)
        rows = series.observations[-YEARS:]
        unknown = cls(
            direction=TrendDirection.CANNOT_BE_CALCULATED,
            quantity=quantity,
            periods=[row.period for row in rows],
            dispersion=dispersion,
        )
        why_not = _why_not(rows, quantity, requirement.items(breaks))
        if why_not is not None:
            return evolve(unknown, why_not=why_not)
        trend = _fitted(rows, quantity, unknown.dispersion)
        return evolve(
            unknown,
            direction=_direction(trend),
            slope=trend.slope,
            chi_squared=trend.chi_squared,
        )


def _direction(trend: LinearTrend) -> TrendDirection:
    if trend.chi_squared <= CRITICAL or not trend.lasting:
        return TrendDirection.NO_SIGNIFICANT_CHANGE
    if trend.slope > 0:
        return TrendDirection.INCREASING
    return TrendDirection.DECREASING


def _fitted(
    rows: tuple[Observation, ...], quantity: Quantity, dispersion: float
) -> LinearTrend:
    counts = numbers("counts", [row.required_count() for row in rows])
    if quantity is Quantity.COUNT:
        return weighted_trend(counts, dispersion * counts)
    denominators = numbers("denominators", [row.denominator or 0 for row in rows])
    if quantity is Quantity.PROPORTION:
        return proportion_trend(counts, denominators, dispersion)
    variances = dispersion * counts / denominators**2
    return weighted_trend(counts / denominators, variances)


def _why_not(
    rows: tuple[Observation, ...], quantity: Quantity, breaks: tuple[Break, ...]
) -> WhyNoTrend | None:
    requirement.all_of_kind("breaks", breaks, Break)
    return _why_not_of_periods(rows, breaks) or _why_not_of_figures(rows, quantity)


def _why_not_of_periods(
    rows: tuple[Observation, ...], breaks: tuple[Break, ...]
) -> WhyNoTrend | None:
    periods = [row.period for row in rows]
    if any(period.months != MONTHS_IN_YEAR for period in periods):
        return WhyNoTrend.NOT_YEARS
    if len(periods) < YEARS:
        return WhyNoTrend.TOO_FEW
    if any(period.overlaps(later) for period, later in pairwise(periods)):
        return WhyNoTrend.OVERLAPPING
    follows = periods[-1].start == month_after(
        periods[0].start, MONTHS_IN_YEAR * (YEARS - 1)
    )
    if not follows or any(row.figure is None for row in rows):
        return WhyNoTrend.GAP
    if any(periods[0].start < each.since <= periods[-1].end for each in breaks):
        return WhyNoTrend.BREAK
    return None


def _why_not_of_figures(
    rows: tuple[Observation, ...], quantity: Quantity
) -> WhyNoTrend | None:
    if any(row.count is None for row in rows):
        return WhyNoTrend.NO_COUNT
    counts = [row.required_count() for row in rows]
    denominators = [row.denominator or 0 for row in rows]
    match quantity:
        case Quantity.COUNT:
            weighed = min(counts) > 0
        case Quantity.RATE | Quantity.PROPORTION if min(denominators) == 0:
            return WhyNoTrend.NO_DENOMINATOR
        case Quantity.RATE:
            weighed = min(counts) > 0
        case Quantity.PROPORTION:
            weighed = 0 < sum(counts) < sum(denominators) and all(
                0 <= count <= out_of
                for count, out_of in zip(counts, denominators, strict=True)
            )
        case Quantity.PERCENTAGE:
            allowed = "count, rate or proportion"
            raise InvalidValueError("quantity", quantity, allowed)
    return None if weighed else WhyNoTrend.NO_VARIANCE
