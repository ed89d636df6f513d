"""The JSON Schema of a class says what the reader takes."""

from datetime import date
from fractions import Fraction
from typing import Any, ClassVar

import pytest
from attrs import field, frozen
from jsonschema import Draft202012Validator

from policing_indicators.errors import InvalidContentError, InvalidValueError
from policing_indicators.structuring import json_schema, structure, unstructure
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
class Round:
    """A round.

    Attributes:
        size: How wide it is.
    """

    KIND: ClassVar[str] = "round"

    size: int


@frozen(kw_only=True)
class Square:
    """A square.

    Attributes:
        size: How wide it is.
    """

    KIND: ClassVar[str] = "square"

    size: int


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
        ratio: An exact fraction.
        count: A whole number or a fraction.
        shape: One of two.
        when: A period or a day.
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
    ratio: Fraction
    count: int | Fraction
    shape: Round | Square
    when: Period | date
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
    "ratio": "-7/3",
    "count": "7/3",
    "shape": {"kind": "round", "size": 2},
    "when": "2024/25 Q4",
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
    ("ratio", 1.5),
    ("ratio", "2.50"),
    ("ratio", "seven thirds"),
    ("ratio", "1e9"),
    ("count", 1.5),
    ("count", "2.50"),
    ("shape", {"kind": "round"}),
    ("shape", {"kind": "flat", "size": 2}),
    ("shape", {"size": 2}),
    ("when", 2024),
]


@pytest.mark.parametrize("text", ["14/6", "1/0", f"1/{'9' * 5000}", "+7/3", "7/1"])
def test_a_fraction_is_read_in_its_lowest_terms_alone(text: str) -> None:
    with pytest.raises(InvalidContentError, match="lowest terms, such as '7/3'"):
        structure(GIVEN | {"ratio": text}, Whole, where="data")


def test_what_is_written_reads_back() -> None:
    whole = structure(GIVEN, Whole, where="data")
    assert (whole.ratio, whole.count) == (Fraction(-7, 3), Fraction(7, 3))
    assert whole.shape == Round(size=2)
    assert structure(unstructure(whole), Whole, where="data") == whole


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
