"""The JSON Schema of a class says what the reader takes."""

from datetime import date
from typing import Any

import pytest
from attrs import field, frozen
from jsonschema import Draft202012Validator

from policing_indicators.errors import InvalidContentError, InvalidValueError
from policing_indicators.structuring import json_schema, structure
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period

_DIALECT: Any = Draft202012Validator


class Colour(ClosedSet):
    RED = "red"
    BLUE = "blue"


@frozen(kw_only=True)
class Part:
    """A part.

    Attributes:
        name: Its name,
            over two lines.
        parts: Parts of its own.
    """

    name: str
    parts: tuple["Part", ...] = ()


@frozen(kw_only=True)
class Whole:
    """A whole of many parts.

    Attributes:
        text: A text.
        flag: Whether it is so.
        whole: A whole number.
        number: A number.
        either: A number, or none.
        both: A whole number or a text.
        day: A day.
        period: A period.
        colour: A colour.
        part: A part.
        others: Parts by name.
    """

    text: str
    flag: bool
    whole: int
    number: float
    either: int | float | None
    both: int | str
    day: date
    period: Period
    colour: Colour
    part: Part
    others: dict[str, Part]
    _made: str = field(init=False, default="")


GIVEN: dict[str, Any] = {
    "text": "a",
    "flag": True,
    "whole": 1,
    "number": 1.5,
    "either": None,
    "both": "a",
    "day": "2026-04-01",
    "period": "2024/25",
    "colour": "red",
    "part": {"name": "a", "parts": [{"name": "b"}]},
    "others": {"c": {"name": "d", "parts": []}},
}


def validator(kind: type[Any]) -> Any:  # noqa: ANN401 - the library's is half typed
    schema, dialect = json_schema(kind), _DIALECT
    dialect.check_schema(schema)
    return dialect(schema, format_checker=dialect.FORMAT_CHECKER)


def test_what_the_reader_takes_fits_the_schema() -> None:
    assert structure(GIVEN, Whole, where="data").either is None
    validator(Whole).validate({"schema": 1, **GIVEN})


WRONG: list[tuple[str, object]] = [
    ("text", 1),
    ("text", None),
    ("flag", 1),
    ("whole", 1.5),
    ("whole", "1"),
    ("number", "1.5"),
    ("either", "none"),
    ("day", "1 April 2026"),
    ("day", "2026-02-30"),
    ("period", 2024),
    ("colour", "green"),
    ("part", "a"),
    ("part", {}),
    ("part", {"name": "a", "parts": [{}]}),
    ("part", {"name": "a", "size": 1}),
    ("others", [{"name": "d"}]),
    ("others", {"c": {"title": "d"}}),
    ("more", 1),
    ("both", 1.5),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_what_is_not_right_is_refused_by_the_reader_and_by_the_schema(
    key: str, value: object
) -> None:
    wrong = GIVEN | {key: value}
    with pytest.raises(InvalidContentError):
        structure(wrong, Whole, where="data")
    assert not validator(Whole).is_valid({"schema": 1, **wrong})


@pytest.mark.parametrize("key", GIVEN)
def test_what_is_required_is_required_by_both(key: str) -> None:
    wrong = {each: value for each, value in GIVEN.items() if each != key}
    with pytest.raises(InvalidContentError):
        structure(wrong, Whole, where="data")
    assert not validator(Whole).is_valid({"schema": 1, **wrong})


@pytest.mark.parametrize("form", [{}, {"schema": 2}, {"schema": "1"}])
def test_a_document_has_to_name_its_form(form: dict[str, object]) -> None:
    assert not validator(Whole).is_valid({**form, **GIVEN})


def test_the_docstring_describes_the_keys() -> None:
    schema = json_schema(Whole)
    assert schema["description"] == "A whole of many parts."
    assert schema["properties"]["text"]["description"] == "A text."
    part = schema["$defs"]["Part"]
    assert part["properties"]["name"]["description"] == "Its name, over two lines."
    assert part["required"] == ["name"]


def test_a_type_that_cannot_be_made_from_data_has_no_schema() -> None:
    @frozen
    class Odd:
        """An odd one.

        Attributes:
            values: Some values.
        """

        values: bytes

    with pytest.raises(InvalidValueError, match="plain data"):
        json_schema(Odd)
