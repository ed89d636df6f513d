"""What the texts of a claim read as, key by key."""

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import fields

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables import number
from policing_indicators.tables.claim_entry import SEPARATOR, Written
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.claim import (
    MOST_WORDS,
    Claim,
    ClaimComparator,
    Remark,
)
from policing_indicators.vocabulary.claims import GroupKind
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.printed_number import PrintedNumber
from policing_indicators.vocabulary.printed_rank import PrintedRank

_FIGURES = (
    "level",
    "previous_level",
    "absolute",
    "percentage",
    "points",
    "rate",
    "share",
)
_LINES = ("title", "publisher", "definition", "document", "rank_among")
_Member = TypeVar("_Member", bound=ClosedSet)
_Reader = Callable[[str], Any]


class ClaimCells:
    """The reader of each key, each a memory of what it read.

    Args:
        cells: What reads indicators, areas, periods and days.

    >>> from policing_indicators.vocabulary.area import Areas
    >>> cells = ClaimCells(TidyCells.of(Areas(())))
    >>> cells.read("percentage", "fell by 9.6%").decimals
    1
    """

    __slots__ = ("_readers",)

    def __init__(self, cells: TidyCells) -> None:
        """Start with nothing read."""
        readers: dict[str, _Reader] = {
            "id": _identifier,
            "indicator": cells.indicator.__getitem__,
            "share_of": cells.indicator.__getitem__,
            "drives": cells.indicator.__getitem__,
            "area": cells.area.__getitem__,
            "period": cells.period.__getitem__,
            "comparator_period": cells.period.__getitem__,
            "published": cells.as_at.__getitem__,
            "per": _per,
            "rank": PrintedRank.parse,
            "comparator": _member_of(ClaimComparator),
            "kind": _member_of(GroupKind),
            "quotation": _quotation,
            "scope": _each(_line),
            "remarks": _each(_member_of(Remark)),
            "members": _each(_identifier),
            "whole": _identifier,
            **dict.fromkeys(_FIGURES, PrintedNumber.parse),
            **dict.fromkeys(_LINES, _line),
        }
        self._readers = {key: Memory(read) for key, read in readers.items()}

    def read(self, key: str, written: Written) -> Any:  # noqa: ANN401 - as the key says
        """Read what stands under a key.

        Raises:
            InvalidValueError: It is not what stands there.
        """
        text = SEPARATOR.join(written) if isinstance(written, tuple) else written
        return self._readers[key][text]


def _identifier(text: str) -> str:
    requirement.identifier(Claim, fields(Claim).id, text)
    return text


def _line(text: str) -> str:
    if not text.isprintable():
        raise InvalidValueError("text", text, "one line of text")
    return text


def _quotation(text: str) -> str:
    words = len(text.split())
    if words > MOST_WORDS:
        allowed = f"at most {MOST_WORDS} words, and not {words}"
        raise InvalidValueError("quotation", text, allowed)
    return text


def _per(text: str) -> int:
    base = number.whole("per", text)
    if base < 1:
        raise InvalidValueError("per", text, "a whole number above zero")
    return base


def _member_of(kind: type[_Member]) -> Callable[[str], _Member]:
    by_word = {str(member.value): member for member in kind}

    def read(text: str) -> _Member:
        found = by_word.get(" ".join(text.split()).casefold())
        if found is None:
            raise InvalidValueError("word", text, f"one of {', '.join(by_word)}")
        return found

    return read


def _each(read: _Reader) -> _Reader:
    def read_each(text: str) -> tuple[Any, ...]:
        parts = (part.strip() for part in text.split(SEPARATOR))
        try:
            return tuple(read(part) for part in parts if part)
        except InvalidValueError as error:
            allowed = f"{error.allowed}; several are parted by {SEPARATOR!r}"
            raise InvalidValueError(error.noun, error.value, allowed) from error

    return read_each
