"""A field's requirement refuses in our own words, and names the field."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from typing import SupportsIndex

import numpy as np
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.requirement import Requirement

IDENTIFIER = (
    "small letters and digits, joined by '-', '/' or '.', such as 'knife-crime'"
)
NAN, INFINITY = float("nan"), float("inf")


class Colour(str, Enum):  # noqa: UP042 - it prints its name, as older code's do
    """A set of texts: a member is a text to Python."""

    RED = "red"


class Level(IntEnum):
    """A set of whole numbers: a member is a number to Python."""

    LOW = 1
    HIGH = 3


def refusal(required: Requirement, value: object) -> InvalidValueError | None:
    @frozen
    class Noun:
        it: object = field(validator=required)

    try:
        Noun(value)
    except InvalidValueError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("required", "allowed", "good", "bad"),
    [
        (
            requirement.line,
            "one line of text, without blanks at its ends",
            ["Kent", "Dyfed-Powys", "Heddlu Gwent & Co.", "é", "0"],
            [
                "",
                " ",
                " Kent",
                "Kent ",
                "a\nb",
                "a\tb",
                "\0",
                "a\u2028b",
                3,
                None,
                b"a",
            ],
        ),
        (
            requirement.text,
            "text",
            ["", " ", "two\nlines", "\0"],
            [3, None, b"text", ["text"], Colour.RED],
        ),
        (
            requirement.identifier,
            IDENTIFIER,
            ["a", "0", "knife-crime", "home-office/drug-offences", "4.1"],
            [
                "",
                "-",
                "a-",
                "-a",
                "a--b",
                "Knife",
                "a b",
                "é",
                "a_b",
                "a\n",
                "٣",
                4,
                None,
            ],
        ),
        (
            requirement.area_code,
            "a nine-character code such as 'E23000014'",
            ["E23000014", "W15000001"],
            [
                "e23000014",
                "E2300001",
                "E230000144",
                "E23000014\n",
                "E2300001٤",
                23,
                None,
            ],
        ),
        (
            requirement.day,
            "a date without a time",
            [date(2024, 4, 1)],
            [datetime(2024, 4, 1), "2024-04-01", 20240401, None],  # noqa: DTZ001
        ),
        (
            requirement.whole,
            "a whole number, as an int",
            [0, -3, 10**400],
            [True, False, 3.0, "3", NAN, None, Level.HIGH, Decimal(3)],
        ),
        (
            requirement.natural,
            "a whole number, zero or more",
            [0, 3],
            [-1, True, 3.0, "3", NAN, None],
        ),
        (
            requirement.positive,
            "a whole number above zero",
            [1, 3],
            [0, -1, True, 3.0, "3", NAN, None],
        ),
        (
            requirement.number,
            "a finite number",
            [0, -1.5, 10**400, 5e-324],
            [True, NAN, INFINITY, -INFINITY, "3", None, 1j, Decimal(3), Fraction(1)],
        ),
        (
            requirement.measure,
            "a finite number, zero or more",
            [0, 1.5, 10**400],
            [-1, -0.5, True, NAN, INFINITY, "3", None, 1j],
        ),
        (
            requirement.probability,
            "a number between 0 and 1, such as 0.95 for ninety-five per cent",
            [0.95, 0.998, 5e-324],
            [0, 1, 0.0, 1.0, 95, -0.5, True, NAN, "0.95", None],
        ),
        (
            requirement.distinct,
            "each of them once",
            [(), ("a",), ("a", "b")],
            [("a", "a"), ("a", "b", "a")],
        ),
        (
            requirement.kind(date, str),
            "of type date or of type str",
            [date(2024, 4, 1), "text"],
            [datetime(2024, 4, 1), 3, None, Colour.RED],  # noqa: DTZ001
        ),
        (requirement.kind(Colour), "Colour.RED", [Colour.RED], ["red", None]),
        (
            requirement.kind(Level, Colour),
            "Level.LOW or Level.HIGH or Colour.RED",
            [Level.HIGH],
            ["HIGH", 3, Level],
        ),
        (requirement.kind(int), "of type int", [3], [True, 3.0, Level.HIGH, None]),
        (
            requirement.must(lambda value: value in {1, 7}, "1 or 7"),
            "1 or 7",
            [1, 7],
            [2, "1"],
        ),
        (
            requirement.each(requirement.positive),
            "a whole number above zero",
            [(), (1,), (1, 2)],
            [(0,), (1, True), (1, 2, None)],
        ),
        (
            requirement.optional(requirement.positive),
            "a whole number above zero",
            [None, 1],
            [0, True, "1"],
        ),
    ],
)
def test_a_requirement_takes_what_is_good_and_names_what_is_bad(
    required: Requirement, allowed: str, good: list[object], bad: list[object]
) -> None:
    for value in good:
        assert refusal(required, value) is None
    for value in bad:
        error = refusal(required, value)
        assert error is not None, value
        assert (error.noun, error.allowed) == ("Noun.it", allowed)


def test_of_many_items_the_one_that_is_bad_is_named() -> None:
    error = refusal(requirement.each(requirement.line), ("Kent", "", " "))
    assert error is not None
    assert error.value == ""


def test_a_sequence_becomes_a_tuple_in_its_order() -> None:
    ordered: list[Iterable[str]] = [
        ["kent", "essex"],
        ("kent", "essex"),
        iter(["kent", "essex"]),
        OrderedDict(kent=1, essex=2).keys(),
        np.array(["kent", "essex"]),
    ]
    for values in ordered:
        assert requirement.texts(values) == ("kent", "essex")


@pytest.mark.parametrize(
    "values",
    ["kent", b"kent", {"kent": 1}, {"kent"}, frozenset({"kent"}), 3, None],
    ids=repr,
)
def test_what_is_no_sequence_or_has_no_order_is_refused(values: list[str]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        requirement.items(values)
    assert caught.value.value is values
    assert caught.value.allowed == "a list or a tuple"


WHOLE = [np.int64(3), np.int8(3), np.uint32(3), Level.HIGH, 3]
DECIMAL = [np.float64(2.5), np.float32(2.5), np.float16(2.5), 2.5]


@pytest.mark.parametrize("value", WHOLE, ids=lambda value: type(value).__name__)
def test_another_librarys_whole_number_becomes_pythons(value: SupportsIndex) -> None:
    for converted in (
        requirement.as_whole(value),
        requirement.as_whole_or_none(value),
        requirement.as_number(value),
        requirement.as_number_or_none(value),
    ):
        assert type(converted) is int
        assert converted == 3


@pytest.mark.parametrize("value", DECIMAL, ids=lambda value: type(value).__name__)
def test_another_librarys_decimal_number_becomes_pythons(value: float) -> None:
    for converted in (
        requirement.as_number(value),
        requirement.as_number_or_none(value),
    ):
        assert type(converted) is float
        assert converted == 2.5


@pytest.mark.parametrize(
    "value",
    [
        True,
        np.True_,
        "3",
        Decimal(3),
        Fraction(3),
        1j,
        np.array([3]),
        np.datetime64("2024-04-01"),
        [3],
    ],
    ids=lambda value: f"{type(value).__module__}.{type(value).__name__}",
)
def test_what_is_no_plain_number_is_left_to_be_refused(value: SupportsIndex) -> None:
    for convert in (
        requirement.as_whole,
        requirement.as_whole_or_none,
        requirement.as_number,
        requirement.as_number_or_none,
    ):
        assert convert(value) is value
    assert refusal(requirement.number, value) is not None


@pytest.mark.parametrize(
    "value",
    [2.5, np.float64(2.5), np.float64(3), NAN],
    ids=["decimal", "numpy's", "numpy's that is whole", "none"],
)
def test_a_decimal_number_is_never_made_whole(value: SupportsIndex) -> None:
    assert requirement.as_whole(value) is value


def test_nothing_stays_nothing() -> None:
    assert requirement.as_whole_or_none(None) is None
    assert requirement.as_number_or_none(None) is None


@given(st.integers())
def test_a_whole_number_keeps_its_value(value: int) -> None:
    assert requirement.as_whole(value) == value
    assert requirement.as_number(value) == value


@given(st.floats())
def test_a_decimal_number_keeps_its_value(value: float) -> None:
    assert repr(requirement.as_number(np.float64(value))) == repr(value)


def test_all_of_kind_names_the_first_that_is_not() -> None:
    requirement.all_of_kind("figures", (1, 2), int)
    with pytest.raises(InvalidValueError) as caught:
        requirement.all_of_kind("figures", (1, True, "2"), int)
    assert (caught.value.noun, caught.value.value) == ("figures", True)
    assert caught.value.allowed == "of type int"
