"""A place among areas, as a document prints it."""

from typing import Self

from attrs import field, frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.printed_words import ORDINALS, RANK, plain


@frozen(kw_only=True)
class PrintedRank:
    """A place in an order, as printed.

    Attributes:
        text: What is printed: ``second-highest``.
        place: The place, 1 or more.
        from_lowest: Whether it is counted from the lowest; else from the highest.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> PrintedRank.parse("second-highest").place
    2
    """

    text: str = field(validator=requirement.line)
    place: int = field(validator=requirement.positive)
    from_lowest: bool = field(default=False, validator=requirement.kind(bool))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a rank as documents print it.

        Args:
            text: Such as ``2``, ``2nd``, ``second-highest``, ``lowest``.

        Raises:
            InvalidValueError: The text is no such rank.
        """
        if not requirement.is_text(text):
            raise InvalidValueError("a printed rank", text, "text")
        printed = " ".join(text.split())
        found = RANK.fullmatch(plain(text))
        if found is None or not (found["place"] or found["end"]):
            allowed = "a rank such as 2, 2nd, second-highest or lowest"
            raise InvalidValueError("a printed rank", text, allowed)
        place = found["place"] or "1"
        return cls(
            text=printed,
            place=ORDINALS.get(place) or int(place.rstrip("stndrh")),
            from_lowest=found["end"] == "lowest",
        )

    def __str__(self) -> str:
        """Give what is printed."""
        return self.text
