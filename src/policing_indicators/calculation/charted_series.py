"""A time series that a control chart can be drawn of: months or quarters, no gap."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Self

from attrs import evolve, frozen

from policing_indicators.calculation.kernels.arguments import Array, numbers
from policing_indicators.errors import (
    IncomparableError,
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.definition import Break
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    month_after,
    months_between,
)
from policing_indicators.vocabulary.time_series import TimeSeries

_LENGTHS = (1, MONTHS_IN_QUARTER)
"""How many months the periods of a chart may have."""


@frozen(kw_only=True, eq=False)
class ChartedSeries:
    """The figures of consecutive months or quarters.

    Attributes:
        name: What the series is of, in words.
        periods: The periods, one after the other.
        figures: A figure for each.
        are_counts: Whether they are counts, not values published without one.
    """

    name: str
    periods: tuple[Period, ...]
    figures: Array
    are_counts: bool

    @classmethod
    def of(cls, series: TimeSeries) -> Self:
        """Take the figures out of a time series, or refuse it by name.

        Raises:
            InvalidValueError: What is given is no time series, its periods are neither
                months nor quarters, or some of its figures are counts and some not.
            IncomparableError: Two periods overlap, as those of rolling totals do.
            InvalidContentError: A period between the first and the last is missing,
                or has no figure; every such period is named.
        """
        requirement.all_of_kind("the series of a control chart", (series,), TimeSeries)
        name = f"{series.indicator} in {series.area}"
        _require_no_overlap(series)
        _require_one_length(series)
        problems = tuple(_gaps(series))
        if problems:
            raise InvalidContentError(f"the time series of {name}", problems)
        with_count = {row.count is not None for row in series}
        if len(with_count) > 1:
            allowed = "counts throughout, or values throughout"
            raise InvalidValueError(f"the time series of {name}", "both", allowed)
        return cls(
            name=name,
            periods=tuple(row.period for row in series),
            figures=numbers("figures", [row.figure or 0 for row in series]),
            are_counts=with_count == {True},
        )

    @property
    def seasons(self) -> int:
        """How many periods make a year."""
        return MONTHS_IN_YEAR // self.periods[0].months

    def require_events(self) -> None:
        """Require the figures to be numbers of events.

        Raises:
            InvalidValueError: They are values, or one is negative.
        """
        lowest = self.figures.min()
        if not self.are_counts or lowest < 0:
            what = f"a figure of {self.name}"
            raise InvalidValueError(what, float(lowest), "a count, zero or more")

    def stretches(
        self, rebase: Iterable[Period], breaks: Iterable[Break]
    ) -> tuple[int, ...]:
        """Give the places from which limits are made anew, in their order.

        Args:
            rebase: Periods of the series after its first.
            breaks: Breaks of the indicator. New limits start with the period that
                holds the first day; a break outside the series makes none.

        Raises:
            InvalidContentError: A period is none of those; every such one is named.
            InvalidValueError: A break is no break.
        """
        stated = requirement.items(rebase)
        known = {period: place for place, period in enumerate(self.periods)}
        problems = [
            Problem(f"rebase[{number}]", str(period), self._allowed_rebase)
            for number, period in enumerate(stated)
            if type(period) is not Period or not known.get(period)
        ]
        if problems:
            raise InvalidContentError(f"the chart of {self.name}", tuple(problems))
        since = requirement.items(breaks)
        requirement.all_of_kind("breaks", since, Break)
        of_breaks = {
            place
            for place, period in enumerate(self.periods)
            for each in since
            if place and each.since in period
        }
        return tuple(sorted({known[period] for period in stated} | of_breaks))

    @property
    def _allowed_rebase(self) -> str:
        if len(self.periods) == 1:
            return "none, for the series has one period"
        return f"a period of the series, from {self.periods[1]} to {self.periods[-1]}"


def _require_no_overlap(series: TimeSeries) -> None:
    for row, following in pairwise(series):
        if row.period.overlaps(following.period):
            reason = (
                "they overlap, as rolling totals do; a control chart is of separate "
                "months or quarters"
            )
            raise IncomparableError(str(row.period), str(following.period), reason)


def _require_one_length(series: TimeSeries) -> None:
    first = series.observations[0].period
    for row in series:
        if row.period.months not in _LENGTHS or row.period.months != first.months:
            allowed = "months, or quarters; for years there is RecentTrend"
            raise InvalidValueError(
                "a period of a control chart", str(row.period), allowed
            )


def _gaps(series: TimeSeries) -> Iterator[Problem]:
    first, last = (series.observations[place].period for place in (0, -1))
    held = {row.period: row for row in series}
    whole = months_between(first.start, last.start)
    for months in range(0, whole + 1, first.months):
        period = evolve(first, start=month_after(first.start, months))
        row = held.pop(period, None)
        if row is None or row.figure is None:
            yield Problem(str(period), _why(row), "a figure; no chart is over a gap")
    for period in held:
        allowed = f"a period that follows on the first, {first}, without a gap"
        yield Problem(str(period), str(period), allowed)


def _why(row: Observation | None) -> str:
    return "no observation" if row is None or not row.missing else row.missing.value
