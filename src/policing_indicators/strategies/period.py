"""Strategies for periods."""

from datetime import date

from hypothesis import strategies as st

from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import (
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    Spelling,
    fits,
)

LONGEST_SPAN = 36
"""Months: longer spans are legal and teach no more."""


@st.composite
def periods(
    draw: st.DrawFn, *, first_year: int = 1990, last_year: int = 2050
) -> Period:
    """Give periods of every kind, written in every way.

    Args:
        draw: Passed by hypothesis.
        first_year: The year in which the earliest starts, 1900 or later.
        last_year: The year in which the latest ends, 2199 at most.

    >>> from hypothesis import given
    >>> @given(periods(first_year=2012, last_year=2025))
    ... def test_a_period_ends_after_it_starts(period):
    ...     assert period.start < period.end
    >>> test_a_period_ends_after_it_starts()
    """
    year = draw(st.integers(first_year, last_year))
    month = draw(st.sampled_from([4, 1, 7, 10]) | st.integers(1, MONTHS_IN_YEAR))
    usual = st.sampled_from([MONTHS_IN_YEAR, MONTHS_IN_QUARTER, 1])
    months = draw(usual | st.integers(1, LONGEST_SPAN))
    left = (last_year - year + 1) * MONTHS_IN_YEAR - month + 1
    start, length = date(year, month, 1), min(months, left)
    ways = [way for way in Spelling if fits(start, length, way)]
    return Period(start, length, draw(st.sampled_from(ways)))
