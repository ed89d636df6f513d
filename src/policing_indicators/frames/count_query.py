"""What is asked of an engine: incidents, counted by area, code of offence and time."""

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw
from attrs import frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.frames.counting_span import CountingSpan, month_number
from policing_indicators.frames.offences import UNMAPPED, Offences
from policing_indicators.tables.frame_source import Eager, Frame, collected
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR

_Names = tuple[str, ...]

_MOST_UNMAPPED = 20
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
_ALLOWED = {
    "area": "a column of texts",
    "offence": "a column of texts: as numbers, the codes 4.1 and 4.10 are one",
    "period": "a column of texts",
    "date": "a column of days, or of times without a time zone",
    "count": "a column of whole numbers; cast it to integers if that is what it holds",
}


@frozen
class CountQuery:
    """A frame of incidents, and what of it is counted.

    Attributes:
        frame: The frame.
        roles: The columns that play a role.
        offences: What the offences count towards.
        span: The periods, where incidents have a date.
    """

    frame: Frame
    roles: Mapping[str, str]
    offences: Offences
    span: CountingSpan

    def __attrs_post_init__(self) -> None:
        """Hold the columns to the types that can be counted by."""
        schema = self.frame.collect_schema()
        problems = [
            Problem(f"column {column}", str(schema[column]), _ALLOWED[role])
            for role, column in self.roles.items()
            if not _fits(role, schema[column])
        ]
        if problems:
            raise InvalidContentError("the frame", tuple(problems))

    def counted(self) -> Eager:
        """Count on the engine, and fetch the counts.

        Rows that this process holds are not counted first: they are as they stand what
        is added up here, each once, and nothing is grouped twice.

        Returns:
            Columns ``area``, ``time``, which is the month's number or the period's
            text, and ``code``; or ``offence``, where the engine is this process. Where
            rows have a count, it or its sum as ``number``. ``incidents`` says how many
            rows a row is of, and ``filled`` how many of them have a count: without
            them, each is a row of the frame. Rows may be alike.
        """
        if isinstance(self.frame, nw.DataFrame):
            rows = self._source.select(**dict(self._columns()))
            return collected(self._within(rows))
        if self.frame.implementation.is_polars():
            keys = ("area", "offence", "time")
            return _fetched(self._by_offence(), keys, self._sums)
        keys = ("area", "code", "time")
        counted = self.offences.with_code(self._by_offence())
        return _fetched(_summed(counted, keys, self._sums), keys, self._sums)

    def unmapped(self) -> list[tuple[str, int]]:
        """Fetch the offences that the mapping does not name, with their incidents."""
        coded = self.offences.with_code(self._by_offence())
        others = coded.filter(nw.col("code") == UNMAPPED)
        keys, sums = ("offence",), ("incidents",)
        rows = _fetched(_summed(others, keys, sums), keys, sums).rows()
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:_MOST_UNMAPPED]

    @property
    def _sums(self) -> _Names:
        return ("incidents", *(("number", "filled") if "count" in self.roles else ()))

    def _by_offence(self) -> Any:  # noqa: ANN401 - a frame of either kind
        """Count by the offence as it stands: only then is each looked up, once."""
        columns = dict(self._columns())
        if self.frame.implementation.is_polars():
            # it groups by categories in a fraction of the time
            for name in ("area", "offence"):
                columns[name] = columns[name].cast(nw.Categorical)
        held = self._within(self._source.select(**columns))
        keys = ("area", "offence", "time")
        sums = [nw.len().alias("incidents")]
        if "count" in self.roles:
            number = nw.col("number")
            sums += [number.sum(), number.count().alias("filled")]
        return held.group_by(*keys).agg(*sums)

    @property
    def _source(self) -> Any:  # noqa: ANN401 - a frame of either kind
        """The frame; of polars the lazy one, for the other would make each column."""
        polars = self.frame.implementation.is_polars()
        return self.frame.lazy() if polars else self.frame

    def _columns(self) -> Iterator[tuple[str, nw.Expr]]:
        for name in ("area", "offence"):
            yield name, nw.col(self.roles[name])
        if "count" in self.roles:
            yield "number", nw.col(self.roles["count"])
        if "period" in self.roles:
            yield "time", nw.col(self.roles["period"])
        else:
            day = nw.col(self.roles["date"]).dt
            yield "time", day.year() * MONTHS_IN_YEAR + day.month() - 1

    def _within(self, picked: Any) -> Any:  # noqa: ANN401 - a frame of either kind
        """Keep what lies within the periods, and what has no date, to be refused."""
        periods = self.span.periods
        if not periods or "period" in self.roles:
            return picked
        first, last = month_number(periods[0]), month_number(periods[-1])
        time = nw.col("time")
        inside = (time >= first) & (time < last + periods[-1].months)
        return picked.filter(time.is_null() | inside)


def _summed(frame: Any, keys: _Names, sums: _Names) -> Any:  # noqa: ANN401 - a frame of either kind
    return frame.group_by(*keys).agg(*(nw.col(name).sum() for name in sums))


def _fetched(frame: Any, keys: _Names, sums: _Names) -> Eager:  # noqa: ANN401 - a frame of either kind
    # DuckDB adds whole numbers up to ones of 128 bits, which Arrow takes for decimals.
    whole = (nw.col(name).cast(nw.Int64) for name in sums)
    return collected(frame.select(*keys, *whole))


def _fits(role: str, dtype: Any) -> bool:  # noqa: ANN401 - any narwhals type
    match role:
        case "count":
            return bool(dtype.is_integer())
        case "date":
            naive = isinstance(dtype, nw.Datetime) and dtype.time_zone is None
            return naive or dtype == nw.Date
        case _:
            return any(dtype == text for text in _TEXTS)
