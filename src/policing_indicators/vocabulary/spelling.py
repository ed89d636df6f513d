"""How a period is written."""

from collections.abc import Collection
from datetime import date

from policing_indicators.vocabulary.closed_set import ClosedSet

MONTHS_IN_YEAR = 12
MONTHS_IN_QUARTER = 3
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""In English whatever the machine's locale: a period reads the same everywhere."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years a period may lie in: beyond them a year is a slip of the keyboard."""

FINANCIAL_START = 4
"""The month in which a financial year starts: April."""


class Spelling(ClosedSet):
    """The ways to write a period."""

    FINANCIAL_YEAR = "financial year"
    FINANCIAL_QUARTER = "financial quarter"
    CALENDAR_YEAR = "calendar year"
    MONTH = "month"
    YEAR_ENDING = "year ending"
    SPAN = "span of months"


def month_after(start: date, months: int) -> date:
    """Give the first day of the month so many months later, or earlier."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


def months_between(start: date, other: date) -> int:
    """Count the months from the month of one day to that of another."""
    years = other.year - start.year
    return MONTHS_IN_YEAR * years + other.month - start.month


def fits(start: date, months: int, spelling: Spelling) -> bool:
    """Say whether such a period can be written so."""
    length, first_months = _SHAPES[spelling]
    return months == (length or months) and start.month in first_months


def write(start: date, months: int, spelling: Spelling) -> str:
    """Write a period in one of the ways to write it."""
    return _WRITERS[spelling](start, month_after(start, months - 1))


def _financial_year(first: date, _: date) -> str:
    following = first.year + 1
    short = following % 100
    return f"{first.year}/{f'{short:02}' if short else following}"


def _financial_quarter(first: date, last: date) -> str:
    shifted = month_after(first, 1 - FINANCIAL_START)
    quarter = shifted.month // MONTHS_IN_QUARTER + 1
    return f"{_financial_year(shifted, last)} Q{quarter}"


def _calendar_year(first: date, _: date) -> str:
    return f"{first.year}"


def _month(first: date, _: date) -> str:
    return f"{MONTH_NAMES[first.month - 1]} {first.year}"


def _year_ending(_: date, last: date) -> str:
    return f"year ending {_month(last, last)}"


def _span(first: date, last: date) -> str:
    if first == last:
        return _month(first, last)
    same_year = first.year == last.year
    start = MONTH_NAMES[first.month - 1] if same_year else _month(first, last)
    return f"{start} to {_month(last, last)}"


_WRITERS = {
    Spelling.FINANCIAL_YEAR: _financial_year,
    Spelling.FINANCIAL_QUARTER: _financial_quarter,
    Spelling.CALENDAR_YEAR: _calendar_year,
    Spelling.MONTH: _month,
    Spelling.YEAR_ENDING: _year_ending,
    Spelling.SPAN: _span,
}
"""What writes a period so, given the first days of its first and last months."""

_ANY_MONTH = range(1, MONTHS_IN_YEAR + 1)
_SHAPES: dict[Spelling, tuple[int | None, Collection[int]]] = {
    Spelling.FINANCIAL_YEAR: (MONTHS_IN_YEAR, (FINANCIAL_START,)),
    Spelling.FINANCIAL_QUARTER: (
        MONTHS_IN_QUARTER,
        _ANY_MONTH[::MONTHS_IN_QUARTER],
    ),
    Spelling.CALENDAR_YEAR: (MONTHS_IN_YEAR, (1,)),
    Spelling.MONTH: (1, _ANY_MONTH),
    Spelling.YEAR_ENDING: (MONTHS_IN_YEAR, _ANY_MONTH),
    Spelling.SPAN: (None, _ANY_MONTH),
}
"""How many months a period so written has, and in which months it may start."""
