"""What the cells of a tidy table read as, column by column."""

import re
from collections.abc import Callable
from datetime import date
from typing import Self, TypeVar

from attrs import fields, frozen

from policing_indicators.errors import (
    AmbiguousPeriodError,
    InvalidValueError,
    UnknownNameError,
    UnreadablePeriodError,
)
from policing_indicators.tables import number
from policing_indicators.tables.cell import Cell, reason_of, status_of
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.nearest import Nearest
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

OUTSIDE_FRAMEWORKS = "home-office/"
"""How the id of an indicator begins that is a row of the publisher's own table."""

_RUNS = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""A spreadsheet takes a cell that begins with one of these, also in their wide forms,
for a formula, and a formula can fetch and send. Source: OWASP, "CSV Injection"."""
_GUARD = "'"

_Read = TypeVar("_Read")
_Reader = Callable[[str], _Read]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ALLOWED_DAY = "a day written year-month-day, such as 2026-04-01"


@frozen
class TidyCells:
    """The reader of each column, each a memory of what it read.

    Every reader raises an InvalidValueError whose noun is its column. Where ``None`` is
    read, the cell is blank.

    >>> print(TidyCells.of(Areas(())).period["2024/25 Q4"])
    2024/25 Q4
    """

    indicator: Memory[str, str]
    area: Memory[str, str]
    period: Memory[str, Period]
    count: Memory[str, Cell]
    value: Memory[str, Cell]
    denominator: Memory[str, int | float | None]
    missing: Memory[str, MissingReason | None]
    status: Memory[str, Status | None]
    as_at: Memory[str, date | None]
    source: Memory[str, str]
    note: Memory[str, str]

    @classmethod
    def of(cls, areas: Areas, framework: Framework | None = None) -> Self:
        """Make readers that find areas, and indicators if a framework is given.

        Args:
            areas: The areas, named by id, code, name or alias.
            framework: The indicators, named by id, name or alias. Without it any id
                is taken as it stands.

        Raises:
            InvalidValueError: What is given are no areas, or no framework.
        """
        requirement.all_of_kind("areas", (areas,), Areas)
        if framework is not None:
            requirement.all_of_kind("framework", (framework,), Framework)
        return cls(
            indicator=Memory(_indicator_in(framework) if framework else _identifier),
            area=Memory(_area_in(areas)),
            period=Memory(_period),
            count=Memory(Cell.of_count),
            value=Memory(Cell.of_value),
            denominator=Memory(_unless_blank(_denominator)),
            missing=Memory(_unless_blank(reason_of)),
            status=Memory(_unless_blank(status_of)),
            as_at=Memory(_unless_blank(_day)),
            source=Memory(unguarded),
            note=Memory(unguarded),
        )


def guarded(text: str) -> str:
    """Write a text so that no spreadsheet runs it: with an apostrophe before it.

    A text that has apostrophes of its own there gets one more, so every text comes back
    as it was.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"{_GUARD}{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Read a text that was written so, and take the apostrophe off.

    >>> unguarded("'=1+1")
    '=1+1'
    """
    if text.startswith(_GUARD) and _RUNS.match(text):
        return text.removeprefix(_GUARD)
    return text


def _unless_blank(read: _Reader[_Read]) -> _Reader[_Read | None]:
    def read_unless_blank(text: str) -> _Read | None:
        plain = text.strip()
        return read(plain) if plain else None

    return read_unless_blank


def _indicator_in(framework: Framework) -> _Reader[str]:
    nearest = Nearest()

    def read(text: str) -> str:
        if text.strip().startswith(OUTSIDE_FRAMEWORKS):
            return _identifier(text)
        try:
            return framework.indicator(text).id
        except UnknownNameError as error:
            allowed = f"an indicator of {framework.id}{nearest.hint(text, error.known)}"
            raise InvalidValueError("indicator", text, allowed) from error

    return read


def _identifier(text: str) -> str:
    plain = text.strip()
    try:
        requirement.identifier(Observation, fields(Observation).indicator, plain)
    except InvalidValueError as error:
        raise InvalidValueError("indicator", text, error.allowed) from error
    return plain


def _area_in(areas: Areas) -> _Reader[str]:
    nearest = Nearest()

    def read(text: str) -> str:
        try:
            return areas.find(text).id
        except UnknownNameError as error:
            allowed = (
                f"the id, code or name of an area{nearest.hint(text, error.known)}"
            )
            raise InvalidValueError("area", text, allowed) from error

    return read


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except UnreadablePeriodError as error:
        raise InvalidValueError("period", text, error.allowed) from error
    except AmbiguousPeriodError as error:
        readings = " or ".join(map(repr, error.readings))
        allowed = f"{readings}, as it reads both ways"
        raise InvalidValueError("period", text, allowed) from error


def _denominator(text: str) -> int | float:
    amount = number.decimal("denominator", text)
    if amount < 0:
        raise InvalidValueError("denominator", text, "a number, zero or more")
    return amount


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidValueError("as_at", text, _ALLOWED_DAY)
