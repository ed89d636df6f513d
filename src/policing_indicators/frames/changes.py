"""Changes on the same months of an earlier year, beside the counts of a frame."""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
from narwhals.typing import IntoFrameT
from numpy.typing import NDArray

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.changes import percent_change
from policing_indicators.errors import InvalidValueError, Problem, UnknownNameError
from policing_indicators.frames.working_table import (
    Codes,
    Column,
    WorkingTable,
    require_none,
)
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR, months_between

_SERIES = ("indicator", "area")
_VINTAGE = ("as_at", "source")
"""What tells vintages apart where the frame has it. They may be blank, as in a tidy
table; all else that tells series apart may not."""

_ROLES = (*_SERIES, "period", "count", *_VINTAGE)
_FIRST_MONTH = date(1900, 1, 1)


def with_changes(
    frame: IntoFrameT,
    *,
    by: Iterable[str] | None = None,
    years: int = 1,
    columns: Mapping[str, str] | None = None,
    prefix: str = "",
) -> IntoFrameT:
    """Add columns ``earlier_count``, ``change`` and ``percent_change``.

    Each row is held against the row of its series that is of the same months a year
    before, or so many years; without one, all three are missing. From an earlier count
    of zero or less there is no percentage. A period that overlaps the one before, such
    as of eighteen months, has no change.

    A series is of one indicator, one area and one vintage: where the frame has columns
    ``as_at`` and ``source``, a count is only held against one that they say the same
    of, for earlier figures are revised. The percentage is given whatever the counts;
    before one is printed, see :class:`~policing_indicators.SmallBaseRule`.

    Args:
        frame: Columns ``period`` and ``count``, and those that tell series apart.
        by: The columns that tell series apart, by their names in the frame; by default
            ``indicator`` and ``area``, and ``as_at`` and ``source`` where they are
            there.
        years: How many years before.
        columns: The columns that bear another name, after their role.
        prefix: What the names of the new columns begin with.

    Raises:
        InvalidArrayError: A count is no number.
        InvalidContentError: A period cannot be read, a cell of ``by`` is a gap, two
            rows are of one series and period, or a name of a new column is taken; all
            of it is named.
        InvalidValueError: An argument is not what it must be.
        UnknownNameError: A column is not there.

    >>> import polars as pl
    >>> frame = pl.DataFrame(
    ...     {
    ...         "indicator": ["homicide"] * 2,
    ...         "area": ["kent"] * 2,
    ...         "period": ["2023/24", "2024/25"],
    ...         "count": [8, 9],
    ...     }
    ... )
    >>> print(with_changes(frame)["percent_change"].to_list())
    [None, 12.5]
    """
    back = requirement.as_whole(years)
    if type(back) is not int or back < 1:
        raise InvalidValueError("years", years, "a whole number above zero")
    table = WorkingTable.of(frame, columns, _ROLES)
    problems: list[Problem] = []
    periods = table.read("period", TidyCells.of(Areas(())).period, problems)
    series = _series(table, _told_apart_by(table, by), problems)
    require_none(problems)
    count = table.figures("count")
    earlier = _earlier(count, series, periods, MONTHS_IN_YEAR * back)
    made: dict[str, Column] = {
        "earlier_count": earlier,
        "change": count - earlier,
        "percent_change": percent_change(earlier, count),
    }
    result: IntoFrameT = table.with_columns(prefix, made)
    return result


def _told_apart_by(table: WorkingTable, by: Iterable[str] | None) -> tuple[str, ...]:
    if by is None:
        missing = [role for role in _SERIES if role not in table.roles]
        there = tuple(map(str, table.rows.columns))
        for role in missing:
            raise UnknownNameError("column of the frame", role, there)
        own = (*_SERIES, *(role for role in _VINTAGE if role in table.roles))
        return tuple(table.roles[role] for role in own)
    names = requirement.texts(by)
    for name in names:
        if name not in table.rows.columns:
            there = tuple(map(str, table.rows.columns))
            raise UnknownNameError("column of the frame", name, there)
    return names


def _series(
    table: WorkingTable, names: Iterable[str], problems: list[Problem]
) -> Codes:
    """Number the series of the rows."""
    vintage = {table.roles.get(role) for role in _VINTAGE}
    found: Codes = np.zeros(len(table), dtype=np.int64)
    for name in names:
        codes = table.codes(name, None if name in vintage else problems)
        found = _numbered(found * (codes.max(initial=0) + 1) + codes)
    return found


def _earlier(count: Array, series: Codes, periods: list[Period], back: int) -> Array:
    """Give for each row the count of the row so many months before, NaN without one.

    A row's place in time, length and series make one whole number, so that the earlier
    row is found by its number.
    """
    start = np.array(
        [months_between(_FIRST_MONTH, each.start) for each in periods], dtype=np.int64
    )
    length = np.array([each.months for each in periods], dtype=np.int64)
    kind = _numbered(series * (length.max(initial=0) + 1) + length)
    width = int(start.max(initial=0)) + back + 1
    place: Codes = kind * width + start + back
    order = np.argsort(place, kind="stable")
    inorder = place[order]
    _hold_apart(inorder, order, periods)
    wanted = place - back
    after: Codes = np.searchsorted(inorder, wanted).astype(np.int64)
    at = after.clip(max=max(0, len(inorder) - 1))
    found = np.equal(inorder[at], wanted) & (length <= back)
    return np.where(found, count[order[at]], np.nan)


def _hold_apart(inorder: Codes, order: Codes, periods: list[Period]) -> None:
    same: NDArray[np.bool_] = inorder[1:] == inorder[:-1]
    again: list[int] = np.flatnonzero(same).tolist()
    rows: list[tuple[int, int]] = [(int(order[at]), int(order[at + 1])) for at in again]
    allowed = "one row for each series and period"
    require_none(
        [
            Problem(f"rows {one + 1} and {other + 1}", str(periods[other]), allowed)
            for one, other in rows
        ]
    )


def _numbered(codes: Codes) -> Codes:
    return np.unique(codes, return_inverse=True)[1].astype(np.int64)
