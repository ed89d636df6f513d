"""A period is read as people write it, and never guessed."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    AmbiguousPeriodError,
    InvalidValueError,
    UnreadablePeriodError,
)
from policing_indicators.strategies import periods
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import Spelling

YEAR = Period.financial_year(2024)
QUARTER = Period.financial_quarter(2024, 4)
SEPTEMBER = Period.month(2024, 9)
YEAR_ENDING = Period.year_ending(2024, 9)
TO_DECEMBER = Period.financial_year_to_date(2024, 12)

READ = {
    "2024/25": YEAR,
    "2024-25": YEAR,
    "2024–25": YEAR,  # noqa: RUF001 - an en dash, as publishers write it
    "2024/2025": YEAR,
    "2024-2025": YEAR,
    "2024 / 25": YEAR,
    "  2024/25\n": YEAR,
    "FY2024/25": YEAR,
    "FY 2024-25": YEAR,
    "fy2024–25": YEAR,  # noqa: RUF001
    "financial year 2024/25": YEAR,
    "Financial Year 2024-2025": YEAR,
    "FY 2011-12": Period.financial_year(2011),
    "2011/12": Period.financial_year(2011),
    "2012-13": Period.financial_year(2012),
    "1999/2000": Period.financial_year(1999),
    "1999-00": Period.financial_year(1999),
    "1999/00": Period.financial_year(1999),
    "2024-25 Q4": QUARTER,
    "Q4 2024/25": QUARTER,
    "Q4 2024-25": QUARTER,
    "q4 2024–25": QUARTER,  # noqa: RUF001
    "2024/25 Q4": QUARTER,
    "2024/25, Q4": QUARTER,
    "2024/25Q4": QUARTER,
    "2024-25-Q4": QUARTER,
    "Q4, 2024/25": QUARTER,
    "Q4 of 2024/25": QUARTER,
    "Quarter 4 2024/25": QUARTER,
    "2024/25 quarter 4": QUARTER,
    "Q4 FY2024/25": QUARTER,
    "Q4 of FY 2024-25": QUARTER,
    "FY2024/25 Q4": QUARTER,
    "2024 - 25 Q 4": QUARTER,
    "2011-12 Q4": Period.financial_quarter(2011, 4),
    "2024": Period.calendar_year(2024),
    "calendar year 2024": Period.calendar_year(2024),
    "Sep 2024": SEPTEMBER,
    "Sept 2024": SEPTEMBER,
    "Sep. 2024": SEPTEMBER,
    "SEPTEMBER 2024": SEPTEMBER,
    "September, 2024": SEPTEMBER,
    "Sep-2024": SEPTEMBER,
    "2024-09": SEPTEMBER,
    "2024‑09": SEPTEMBER,  # noqa: RUF001 - a hyphen that does not break
    "September\N{NO-BREAK SPACE}2024": SEPTEMBER,
    "May 2024": Period.month(2024, 5),
    "2024-12": Period.month(2024, 12),
    "1999-12": Period.month(1999, 12),
    "year ending September 2024": YEAR_ENDING,
    "Year  ending  Sep  2024": YEAR_ENDING,
    "year-ending September 2024": YEAR_ENDING,
    "year ending 30 September 2024": YEAR_ENDING,
    "year ending 30th September 2024": YEAR_ENDING,
    "year ended September 2024": YEAR_ENDING,
    "year end September 2024": YEAR_ENDING,
    "year to September 2024": YEAR_ENDING,
    "YE Sep 2024": YEAR_ENDING,
    "Y/E 30 Sept 2024": YEAR_ENDING,
    "12 months to September 2024": YEAR_ENDING,
    "12 months ending Sep 2024": YEAR_ENDING,
    "12 months ended 30 September 2024": YEAR_ENDING,
    "twelve months to September 2024": YEAR_ENDING,
    "year ending 29 February 2024": Period.year_ending(2024, 2),
    "year ending 28 February 2023": Period.year_ending(2023, 2),
    "April to December 2024": TO_DECEMBER,
    "Apr to Dec 2024": TO_DECEMBER,
    "April-December 2024": TO_DECEMBER,
    "April – December 2024": TO_DECEMBER,  # noqa: RUF001
    "Apr–Dec 2024": TO_DECEMBER,  # noqa: RUF001
    "April 2024 to December 2024": TO_DECEMBER,
    "1 April to 31 December 2024": TO_DECEMBER,
    "1 April 2024 to 31 March 2025": YEAR,
    "1st April 2024 - 31st March 2025": YEAR,
    "April 2024 to March 2025": YEAR,
    "2024-04-01/2025-03-31": YEAR,
    "2024-04-01 to 2025-03-31": YEAR,
    "2024-04-01 - 2025-03-31": YEAR,
    "2024-04/2025-03": YEAR,
    "2024-04 to 2025-03": YEAR,
    "2024-09-01/2024-09-30": SEPTEMBER,
}


@pytest.mark.parametrize(("text", "period"), READ.items(), ids=list(READ))
def test_what_people_write_is_read(text: str, period: Period) -> None:
    assert Period.parse(text) == period


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("FY 2024-25", Spelling.FINANCIAL_YEAR),
        ("Quarter 4 2024/25", Spelling.FINANCIAL_QUARTER),
        ("calendar year 2024", Spelling.CALENDAR_YEAR),
        ("2024-09", Spelling.MONTH),
        ("12 months to March 2025", Spelling.YEAR_ENDING),
        ("April 2024 to March 2025", Spelling.SPAN),
        ("2024-04-01/2025-03-31", Spelling.SPAN),
    ],
)
def test_what_is_read_is_printed_in_the_way_it_was_written(
    text: str, spelling: Spelling
) -> None:
    assert Period.parse(text).spelling is spelling


@given(
    periods(first_year=1900, last_year=2199),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.sampled_from(["-", "–", " - ", " – ", "—"]),  # noqa: RUF001
    st.sampled_from([" ", "  ", "\t", "\N{NO-BREAK SPACE}"]),
)
def test_case_blanks_and_the_kind_of_dash_make_no_difference(
    period: Period, case: Callable[[str], str], dash: str, blank: str
) -> None:
    text = case(str(period)).replace(" ", blank)
    assert Period.parse(f"{blank}{text}{blank}") == period
    if period.spelling is Spelling.SPAN:
        assert Period.parse(case(str(period)).replace(" TO ", dash)) == period


@given(st.integers(1900, 2198), st.sampled_from(["{}/{}", "{}-{}", "FY {} – {}"]))  # noqa: RUF001
def test_a_financial_year_with_both_years_in_full_reads_one_way(
    year: int, form: str
) -> None:
    assert Period.parse(form.format(year, year + 1)) == Period.financial_year(year)


@pytest.mark.parametrize("year", range(2000, 2012))
def test_a_text_that_is_a_month_or_a_financial_year_is_refused_naming_both(
    year: int,
) -> None:
    text = f"{year}-{(year + 1) % 100:02}"
    with pytest.raises(AmbiguousPeriodError) as caught:
        Period.parse(text)
    readings = tuple(map(Period.parse, caught.value.readings))
    assert caught.value.text == text
    assert readings == (
        Period.financial_year(year),
        Period.month(year, (year + 1) % 100),
    )


@given(st.integers(1900, 2198), st.integers(1, 12))
def test_a_month_in_figures_is_read_or_refused_as_ambiguous_but_never_guessed(
    year: int, month: int
) -> None:
    text = f"{year}-{month:02}"
    if (year + 1) % 100 == month:
        with pytest.raises(AmbiguousPeriodError):
            Period.parse(text)
    else:
        assert Period.parse(text) == Period.month(year, month)


@pytest.mark.parametrize(
    "text", ["Q4 2024", "2024 Q4", "2024Q4", "quarter 4 of 2024", "2024-Q4", "q4, 2024"]
)
def test_a_quarter_of_one_year_is_refused_naming_both_quarters(text: str) -> None:
    with pytest.raises(AmbiguousPeriodError) as caught:
        Period.parse(text)
    assert caught.value.readings == ("2024/25 Q4", "October to December 2024")


@given(st.integers(1900, 2198), st.integers(1, 4))
def test_each_offered_spelling_of_an_ambiguous_quarter_reads_one_way(
    year: int, quarter: int
) -> None:
    with pytest.raises(AmbiguousPeriodError) as caught:
        Period.parse(f"Q{quarter} {year}")
    financial, calendar = map(Period.parse, caught.value.readings)
    assert financial == Period.financial_quarter(year, quarter)
    assert calendar == Period.calendar_year(year).quarters[quarter - 1]
    assert calendar in Period.calendar_year(year)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "24/25",
        "202",
        "20245",
        "2024/26",
        "2024-26",
        "2024/2026",
        "2024/24",
        "2024/09",
        "2024-00",
        "2024-13",
        "2024-9",
        "2024/25 Q0",
        "2024/25 Q5",
        "Q5 2024",
        "Q 2024/25",
        "FY2024",
        "Septober 2024",
        "September",
        "September 24",
        "30 September 2024",
        "2024-09-30",
        "year ending 2024",
        "year ending 29 September 2024",
        "year ending 31 September 2024",
        "year ending 0 September 2024",
        "year ending 28 February 2024",
        "year ending 29 February 2023",
        "year ending Q2 2024",
        "year to date",
        "2 April 2024 to 31 March 2025",
        "1 April 2024 to 30 March 2025",
        "0 April 2024 to 31 March 2025",
        "December to April 2024",
        "April 2025 to March 2024",
        "2024-04-02/2025-03-31",
        "2024-04-01/2025-03-30",
        "2025-04-01/2025-03-31",
        "2024-04-01/2025-02-29",
        "2024-13/2025-03",
        "2025-03/2024-04",
        "1899",
        "2200",
        "0000",
        "9999/00",
        "year ending 31 December 9999",
        "9999-01-01/9999-12-31",
        "January to December 9999",
        "0001-01",
        "year ending January 1900",
        "2199/00",
        "٢٠٢٤",
        "２０２４",  # noqa: RUF001 - digits, but none that are written here
        "2024/25; DROP TABLE",
    ],
)
def test_what_is_no_period_is_refused_with_examples_that_read(text: str) -> None:
    with pytest.raises(UnreadablePeriodError) as caught:
        Period.parse(text)
    assert caught.value.text == text
    examples = caught.value.allowed.split("'")[1::2]
    assert len(examples) == 7
    for example in examples:
        assert Period.parse(example).months > 0


@given(st.text(alphabet="0123456789 /-QqFYyearndigtoSpMmbc.,", max_size=24))
def test_any_text_is_read_or_refused_by_our_own_error(text: str) -> None:
    with suppress(AmbiguousPeriodError, UnreadablePeriodError):
        period = Period.parse(text)
        assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text", [2024, 2024.0, None, float("nan"), b"2024", ["2024"]], ids=repr
)
def test_what_is_no_text_is_not_read(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Period.parse(text)
    assert str(caught.value).startswith(f"the text of a period is {text!r}")
