"""One indicator in one area through time, as one vintage has it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from attrs import field, frozen

from policing_indicators.errors import (
    DuplicateError,
    IncomparableError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period


def _in_order(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(sorted(_checked(observations), key=_time))


@frozen
class TimeSeries:
    """The observations of one indicator, area and vintage, in order of time.

    Attributes:
        observations: One or more, no two of one period; put in order as they come.

    Raises:
        InvalidValueError: There is none, or one is no observation.
        IncomparableError: Two are of different indicators, areas or vintages.
        DuplicateError: Two are of one period.

    >>> counts = {2024: 32, 2023: 44}
    >>> series = TimeSeries(
    ...     Observation(
    ...         "homicide", "west-midlands", Period.financial_year(year), count=count
    ...     )
    ...     for year, count in counts.items()
    ... )
    >>> [observation.count for observation in series]
    [44, 32]
    >>> series[Period.financial_year(2024)].count
    32
    """

    observations: tuple[Observation, ...] = field(converter=_in_order)

    def __attrs_post_init__(self) -> None:
        """Hold the observations to one series, and each period to one of them."""
        if not self.observations:
            allowed = "one observation or more"
            raise InvalidValueError("TimeSeries.observations", (), allowed)
        _require_one_series(self.observations)
        first, *others = self.observations
        for row in others:
            if row.as_at != first.as_at:
                reason = "a time series is of one vintage"
                raise IncomparableError(_described(first), _described(row), reason)
        for row, following in zip(self.observations, others, strict=False):
            if row.period == following.period:
                raise DuplicateError(str(row), "a time series")

    @classmethod
    def latest(cls, observations: Iterable[Observation]) -> Self:
        """Make a series of the latest vintage among observations of one series.

        Observations without a vintage are taken only where none has one. What an
        earlier vintage alone holds is left out: a series is of one vintage.

        Raises:
            InvalidValueError: There is none, or one is no observation.
            IncomparableError: Two are of different indicators or areas.
            DuplicateError: Two of the latest vintage are of one period.
        """
        rows = _checked(observations)
        _require_one_series(rows)
        vintages = {row.as_at for row in rows if row.as_at is not None}
        newest = max(vintages, default=None)
        return cls([row for row in rows if row.as_at == newest])

    @property
    def indicator(self) -> str:
        """The indicator's id."""
        return self.observations[0].indicator

    @property
    def area(self) -> str:
        """The area's id."""
        return self.observations[0].area

    @property
    def as_at(self) -> date | None:
        """The vintage."""
        return self.observations[0].as_at

    def get(self, period: Period) -> Observation | None:
        """Give the observation of a period, if there is one.

        Raises:
            InvalidValueError: What is asked for is no period, but a text, say.
        """
        requirement.all_of_kind("the period of an observation", (period,), Period)
        return next((row for row in self.observations if row.period == period), None)

    def __getitem__(self, period: Period) -> Observation:
        """Give the observation of a period.

        Raises:
            InvalidValueError: What is asked for is no period, but a text, say.
            MissingDataError: The series has none of that period.
        """
        row = self.get(period)
        if row is None:
            what = f"{self.indicator} in {self.area}, {period}"
            raise MissingDataError(what, "the series does not hold that period")
        return row

    def __contains__(self, period: Period) -> bool:
        """Say whether the series holds a period."""
        return self.get(period) is not None

    def __iter__(self) -> Iterator[Observation]:
        """Give the observations, earliest first."""
        return iter(self.observations)

    def __len__(self) -> int:
        """Count the observations."""
        return len(self.observations)


def _checked(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    rows = requirement.items(observations)
    requirement.all_of_kind("TimeSeries.observations", rows, Observation)
    return rows


def _time(row: Observation) -> tuple[date, int]:
    return row.period.start, row.period.months


def _require_one_series(rows: tuple[Observation, ...]) -> None:
    for row in rows:
        if (row.indicator, row.area) != (rows[0].indicator, rows[0].area):
            reason = "a time series is of one indicator in one area"
            raise IncomparableError(str(rows[0]), str(row), reason)


def _described(row: Observation) -> str:
    return f"{row} as at {row.as_at or 'an unknown day'}"
