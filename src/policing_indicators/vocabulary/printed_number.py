"""A number as a document prints it: its text, its exact value, its decimals."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Self

from attrs import field, frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.printed_words import (
    FIGURE,
    MOVEMENTS,
    SCALES,
    UNCHANGED,
    UNITS,
    Movement,
    plain,
)

_ALLOWED = (
    "one number, with a sign or a word for its direction: 48,938, -9.6%, "
    "fell by 9.6%, about 5,000, 1.2 million or unchanged"
)


class Sign(ClosedSet):
    """The sign that stands before a printed number."""

    PLUS = "+"
    MINUS = "-"
    NONE = "none"


@frozen(kw_only=True)
class PrintedNumber:
    """A number as printed, with nothing lost: 17.30 is not 17.3.

    Attributes:
        text: What is printed, whole: ``fell by 9.6%``.
        number: The number without its sign, with as many decimals as are printed:
            ``Decimal("9.6")``. 1.2 million is ``Decimal("1.2E+6")``.
        sign: The sign that is printed before it.
        word: The word that tells which way a change goes, as printed: ``fell``. Blank
            where none does.
        movement: Which way that word, or else the sign, says the change goes. None
            where neither is printed.
        hedge: The word that keeps a number from being exact: ``about``, ``over``. A
            number with a hedge is not held to its digits.
        unit: ``%`` or ``percentage points`` where one is printed beside the number.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> fall = PrintedNumber.parse("fell by 9.6%")
    >>> fall.number, fall.decimals, fall.movement.value, float(fall.value)
    (Decimal('9.6'), 1, 'fall', -9.6)
    """

    text: str = field(validator=requirement.line)
    number: Decimal = field(
        validator=requirement.must(
            lambda value: (
                type(value) is Decimal and value.is_finite() and not value.is_signed()
            ),
            "a finite Decimal without a sign",
        )
    )
    sign: Sign = field(default=Sign.NONE, validator=requirement.kind(Sign))
    word: str = field(default="", validator=requirement.text)
    movement: Movement | None = field(
        default=None, validator=requirement.optional(requirement.kind(Movement))
    )
    hedge: str = field(default="", validator=requirement.text)
    unit: str = field(
        default="",
        validator=requirement.must(
            lambda value: value in ("", "%", "percentage points"),
            "'%', 'percentage points' or blank",
        ),
    )

    _value: Fraction = field(init=False, eq=False, repr=False)
    _last_place: Fraction = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Work out once what is asked for often."""
        size = Fraction(self.number)
        is_fall = self.movement is Movement.FALL or (
            self.movement is None and self.sign is Sign.MINUS
        )
        object.__setattr__(self, "_value", -size if is_fall else size)
        object.__setattr__(self, "_last_place", Fraction(10) ** -self.decimals)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number as documents print it.

        Args:
            text: Such as ``48,938``, ``fell by 9.6%``, ``-9.6``, ``14.7% higher``,
                ``about 5,000``, ``1.2 million``, ``unchanged``.

        Raises:
            InvalidValueError: The text holds no one number that can be read.
        """
        if not requirement.is_text(text):
            raise InvalidValueError("a printed figure", text, "text")
        printed = " ".join(text.split())
        if plain(text) in UNCHANGED:
            return cls(
                text=printed,
                number=Decimal(0),
                word=printed,
                movement=Movement.NO_CHANGE,
            )
        found = FIGURE.fullmatch(plain(text))
        if found is None:
            raise InvalidValueError("a printed figure", text, _ALLOWED)
        number, sign, word = _number(found), _sign(found), _word(found)
        return cls(
            text=printed,
            number=number,
            sign=sign,
            word=word,
            movement=MOVEMENTS[word] if word else _moved(sign),
            hedge=(found["hedge"] or "").strip(),
            unit=UNITS[(found["unit"] or "").strip()],
        )

    @property
    def decimals(self) -> int:
        """How many decimals are printed; -5 for 1.2 million, whose last digit is so."""
        return -int(self.number.as_tuple().exponent)

    @property
    def value(self) -> Fraction:
        """The exact value, below nought where a fall or a minus sign is printed.

        A fall told with a minus sign ("fell by -9.6%") is read as a fall.
        """
        return self._value

    @property
    def last_place(self) -> Fraction:
        """What one step in the last printed digit is worth, such as 1/10 of 9.6."""
        return self._last_place

    def __str__(self) -> str:
        """Give what is printed."""
        return self.text


def _number(found: re.Match[str]) -> Decimal:
    digits = Decimal(found["number"].replace(",", ""))
    return digits.scaleb(SCALES[found["scale"] or ""])


def _sign(found: re.Match[str]) -> Sign:
    return Sign(found["sign"].strip()) if found["sign"] else Sign.NONE


def _word(found: re.Match[str]) -> str:
    return found["before"] or found["after"] or ""


def _moved(sign: Sign) -> Movement | None:
    match sign:
        case Sign.PLUS:
            return Movement.RISE
        case Sign.MINUS:
            return Movement.FALL
        case Sign.NONE:
            return None
