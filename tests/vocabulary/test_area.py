"""An area is keyed on its code, and answers to its names."""

from collections.abc import Collection
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.strategies import areas
from policing_indicators.vocabulary.area import Area, AreaKind, Areas

KENT: dict[str, Any] = {
    "id": "kent",
    "name": "Kent",
    "kind": AreaKind.POLICE_FORCE_AREA,
    "code": "E23000032",
    "aliases": ["Kent Police"],
}
FORCE = Area(
    "west-midlands",
    "West Midlands",
    AreaKind.POLICE_FORCE_AREA,
    code="E23000014",
    aliases=["West Midlands Police"],
)
REGION = Area(
    "west-midlands-region", "West Midlands Region", AreaKind.REGION, code="E12000005"
)
RAILWAY = Area(
    "british-transport-police",
    "British Transport Police",
    AreaKind.NON_GEOGRAPHIC_FORCE,
)
AREAS = Areas([FORCE, REGION, RAILWAY])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Kent"),
        ("id", ""),
        ("id", None),
        ("name", ""),
        ("name", " Kent"),
        ("name", 32),
        ("kind", "region"),
        ("kind", None),
        ("code", "E2300003"),
        ("code", "e23000032"),
        ("code", 23_000_032),
        ("code", ""),
        ("aliases", ["Kent", ""]),
        ("aliases", [None]),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = KENT | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Area\.{field} is "):
        Area(**given)


@pytest.mark.parametrize("aliases", ["Kent Police", {"Kent Police"}, 3, None], ids=repr)
def test_aliases_are_a_list(aliases: list[str]) -> None:
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        Area("kent", "Kent", AreaKind.POLICE_FORCE_AREA, aliases=aliases)


def test_an_area_needs_no_code() -> None:
    assert RAILWAY.code is None
    assert AREAS.find("British Transport Police") is RAILWAY


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("west-midlands", FORCE),
        ("West Midlands", FORCE),
        ("WEST  MIDLANDS police", FORCE),
        ("E23000014", FORCE),
        ("e23000014", FORCE),
        ("E12000005", REGION),
        ("west-midlands-region", REGION),
    ],
)
def test_an_area_is_found_by_its_id_code_name_or_alias(name: str, area: Area) -> None:
    assert AREAS.find(name) is area


def test_an_area_that_is_unknown_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="such as 'west-midlands'"):
        AREAS.find("west-midland")


def test_two_areas_that_answer_to_one_name_are_all_named_at_once() -> None:
    namesake = evolve(REGION, name="West Midlands", aliases=["e23000014"])
    with pytest.raises(InvalidContentError) as caught:
        Areas([FORCE, namesake, RAILWAY, RAILWAY])
    assert caught.value.where == "areas"
    assert [problem.place for problem in caught.value.problems] == [
        "rows[1].name",
        "rows[1].aliases[0]",
        "rows[3].id",
        "rows[3].name",
    ]


def test_areas_of_one_code_are_refused() -> None:
    with pytest.raises(InvalidContentError, match=r"rows\[1\]\.code: 'E23000014'"):
        Areas([FORCE, evolve(REGION, code="E23000014")])


@pytest.mark.parametrize("rows", [["kent"], [None], [KENT]])
def test_a_row_that_is_no_area_is_refused(rows: list[Area]) -> None:
    with pytest.raises(InvalidValueError, match=r"^Areas\.rows is .*of type Area$"):
        Areas(rows)


def test_areas_are_counted_and_given_in_their_order() -> None:
    assert len(AREAS) == 3
    assert list(AREAS) == [FORCE, REGION, RAILWAY]
    assert len(Areas([])) == 0
    assert isinstance(AREAS, Collection)
    assert evolve(FORCE) in AREAS
    assert evolve(FORCE, code=None) not in AREAS


def test_areas_are_equal_when_their_rows_are() -> None:
    again = Areas(iter(AREAS))
    assert again == AREAS
    assert hash(again) == hash(AREAS)
    assert Areas([FORCE]) != AREAS


@given(areas())
def test_an_area_answers_to_every_name_it_has(area: Area) -> None:
    held = Areas([area])
    for name in (area.id, area.name, area.code or area.id, *area.aliases):
        assert held.find(name) is area
        assert held.find(f" {name} ") is area
