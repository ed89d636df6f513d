"""Whole calendar months, as people write them."""

from datetime import date, timedelta
from typing import Self

from attrs import evolve, field, frozen

from policing_indicators.errors import IncomparableError, InvalidValueError
from policing_indicators.vocabulary import reading, requirement, spelling
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.spelling import (
    FINANCIAL_START,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    Spelling,
    month_after,
)


class Comparability(ClosedSet):
    """How two periods that compare lie to each other."""

    SAME_MONTHS = "same months"
    DIFFERENT_MONTHS = "different months"
    OVERLAPPING = "overlapping"


class Incomparability(ClosedSet):
    """Why two periods do not compare."""

    DIFFERENT_LENGTHS = "different lengths"
    NOT_EARLIER = "not earlier"
    OVERLAPPING = "overlapping"
    DIFFERENT_START_MONTHS = "different start months"


@frozen(order=True, repr=False)
class Period:
    """A run of whole calendar months.

    A period is its first month and its length: year ending March 2025 equals
    2024/25. It is printed as it was constructed, and ordered by start, then length.

    Attributes:
        start: The first day of the first month.
        months: How many months, one or more.
        spelling: How the period is written; no part of what it is.

    Raises:
        InvalidValueError: The start is not the first of a month, the length is no
            positive whole number, or the spelling does not fit.

    >>> print(Period.parse("Q4 2024/25"))
    2024/25 Q4
    >>> Period.year_ending(2025, 3) == Period.financial_year(2024)
    True
    """

    start: date = field(validator=requirement.day)
    months: int = field(converter=requirement.as_whole, validator=requirement.positive)
    spelling: Spelling = field(
        default=Spelling.SPAN, eq=False, validator=requirement.kind(Spelling)
    )

    def __attrs_post_init__(self) -> None:
        """Hold the start to a first of the month and the spelling to what fits."""
        if self.start.day != 1:
            requirement.refuse(self, "start", self.start, "the first day of a month")
        last = self.start.year + (self.start.month + self.months - 2) // MONTHS_IN_YEAR
        if self.start.year < FIRST_YEAR or last > LAST_YEAR:
            allowed = f"a period between {FIRST_YEAR} and {LAST_YEAR}"
            requirement.refuse(self, "start", self.start, allowed)
        if not spelling.fits(self.start, self.months, self.spelling):
            allowed = f"one that fits {self.months} months from {self.start}"
            requirement.refuse(self, "spelling", self.spelling, allowed)

    @classmethod
    def financial_year(cls, year: int) -> Self:
        """Make the year from April of the given year to March of the next."""
        return cls(
            _first(year, FINANCIAL_START), MONTHS_IN_YEAR, Spelling.FINANCIAL_YEAR
        )

    @classmethod
    def financial_quarter(cls, year: int, quarter: int) -> Self:
        """Make a quarter of a financial year; the first is April to June.

        Args:
            year: The calendar year in which the financial year starts.
            quarter: One to four.
        """
        months = MONTHS_IN_QUARTER * (_within("quarter", quarter, 1, 4) - 1)
        start = month_after(_first(year, FINANCIAL_START), months)
        return cls(start, MONTHS_IN_QUARTER, Spelling.FINANCIAL_QUARTER)

    @classmethod
    def financial_year_to_date(cls, year: int, month: int) -> Self:
        """Make April to the end of a month of the same financial year.

        Args:
            year: The calendar year in which the financial year starts.
            month: The last month, 1 to 12; January to March fall in the next year.
        """
        last = _within("month", month, 1, MONTHS_IN_YEAR)
        months = (last - FINANCIAL_START) % MONTHS_IN_YEAR + 1
        return cls(_first(year, FINANCIAL_START), months)

    @classmethod
    def calendar_year(cls, year: int) -> Self:
        """Make January to December of a year."""
        return cls(_first(year, 1), MONTHS_IN_YEAR, Spelling.CALENDAR_YEAR)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Make one calendar month."""
        return cls(_first(year, month), 1, Spelling.MONTH)

    @classmethod
    def year_ending(cls, year: int, month: int) -> Self:
        """Make the twelve months that end with the given month."""
        start = month_after(_first(year, month), 1 - MONTHS_IN_YEAR)
        return cls(start, MONTHS_IN_YEAR, Spelling.YEAR_ENDING)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period as people write it.

        Args:
            text: For example ``2024/25``, ``2024-25 Q4``, ``Q4 2024/25``, ``2024``,
                ``Sep 2024``, ``2024-09``, ``year ending September 2024``,
                ``YE Sep 2024``, ``April to December 2024``,
                ``2024-04-01/2025-03-31``. Case, blanks and the kind of dash make no
                difference.

        Raises:
            InvalidValueError: It is no text.
            AmbiguousPeriodError: The text reads two ways, as ``2011-12`` does.
            UnreadablePeriodError: The text is no period.
        """
        return cls(*reading.read(text))

    @property
    def end(self) -> date:
        """The last day of the last month."""
        return month_after(self.start, self.months) - timedelta(days=1)

    @property
    def year_before(self) -> Self:
        """The same months a year earlier.

        Raises:
            InvalidValueError: That is before 1900.
        """
        return self._moved(-MONTHS_IN_YEAR)

    @property
    def preceding(self) -> Self:
        """The period of the same length that ends where this one starts.

        Raises:
            InvalidValueError: That is before 1900.
        """
        return self._moved(-self.months)

    @property
    def quarters(self) -> tuple["Period", ...]:
        """The quarters that make up the period, earliest first.

        Raises:
            InvalidValueError: The period is not a whole number of financial quarters.
        """
        if self.months % MONTHS_IN_QUARTER or self.start.month % MONTHS_IN_QUARTER != 1:
            allowed = "whole quarters that start in January, April, July or October"
            raise InvalidValueError("the period", str(self), allowed)
        return tuple(
            Period(
                month_after(self.start, months),
                MONTHS_IN_QUARTER,
                Spelling.FINANCIAL_QUARTER,
            )
            for months in range(0, self.months, MONTHS_IN_QUARTER)
        )

    @property
    def midpoint_year(self) -> int:
        """The calendar year that holds the period's midpoint.

        Where the midpoint is the midnight between two years, as for a year ending
        June, it is the later of them.
        """
        return month_after(self.start, self.months // 2).year

    def __contains__(self, other: "Period | date") -> bool:
        """Say whether a period or a day lies wholly within this one.

        Raises:
            InvalidValueError: What is asked for is neither, but a text or a time, say.
        """
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        if not requirement.is_day(other):
            raise InvalidValueError("what lies in a period", other, "a period or a day")
        return self.start <= other <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Say whether the two periods share a month."""
        return self.start <= other.end and other.start <= self.end

    def comparability(
        self, later: "Period", *, rolling: bool = False, baseline: bool = False
    ) -> Comparability:
        """Say how a later period compares with this one, or refuse.

        Like compares with like: the same number of months, from the same start
        month, without overlap. Two exceptions are made by name.

        Args:
            later: The later period.
            rolling: Allow two runs of twelve months with any start months, which
                may overlap.
            baseline: This is a declared baseline of twelve months, against which any
                twelve months that do not overlap it may stand.

        Raises:
            IncomparableError: The two do not compare; the reason says why.
        """
        unlike = self.incomparability(later, rolling=rolling, baseline=baseline)
        if unlike is not None:
            reason = _why(unlike, self, later)
            raise IncomparableError(str(self), str(later), reason)
        if self.overlaps(later):
            return Comparability.OVERLAPPING
        if self.start.month != later.start.month:
            return Comparability.DIFFERENT_MONTHS
        return Comparability.SAME_MONTHS

    def incomparability(
        self, later: "Period", *, rolling: bool = False, baseline: bool = False
    ) -> Incomparability | None:
        """Say why a later period does not compare with this one, if it does not.

        The arguments are those of :meth:`comparability`.
        """
        if self.months != later.months:
            return Incomparability.DIFFERENT_LENGTHS
        if self.start >= later.start:
            return Incomparability.NOT_EARLIER
        whole_years = self.months == MONTHS_IN_YEAR
        if rolling and whole_years:
            return None
        if self.overlaps(later):
            return Incomparability.OVERLAPPING
        same_months = self.start.month == later.start.month
        if same_months or (baseline and whole_years):
            return None
        return Incomparability.DIFFERENT_START_MONTHS

    def __str__(self) -> str:
        """Write the period as it was constructed; the text parses back."""
        return spelling.write(self.start, self.months, self.spelling)

    def __repr__(self) -> str:
        """Write an expression that makes the period again."""
        return f"Period.parse({str(self)!r})"

    def _moved(self, months: int) -> Self:
        return evolve(self, start=month_after(self.start, months))


def _first(year: int, month: int) -> date:
    return date(
        _within("year", year, FIRST_YEAR, LAST_YEAR),
        _within("month", month, 1, MONTHS_IN_YEAR),
        1,
    )


def _within(noun: str, value: int, lowest: int, highest: int) -> int:
    whole = requirement.as_whole(value)
    if type(whole) is not int or not lowest <= whole <= highest:
        allowed = f"a whole number from {lowest} to {highest}"
        raise InvalidValueError(noun, value, allowed)
    return whole


def _why(unlike: Incomparability, earlier: Period, later: Period) -> str:
    match unlike:
        case Incomparability.DIFFERENT_LENGTHS:
            return f"one is {earlier.months} months long, the other {later.months}"
        case Incomparability.NOT_EARLIER:
            return "the first does not start before the second"
        case Incomparability.OVERLAPPING:
            return (
                "they overlap; only rolling years may, and only when that is asked for"
            )
        case Incomparability.DIFFERENT_START_MONTHS:
            return "they start in different months; compare with the same months"
