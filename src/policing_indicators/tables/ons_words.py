"""The words of the tables of the Office for National Statistics, less their notes.

A heading carries the numbers of its notes: in brackets (``[note 5]``) since 2020, glued
to its end or before a bracket before that (``Northumbria7``, ``(excluding fraud3)``).
"""

import re
from typing import NamedTuple

from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    FINANCIAL_START,
    MONTH_NAMES,
    MONTHS_IN_YEAR,
)

_BRACKETED = re.compile(r"\[notes? ?([\d, ]+)\]", re.IGNORECASE | re.ASCII)
_GLUED = re.compile(
    r"(?<=[A-Za-z)])\s?(\d{1,2}(?:,\s?\d{1,2})*)(?=\)|\s|$)|"
    r"(?<=\b20\d\d)(\d(?:,\s?\d{1,2})*)$",
    re.ASCII,
)
_MONTHS = {name[:3].casefold(): n for n, name in enumerate(MONTH_NAMES, start=1)}
_MONTH = "|".join(_MONTHS)
_SPAN = re.compile(
    rf"\b({_MONTH})[a-z]* '?(?:20)?(\d\d) to ({_MONTH})[a-z]* '?(?:20)?(\d\d)\b",
    re.ASCII,
)
_YEAR_ENDING = re.compile(rf"\byear ending ({_MONTH})[a-z]* (20\d\d)", re.ASCII)
_TABLE = re.compile(r"table ([a-z]\d+) ?: ?", re.ASCII)
_MID_YEAR = re.compile(r"mid-(20\d\d)", re.ASCII)
_LOOSE_END = re.compile(r"[ ,]+(?:for)?[ ,]*$")
_CENTURY = 2000


class Words(NamedTuple):
    """What a heading says, and the notes it refers to.

    Attributes:
        text: What it says, in lower case and with single blanks.
        notes: The numbers of its notes.
    """

    text: str
    notes: tuple[int, ...]


class Heading(NamedTuple):
    """What a column is called.

    Attributes:
        name: The name, with ``{period}``, ``{year before}`` or ``{year}`` for its
            times.
        period: The period in it, if there is one.
        mid_year: The year of a mid-year estimate in it, if there is one.
        notes: The numbers of its notes.
    """

    name: str
    period: Period | None
    mid_year: int | None
    notes: tuple[int, ...]


def words_of(text: str) -> Words:
    """Take the notes out of a text.

    >>> words_of("Total recorded crime (excluding fraud3)")
    Words(text='total recorded crime (excluding fraud)', notes=(3,))
    """
    plain = " ".join(text.split())
    notes: list[int] = []
    for mark in (_BRACKETED, _GLUED):
        for found in mark.finditer(plain):
            numbers = next(filter(None, found.groups()))
            notes.extend(map(int, re.findall(r"\d+", numbers)))
        plain = mark.sub(" ", plain)
    tidy = re.sub(r" (?=[),])", "", " ".join(plain.split()))
    return Words(tidy.casefold(), tuple(dict.fromkeys(notes)))


def heading_of(text: str) -> Heading:
    """Read what a column is called, and the times that its name tells.

    >>> heading_of("% involving a knife Jan 2024 to Dec 2024").name
    '% involving a knife {period}'
    """
    words = words_of(text)
    name, period = words.text, None
    found = _SPAN.search(name)
    if found:
        period = _span(found)
        name = name.replace(found[0], "{period}", 1)
        other = _SPAN.search(name)
        if other:
            before = _span(other) == period.year_before
            spelt = "{year before}" if before else _spelt(other)
            name = name.replace(other[0], spelt)
    mid_year = _MID_YEAR.search(name)
    if mid_year:
        name = name.replace(mid_year[1], "{year}")
    year = int(mid_year[1]) if mid_year else None
    return Heading(name, period, year, words.notes)


def periods_of(text: str) -> list[Period]:
    """Give every year that a title says something ended with.

    >>> print(*periods_of("Number of offences, year ending June 20191,2"))
    year ending June 2019
    """
    return [
        Period.year_ending(int(year), _MONTHS[month])
        for month, year in _YEAR_ENDING.findall(text.casefold())
    ]


def title_of(text: str) -> str:
    """Give what a table is called: without its number, period and notes.

    >>> title_of(
    ...     "Table P8: Number of firearm offences, year ending March 2010 [note 1]"
    ... )
    'number of firearm offences'
    """
    words = _TABLE.sub("", words_of(text).text, count=1)
    return _LOOSE_END.sub("", words.partition("year ending")[0])


def number_of(text: str) -> str | None:
    """Give the number of a table that a title begins with, such as ``P1``.

    >>> number_of("Table P1:  Police recorded crime")
    'P1'
    """
    found = _TABLE.match(" ".join(text.casefold().split()))
    return found[1].upper() if found else None


def _span(found: "re.Match[str]") -> Period:
    first, first_year, last, last_year = found.groups()
    start, end = _MONTHS[first], _MONTHS[last]
    ends = _CENTURY + int(last_year)
    months = (ends - _CENTURY - int(first_year)) * MONTHS_IN_YEAR + end - start + 1
    if months == MONTHS_IN_YEAR and start == 1:
        return Period.calendar_year(ends)
    if months == MONTHS_IN_YEAR and start == FINANCIAL_START:
        return Period.financial_year(ends - 1)
    return Period.year_ending(ends, end)


def _spelt(found: "re.Match[str]") -> str:
    first, first_year, last, last_year = found.groups()
    return f"{first} 20{first_year} to {last} 20{last_year}"
