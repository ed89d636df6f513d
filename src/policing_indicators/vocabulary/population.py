"""How many people, or households, a rate is counted over."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from attrs import field, frozen

from policing_indicators.errors import (
    DuplicateError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.source import Source
from policing_indicators.vocabulary.spelling import MONTH_NAMES

_MID_YEAR = date(2024, 6, 30)
"""The day, in whichever year, for which the mid-year estimates of ONS stand."""


class DenominatorKind(ClosedSet):
    """What a rate or a proportion is counted over."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    PEOPLE_UNDER_25 = "people under 25"
    RESPONSES = "valid responses"
    REPORTS = "reports"
    OFFENCES = "offences"
    BUSINESSES = "businesses"


@frozen
class Population:
    """The size of a population in an area on a day, as one edition estimates it.

    Attributes:
        area: The area's id.
        kind: Whom or what it counts.
        reference_date: The day it stands for: 30 June for a mid-year estimate.
        edition: The edition of the estimates. Editions do not mix: mid-2024 of one
            against mid-2023 of another shows growth that neither shows.
        value: How many, unrounded where the publisher gives it so.
        source: Where it was published.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> estimates = Source("ONS", "Mid-year population estimates")
    >>> kent = Population.mid_year(
    ...     "kent", 2024, 1_931_684, edition="mid-2024", source=estimates
    ... )
    >>> kent.label
    'mid-2024'
    """

    area: str = field(validator=requirement.identifier)
    kind: DenominatorKind = field(validator=requirement.kind(DenominatorKind))
    reference_date: date = field(validator=requirement.day)
    edition: str = field(validator=requirement.line)
    value: int = field(converter=requirement.as_whole, validator=requirement.natural)
    source: Source = field(validator=requirement.kind(Source))

    @classmethod
    def mid_year(
        cls, area: str, year: int, value: int, *, edition: str, source: Source
    ) -> Self:
        """Make a mid-year estimate of people, which stands for 30 June."""
        month = Period.month(year, _MID_YEAR.month)
        return cls(area, DenominatorKind.PEOPLE, month.end, edition, value, source)

    @property
    def label(self) -> str:
        """The day as it is printed beside a rate, such as ``mid-2024``."""
        day = self.reference_date
        if (day.month, day.day) == (_MID_YEAR.month, _MID_YEAR.day):
            return f"mid-{day.year}"
        return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _rows(populations: Iterable[Population]) -> tuple[Population, ...]:
    return requirement.items(populations)


@frozen(repr=False)
class Populations:
    """Every population there is to choose from, and the rule that chooses.

    Attributes:
        rows: The populations; no two of one area, kind, day and edition.

    Raises:
        InvalidValueError: A row is no population.
        DuplicateError: Two rows stand for the same.

    >>> estimates = Source("ONS", "Mid-year population estimates")
    >>> populations = Populations(
    ...     Population.mid_year("kent", year, value, edition="2024", source=estimates)
    ...     for year, value in [(2022, 1_877_110), (2023, 1_897_051)]
    ... )
    >>> populations.for_period("kent", Period.financial_year(2023)).label
    'mid-2023'
    """

    rows: tuple[Population, ...] = field(
        converter=_rows,
        validator=requirement.each(requirement.kind(Population)),
    )
    _by_area: dict[str, list[Population]] = field(init=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Index the rows by area."""
        seen: set[tuple[str, DenominatorKind, date, str]] = set()
        for row in self.rows:
            key = (row.area, row.kind, row.reference_date, row.edition)
            if key in seen:
                what = f"{row.area}, {row.kind.value}, {row.label}, {row.edition}"
                raise DuplicateError(what, "the populations")
            seen.add(key)
            self._by_area.setdefault(row.area, []).append(row)

    def __contains__(self, population: object) -> bool:
        """Say whether a population is one of these."""
        return population in self.rows

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Population]:
        """Give the rows in their order."""
        return iter(self.rows)

    def __repr__(self) -> str:
        """Say how many rows there are: there are too many to write."""
        return f"<Populations of {len(self.rows):,} rows>"

    def for_period(
        self,
        area: str,
        period: Period,
        *,
        kind: DenominatorKind = DenominatorKind.PEOPLE,
        edition: str | None = None,
    ) -> Population:
        """Choose the population that a period's rate is counted over.

        It is the estimate for the calendar year that holds the period's midpoint
        (2024/25: mid-2024), else the latest before it. Where two editions have that
        day, the one released later is taken.

        Args:
            area: The area's id.
            period: The period of the count.
            kind: What to count over.
            edition: Take from this edition alone.

        Raises:
            MissingDataError: There is none, as for British Transport Police, which
                serves no resident population.
            InvalidValueError: Two editions have that day and none is known to be
                released later, so the edition must be named.
        """
        year = period.midpoint_year
        rows = [
            row
            for row in self._by_area.get(area, ())
            if row.kind is kind
            and row.reference_date.year <= year
            and edition in (None, row.edition)
        ]
        if not rows:
            what = f"the population ({kind.value}) of {area} for {period}"
            raise MissingDataError(what, self._why_none(area, kind, edition))
        return _only_latest(rows)

    def _why_none(self, area: str, kind: DenominatorKind, edition: str | None) -> str:
        of_area = self._by_area.get(area, [])
        if not of_area:
            return "none is held, as for a force that serves no resident population"
        of_kind = [row for row in of_area if row.kind is kind]
        if not of_kind:
            kinds = dict.fromkeys(row.kind.value for row in of_area)
            return f"what is held for that area counts {' and '.join(kinds)}"
        of_edition = [row for row in of_kind if edition in (None, row.edition)]
        if not of_edition:
            editions = dict.fromkeys(repr(row.edition) for row in of_kind)
            return f"the editions held are {' and '.join(editions)}, not {edition!r}"
        earliest = min(of_edition, key=_day)
        return f"the earliest estimate held is that of {earliest.label}"


def _day(row: Population) -> date:
    return row.reference_date


def _recency(row: Population) -> tuple[date, date]:
    return row.reference_date, row.source.released or date.min


def _only_latest(rows: list[Population]) -> Population:
    newest = max(map(_recency, rows))
    latest = [row for row in rows if _recency(row) == newest]
    if len(latest) > 1:
        editions = " or ".join(repr(row.edition) for row in latest)
        raise InvalidValueError("edition", None, f"{editions}: both are of one day")
    return latest[0]
