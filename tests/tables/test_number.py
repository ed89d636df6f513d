"""How numbers are read from tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.number import decimal, whole

WHOLE = "a whole number such as 1234 or 1,234"
DECIMAL = "a number such as 12.5 or 1,234.5"
NO_POINT = "without a decimal point"
NO_EXPONENT = "with all its digits"
MINUS_SIGNS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("1234", 1234),
        ("1,234", 1234),
        ("12,345,678", 12345678),
        ("-1,234", -1234),
        ("-0", 0),
    ],
)
def test_a_whole_number_is_read_with_and_without_separators(
    text: str, number: int
) -> None:
    assert whole("count", text) == number
    assert decimal("value", text) == number


@pytest.mark.parametrize("sign", MINUS_SIGNS)
def test_a_minus_sign_is_one_however_it_is_drawn(sign: str) -> None:
    assert whole("count", f"{sign}12") == -12
    assert decimal("value", f"{sign}1.5") == -1.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,23",
        "12,34",
        "1,2345",
        "0,123",
        ",123",
        "1,234,56",
        "1 234",
        "1.234,5",
        "007",
        "+12",
        "12-",
        "--12",
        "(12)",
        "1_000",
        "\u0661\u0662",
        "\uff11\uff12",
        "12%",
        "about 12",
        "n/a",
        "N/A",
        "NaN",
        "inf",
        "None",
        "-",
        "..",
        "0x10",
        "9" * 5000,
    ],
)
def test_what_is_no_whole_number_is_refused_with_what_is(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        whole("count", text)
    refused = caught.value
    assert (refused.noun, refused.value, refused.allowed) == ("count", text, WHOLE)


@pytest.mark.parametrize("text", ["12.0", "12.5", "-0.0", "1,234.0", ".5"])
def test_a_count_has_no_decimal_point_even_before_a_nought(text: str) -> None:
    with pytest.raises(InvalidValueError, match=NO_POINT):
        whole("count", text)


@pytest.mark.parametrize("text", ["1e3", "1E+06", "1.5e3", "-2e-3"])
def test_a_count_has_all_its_digits(text: str) -> None:
    with pytest.raises(InvalidValueError, match=NO_EXPONENT):
        whole("count", text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.5", 12.5),
        ("1,234.5", 1234.5),
        (".5", 0.5),
        ("-0.25", -0.25),
        ("1e3", 1000.0),
        ("1.5E-05", 1.5e-05),
        ("00.5", 0.5),
    ],
)
def test_a_decimal_number_is_read_as_it_is_written(text: str, number: float) -> None:
    assert decimal("value", text) == number


@pytest.mark.parametrize(
    "text", ["", "12%", "1,23.5", "1.2.3", "1e", "NaN", "inf", "1e999", "-1e999", "9.x"]
)
def test_what_is_no_finite_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        decimal("value", text)
    refused = caught.value
    assert (refused.noun, refused.value, refused.allowed) == ("value", text, DECIMAL)


@given(st.integers())
def test_a_whole_number_comes_back_with_and_without_separators(number: int) -> None:
    assert whole("count", str(number)) == number
    assert whole("count", f"{number:,}") == number


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_a_number_comes_back_with_its_type(number: float) -> None:
    read = decimal("value", repr(number))
    assert (read, type(read)) == (number, type(number))
