"""Months are counted and written in one place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.strategies import periods
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    MONTH_NAMES,
    Spelling,
    fits,
    month_after,
    months_between,
    write,
)

firsts = st.dates(date(1900, 1, 1), date(2199, 12, 1)).map(
    lambda day: day.replace(day=1)
)
months = st.integers(-500, 500)


@given(firsts, months)
def test_going_as_many_months_back_leads_where_one_started(
    start: date, count: int
) -> None:
    assert month_after(month_after(start, count), -count) == start


@given(firsts, months, months)
def test_months_add(start: date, one: int, two: int) -> None:
    assert month_after(month_after(start, one), two) == month_after(start, one + two)


@given(firsts, months)
def test_there_are_as_many_months_between_as_one_has_gone(
    start: date, count: int
) -> None:
    assert months_between(start, month_after(start, count)) == count


@given(st.dates(), st.dates())
def test_months_are_counted_from_month_to_month_whatever_the_days(
    one: date, two: date
) -> None:
    assert months_between(one, two) == -months_between(two, one)
    first = one.replace(day=1)
    assert months_between(first, two.replace(day=1)) == months_between(one, two)


@given(firsts)
def test_twelve_months_are_a_year(start: date) -> None:
    assert month_after(start, 12) == start.replace(year=start.year + 1)


def test_after_december_comes_january() -> None:
    assert month_after(date(2024, 12, 1), 1) == date(2025, 1, 1)
    assert month_after(date(2024, 1, 1), -1) == date(2023, 12, 1)


def test_the_names_of_the_months_are_english_whatever_the_locale() -> None:
    assert MONTH_NAMES[0] == "January"
    assert MONTH_NAMES[11] == "December"
    assert len(set(MONTH_NAMES)) == 12


@pytest.mark.parametrize(
    ("start", "length", "spellings"),
    [
        (
            date(2024, 4, 1),
            12,
            {Spelling.FINANCIAL_YEAR, Spelling.YEAR_ENDING, Spelling.SPAN},
        ),
        (
            date(2024, 1, 1),
            12,
            {Spelling.CALENDAR_YEAR, Spelling.YEAR_ENDING, Spelling.SPAN},
        ),
        (date(2024, 5, 1), 12, {Spelling.YEAR_ENDING, Spelling.SPAN}),
        (date(2024, 10, 1), 3, {Spelling.FINANCIAL_QUARTER, Spelling.SPAN}),
        (date(2024, 11, 1), 3, {Spelling.SPAN}),
        (date(2024, 4, 1), 1, {Spelling.MONTH, Spelling.SPAN}),
        (date(2024, 4, 1), 24, {Spelling.SPAN}),
    ],
)
def test_a_period_can_be_written_in_the_ways_that_fit_it(
    start: date, length: int, spellings: set[Spelling]
) -> None:
    assert {way for way in Spelling if fits(start, length, way)} == spellings


@given(periods())
def test_every_way_that_fits_writes_a_text_that_reads_back(period: Period) -> None:
    for way in Spelling:
        if fits(period.start, period.months, way):
            assert Period.parse(write(period.start, period.months, way)) == period
