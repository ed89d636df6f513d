"""Observations as columns."""

from collections.abc import Sequence
from datetime import date
from typing import Self

import numpy as np
from attrs import fields, frozen

from policing_indicators.tables.columns import counts
from policing_indicators.tables.columns.coded import (
    Coded,
    Rows,
    coded,
    joined,
    narrowed,
)
from policing_indicators.tables.columns.counts import Counts
from policing_indicators.tables.columns.text_table import Lines
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

NO_LINE = 0
"""Stands where a figure is from no one line."""


def spelt(period: Period) -> tuple[Period, str]:
    """Tell periods apart that are equal and are written differently."""
    return period, period.spelling.value


def exact(number: float | None) -> str:
    """Tell numbers apart that are equal and are written differently."""
    return repr(number)


@frozen(eq=False, kw_only=True)
class Columns:
    """The fields of observations, each a column.

    Attributes:
        indicator: The indicators' ids.
        area: The areas' ids.
        period: The periods, as they were written.
        count: The counts.
        denominator: What counts are out of.
        value: The figures published without their counts.
        missing: Why there is no figure.
        status: What state the figures are in.
        as_at: The vintages.
        source: The sources.
        note: The notes.
        file: The files that figures were read from.
        line: Their lines in these.
    """

    indicator: Coded[str]
    area: Coded[str]
    period: Coded[Period]
    count: Counts
    denominator: Coded[int | float | None]
    value: Coded[int | float | None]
    missing: Coded[MissingReason | None]
    status: Coded[Status]
    as_at: Coded[date | None]
    source: Coded[str]
    note: Coded[str]
    file: Coded[str | None]
    line: Lines

    @classmethod
    def of(cls, observations: Sequence[Observation]) -> Self:
        """Take observations apart."""
        origins = [each.origin for each in observations]
        lines = [each.line or NO_LINE if each else NO_LINE for each in origins]
        return cls(
            indicator=coded(each.indicator for each in observations),
            area=coded(each.area for each in observations),
            period=coded((each.period for each in observations), key=spelt),
            count=Counts.of(each.count for each in observations),
            denominator=coded((each.denominator for each in observations), key=exact),
            value=coded((each.value for each in observations), key=exact),
            missing=coded(each.missing for each in observations),
            status=coded(each.status for each in observations),
            as_at=coded(each.as_at for each in observations),
            source=coded(each.source for each in observations),
            note=coded(each.note for each in observations),
            file=coded(each.file if each else None for each in origins),
            line=narrowed(np.array(lines, dtype=np.int64)),
        )

    @classmethod
    def joined(cls, several: Sequence[Self]) -> Self:
        """Put columns one under another."""
        return cls(
            indicator=joined([each.indicator for each in several]),
            area=joined([each.area for each in several]),
            period=joined([each.period for each in several], key=spelt),
            count=counts.joined([each.count for each in several]),
            denominator=joined([each.denominator for each in several], key=exact),
            value=joined([each.value for each in several], key=exact),
            missing=joined([each.missing for each in several]),
            status=joined([each.status for each in several]),
            as_at=joined([each.as_at for each in several]),
            source=joined([each.source for each in several]),
            note=joined([each.note for each in several]),
            file=joined([each.file for each in several]),
            line=np.concatenate([each.line for each in several]),
        )

    @property
    def nbytes(self) -> int:
        """How many bytes the columns take, apart from their distinct values."""
        every = [getattr(self, each.name) for each in fields(Columns)]
        return sum(column.nbytes for column in every)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.line)

    def row(self, row: int) -> Observation:
        """Put an observation together again."""
        file, line = self.file[row], int(self.line[row])
        return Observation(
            self.indicator[row],
            self.area[row],
            self.period[row],
            count=self.count[row],
            denominator=self.denominator[row],
            value=self.value[row],
            missing=self.missing[row],
            status=self.status[row],
            as_at=self.as_at[row],
            source=self.source[row],
            note=self.note[row],
            origin=None if file is None else Origin(file, line or None),
        )

    def taken(self, rows: Rows) -> Self:
        """Give the columns of some rows."""
        every = {each.name: getattr(self, each.name) for each in fields(Columns)}
        line = every.pop("line")
        kept = {name: column.taken(rows) for name, column in every.items()}
        return type(self)(**kept, line=line[rows])
