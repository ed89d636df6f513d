from datetime import date

import pytest
from hypothesis import given

from policing_indicators import strategies
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind, Population
from policing_indicators.vocabulary.source import Source
from policing_indicators.wording import dates
from policing_indicators.wording.house_style import HouseStyle, house_style

WELSH = HouseStyle(
    language="cy",
    phrases={
        "month": {"june": "Mehefin", "april": "Ebrill", "march": "Mawrth"},
        "date": {
            "year_ending": "blwyddyn hyd at {last}",
            "financial_quarter": "Ch{quarter} {year}/{following}",
        },
        "when": {"year_ending": "yn y {period}"},
    },
)


@given(strategies.periods())
def test_the_english_style_writes_a_period_as_it_is_read(period: Period) -> None:
    assert dates.written(house_style(), period) == str(period)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("year ending June 2019", "blwyddyn hyd at Mehefin 2019"),
        ("2024/25 Q4", "Ch4 2024/25"),
        ("June 2019", "Mehefin 2019"),
    ],
)
def test_another_style_writes_a_period_in_its_own_words(
    text: str, written: str
) -> None:
    assert dates.written(WELSH, Period.parse(text)) == written


def test_a_period_is_said_when_in_the_words_of_its_spelling() -> None:
    year = Period.parse("year ending June 2019")
    assert dates.when(WELSH, year) == "yn y blwyddyn hyd at Mehefin 2019"
    assert dates.months_of(WELSH, Period.parse("2024/25")) == (
        "Ebrill 2024 to Mawrth 2025"
    )


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2024, 6, 30), "mid-2024"), (date(2024, 6, 1), "1 Mehefin 2024")],
)
def test_the_day_of_a_population_is_said_as_its_middle_of_the_year_or_in_full(
    day: date, written: str
) -> None:
    people = DenominatorKind.PEOPLE
    source = Source("Office for National Statistics", "Estimates")
    population = Population("kent", people, day, "mid-2024", 1_900_000, source)
    assert dates.reference_day(WELSH, population) == written
