"""What is asked of an engine: incidents, counted by area, code of offence and time."""

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals as nw
from attrs import frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.frames.counting_span import CountingSpan, month_number
from policing_indicators.frames.offences import UNMAPPED, Offences
from policing_indicators.tables.frame_source import Frame, collected
from policing_indicators.vocabulary.spelling import MONTHS_IN_YEAR

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

    def rows(self) -> list[tuple[Any, ...]]:
        """Count on the engine, and fetch the counts.

        Returns:
            Of each count: the area, the code, the month's number or the period's text,
            the count, and how many incidents it is of and how many of them have one.
        """
        keys = ("area", "code", "time")
        coded = self._by_offence().with_columns(self.offences.code("offence").alias("code"))
        return collected(_summed(coded, keys)).select(*keys, *_SUMS).rows()

    def unmapped(self) -> list[tuple[str, int]]:
        """Fetch the offences that the mapping does not name, with their incidents."""
        code = self.offences.code("offence")
        others = self._by_offence().filter(code == UNMAPPED)
        counted = collected(_summed(others, ("offence",)))
        rows = counted.select("offence", "incidents").rows()
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:_MOST_UNMAPPED]

    def _by_offence(self) -> Any:  # noqa: ANN401 - a frame of either kind
        """Count by the offence as it stands: only then is each looked up, once."""
        source: Any = self.frame
        picked = source.select(**dict(self._columns()))
        held = self._within(picked)
        keys = ("area", "offence", "time")
        number = nw.col("number").sum() if "count" in self.roles else nw.len()
        filled = nw.col("number").count() if "count" in self.roles else nw.len()
        return held.group_by(*keys).agg(
            number.alias("number"), nw.len().alias("incidents"), filled.alias("filled")
        )

    def _columns(self) -> Iterator[tuple[str, nw.Expr]]:
        yield "area", nw.col(self.roles["area"])
        yield "offence", nw.col(self.roles["offence"])
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


_SUMS = ("number", "incidents", "filled")


def _summed(frame: Any, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 - a frame of either kind
    return frame.group_by(*keys).agg(*(nw.col(name).sum() for name in _SUMS))


def _fits(role: str, dtype: Any) -> bool:  # noqa: ANN401 - any narwhals type
    match role:
        case "count":
            return bool(dtype.is_integer())
        case "date":
            naive = isinstance(dtype, nw.Datetime) and dtype.time_zone is None
            return naive or dtype == nw.Date
        case _:
            return any(dtype == text for text in _TEXTS)
