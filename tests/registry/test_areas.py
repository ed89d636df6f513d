"""The areas on the shelf."""

import csv
from pathlib import Path

import pytest

from policing_indicators.errors import UnknownNameError
from policing_indicators.registry.areas import areas
from policing_indicators.vocabulary.area import AreaKind

FORCES = [area for area in areas() if area.kind is AreaKind.POLICE_FORCE_AREA]


def test_there_are_43_forces_39_in_england_and_4_in_wales() -> None:
    assert len(FORCES) == 43
    codes = [area.code or "" for area in FORCES]
    assert sum(code.startswith("E23") for code in codes) == 39
    assert sum(code.startswith("W15") for code in codes) == 4
    assert len(set(codes)) == 43


def test_beside_the_forces_stand_one_without_an_area_and_the_countries() -> None:
    others = [(each.id, each.kind, each.code) for each in areas() if each not in FORCES]
    assert others == [
        ("british-transport-police", AreaKind.NON_GEOGRAPHIC_FORCE, None),
        ("england", AreaKind.COUNTRY, "E92000001"),
        ("wales", AreaKind.COUNTRY, "W92000004"),
        ("england-and-wales", AreaKind.COUNTRY, "K04000001"),
    ]


def test_an_id_is_the_name_in_small_letters() -> None:
    names = {area.id: area.name for area in areas()}
    assert {area: name.lower().replace(" ", "-") for area, name in names.items()} == {
        area: area for area in names
    }


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("E23000014", "west-midlands"),
        ("West Midlands Police", "west-midlands"),
        ("WEST MIDLANDS", "west-midlands"),
        ("London, City of", "city-of-london"),
        ("City of London Police", "city-of-london"),
        ("Metropolitan Police Service", "metropolitan-police"),
        ("Devon & Cornwall", "devon-and-cornwall"),
        ("Devon & Cornwall Police", "devon-and-cornwall"),
        ("Avon & Somerset", "avon-and-somerset"),
        ("Avon and Somerset Constabulary", "avon-and-somerset"),
        ("Hampshire and Isle of Wight", "hampshire"),
        ("Hampshire Constabulary", "hampshire"),
        ("Dyfed Powys", "dyfed-powys"),
        ("British Transport Police", "british-transport-police"),
        ("BTP", "british-transport-police"),
        ("ENGLAND AND WALES", "england-and-wales"),
        ("England & Wales", "england-and-wales"),
        ("K04000001", "england-and-wales"),
    ],
)
def test_an_area_answers_to_what_official_tables_call_it(name: str, area: str) -> None:
    assert areas().find(name).id == area


def test_the_region_that_shares_its_name_with_a_force_is_not_among_them() -> None:
    with pytest.raises(UnknownNameError):
        areas().find("E12000005")


def test_the_areas_are_read_once() -> None:
    assert areas() is areas()


@pytest.mark.shared_data
def test_codes_and_names_are_those_of_the_published_list(shared_data: Path) -> None:
    with (shared_data / "pfa_reference.csv").open(encoding="utf-8") as file:
        published = {row["area_code"]: row["area_name"] for row in csv.DictReader(file)}
    assert {area.code: area.name for area in FORCES} == published
