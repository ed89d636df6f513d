"""What is written as the type of a field, and what data it asks for."""

from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeGuard, Union, get_args, get_origin

from policing_indicators.vocabulary.period import Period

Annotation: TypeAlias = Any
"""A class, or a tuple, a dictionary or a choice of such."""

_TABLE = "a table of keys and values"
_EXPECTED: dict[object, str] = {
    str: "text, in quotes",
    bool: "true or false, without quotes",
    int: "a whole number, without quotes",
    float: "a number, without quotes",
    date: "a day such as 2024-04-01",
    Period: "a period as text, in quotes, such as '2024/25'",
    Fraction: "a fraction as text, in quotes, in its lowest terms, such as '7/3'",
    tuple: "a list",
}


def expected(kind: Annotation) -> str:
    """Say what data a type is made of.

    >>> expected(tuple[str, ...])
    'a list'
    """
    if is_choice(kind):
        return " or ".join(dict.fromkeys(map(expected, arms(kind))))
    if is_enumeration(kind):
        return f"one of {', '.join(repr(member.value) for member in kind)}"
    return _EXPECTED.get(_origin(kind), _TABLE)


def arms(choice: Annotation) -> list[Annotation]:
    """Give the types of a choice, without that of ``None``."""
    return [arm for arm in get_args(choice) if arm is not NoneType]


def is_choice(kind: Annotation) -> bool:
    """Say whether it is a choice of types, as ``int | None`` is."""
    return _origin(kind) in (Union, UnionType)


def is_tuple(kind: Annotation) -> bool:
    """Say whether it is a tuple."""
    return _origin(kind) is tuple


def is_dictionary(kind: Annotation) -> bool:
    """Say whether it is a dictionary."""
    return _origin(kind) is dict


def is_made_of_table(kind: Annotation) -> bool:
    """Say whether a type is made of a table of keys and values."""
    return expected(kind) == _TABLE


def word_of(kind: Annotation) -> str | None:
    """Give the word by which data name one of several types: its ``KIND``, if any."""
    word: object = getattr(kind, "KIND", None)
    return word if isinstance(word, str) else None


def has_word(kind: Annotation) -> bool:
    """Say whether data name a type by a word."""
    return word_of(kind) is not None


def is_enumeration(kind: object) -> TypeGuard[type[Enum]]:
    """Say whether it is a set of words of which one applies."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def _origin(kind: object) -> Any:  # noqa: ANN401 - a class or a special form
    origin: object = get_origin(kind)
    return kind if origin is None else origin
