"""What the cell of a figure says: a number, its state, or why there is none."""

import re
from collections.abc import Callable

from attrs import evolve, frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables import number
from policing_indicators.vocabulary.missing import MissingReason, Status

_MISSING = {
    "x": MissingReason.NOT_AVAILABLE,
    "z": MissingReason.NOT_APPLICABLE,
    "c": MissingReason.CONFIDENTIAL,
    "u": MissingReason.LOW_RELIABILITY,
    "u1": MissingReason.LOW_RELIABILITY,
}
"""Government Analysis Function, "Symbols in tables"; ``[u1]`` in tables of the Office
for National Statistics: withheld because the population is small."""

_STATUS = {
    status.shorthand.strip("[]"): status for status in Status if status.shorthand
}
_BREAK = "b"
_LOW = "low"
_NOTE = re.compile(r"notes?[\d, ]+", re.ASCII)
_SYMBOL = re.compile(r"\[([^\[\]]*)\]")
_SYMBOLS = re.compile(r"(?:\[[^\[\]]*\]\s*)*")

_DIGIT = re.compile(r"\d")

_OR_SYMBOL = ", or a symbol such as [x] where there is none"
_NOT_LOW = "the figure, or in the column missing why there is none: [low] says neither"
_FIGURE_OR_REASON = "a figure or a symbol for why there is none, not both"
_ONCE = "one symbol for the figure's state, and one for why there is none"
_KNOWN = "a figure, and as symbols " + ", ".join(
    f"[{symbol}]" for symbol in (*_MISSING, *_STATUS, _BREAK, "note 1")
)


@frozen
class Cell:
    """What a cell says. All is empty where the cell is blank.

    Attributes:
        number: The figure, if there is one.
        missing: The reason why there is none, if the cell gives one.
        status: What state the figure is in, if the cell says.
        remark: The symbols that only a reader can heed, such as ``[note 3]``, or
            ``[u]`` beside a figure.

    >>> Cell.of_count("1,234 [p]").status.value
    'provisional'
    """

    number: int | float | None = None
    missing: MissingReason | None = None
    status: Status | None = None
    remark: str = ""

    @classmethod
    def of_count(cls, text: str) -> "Cell":
        """Read the cell of a count.

        Raises:
            InvalidValueError: It holds other than a whole number and symbols.
        """
        return _read("count", text, number.whole)

    @classmethod
    def of_value(cls, text: str) -> "Cell":
        """Read the cell of a value that is published without its count.

        Raises:
            InvalidValueError: It holds other than a number and symbols.
        """
        return _read("value", text, number.decimal)

    def with_symbol(self, symbol: str) -> "Cell":
        """Add what a symbol says.

        Raises:
            InvalidValueError: The symbol is not known, or contradicts the cell.
        """
        code = " ".join(symbol.split()).casefold()
        if self._leaves_to_the_reader(code):
            return evolve(self, remark=f"{self.remark} [{code}]".strip())
        if code in _STATUS and self.status is None:
            return evolve(self, status=_STATUS[code])
        if code in _MISSING and self.number is None and self.missing is None:
            return evolve(self, missing=_MISSING[code])
        raise InvalidValueError("symbol", symbol, self._refusal_of(code))

    def _leaves_to_the_reader(self, code: str) -> bool:
        if _MISSING.get(code) is MissingReason.LOW_RELIABILITY:
            return self.number is not None
        return code == _BREAK or _NOTE.fullmatch(code) is not None

    def _refusal_of(self, code: str) -> str:
        if code == _LOW:
            return _NOT_LOW
        if code in _STATUS or (code in _MISSING and self.missing):
            return _ONCE
        return _FIGURE_OR_REASON if code in _MISSING else _KNOWN


def reason_of(text: str) -> MissingReason:
    """Read why there is no figure: in words, or as a symbol.

    Raises:
        InvalidValueError: It is neither.

    >>> reason_of("[z]") is reason_of("Not applicable")
    True
    """
    words = " ".join(text.split()).casefold()
    found = _REASONS.get(words)
    if found is None:
        raise InvalidValueError("missing", text, f"one of {', '.join(_REASONS)}")
    return found


def status_of(text: str) -> Status:
    """Read what state a figure is in: in words, or as a symbol.

    Raises:
        InvalidValueError: It is neither.

    >>> status_of("[r]") is status_of("Revised")
    True
    """
    words = " ".join(text.split()).casefold()
    found = _STATUSES.get(words)
    if found is None:
        raise InvalidValueError("status", text, f"one of {', '.join(_STATUSES)}")
    return found


_REASONS = {reason.value: reason for reason in MissingReason} | {
    f"[{symbol}]": reason for symbol, reason in _MISSING.items()
}
_STATUSES = {status.value: status for status in Status} | {
    f"[{symbol}]": status for symbol, status in _STATUS.items()
}


def _read(noun: str, text: str, read: Callable[[str, str], int | float]) -> Cell:
    figure, bracket, rest = text.partition("[")
    try:
        cell = Cell(read(noun, figure.strip()) if figure.strip() else None)
        for symbol in _symbols(bracket + rest):
            cell = cell.with_symbol(symbol)
    except InvalidValueError as error:
        meant_for_none = not (bracket or _DIGIT.search(figure))
        allowed = error.allowed + _OR_SYMBOL if meant_for_none else error.allowed
        raise InvalidValueError(noun, text, allowed) from error
    return cell


def _symbols(text: str) -> list[str]:
    if not _SYMBOLS.fullmatch(text):
        raise InvalidValueError("symbol", text, _KNOWN)
    return _SYMBOL.findall(text)
