"""How the text of a period is read."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from policing_indicators.errors import (
    AmbiguousPeriodError,
    InvalidValueError,
    UnreadablePeriodError,
)
from policing_indicators.vocabulary.requirement import is_text
from policing_indicators.vocabulary.spelling import (
    FINANCIAL_START,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH_NAMES,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    Spelling,
    month_after,
    write,
)

_ALLOWED = (
    "'2024/25', '2024/25 Q4', '2024', 'September 2024', "
    "'year ending September 2024', 'April to December 2024' "
    "or '2024-04-01/2025-03-31'"
)
_IN_FULL = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
_SHORT = {name[:3]: number for name, number in _IN_FULL.items()} | {"sept": 9}
_MONTHS = _IN_FULL | _SHORT

_DASHES = re.compile("[\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
_MOST_TEXTS = 4_096
"""How many texts are remembered with what they read: more than a table has periods."""


class Reading(NamedTuple):
    """One reading of a text: the parts of a period, in its order."""

    start: date
    months: int
    spelling: Spelling


def read(text: str) -> Reading:
    """Read a text as a period; the errors are those of ``Period.parse``."""
    if not is_text(text):
        raise InvalidValueError(
            "the text of a period", text, f"text, such as {_ALLOWED}"
        )
    match _readings(text):
        case ():
            raise UnreadablePeriodError(text, _ALLOWED)
        case (reading,):
            return reading
        case readings:
            raise AmbiguousPeriodError(text, tuple(write(*each) for each in readings))


@lru_cache(_MOST_TEXTS)
def _readings(text: str) -> tuple[Reading, ...]:
    dashed = " ".join(_DASHES.sub("-", text).split()).lower()
    plain = re.sub(" ?([-/]) ?", r"\1", dashed)
    for pattern, reader in _FORMS:
        found = pattern.fullmatch(plain)
        if found:
            return _made(reader, found.groupdict())
    return ()


Words = dict[str, str]
Reader = Callable[[Words], tuple[Reading, ...]]


def _made(reader: Reader, words: Words) -> tuple[Reading, ...]:
    try:
        readings = reader(words)
        return tuple(filter(_lies_in_range, readings))
    except (OverflowError, ValueError):  # no such month or day
        return ()


def _lies_in_range(reading: Reading) -> bool:
    last = month_after(reading.start, reading.months - 1)
    return (
        reading.months > 0
        and FIRST_YEAR <= reading.start.year <= last.year <= LAST_YEAR
    )


def _financial_year(words: Words) -> tuple[Reading, ...]:
    year, following = int(words["year"]), words["following"]
    if (year + 1) % 10 ** len(following) != int(following):
        return ()
    start = date(year, FINANCIAL_START, 1)
    return (Reading(start, MONTHS_IN_YEAR, Spelling.FINANCIAL_YEAR),)


def _financial_quarter(words: Words) -> tuple[Reading, ...]:
    quarter = int(words["quarter"])
    return tuple(
        Reading(
            month_after(year.start, MONTHS_IN_QUARTER * (quarter - 1)),
            MONTHS_IN_QUARTER,
            Spelling.FINANCIAL_QUARTER,
        )
        for year in _financial_year(words)
    )


def _quarter_of_some_year(words: Words) -> tuple[Reading, ...]:
    year, quarter = int(words["year"]), int(words["quarter"])
    calendar = date(year, MONTHS_IN_QUARTER * (quarter - 1) + 1, 1)
    financial = month_after(calendar, FINANCIAL_START - 1)
    return (
        Reading(financial, MONTHS_IN_QUARTER, Spelling.FINANCIAL_QUARTER),
        Reading(calendar, MONTHS_IN_QUARTER, Spelling.SPAN),
    )


def _year_and_two_digits(words: Words) -> tuple[Reading, ...]:
    month = int(words["following"])
    if not 1 <= month <= MONTHS_IN_YEAR:
        return _financial_year(words)
    start = date(int(words["year"]), month, 1)
    return (*_financial_year(words), Reading(start, 1, Spelling.MONTH))


def _calendar_year(words: Words) -> tuple[Reading, ...]:
    start = date(int(words["year"]), 1, 1)
    return (Reading(start, MONTHS_IN_YEAR, Spelling.CALENDAR_YEAR),)


def _month(words: Words) -> tuple[Reading, ...]:
    return (Reading(_month_of(words, "year", "month"), 1, Spelling.MONTH),)


def _year_ending(words: Words) -> tuple[Reading, ...]:
    last = _month_of(words, "year", "month")
    if not _ends(last, words["day"]):
        return ()
    start = month_after(last, 1 - MONTHS_IN_YEAR)
    return (Reading(start, MONTHS_IN_YEAR, Spelling.YEAR_ENDING),)


def _span(words: Words) -> tuple[Reading, ...]:
    last = _month_of(words, "year", "month")
    first_year = "first_year" if words["first_year"] else "year"
    start = _month_of(words, first_year, "first_month")
    if int(words["first_day"] or 1) != 1 or not _ends(last, words["day"]):
        return ()
    return (Reading(start, _months_between(start, last), Spelling.SPAN),)


def _days(words: Words) -> tuple[Reading, ...]:
    first, last = (date.fromisoformat(words[name]) for name in ("first", "last"))
    if first.day != 1 or not _is_last_day(last):
        return ()
    return (Reading(first, _months_between(first, last), Spelling.SPAN),)


def _months(words: Words) -> tuple[Reading, ...]:
    first, last = (
        date.fromisoformat(f"{words[name]}-01") for name in ("first", "last")
    )
    return (Reading(first, _months_between(first, last), Spelling.SPAN),)


def _month_of(words: Words, year: str, month: str) -> date:
    return date(int(words[year]), _MONTHS[words[month]], 1)


def _ends(month: date, day: str) -> bool:
    return not day or _is_last_day(month.replace(day=int(day)))


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month + 1


def _is_last_day(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


_YEAR = r"(?P<year>\d{4})"
_FINANCIAL = rf"(?:fy ?|financial year )?{_YEAR}[-/](?P<following>\d{{2}}|\d{{4}})"
_QUARTER = r"(?:q|quarter) ?(?P<quarter>[1-4])"
_GAP = r"(?:,? |,|-)?"
_NAMES = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_MONTH = rf"(?P<month>{_NAMES})\.?,?[- ]{_YEAR}"
_DAY = r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)? )?"
_FIRST_DAY = _DAY.replace("day", "first_day")
_FIRST_MONTH = rf"(?P<first_month>{_NAMES})\.?(?:,?[- ](?P<first_year>\d{{4}}))?"
_ISO_MONTH = r"\d{4}-\d\d"
_ISO_DAY = r"\d{4}-\d\d-\d\d"
_ENDING = r"(?:(?:year|(?:12|twelve) months)[- ](?:end|ended|ending|to)|y/?e)"

_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.ASCII), reader)
    for pattern, reader in (
        (rf"{_YEAR}-(?P<following>\d{{2}})", _year_and_two_digits),
        (_FINANCIAL, _financial_year),
        (rf"{_FINANCIAL}{_GAP}{_QUARTER}", _financial_quarter),
        (rf"{_QUARTER}{_GAP}(?:of )?{_FINANCIAL}", _financial_quarter),
        (rf"{_QUARTER}{_GAP}(?:of )?{_YEAR}", _quarter_of_some_year),
        (rf"{_YEAR}{_GAP}{_QUARTER}", _quarter_of_some_year),
        (rf"(?:calendar year )?{_YEAR}", _calendar_year),
        (_MONTH, _month),
        (rf"{_ENDING} {_DAY}{_MONTH}", _year_ending),
        (rf"{_FIRST_DAY}{_FIRST_MONTH}(?: to |-){_DAY}{_MONTH}", _span),
        (rf"(?P<first>{_ISO_DAY})(?: to |/|-)(?P<last>{_ISO_DAY})", _days),
        (rf"(?P<first>{_ISO_MONTH})(?: to |/|-)(?P<last>{_ISO_MONTH})", _months),
    )
)
