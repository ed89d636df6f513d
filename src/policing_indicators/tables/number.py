"""Numbers as tables print them."""

import math
import re

from policing_indicators.errors import InvalidValueError

_MINUS = re.compile(r"^[\u2010-\u2015\u2212\uff0d]")
_GROUPED = r"[1-9]\d{0,2}(?:,\d{3}){1,300}"
_WHOLE = re.compile(rf"-?(?:0|[1-9]\d{{0,999}}|{_GROUPED})", re.ASCII)
_DECIMAL = re.compile(
    rf"-?(?:(?:\d{{1,999}}|{_GROUPED})(?:\.\d+)?|\.\d+)(?P<exponent>e[+-]?\d+)?",
    re.ASCII | re.IGNORECASE,
)

_ALLOWED_WHOLE = "a whole number such as 1234 or 1,234"
_NO_POINT = (
    "a whole number without a decimal point: a mean or a rate is no count, even where "
    "it happens to be whole"
)
_NO_EXPONENT = "a whole number with all its digits: an exponent stands for lost ones"
_ALLOWED_DECIMAL = "a number such as 12.5 or 1,234.5"


def whole(noun: str, text: str) -> int:
    """Read a whole number: its digits, perhaps in threes, perhaps after a minus sign.

    ``12.0`` is refused although it equals 12. Tables write counts so when the column
    went through decimal numbers, as a column of means did too: taking those that end
    in ``.0`` would let such a column pass wherever a mean happens to be whole.

    Args:
        noun: What the number is, for the error's words.
        text: What is written, without blanks at its ends.

    Raises:
        InvalidValueError: The text is no whole number.

    >>> whole("count", "-1,234")
    -1234
    """
    plain = _MINUS.sub("-", text)
    if _WHOLE.fullmatch(plain):
        return int(plain.replace(",", ""))
    found = _DECIMAL.fullmatch(plain)
    if not found or not (found["exponent"] or "." in plain):
        raise InvalidValueError(noun, text, _ALLOWED_WHOLE)
    raise InvalidValueError(
        noun, text, _NO_EXPONENT if found["exponent"] else _NO_POINT
    )


def decimal(noun: str, text: str) -> int | float:
    """Read a number, with decimals or an exponent or without.

    Args:
        noun: What the number is, for the error's words.
        text: What is written, without blanks at its ends.

    Raises:
        InvalidValueError: The text is no finite number.

    >>> decimal("value", "1,234.5")
    1234.5
    """
    plain = _MINUS.sub("-", text)
    found = _DECIMAL.fullmatch(plain)
    if not found:
        raise InvalidValueError(noun, text, _ALLOWED_DECIMAL)
    digits = plain.replace(",", "")
    if "." not in digits and not found["exponent"]:
        return int(digits)
    value = float(digits)
    if not math.isfinite(value):
        raise InvalidValueError(noun, text, _ALLOWED_DECIMAL)
    return value
