"""Numbers as documents print them, with nothing lost."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.printed_number import PrintedNumber, Sign
from policing_indicators.vocabulary.printed_words import Movement

RISE, FALL, SAME = Movement.RISE, Movement.FALL, Movement.NO_CHANGE


@pytest.mark.parametrize(
    ("text", "value", "decimals", "movement"),
    [
        ("48,938", 48_938, 0, None),
        ("0", 0, 0, None),
        (".5%", Fraction(1, 2), 1, None),
        ("17.30", Fraction(173, 10), 2, None),
        ("1.2 million", 1_200_000, -5, None),
        ("12k", 12_000, -3, None),
        ("49 thousand", 49_000, -3, None),
        ("fell by 9.6%", Fraction(-96, 10), 1, FALL),
        ("a 9.5% decrease", Fraction(-95, 10), 1, FALL),
        ("a reduction of 14", -14, 0, FALL),
        ("14 fewer", -14, 0, FALL),
        ("down 14", -14, 0, FALL),
        ("ROSE BY 14.7 per cent", Fraction(147, 10), 1, RISE),
        ("up 14.7percent", Fraction(147, 10), 1, RISE),
        ("-9.6", Fraction(-96, 10), 1, FALL),
        ("\N{MINUS SIGN}9.6%", Fraction(-96, 10), 1, FALL),
        ("+ 3 percentage points", 3, 0, RISE),
        ("fell by -9.6%", Fraction(-96, 10), 1, FALL),
        ("unchanged", 0, 0, SAME),
        ("No  change", 0, 0, SAME),
    ],
)
def test_a_number_is_read_with_its_direction_and_its_decimals(
    text: str, value: int | Fraction, decimals: int, movement: Movement | None
) -> None:
    number = PrintedNumber.parse(text)
    assert (number.value, number.decimals, number.movement) == (
        value,
        decimals,
        movement,
    )
    assert number.last_place == Fraction(10) ** -decimals
    assert str(number) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "hedge"), [("about 5,000", "about"), ("over 4,500", "over"), ("~9", "~")]
)
def test_the_word_that_keeps_a_number_from_being_exact_is_kept(
    text: str, hedge: str
) -> None:
    assert PrintedNumber.parse(text).hedge == hedge


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5", ""),
        ("5%", "%"),
        ("5 per cent", "%"),
        ("5 points", "percentage points"),
        ("5pp", "percentage points"),
    ],
)
def test_the_unit_beside_it_is_kept(text: str, unit: str) -> None:
    assert PrintedNumber.parse(text).unit == unit


@pytest.mark.parametrize(
    "text", ["ten", "", "1,23", "fell to 32", "5 and 6", "12 000", "9.6.1", "five %"]
)
def test_what_is_no_one_number_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(InvalidValueError, match="one number, with a sign or a word"):
        PrintedNumber.parse(text)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="text"):
        PrintedNumber.parse(12)  # type: ignore[arg-type]


def test_a_sign_and_a_word_are_both_kept() -> None:
    number = PrintedNumber.parse("rose by -3%")
    assert (number.sign, number.word, number.movement) == (Sign.MINUS, "rose", RISE)


@pytest.mark.parametrize(
    "changes", [{"number": Decimal(-1)}, {"number": 1.5}, {"unit": "kg"}, {"text": ""}]
)
def test_a_field_is_held_to_what_it_must_be(changes: dict[str, object]) -> None:
    facts = {"text": "1", "number": Decimal(1), **changes}
    with pytest.raises(InvalidValueError, match="allowed"):
        PrintedNumber(**facts)  # type: ignore[arg-type]


def test_a_sign_alone_makes_a_number_negative() -> None:
    number = PrintedNumber(text="-5", number=Decimal(5), sign=Sign.MINUS)
    assert number.value == -5


@given(st.integers(0, 10**12), st.integers(0, 4), st.sampled_from(["", "-", "+"]))
def test_every_number_with_separators_reads_as_itself(
    units: int, decimals: int, sign: str
) -> None:
    exact = Fraction(units, 10**decimals)
    whole, rest = divmod(units, 10**decimals)
    text = f"{sign}{whole:,}" + (f".{rest:0{decimals}}" if decimals else "")
    number = PrintedNumber.parse(text)
    assert number.value == (-exact if sign == "-" else exact)
    assert number.decimals == decimals
