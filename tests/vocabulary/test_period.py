"""A period is its first month and its length, however it is written."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import IncomparableError, InvalidValueError
from policing_indicators.strategies import periods
from policing_indicators.vocabulary.period import Comparability, Period
from policing_indicators.vocabulary.spelling import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    Spelling,
    month_after,
)

any_period = periods(first_year=FIRST_YEAR, last_year=LAST_YEAR)
short_periods = periods(first_year=2020, last_year=2023)
ONE_DAY = timedelta(days=1)


def months_of(period: Period) -> set[date]:
    return {month_after(period.start, month) for month in range(period.months)}


@pytest.mark.parametrize(
    ("period", "start", "end", "months", "text"),
    [
        (
            Period.financial_year(2024),
            date(2024, 4, 1),
            date(2025, 3, 31),
            12,
            "2024/25",
        ),
        (
            Period.financial_year(1999),
            date(1999, 4, 1),
            date(2000, 3, 31),
            12,
            "1999/2000",
        ),
        (
            Period.financial_quarter(2024, 1),
            date(2024, 4, 1),
            date(2024, 6, 30),
            3,
            "2024/25 Q1",
        ),
        (
            Period.financial_quarter(2024, 4),
            date(2025, 1, 1),
            date(2025, 3, 31),
            3,
            "2024/25 Q4",
        ),
        (
            Period.calendar_year(2024),
            date(2024, 1, 1),
            date(2024, 12, 31),
            12,
            "2024",
        ),
        (
            Period.month(2024, 2),
            date(2024, 2, 1),
            date(2024, 2, 29),
            1,
            "February 2024",
        ),
        (
            Period.year_ending(2024, 9),
            date(2023, 10, 1),
            date(2024, 9, 30),
            12,
            "year ending September 2024",
        ),
        (
            Period.financial_year_to_date(2024, 12),
            date(2024, 4, 1),
            date(2024, 12, 31),
            9,
            "April to December 2024",
        ),
        (
            Period.financial_year_to_date(2024, 2),
            date(2024, 4, 1),
            date(2025, 2, 28),
            11,
            "April 2024 to February 2025",
        ),
        (
            Period.financial_year_to_date(2024, 4),
            date(2024, 4, 1),
            date(2024, 4, 30),
            1,
            "April 2024",
        ),
        (Period(date(2024, 5, 1), 2), date(2024, 5, 1), date(2024, 6, 30), 2, None),
    ],
    ids=str,
)
def test_a_named_constructor_knows_its_months_and_its_text(
    period: Period, start: date, end: date, months: int, text: str | None
) -> None:
    assert (period.start, period.end, period.months) == (start, end, months)
    assert str(period) == (text or "May to June 2024")


@given(st.integers(FIRST_YEAR, LAST_YEAR - 1), st.integers(1, 12))
def test_the_financial_year_to_date_runs_from_april_to_its_month(
    year: int, month: int
) -> None:
    to_date = Period.financial_year_to_date(year, month)
    assert to_date.start == date(year, 4, 1)
    assert to_date.end.month == month
    assert to_date in Period.financial_year(year)


@given(st.integers(FIRST_YEAR, LAST_YEAR - 1))
def test_twelve_months_to_date_are_the_financial_year(year: int) -> None:
    assert Period.financial_year_to_date(year, 3) == Period.financial_year(year)


@given(any_period)
def test_the_text_of_a_period_reads_back_and_is_written_the_same_again(
    period: Period,
) -> None:
    again = Period.parse(str(period))
    assert again == period
    assert str(again) == str(period)


@given(any_period)
def test_the_expression_of_a_period_makes_it_again(period: Period) -> None:
    again = eval(repr(period), {"Period": Period})  # noqa: S307
    assert again == period
    assert repr(again) == repr(period)


@given(any_period)
def test_a_copy_is_equal_and_written_the_same(period: Period) -> None:
    for again in (
        pickle.loads(pickle.dumps(period)),  # noqa: S301
        copy.copy(period),
        copy.deepcopy(period),
        evolve(period),
    ):
        assert again == period
        assert again.spelling is period.spelling


@given(any_period)
def test_equality_order_and_hash_do_not_see_the_spelling(period: Period) -> None:
    plain = evolve(period, spelling=Spelling.SPAN)
    assert plain == period
    assert hash(plain) == hash(period)
    assert not plain < period
    assert plain <= period
    assert len({plain, period}) == 1


def test_year_ending_march_is_the_financial_year() -> None:
    assert Period.year_ending(2025, 3) == Period.financial_year(2024)
    assert str(Period.year_ending(2025, 3)) == "year ending March 2025"


def test_a_period_equals_nothing_but_a_period() -> None:
    texts: list[object] = ["2024", 2024, date(2024, 1, 1)]
    assert Period.calendar_year(2024) not in texts
    with pytest.raises(TypeError):
        Period.calendar_year(2024) < 2025  # type: ignore[operator]  # noqa: B015


@given(short_periods, short_periods)
def test_periods_are_ordered_by_start_then_by_length(one: Period, two: Period) -> None:
    by_hand = (one.start, one.months) < (two.start, two.months)
    assert (one < two) == by_hand
    assert (one > two) == ((one.start, one.months) > (two.start, two.months))
    assert (one <= two) == (by_hand or one == two)


@given(periods())
def test_the_year_before_has_the_same_months(period: Period) -> None:
    before = period.year_before
    assert before.start == period.start.replace(year=period.start.year - 1)
    assert before.months == period.months
    assert before.spelling is period.spelling


@given(periods())
def test_the_preceding_period_is_as_long_and_ends_where_this_one_starts(
    period: Period,
) -> None:
    before = period.preceding
    assert before.end + ONE_DAY == period.start
    assert before.months == period.months
    assert not before.overlaps(period)


@given(st.integers(1902, 2199), st.integers(1, 12))
def test_the_year_before_a_whole_year_is_the_preceding_one(
    year: int, month: int
) -> None:
    period = Period(date(year - 1, month, 1), MONTHS_IN_YEAR)
    assert Period.parse(str(period)).preceding == period.year_before


@pytest.mark.parametrize("neighbour", ["year_before", "preceding"])
def test_nothing_precedes_the_first_year_that_a_period_may_lie_in(
    neighbour: str,
) -> None:
    with pytest.raises(InvalidValueError, match="a period between 1900 and 2199"):
        getattr(Period.calendar_year(FIRST_YEAR), neighbour)


@given(periods())
def test_quarters_part_the_period_between_them_or_are_refused(period: Period) -> None:
    parted = (
        period.months % MONTHS_IN_QUARTER == 0
        and period.start.month % MONTHS_IN_QUARTER == 1
    )
    if not parted:
        with pytest.raises(InvalidValueError) as caught:
            _ = period.quarters
        assert caught.value.value == str(period)
        return
    quarters = period.quarters
    assert quarters[0].start == period.start
    assert quarters[-1].end == period.end
    for quarter, following in pairwise(quarters):
        assert following.preceding == quarter
    assert all(quarter.spelling is Spelling.FINANCIAL_QUARTER for quarter in quarters)


def test_the_quarters_of_a_financial_year_are_its_four() -> None:
    quarters = Period.financial_year(2024).quarters
    assert quarters == tuple(Period.financial_quarter(2024, q) for q in (1, 2, 3, 4))
    assert [str(quarter) for quarter in quarters] == [
        "2024/25 Q1",
        "2024/25 Q2",
        "2024/25 Q3",
        "2024/25 Q4",
    ]


def test_a_year_that_cuts_a_quarter_says_where_quarters_start() -> None:
    with pytest.raises(InvalidValueError) as caught:
        _ = Period.year_ending(2024, 8).quarters
    assert str(caught.value) == (
        "the period is 'year ending August 2024'; allowed: whole quarters that start "
        "in January, April, July or October"
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024/25", 2024),
        ("2024/25 Q1", 2024),
        ("2024/25 Q3", 2024),
        ("2024/25 Q4", 2025),
        ("2024", 2024),
        ("December 2024", 2024),
        ("January 2025", 2025),
        ("year ending June 2019", 2019),
        ("year ending May 2019", 2018),
        ("year ending September 2024", 2024),
        ("December 2024 to January 2025", 2025),
        ("November 2024 to January 2025", 2024),
    ],
)
def test_the_midpoint_of_a_period_lies_in_a_calendar_year(text: str, year: int) -> None:
    assert Period.parse(text).midpoint_year == year


@given(periods())
def test_the_midpoint_lies_within_the_period(period: Period) -> None:
    middle = period.start + (period.end + ONE_DAY - period.start) / 2
    assert abs(middle - date(period.midpoint_year, 7, 1)) <= timedelta(days=186)
    assert period.start.year <= period.midpoint_year <= period.end.year


@given(short_periods, short_periods)
def test_a_period_holds_another_when_it_holds_all_its_months(
    one: Period, two: Period
) -> None:
    assert (two in one) == (months_of(two) <= months_of(one))
    assert evolve(one) in one
    if two in one and one in two:
        assert one == two


@given(short_periods, short_periods)
def test_periods_overlap_when_they_share_a_month(one: Period, two: Period) -> None:
    assert one.overlaps(two) == bool(months_of(one) & months_of(two))
    assert one.overlaps(two) == two.overlaps(one)


@given(periods(), st.dates(date(1989, 1, 1), date(2051, 12, 31)))
def test_a_period_holds_a_day_when_it_holds_its_month(
    period: Period, day: date
) -> None:
    assert (day in period) == (day.replace(day=1) in months_of(period))


@given(periods())
def test_a_period_holds_its_first_and_last_day_and_not_their_neighbours(
    period: Period,
) -> None:
    assert period.start in period
    assert period.end in period
    assert period.start - ONE_DAY not in period
    assert period.end + ONE_DAY not in period


@pytest.mark.parametrize(
    "other",
    ["2024", datetime(2024, 5, 1), 2024, None],  # noqa: DTZ001
    ids=repr,
)
def test_what_is_neither_a_period_nor_a_day_is_not_looked_for(other: date) -> None:
    with pytest.raises(InvalidValueError, match="a period or a day"):
        _ = other in Period.calendar_year(2024)


SAME = Comparability.SAME_MONTHS
DIFFERENT = Comparability.DIFFERENT_MONTHS
OVERLAPPING = Comparability.OVERLAPPING


@pytest.mark.parametrize(
    ("earlier", "later", "choices", "outcome"),
    [
        ("2023/24", "2024/25", {}, SAME),
        ("2018/19", "2024/25", {}, SAME),
        ("2023/24 Q4", "2024/25 Q4", {}, SAME),
        ("September 2023", "September 2024", {}, SAME),
        ("April to December 2023", "April to December 2024", {}, SAME),
        ("2023/24", "2024/25", {"baseline": True}, SAME),
        ("2023/24", "2024/25", {"rolling": True}, SAME),
        ("year ending June 2019", "2024/25", {"baseline": True}, DIFFERENT),
        ("year ending June 2019", "2024/25", {"rolling": True}, DIFFERENT),
        ("year ending June 2024", "2024/25", {"rolling": True}, OVERLAPPING),
        ("2024", "2024/25", {"rolling": True, "baseline": True}, OVERLAPPING),
    ],
)
def test_like_compares_with_like_and_two_exceptions_are_made_by_name(
    earlier: str, later: str, choices: dict[str, bool], outcome: Comparability
) -> None:
    one, two = Period.parse(earlier), Period.parse(later)
    assert one.comparability(two, **choices) is outcome


@pytest.mark.parametrize(
    ("earlier", "later", "choices", "reason"),
    [
        ("2023/24", "2024/25 Q4", {}, "one is 12 months long, the other 3"),
        ("March 2024", "2024/25", {"rolling": True}, "one is 1 months long"),
        ("2024/25", "2023/24", {}, "the first does not start before the second"),
        ("2024/25", "2024/25", {"rolling": True}, "does not start before the second"),
        ("2023/24 Q3", "2023/24 Q4", {}, "they start in different months"),
        ("2023/24 Q3", "2023/24 Q4", {"rolling": True}, "start in different months"),
        ("2023/24 Q3", "2023/24 Q4", {"baseline": True}, "start in different months"),
        ("year ending June 2019", "2024/25", {}, "they start in different months"),
        ("year ending June 2024", "2024/25", {}, "they overlap"),
        ("year ending June 2024", "2024/25", {"baseline": True}, "they overlap"),
        ("January 2023 to June 2024", "January 2024 to June 2025", {}, "they overlap"),
    ],
)
def test_unlike_periods_do_not_compare_and_the_error_says_why(
    earlier: str, later: str, choices: dict[str, bool], reason: str
) -> None:
    one, two = Period.parse(earlier), Period.parse(later)
    with pytest.raises(IncomparableError) as caught:
        one.comparability(two, **choices)
    assert (caught.value.earlier, caught.value.later) == (earlier, later)
    assert reason in caught.value.reason


@given(periods())
def test_a_period_compares_with_the_year_before_unless_longer_than_a_year(
    period: Period,
) -> None:
    if period.months <= MONTHS_IN_YEAR:
        assert period.year_before.comparability(period) is SAME
    else:
        with pytest.raises(IncomparableError, match="they overlap"):
            period.year_before.comparability(period)


@given(
    one=short_periods,
    two=short_periods,
    rolling=st.booleans(),
    baseline=st.booleans(),
)
def test_of_two_periods_at_most_one_way_round_compares(
    one: Period, two: Period, *, rolling: bool, baseline: bool
) -> None:
    def compares(earlier: Period, later: Period) -> bool:
        try:
            earlier.comparability(later, rolling=rolling, baseline=baseline)
        except IncomparableError:
            return False
        return True

    assert not (compares(one, two) and compares(two, one))


class Day(date):
    """A date that another library derived, as those do that hold a clock still."""


VALID: dict[str, object] = {"start": date(2024, 4, 1), "months": 12}


@pytest.mark.parametrize(
    ("wrong", "field", "allowed"),
    [
        ({"start": date(2024, 4, 2)}, "start", "the first day of a month"),
        ({"start": datetime(2024, 4, 1)}, "start", "a date without a time"),  # noqa: DTZ001
        ({"start": "2024-04-01"}, "start", "a date without a time"),
        ({"start": None}, "start", "a date without a time"),
        ({"months": 0}, "months", "a whole number above zero"),
        ({"months": -1}, "months", "a whole number above zero"),
        ({"months": True}, "months", "a whole number above zero"),
        ({"months": 12.0}, "months", "a whole number above zero"),
        ({"months": float("nan")}, "months", "a whole number above zero"),
        ({"months": None}, "months", "a whole number above zero"),
        ({"months": "12"}, "months", "a whole number above zero"),
        ({"spelling": "month"}, "spelling", "Spelling.FINANCIAL_YEAR or "),
        ({"spelling": None}, "spelling", "Spelling.FINANCIAL_YEAR or "),
        ({"spelling": Spelling.MONTH}, "spelling", "one that fits 12 months from"),
        ({"spelling": Spelling.CALENDAR_YEAR}, "spelling", "one that fits 12 months"),
        ({"start": date(1899, 4, 1)}, "start", "a period between 1900 and 2199"),
        ({"start": date(2199, 4, 1)}, "start", "a period between 1900 and 2199"),
        ({"months": 10**400}, "start", "a period between 1900 and 2199"),
    ],
)
def test_a_period_that_is_none_is_refused(
    wrong: dict[str, object], field: str, allowed: str
) -> None:
    given: dict[str, Any] = VALID | wrong
    with pytest.raises(InvalidValueError) as caught:
        Period(**given)
    assert caught.value.noun == f"Period.{field}"
    assert caught.value.allowed.startswith(allowed)


@pytest.mark.parametrize(
    ("constructor", "arguments", "noun"),
    [
        (Period.financial_year, (24,), "year"),
        (Period.financial_year, (2200,), "year"),
        (Period.financial_year, (True,), "year"),
        (Period.financial_year, (2024.0,), "year"),
        (Period.financial_year, ("2024",), "year"),
        (Period.financial_year, (None,), "year"),
        (Period.financial_year, (LAST_YEAR,), "Period.start"),
        (Period.calendar_year, (1899,), "year"),
        (Period.financial_quarter, (2024, 0), "quarter"),
        (Period.financial_quarter, (2024, 5), "quarter"),
        (Period.financial_quarter, (2024, True), "quarter"),
        (Period.financial_quarter, (2024, 2.0), "quarter"),
        (Period.financial_quarter, ("2024", 2), "year"),
        (Period.financial_year_to_date, (2024, 0), "month"),
        (Period.financial_year_to_date, (2024, 13), "month"),
        (Period.financial_year_to_date, (1800, 3), "year"),
        (Period.month, (2024, 13), "month"),
        (Period.month, (2024, False), "month"),
        (Period.year_ending, (2024, None), "month"),
        (Period.year_ending, (FIRST_YEAR, 3), "Period.start"),
    ],
)
def test_a_named_constructor_refuses_what_is_no_year_quarter_or_month(
    constructor: Callable[..., Period], arguments: tuple[object, ...], noun: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        constructor(*arguments)
    assert caught.value.noun == noun


def test_whole_numbers_of_numpy_are_taken_as_pythons() -> None:
    quarter = Period.financial_quarter(np.int64(2024), np.int8(4))  # type: ignore[arg-type]
    assert quarter == Period.parse("2024/25 Q4")
    period = Period(date(2024, 4, 1), np.uint16(12))
    assert period == Period.financial_year(2024)
    assert type(period.months) is int
    for made in (
        Period.month(np.int32(2024), np.int32(9)),  # type: ignore[arg-type]
        Period.financial_year_to_date(np.int32(2024), np.int32(9)),  # type: ignore[arg-type]
        Period.year_ending(np.int32(2024), np.int32(9)),  # type: ignore[arg-type]
    ):
        assert Period.parse(str(made)) == made


def test_a_date_that_another_library_derived_is_a_day() -> None:
    assert Period(Day(2024, 4, 1), 12) == Period.financial_year(2024)
    assert Day(2024, 5, 1) in Period.financial_year(2024)


def test_a_period_does_not_change() -> None:
    period = Period.financial_year(2024)
    with pytest.raises(AttributeError):
        period.months = 6  # type: ignore[misc]  # frozen
    with pytest.raises(AttributeError):
        delattr(period, "start")
    with pytest.raises(AttributeError):
        period.edition = "Q4"  # type: ignore[attr-defined]
    assert not hasattr(period, "__dict__")
