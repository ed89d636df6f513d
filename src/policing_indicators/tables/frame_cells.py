"""What the cells of a data frame say, as the texts that a tidy table would hold."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Integral, Real

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period

_GAPS = {"NAType", "NaTType"}
"""How pandas says that something is missing, besides NaN and ``None``."""

_ALLOWED = "a text, a number or a date"
_ALLOWED_DAY = "a day, without a time"
_LARGEST_WHOLE = 2**53
"""Up to here every whole number is a decimal number of its own (IEEE 754)."""


def is_gap(value: object) -> bool:
    """Say whether a cell holds nothing: null, NaN or what pandas has for them.

    >>> [is_gap(each) for each in (None, float("nan"), 0, "")]
    [True, True, False, False]
    """
    if value is None or type(value).__name__ in _GAPS:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    return isinstance(value, float) and math.isnan(value)


def text_of(column: str, value: object) -> str:
    """Write a cell as a tidy table would, with every digit; blank where it is a gap.

    A day may come as a time at midnight, for pandas has no other days.

    Raises:
        InvalidValueError: It is nothing that a tidy table can hold. Its noun is the
            column.

    >>> text_of("count", 1234), text_of("as_at", datetime(2026, 4, 1))
    ('1234', '2026-04-01')
    """
    if isinstance(value, str):
        return value
    if is_gap(value):
        return ""
    if isinstance(value, ClosedSet):
        return str(value.value)
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, date):
        return _day(column, value)
    return _number(column, value)


def without_decimals(values: Sequence[object]) -> Sequence[object]:
    """Give counts as whole numbers, where gaps alone have made decimals of them.

    pandas turns a column of whole numbers into decimals as soon as one is missing. So
    a column of decimals is taken for such where it has a gap and all else in it is
    whole. Without a gap nothing has turned it: it is left as it is, and a count that
    is no whole number is then refused, as 12.0 is in a tidy table.

    >>> without_decimals([12.0, None])
    [12, None]
    >>> without_decimals([12.0, 7.0])
    [12.0, 7.0]
    """
    figures = [value for value in values if not is_gap(value)]
    if len(figures) == len(values) or not all(map(_is_whole, figures)):
        return values
    return [None if is_gap(value) else _whole(value) for value in values]


def _is_whole(value: object) -> bool:
    return (
        isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST_WHOLE
    )


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) else value


def _day(column: str, value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.time() != time() or value.tzinfo is not None:
        raise InvalidValueError(column, value.isoformat(sep=" "), _ALLOWED_DAY)
    return value.date().isoformat()


def _number(column: str, value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if type(value) is not bool and isinstance(value, Integral):
        return str(int(value))
    if type(value) is not bool and isinstance(value, Real):
        return repr(float(value))
    raise InvalidValueError(column, value, _ALLOWED)
