"""The figure of a tidy row: what its columns of figures say together."""

from collections.abc import Iterable
from typing import Self, TypeVar

from attrs import frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.cell import Cell
from policing_indicators.vocabulary.missing import MissingReason, Status

WHOLE_ROW = "row"
"""The noun of an error that no one column is to blame for."""

_ONE_FIGURE = "exactly one of count, value and missing filled in"
_ONE_REASON = "one reason why there is no figure; two cells of the row differ"
_ONE_STATUS = "one status; two cells of the row differ"
_NO_DENOMINATOR = "left blank where there is no count"

_FORMS = 3
"""A row gives a count, a value or a reason; exactly one of them."""

_Said = TypeVar("_Said", MissingReason, Status)


@frozen(kw_only=True)
class Figure:
    """A figure, or the reason why there is none.

    Attributes:
        count: How many.
        value: A figure published without its count.
        missing: Why there is neither.
        denominator: What the count is out of.
        status: What state the figure is in.
        remark: The symbols that only a reader can heed, for the note.

    >>> Figure.of(count=Cell.of_count("1,234 [p]"), value=Cell()).count
    1234
    """

    count: int | None
    value: int | float | None
    missing: MissingReason | None
    denominator: int | float | None
    status: Status
    remark: str

    @classmethod
    def of(
        cls,
        *,
        count: Cell,
        value: Cell,
        missing: MissingReason | None = None,
        denominator: float | None = None,
        status: Status | None = None,
    ) -> Self:
        """Take the columns of a row together.

        Raises:
            InvalidValueError: They contradict each other, or say nothing. Its noun is
                a column, or ``WHOLE_ROW``.
        """
        reason = _reason(missing, count, value)
        if (count.number, value.number, reason).count(None) != _FORMS - 1:
            given = (count.number, value.number, reason and reason.value)
            raise InvalidValueError(WHOLE_ROW, given, _ONE_FIGURE)
        if denominator is not None and count.number is None:
            raise InvalidValueError("denominator", denominator, _NO_DENOMINATOR)
        return cls(
            count=None if count.number is None else int(count.number),
            value=value.number,
            missing=reason,
            denominator=denominator,
            status=_agreed((status, count.status, value.status), _ONE_STATUS)
            or Status.FINAL,
            remark=f"{count.remark} {value.remark}".strip(),
        )


def _reason(missing: MissingReason | None, *cells: Cell) -> MissingReason | None:
    symbols = _agreed([cell.missing for cell in cells], _ONE_REASON)
    if missing and symbols and missing.shorthand == symbols.shorthand:
        return missing  # in words, which tell apart what one symbol stands for
    return _agreed((missing, symbols), _ONE_REASON)


def _agreed(said: Iterable[_Said | None], allowed: str) -> _Said | None:
    different = {each for each in said if each is not None}
    if len(different) > 1:
        texts = tuple(sorted(each.value for each in different))
        raise InvalidValueError(WHOLE_ROW, texts, allowed)
    return next(iter(different), None)
