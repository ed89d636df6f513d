"""What a field of a noun must be, said in our own errors."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from numbers import Integral, Rational, Real
from typing import Any, SupportsIndex, TypeGuard

from attrs import Attribute

from policing_indicators.errors import InvalidValueError

Requirement = Callable[[object, "Attribute[Any]", Any], None]
"""An attrs validator that raises one of our errors."""

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[-/.][a-z0-9]+)*")
_AREA_CODE = re.compile(r"[A-Z][0-9]{8}")
_WEB_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+")
_NO_SEQUENCES = (str, bytes, Mapping, set, frozenset)


def refuse(instance: object, field: str, value: object, allowed: str) -> None:
    """Raise the error for a field whose value is not allowed."""
    noun = f"{type(instance).__name__}.{field}"
    raise InvalidValueError(noun, value, allowed)


def must(holds: Callable[[Any], bool], allowed: str) -> Requirement:
    """Require what a predicate says, and say what is allowed where it fails."""

    def check(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if not holds(value):
            refuse(instance, attribute.name, value, allowed)

    return check


def kind(*kinds: type) -> Requirement:
    """Require one of some types, and no other: ``True`` is no number.

    A type derived from one of them is another type: its values equal none of ours.
    """
    allowed = " or ".join(map(_described, kinds))

    def check(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) not in kinds:
            refuse(instance, attribute.name, value, allowed)

    return check


def optional(requirement: Requirement) -> Requirement:
    """Require the same of a value, if there is one."""

    def check(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None:
            requirement(instance, attribute, value)

    return check


def each(requirement: Requirement) -> Requirement:
    """Require the same of every item of a tuple."""

    def check(
        instance: object, attribute: "Attribute[Any]", value: tuple[object, ...]
    ) -> None:
        for item in value:
            requirement(instance, attribute, item)

    return check


def items(values: Iterable[Any]) -> tuple[Any, ...]:
    """Convert a sequence to a tuple.

    A lone text is refused, not split up; so are a set, which has no order, and a
    mapping, half of which would be lost.
    """
    if not _is_sequence(values):
        raise InvalidValueError("a sequence", values, "a list or a tuple")
    return tuple(values)


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """Convert a sequence of texts as ``items`` does."""
    return items(values)


def as_whole(value: SupportsIndex) -> int:
    """Convert another library's whole number to Python's; leave all else as it is."""
    if type(value) is int:
        return value
    plain: Any = value
    return int(plain) if _is_a(Integral, plain) else plain


def as_whole_or_none(value: SupportsIndex | None) -> int | None:
    """Convert a value as ``as_whole`` does, if there is one."""
    return None if value is None else as_whole(value)


def as_number(value: float | SupportsIndex) -> float:
    """Convert another library's number to Python's; leave all else as it is."""
    if type(value) is float:
        return value
    plain: Any = value
    decimal = _is_a(Real, plain) and not _is_a(Rational, plain)
    return float(plain) if decimal else as_whole(plain)


def as_number_or_none(value: float | SupportsIndex | None) -> float | None:
    """Convert a value as ``as_number`` does, if there is one."""
    return None if value is None else as_number(value)


def is_text(value: object) -> TypeGuard[str]:
    """Say whether a value is a text; a member of a closed set is none."""
    return isinstance(value, str) and not isinstance(value, Enum)


def is_mapping(value: object) -> bool:
    """Say whether a value gives other values names."""
    return isinstance(value, Mapping)


def is_day(value: object) -> TypeGuard[date]:
    """Say whether a value is a date; a date with a time is none."""
    return isinstance(value, date) and not isinstance(value, datetime)


def _described(kind: type) -> str:
    """Name a type, or every member of a closed set."""
    if issubclass(kind, Enum):
        return " or ".join(f"{kind.__name__}.{member.name}" for member in kind)
    return f"of type {kind.__name__}"


def _is_a(kind: type, value: object) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def _is_sequence(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, _NO_SEQUENCES)


def _is_line(value: object) -> bool:
    return is_text(value) and value.isprintable() and value.strip() == value != ""


def _is_identifier(value: object) -> bool:
    return is_text(value) and _IDENTIFIER.fullmatch(value) is not None


def _is_area_code(value: object) -> bool:
    return is_text(value) and _AREA_CODE.fullmatch(value) is not None


def _is_web_address(value: object) -> bool:
    return is_text(value) and _WEB_ADDRESS.fullmatch(value) is not None


def _is_number(value: object) -> TypeGuard[float]:
    if type(value) is float:
        return math.isfinite(value)
    return type(value) is int


def _is_measure(value: object) -> bool:
    return _is_number(value) and value >= 0


def _is_probability(value: object) -> bool:
    return _is_number(value) and 0 < value < 1


line: Requirement = must(_is_line, "one line of text, without blanks at its ends")
text: Requirement = must(is_text, "text")
day: Requirement = must(is_day, "a date without a time")
identifier: Requirement = must(
    _is_identifier,
    "small letters and digits, joined by '-', '/' or '.', such as 'knife-crime'",
)
area_code: Requirement = must(
    _is_area_code, "a nine-character code such as 'E23000014'"
)
web_address: Requirement = must(
    _is_web_address, "an address on the web, such as 'https://example.org/licence'"
)
distinct: Requirement = must(
    lambda values: len(set(values)) == len(values), "each of them once"
)
whole: Requirement = must(lambda value: type(value) is int, "a whole number, as an int")
natural: Requirement = must(
    lambda value: type(value) is int and value >= 0, "a whole number, zero or more"
)
positive: Requirement = must(
    lambda value: type(value) is int and value > 0, "a whole number above zero"
)
number: Requirement = must(_is_number, "a finite number")
measure: Requirement = must(_is_measure, "a finite number, zero or more")
probability: Requirement = must(
    _is_probability, "a number between 0 and 1, such as 0.95 for ninety-five per cent"
)


def all_of_kind(noun: str, values: tuple[object, ...], kind: type) -> None:
    """Require every item of a tuple to be of one type."""
    for value in values:
        if type(value) is not kind:
            raise InvalidValueError(noun, value, f"of type {kind.__name__}")
