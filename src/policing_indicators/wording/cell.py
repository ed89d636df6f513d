"""One count in a table, as somebody looks at it who would work out a hidden one."""

from datetime import date
from typing import Self

from attrs import frozen

from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.spelling import month_after


@frozen(order=True, cache_hash=True)
class Cell:
    """One count: of what, from which month to which, and how many.

    A count over some months is how many there were by their end less how many by
    their start. So all that adds up over time, whichever way, hangs on those two days.

    Attributes:
        indicator: The indicator's id.
        start: The first day of the first month.
        end: The first day after the last month.
        count: How many.
        row: Its place in the whole table.
    """

    indicator: str
    start: date
    end: date
    count: int
    row: int

    @classmethod
    def of(cls, row: int, observation: Observation) -> Self:
        """Make the cell of an observation that is a count."""
        period = observation.period
        return cls(
            observation.indicator,
            period.start,
            month_after(period.start, period.months),
            observation.required_count(),
            row,
        )
