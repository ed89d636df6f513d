"""Incidents counted, on the frame's own engine, by area, indicator and period."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import narwhals as nw
from narwhals.typing import IntoFrameT

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.frames.count_query import CountQuery
from policing_indicators.frames.counted_cells import CountedCells
from policing_indicators.frames.counting_span import CountingSpan, Every
from policing_indicators.frames.offences import Offences
from policing_indicators.registry.mapping import OffenceMapping
from policing_indicators.tables.frame_source import (
    eager_backend,
    given_back,
    opened,
    roles_of,
)
from policing_indicators.vocabulary.period import Period

Unmapped = Literal["refuse", "leave out"]
"""What becomes of incidents whose offence the mapping does not name."""

_ROLES = ("area", "offence", "date", "period", "count")
_SCHEMA = nw.Schema(
    {
        "area": nw.String(),
        "indicator": nw.String(),
        "period": nw.String(),
        "count": nw.Int64(),
    }
)


def counts(  # noqa: PLR0913 - all but one are given by name
    frame: IntoFrameT,
    *,
    indicators: Mapping[str, str | Iterable[str]] | OffenceMapping,
    every: Every = "month",
    covering: Period | None = None,
    unmapped: Unmapped = "refuse",
    columns: Mapping[str, str] | None = None,
) -> IntoFrameT:
    """Count incidents by area, indicator and period.

    An engine that works later or elsewhere counts where the rows lie, and says what
    each offence counts towards; of its rows none is held here, and only the counts are
    fetched. Rows that this process holds already are added up as they are.

    Args:
        frame: A row an incident: columns ``area``, ``offence`` and ``date``. Or rows
            that are counted already: with ``count``, which is added up, and with
            ``period`` in the place of ``date``.
        indicators: What each offence counts towards: the id of an indicator, or of
            several. Names of offences are matched as they are written, but for blanks
            at their ends. Or a publisher's mapping, such as ``mapping("home-office")``:
            then the offences are what its rows name, here subgroups, and one that is
            counted in a year which its row is not for is refused.
        every: How long a period is, where incidents have a date.
        covering: The span that the incidents are whole in. Incidents outside it are
            left out; so is a period that does not lie wholly within it, which would be
            counted in part; and what has no incidents within it is a count of zero,
            for each area that has any. Only a month may be counted without it, and
            then what has no incidents has no row.
        unmapped: What becomes of offences that ``indicators`` does not name:
            ``refuse`` or ``leave out``.
        columns: The columns that bear another name, after their role.

    Returns:
        A frame of columns ``area``, ``indicator``, ``period`` and ``count``, in the
        order of the first three, of the caller's own kind.

    Raises:
        InvalidContentError: A column is of a type that cannot be counted by, cells are
            gaps, periods cannot be read, or offences are not mapped; all is named.
        InvalidValueError: An argument is not what it must be.
        UnknownNameError: A column is not there.

    >>> from datetime import date
    >>> import polars as pl
    >>> incidents = pl.DataFrame(
    ...     {
    ...         "area": ["kent", "kent", "essex"],
    ...         "offence": ["Domestic burglary", "Robbery", "Robbery"],
    ...         "date": [date(2024, 4, 1), date(2024, 4, 30), date(2024, 5, 9)],
    ...     }
    ... )
    >>> towards = {"Domestic burglary": "residential-burglary", "Robbery": "robbery"}
    >>> counted = counts(incidents, indicators=towards)
    >>> for row in counted.rows():
    ...     print(*row, sep=", ")
    essex, robbery, May 2024, 1
    kent, residential-burglary, April 2024, 1
    kent, robbery, April 2024, 1
    """
    if unmapped not in ("refuse", "leave out"):
        raise InvalidValueError("unmapped", unmapped, "'refuse' or 'leave out'")
    offences, span = Offences.of(indicators), CountingSpan(every, covering)
    source = opened(frame)
    roles = _roles(roles_of(source, columns, _ROLES), source.collect_schema().names())
    if "period" in roles and covering is not None:
        allowed = "given only where incidents have a date"
        raise InvalidValueError("covering", str(covering), allowed)
    query = CountQuery(source, roles, offences, span)
    counted = CountedCells(query, query.counted())
    problems = [*counted.gaps(), *counted.unread()]
    if unmapped == "refuse":
        problems.extend(counted.unmapped())
    if problems:
        raise InvalidContentError("the frame", tuple(problems))
    backend: Any = eager_backend(source)
    made = nw.from_dict(counted.columns(backend), _SCHEMA, backend=backend)
    result: IntoFrameT = given_back(made, source)
    return result


def _roles(roles: dict[str, str], there: Iterable[str]) -> dict[str, str]:
    for role in ("area", "offence"):
        if role not in roles:
            known = tuple(map(str, there))
            raise UnknownNameError("column of the frame", role, known)
    times = [role for role in ("date", "period") if role in roles]
    if len(times) != 1:
        allowed = "a column date or a column period, and not both"
        raise InvalidValueError("the columns of the frame", times or None, allowed)
    return roles
