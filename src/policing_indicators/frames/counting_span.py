"""The periods that incidents are counted in."""

from collections.abc import Callable
from typing import Literal, get_args

from attrs import frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    FINANCIAL_START,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
)

Every = Literal["month", "quarter", "financial year", "calendar year"]
"""How long the periods are that incidents are counted in."""

_ALLOWED_COVERING = (
    "the Period that the incidents are whole in: a longer period than a month is "
    "only counted where it lies within it"
)


@frozen
class CountingSpan:
    """The periods of one length within the span that incidents are whole in.

    Attributes:
        every: How long the periods are.
        covering: The span; none where every month that has an incident is counted.
    """

    every: Every
    covering: Period | None

    def __attrs_post_init__(self) -> None:
        """Hold longer periods to a span that has them whole."""
        if self.every not in get_args(Every):
            allowed = " or ".join(map(repr, get_args(Every)))
            raise InvalidValueError("every", self.every, allowed)
        given = self.covering
        wanted = given is not None or self.every != "month"
        if wanted and (type(given) is not Period or not self.periods):
            shown = given if given is None else str(given)
            raise InvalidValueError("covering", shown, _ALLOWED_COVERING)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that lie within the span, in order; none without a span."""
        if self.covering is None:
            return ()
        first = month_number(self.covering)
        months = range(first, first + self.covering.months)
        periods = dict.fromkeys(self.period_of(month) for month in months)
        return tuple(each for each in periods if each in self.covering)

    def period_of(self, month: int) -> Period:
        """Give the period that a month lies in, by its number."""
        return _PERIODS[self.every](month)

    @staticmethod
    def month_of(month: int) -> Period:
        """Give a month as a period of its own, by its number."""
        return _month(month)


def month_number(period: Period) -> int:
    """Number the first month of a period: twelve times the year, and the months in it.

    >>> month_number(Period.month(2024, 4)) == 12 * 2024 + 3
    True
    """
    return MONTHS_IN_YEAR * period.start.year + period.start.month - 1


def _month(month: int) -> Period:
    year, place = divmod(month, MONTHS_IN_YEAR)
    return Period.month(year, place + 1)


def _financial(month: int) -> tuple[int, int]:
    """Give the financial year of a month, and how many of its months come before."""
    return divmod(month - (FINANCIAL_START - 1), MONTHS_IN_YEAR)


def _quarter(month: int) -> Period:
    year, before = _financial(month)
    return Period.financial_quarter(year, before // MONTHS_IN_QUARTER + 1)


_PERIODS: dict[Every, Callable[[int], Period]] = {
    "month": _month,
    "quarter": _quarter,
    "financial year": lambda month: Period.financial_year(_financial(month)[0]),
    "calendar year": lambda month: Period.calendar_year(month // MONTHS_IN_YEAR),
}
