"""Which offences count towards which indicator, and when."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.registry.mapping import MappingRow, Match, OffenceMapping
from policing_indicators.strategies import lines, periods
from policing_indicators.structuring import structure, unstructure
from policing_indicators.vocabulary.period import Period

BEFORE, AFTER = Period.financial_year(2016), Period.financial_year(2017)

BURGLARY = OffenceMapping(
    id="police",
    rows=[
        MappingRow(subgroup="Domestic burglary", indicators=["burglary"], until=BEFORE),
        MappingRow(subgroup="Burglary", indicators=["burglary", "theft"], since=AFTER),
        MappingRow(group="Theft", indicators=["theft"]),
        MappingRow(code="4.10", indicators=["corporate-manslaughter"]),
        MappingRow(code="28E", indicators=["theft", "home-burglary"]),
    ],
)


def found(
    group: str, subgroup: str, code: str, period: Period = AFTER
) -> tuple[str, ...]:
    return BURGLARY.indicators_for(
        group=group, subgroup=subgroup, code=code, period=period
    )


@pytest.mark.parametrize(
    ("period", "subgroup", "indicators"),
    [
        (BEFORE, "Domestic burglary", ("burglary",)),
        (Period.financial_quarter(2016, 4), "Domestic burglary", ("burglary",)),
        (AFTER, "Domestic burglary", ("police/domestic-burglary",)),
        (AFTER, "Burglary", ("burglary", "theft")),
        (Period.financial_quarter(2017, 1), "Burglary", ("burglary", "theft")),
        (BEFORE, "Burglary", ("police/burglary",)),
        (Period.calendar_year(2017), "Burglary", ("police/burglary",)),
    ],
)
def test_a_row_holds_in_its_years_and_in_no_others(
    period: Period, subgroup: str, indicators: tuple[str, ...]
) -> None:
    assert found("Crime", subgroup, "1", period) == indicators


@pytest.mark.parametrize(
    ("group", "subgroup", "code", "indicators"),
    [
        ("Theft", "Shoplifting", "46", ("theft", "police/shoplifting")),
        ("THEFT", "burglary ", "99", ("theft", "burglary")),
        ("Violence", "Homicide", "4.10", ("corporate-manslaughter", "police/homicide")),
        ("Violence", "Homicide", "4.1", ("police/homicide",)),
    ],
)
def test_an_offence_counts_towards_what_its_group_subgroup_and_code_say(
    group: str, subgroup: str, code: str, indicators: tuple[str, ...]
) -> None:
    assert found(group, subgroup, code) == indicators


def test_an_offence_counts_once_towards_an_indicator_that_several_rows_name() -> None:
    matches = BURGLARY.matches(
        group="Theft", subgroup="Burglary", code="28E", period=AFTER
    )
    assert matches == (
        Match("theft", frozenset({"group theft", "subgroup burglary", "code 28e"})),
        Match("burglary", frozenset({"subgroup burglary"})),
        Match("home-burglary", frozenset({"code 28e"})),
    )


def test_a_count_is_whole_with_every_row_that_holds_in_the_period() -> None:
    assert BURGLARY.components("burglary", BEFORE) == {"subgroup domestic burglary"}
    assert BURGLARY.components("burglary", AFTER) == {"subgroup burglary"}
    assert BURGLARY.components("theft", Period.financial_quarter(2017, 2)) == {
        "subgroup burglary",
        "group theft",
        "code 28e",
    }


def test_a_period_that_no_row_holds_in_has_no_components() -> None:
    assert BURGLARY.components("burglary", Period.calendar_year(2017)) == frozenset()


def test_a_subgroup_is_its_own_component() -> None:
    (match,) = BURGLARY.matches(
        group="Theft offences", subgroup="Bicycle theft", code="44", period=AFTER
    )
    assert match == Match("police/bicycle-theft", frozenset({"police/bicycle-theft"}))
    assert BURGLARY.components(match.indicator, AFTER) == match.components


def test_an_indicator_that_no_row_names_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match="there is no indicator of the mapping"):
        BURGLARY.components("knife-crime", AFTER)


def test_the_indicators_are_listed_once_each_in_the_order_of_the_rows() -> None:
    assert BURGLARY.indicators == (
        "burglary",
        "theft",
        "corporate-manslaughter",
        "home-burglary",
    )


@pytest.mark.parametrize(
    ("subgroup", "words"),
    [
        ("Shoplifting", "shoplifting"),
        ("Fraud: Action Fraud", "fraud-action-fraud"),
        ("Fraud: action fraud", "fraud-action-fraud"),
        ("Fraud offences to 2012/13", "fraud-offences-to-2012-13"),
        (
            "Death or serious injury - unlawful driving",
            "death-or-serious-injury-unlawful-driving",
        ),
        ("  Non-domestic  burglary ", "non-domestic-burglary"),
    ],
)
def test_a_subgroup_is_an_indicator_by_itself(subgroup: str, words: str) -> None:
    assert BURGLARY.subgroup_id(subgroup) == f"police/{words}"


def test_a_subgroup_without_a_word_is_no_indicator() -> None:
    with pytest.raises(InvalidValueError, match="letters or digits"):
        BURGLARY.subgroup_id(" - ")


ROW: dict[str, Any] = {"subgroup": "Homicide", "indicators": ["homicide"]}


@pytest.mark.parametrize(
    ("fields", "noun", "value", "allowed"),
    [
        (
            {"subgroup": None},
            "name",
            None,
            "exactly one of group, subgroup and code",
        ),
        (
            {"code": "1"},
            "name",
            ("subgroup", "code"),
            "exactly one of group, subgroup and code",
        ),
        (
            {"since": Period.calendar_year(2017)},
            "since",
            Period.calendar_year(2017),
            "a financial year such as '2017/18'",
        ),
        (
            {"until": "2017/18"},
            "until",
            "2017/18",
            "a financial year such as '2017/18'",
        ),
        ({"since": AFTER, "until": BEFORE}, "until", "2016/17", "2017/18 or later"),
        ({"indicators": ["a", "a"]}, "indicators", ("a", "a"), "each of them once"),
        (
            {"subgroup": ""},
            "subgroup",
            "",
            "one line of text, without blanks at its ends",
        ),
    ],
)
def test_a_row_names_one_thing_and_its_years_in_order(
    fields: dict[str, Any], noun: str, value: object, allowed: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        MappingRow(**{**ROW, **fields})
    assert caught.value.noun == f"MappingRow.{noun}"
    assert (caught.value.value, caught.value.allowed) == (value, allowed)


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ({}, {}, True),
        ({"until": BEFORE}, {}, True),
        ({"until": AFTER}, {"since": AFTER}, True),
        ({"since": AFTER}, {"until": AFTER}, True),
        ({"until": BEFORE}, {"since": AFTER}, False),
        ({"since": AFTER}, {"until": BEFORE}, False),
        ({}, {"indicators": ["murder"]}, False),
        ({}, {"subgroup": "HOMICIDE"}, True),
        ({}, {"subgroup": None, "group": "Homicide"}, False),
    ],
)
def test_no_two_rows_give_the_same_offences_to_an_indicator_in_the_same_year(
    first: dict[str, Any], second: dict[str, Any], *, clash: bool
) -> None:
    rows = [MappingRow(**{**ROW, **first}), MappingRow(**{**ROW, **second})]
    if not clash:
        assert OffenceMapping(id="police", rows=rows).rows == tuple(rows)
        return
    with pytest.raises(InvalidContentError) as caught:
        OffenceMapping(id="police", rows=rows)
    (problem,) = caught.value.problems
    assert (problem.place, problem.value) == ("rows[1].indicators", "homicide")


def test_a_mapping_is_made_of_plain_data_again() -> None:
    assert structure(unstructure(BURGLARY), OffenceMapping, where="data") == BURGLARY


@given(periods(), st.tuples(lines(), st.just("Burglary") | lines(), lines()))
def test_every_offence_counts_towards_something(
    period: Period, names: tuple[str, str, str]
) -> None:
    group, subgroup, code = (f"{name} a" for name in names)
    assert found(group, subgroup, code, period)
