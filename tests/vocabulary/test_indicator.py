"""An indicator says what is measured and how a reader is to understand it."""

from datetime import date, datetime
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators.errors import InvalidValueError
from policing_indicators.strategies import periods
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.definition import Break, Definition
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind

GIVEN: dict[str, Any] = {
    "id": "residential-burglary",
    "name": "Residential burglary",
    "unit": Unit.COUNT,
    "direction": ImprovementDirection.DECREASE,
}
SPRING = Break(date(2023, 4, 1), "New counting rules")


def test_an_indicator_is_plain_unless_it_says_otherwise() -> None:
    indicator = Indicator(**GIVEN)
    assert (indicator.per, indicator.decimals) == (100_000, 1)
    assert (indicator.aliases, indicator.caveats, indicator.parts) == ((), (), ())
    assert (indicator.baseline, indicator.subset_of, indicator.breaks) == (
        None,
        None,
        (),
    )


def test_everything_that_a_reader_must_know_has_its_place() -> None:
    indicator = Indicator(
        **GIVEN,
        noun=CaseNoun("burglary", "burglaries"),
        denominator=DenominatorKind.HOUSEHOLDS,
        per=1_000,
        definition=Definition(text="Burglary in a dwelling"),
        baseline=Period.year_ending(2019, 6),
        breaks=[SPRING],
        valid_from=date(2017, 4, 1),
        valid_to=date(2028, 5, 1),
    )
    assert indicator.breaks == (SPRING,)
    assert indicator.baseline == Period.parse("year ending June 2019")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Residential burglary"),
        ("id", None),
        ("name", ""),
        ("name", None),
        ("unit", "count"),
        ("unit", None),
        ("direction", "decrease"),
        ("direction", Unit.COUNT),
        ("aliases", [""]),
        ("noun", "burglary"),
        ("noun", ("burglary", "burglaries")),
        ("denominator", "households"),
        ("per", 0),
        ("per", -1_000),
        ("per", 1_000.0),
        ("per", True),
        ("per", "1000"),
        ("per", None),
        ("decimals", -1),
        ("decimals", 1.0),
        ("decimals", True),
        ("decimals", None),
        ("definition", "Burglary in a dwelling"),
        ("source", None),
        ("source", 3),
        ("caveats", ["two\nlines"]),
        ("caveats", [None]),
        ("parts", ["Home"]),
        ("parts", ["home", "home"]),
        ("parts", [None]),
        ("subset_of", "Burglary"),
        ("subset_of", ""),
        ("baseline", "2018/19"),
        ("baseline", 2019),
        ("breaks", [date(2023, 4, 1)]),
        ("breaks", [None]),
        ("valid_from", "2017-04-01"),
        ("valid_from", datetime(2017, 4, 1)),  # noqa: DTZ001
        ("valid_to", 2028),
        ("dispersion", 1.1),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Indicator\.{field} is "):
        Indicator(**given)


@pytest.mark.parametrize("field", ["aliases", "caveats", "parts", "breaks"])
@pytest.mark.parametrize("value", ["home", {"home"}, {"home": 1}, 3, None], ids=repr)
def test_what_is_many_is_a_list(field: str, value: object) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        Indicator(**given)


def test_the_last_valid_day_is_not_before_the_first() -> None:
    day = date(2017, 4, 1)
    one_day = Indicator(**GIVEN, valid_from=day, valid_to=day)
    assert one_day.valid_to == day
    with pytest.raises(InvalidValueError) as caught:
        evolve(one_day, valid_to=date(2017, 3, 31))
    assert caught.value.noun == "Indicator.valid_to"
    assert caught.value.allowed == "a day from 2017-04-01 on"


@pytest.mark.parametrize("field", ["valid_from", "valid_to"])
def test_either_end_of_the_validity_may_be_open(field: str) -> None:
    given: dict[str, Any] = GIVEN | {field: date(2017, 4, 1)}
    assert getattr(Indicator(**given), field) == date(2017, 4, 1)


def test_whole_numbers_of_numpy_are_taken_as_pythons() -> None:
    indicator = Indicator(**GIVEN, per=np.int64(1_000), decimals=np.int8(2))
    assert (type(indicator.per), type(indicator.decimals)) == (int, int)


@pytest.mark.parametrize(
    ("earlier", "later", "crossed"),
    [
        ("2022/23", "2023/24", True),
        ("2021/22", "2024/25", True),
        ("2022", "2023", True),
        ("2023", "2024", True),
        ("2023/24", "2024/25", False),
        ("2021/22", "2022/23", False),
        ("April 2022", "April 2023", True),
        ("March 2022", "March 2023", False),
        ("year ending March 2023", "year ending April 2023", True),
    ],
)
def test_a_comparison_crosses_a_break_that_falls_after_its_first_day(
    earlier: str, later: str, *, crossed: bool
) -> None:
    indicator = Indicator(**GIVEN, breaks=[SPRING])
    one, two = Period.parse(earlier), Period.parse(later)
    assert indicator.breaks_between(one, two) == ((SPRING,) if crossed else ())


@given(periods(), periods())
def test_the_breaks_between_two_periods_are_the_same_either_way_round(
    one: Period, two: Period
) -> None:
    breaks = [Break(date(year, 4, 1), f"Rules of {year}") for year in range(1991, 2050)]
    indicator = Indicator(**GIVEN, breaks=breaks)
    crossed = indicator.breaks_between(one, two)
    assert crossed == indicator.breaks_between(two, one)
    assert [each for each in breaks if each in crossed] == list(crossed)
    if one == two:
        assert all(each.since in one for each in crossed)


@pytest.mark.parametrize(
    ("first", "last", "period", "defined"),
    [
        (None, None, "1900", True),
        (None, None, "2199", True),
        ("2024-04-01", None, "2024/25", True),
        ("2024-04-02", None, "2024/25", False),
        ("2024-04-01", None, "2023/24", False),
        ("2024-04-01", None, "2024", False),
        (None, "2025-03-31", "2024/25", True),
        (None, "2025-03-30", "2024/25", False),
        ("2024-04-01", "2025-03-31", "2024/25", True),
        ("2024-04-01", "2025-03-31", "2024/25 Q4", True),
        ("2024-04-01", "2025-03-31", "2025/26", False),
    ],
)
def test_an_indicator_is_defined_for_a_period_that_lies_wholly_in_its_validity(
    first: str | None, last: str | None, period: str, *, defined: bool
) -> None:
    indicator = Indicator(
        **GIVEN,
        valid_from=date.fromisoformat(first) if first else None,
        valid_to=date.fromisoformat(last) if last else None,
    )
    assert indicator.is_defined_for(Period.parse(period)) is defined
