"""The pairing of a period with a population is explicit, and editions do not mix."""

import copy
import pickle
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    DuplicateError,
    InvalidValueError,
    MissingDataError,
)
from policing_indicators.strategies import periods
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)
from policing_indicators.vocabulary.source import Source

JULY = Source("ONS", "Mid-year estimates, mid-2024", released=date(2025, 7, 30))
OLDER = Source("ONS", "Mid-year estimates, mid-2023", released=date(2024, 7, 15))
UNDATED = Source("ONS", "Mid-year estimates")

GIVEN: dict[str, Any] = {
    "area": "kent",
    "kind": DenominatorKind.PEOPLE,
    "reference_date": date(2024, 6, 30),
    "edition": "mid-2024",
    "value": 1_931_684,
    "source": JULY,
}


def kent(year: int, edition: str = "mid-2024", source: Source = JULY) -> Population:
    return Population.mid_year(
        "kent", year, 1_000 * year, edition=edition, source=source
    )


POPULATIONS = Populations(
    [
        kent(2022),
        kent(2024),
        kent(2023, "mid-2023", OLDER),
        kent(2022, "mid-2023", OLDER),
    ]
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("area", "Kent"),
        ("area", None),
        ("kind", "people"),
        ("kind", None),
        ("reference_date", "2024-06-30"),
        ("reference_date", datetime(2024, 6, 30)),  # noqa: DTZ001
        ("reference_date", 2024),
        ("edition", ""),
        ("edition", None),
        ("value", -1),
        ("value", 1_931_684.0),
        ("value", True),
        ("value", "1931684"),
        ("value", None),
        ("source", "ONS"),
        ("source", None),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Population\.{field} is "):
        Population(**given)


def test_a_mid_year_estimate_counts_people_on_the_thirtieth_of_june() -> None:
    estimate = Population.mid_year(
        "kent", 2024, 1_931_684, edition="mid-2024", source=JULY
    )
    assert estimate == Population(**GIVEN)


@pytest.mark.parametrize("year", [24, "2024", None, True])
def test_a_mid_year_estimate_has_a_year(year: int) -> None:
    with pytest.raises(InvalidValueError, match="year is "):
        Population.mid_year("kent", year, 1, edition="mid-2024", source=JULY)


def test_whole_numbers_of_numpy_are_taken_as_pythons() -> None:
    given = Population(**GIVEN)
    population = evolve(given, value=np.int64(1_931_684))
    assert population == given
    assert type(population.value) is int


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2024, 6, 30), "mid-2024"),
        (date(2011, 6, 30), "mid-2011"),
        (date(2021, 3, 21), "21 March 2021"),
        (date(2024, 6, 29), "29 June 2024"),
        (date(2024, 4, 30), "30 April 2024"),
    ],
)
def test_only_the_thirtieth_of_june_is_printed_as_mid_year(
    day: date, label: str
) -> None:
    assert evolve(Population(**GIVEN), reference_date=day).label == label


@pytest.mark.parametrize(
    ("period", "year", "edition"),
    [
        ("2024/25", 2024, "mid-2024"),
        ("2025/26", 2024, "mid-2024"),
        ("2023/24", 2023, "mid-2023"),
        ("2022/23", 2022, "mid-2024"),
        ("2024", 2024, "mid-2024"),
        ("year ending June 2024", 2024, "mid-2024"),
        ("year ending May 2024", 2023, "mid-2023"),
        ("2023/24 Q4", 2024, "mid-2024"),
        ("December 2023", 2023, "mid-2023"),
        ("2099", 2024, "mid-2024"),
    ],
)
def test_a_period_takes_the_estimate_of_its_midpoint_else_the_latest_before(
    period: str, year: int, edition: str
) -> None:
    chosen = POPULATIONS.for_period("kent", Period.parse(period))
    assert (chosen.reference_date.year, chosen.edition) == (year, edition)


def test_an_edition_that_is_asked_for_is_not_mixed_with_another() -> None:
    period = Period.financial_year(2024)
    chosen = POPULATIONS.for_period("kent", period, edition="mid-2023")
    assert chosen == kent(2023, "mid-2023", OLDER)


def test_of_two_editions_of_one_day_the_later_release_is_taken() -> None:
    rows = [kent(2024), kent(2024, "mid-2023", OLDER), kent(2024, "undated", UNDATED)]
    for order in (rows, rows[::-1]):
        chosen = Populations(order).for_period("kent", Period.financial_year(2024))
        assert chosen.edition == "mid-2024"


@pytest.mark.parametrize("source", [JULY, UNDATED])
def test_two_editions_of_one_day_and_release_must_be_told_apart(source: Source) -> None:
    populations = Populations([kent(2024, "a", source), kent(2024, "b", source)])
    with pytest.raises(InvalidValueError) as caught:
        populations.for_period("kent", Period.financial_year(2024))
    assert caught.value.noun == "edition"
    assert caught.value.allowed.startswith("'a' or 'b'")
    period = Period.financial_year(2024)
    assert populations.for_period("kent", period, edition="b").edition == "b"


def test_what_counts_others_is_not_taken() -> None:
    households = evolve(
        kent(2021), kind=DenominatorKind.HOUSEHOLDS, edition="2018-based"
    )
    populations = Populations([kent(2020), households])
    period = Period.financial_year(2024)
    assert populations.for_period("kent", period) == kent(2020)
    assert households == populations.for_period(
        "kent", period, kind=DenominatorKind.HOUSEHOLDS
    )


@pytest.mark.parametrize(
    ("area", "choices", "reason"),
    [
        (
            "british-transport-police",
            {},
            "none is held, as for a force that serves no resident population",
        ),
        (
            "kent",
            {"kind": DenominatorKind.HOUSEHOLDS},
            "what is held for that area counts people",
        ),
        (
            "kent",
            {"edition": "mid-2019"},
            "the editions held are 'mid-2024' and 'mid-2023', not 'mid-2019'",
        ),
        ("kent", {}, "the earliest estimate held is that of mid-2022"),
    ],
)
def test_where_there_is_no_population_the_reason_is_in_words(
    area: str, choices: dict[str, Any], reason: str
) -> None:
    with pytest.raises(MissingDataError) as caught:
        POPULATIONS.for_period(area, Period.financial_year(2021), **choices)
    assert caught.value.reason == reason
    assert f"of {area} for 2021/22" in caught.value.what


def test_two_rows_that_stand_for_the_same_are_refused() -> None:
    with pytest.raises(DuplicateError, match="kent, people, mid-2024, mid-2024"):
        Populations([kent(2024), evolve(kent(2024), value=5)])


@pytest.mark.parametrize("rows", [[GIVEN], [None], [3]])
def test_a_row_that_is_no_population_is_refused(rows: list[Population]) -> None:
    with pytest.raises(InvalidValueError, match=r"^Populations\.rows is "):
        Populations(rows)


def test_populations_are_counted_given_in_order_and_compared_by_their_rows() -> None:
    assert len(POPULATIONS) == 4
    assert next(iter(POPULATIONS)) == kent(2022)
    assert isinstance(POPULATIONS, Collection)
    assert kent(2024) in POPULATIONS
    assert kent(2020) not in POPULATIONS
    assert repr(POPULATIONS) == "<Populations of 4 rows>"
    for again in (
        pickle.loads(pickle.dumps(POPULATIONS)),  # noqa: S301
        copy.deepcopy(POPULATIONS),
        Populations(iter(POPULATIONS)),
    ):
        assert again == POPULATIONS
        assert hash(again) == hash(POPULATIONS)
        assert again.for_period("kent", Period.financial_year(2024)) == kent(2024)
    assert Populations([]) != POPULATIONS


@given(
    periods(first_year=2005, last_year=2030),
    st.lists(st.integers(2011, 2024), unique=True, min_size=1),
)
def test_no_later_estimate_is_taken_and_no_later_one_is_passed_over(
    period: Period, years: list[int]
) -> None:
    populations = Populations([kent(year) for year in years])
    fitting = [year for year in years if year <= period.midpoint_year]
    if fitting:
        chosen = populations.for_period("kent", period)
        assert chosen == kent(max(fitting))
    else:
        with pytest.raises(MissingDataError, match=f"mid-{min(years)}"):
            populations.for_period("kent", period)
