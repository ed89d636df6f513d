"""Single values that data write as text, and what each is read from."""

import re
from contextlib import suppress
from datetime import date
from enum import Enum
from fractions import Fraction

from policing_indicators.errors import AmbiguousPeriodError, UnreadablePeriodError
from policing_indicators.structuring.annotation import Annotation, expected
from policing_indicators.structuring.refusal import Refusal
from policing_indicators.vocabulary.period import Period

_FRACTION = re.compile(r"-?[0-9]+(?:/[0-9]+)?")


def member(data: object, kind: type[Enum]) -> Enum:
    """Read a member of a closed set from its word."""
    for member in kind:
        if type(data) is type(member.value) and data == member.value:
            return member
    raise Refusal.of(data, expected(kind))


def day(data: object, _kind: Annotation) -> date:
    """Read a day as ISO 8601 writes it, or take one that TOML had."""
    if type(data) is date:
        return data
    try:
        day = date.fromisoformat(data) if type(data) is str else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != data:
        raise Refusal.of(data, expected(date))
    return day


def period(data: object, _kind: Annotation) -> Period:
    """Read a period from any spelling that is one."""
    if type(data) is not str:
        raise Refusal.of(data, expected(Period))
    try:
        return Period.parse(data)
    except UnreadablePeriodError as error:
        raise Refusal.of(data, f"a period such as {error.allowed}") from error
    except AmbiguousPeriodError as error:
        readings = " or ".join(map(repr, error.readings))
        raise Refusal.of(data, f"one reading alone: {readings}") from error


def fraction(data: object, _kind: Annotation) -> Fraction:
    """Read an exact fraction in its lowest terms."""
    made = None
    if type(data) is str and _FRACTION.fullmatch(data):
        with suppress(ValueError, ZeroDivisionError):  # too long a number, over nought
            made = Fraction(data)
    if made is None or str(made) != data:
        raise Refusal.of(data, expected(Fraction))
    return made
