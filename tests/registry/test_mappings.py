"""The mappings on the shelf, and those that users bring."""

from itertools import product
from pathlib import Path

import pytest

from policing_indicators.errors import InvalidContentError, UnknownNameError
from policing_indicators.registry import shelf
from policing_indicators.registry.frameworks import framework
from policing_indicators.registry.mappings import load_mapping, mapping, mapping_ids
from policing_indicators.vocabulary.period import Period

HOME_OFFICE = mapping("home-office")
NATIONAL = framework("national-priorities-2021")
YEARS = [Period.financial_year(year) for year in range(2012, 2026)]

FRAUD = ("Fraud: Action Fraud", "Fraud: action fraud")


def subgroups_of(indicator: str, year: Period) -> frozenset[str]:
    return HOME_OFFICE.components(indicator, year)


@pytest.mark.parametrize("name", mapping_ids())
def test_every_mapping_on_the_shelf_loads_under_its_id(name: str) -> None:
    assert mapping(name).id == name
    assert mapping(name).source
    assert mapping(name) is mapping(name)


def test_a_mapping_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match="there is no mapping 'ons'"):
        mapping("ons")


@pytest.mark.parametrize(
    ("subgroup", "year", "indicators"),
    [
        ("Homicide", "2024/25", ("homicide",)),
        ("Violence with injury", "2024/25", ("violence-with-injury",)),
        ("Possession of drugs", "2024/25", ("drug-possession", "drug-offences")),
        ("Trafficking of drugs", "2024/25", ("drug-trafficking", "drug-offences")),
        (
            "Residential burglary",
            "2017/18",
            ("residential-burglary", "neighbourhood-crime"),
        ),
        (
            "Domestic burglary",
            "2016/17",
            ("residential-burglary", "neighbourhood-crime"),
        ),
        ("Domestic burglary", "2017/18", ("home-office/domestic-burglary",)),
        (
            "Robbery of personal property",
            "2024/25",
            ("personal-robbery", "neighbourhood-crime"),
        ),
        ("Vehicle offences", "2024/25", ("vehicle-offences", "neighbourhood-crime")),
        (
            "Theft from the person",
            "2024/25",
            ("theft-from-the-person", "neighbourhood-crime"),
        ),
        ("Shoplifting", "2024/25", ("home-office/shoplifting",)),
        (FRAUD[0], "2016/17", ("home-office/fraud-action-fraud",)),
        (FRAUD[1], "2017/18", ("home-office/fraud-action-fraud",)),
    ],
)
def test_a_subgroup_of_the_home_office_counts_towards_its_indicators(
    subgroup: str, year: str, indicators: tuple[str, ...]
) -> None:
    found = HOME_OFFICE.indicators_for(
        group="Any", subgroup=subgroup, code="1", period=Period.parse(year)
    )
    assert found == indicators


def test_every_indicator_that_is_mapped_is_in_the_framework() -> None:
    known = {indicator.id for indicator in NATIONAL.indicators}
    assert set(HOME_OFFICE.indicators) <= known


@pytest.mark.parametrize("whole", ["neighbourhood-crime", "drug-offences"])
def test_what_counts_towards_the_parts_counts_towards_the_whole(whole: str) -> None:
    parts = NATIONAL.indicator(whole).parts
    for year in YEARS:
        of_parts = [subgroups_of(part, year) for part in parts]
        assert subgroups_of(whole, year) == frozenset().union(*of_parts)
        assert len(subgroups_of(whole, year)) == sum(map(len, of_parts))


@pytest.mark.parametrize("indicator", ["knife-crime", "gun-crime", "fraud-reports"])
def test_what_the_table_does_not_hold_is_not_mapped(indicator: str) -> None:
    assert indicator not in HOME_OFFICE.indicators
    with pytest.raises(UnknownNameError):
        HOME_OFFICE.components(indicator, Period.financial_year(2024))


def test_every_indicator_has_its_offences_in_every_year_of_the_table() -> None:
    for indicator, year in product(HOME_OFFICE.indicators, YEARS):
        assert subgroups_of(indicator, year)


def test_users_bring_a_mapping_in_the_same_form(tmp_path: Path) -> None:
    path = tmp_path / "home-office.toml"
    path.write_bytes(shelf.file("mappings/home-office.toml").read_bytes())
    assert load_mapping(path) == HOME_OFFICE
    assert load_mapping(str(path)) == HOME_OFFICE


def test_mistakes_in_a_mapping_are_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        """
schema = 1
id = "own"

[[rows]]
subgroup = "Shoplifting"
indicators = ["Shop Theft"]
since = "2017"

[[rows]]
subgroup = "Arson"
code = "56"
indicators = ["arson"]

[[rows]]
subgrop = "Arson"
""",
        encoding="utf-8",
    )
    with pytest.raises(InvalidContentError) as caught:
        load_mapping(path)
    assert caught.value.where == str(path)
    assert [each.place for each in caught.value.problems] == [
        "line 7: rows[0].indicators[0]",
        "line 8: rows[0].since",
        "line 10: rows[1]",
        "line 15: rows[2].indicators",
        "line 16: rows[2].subgrop",
    ]
