"""A group of areas is what somebody chose, and says who."""

from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.area_group import AreaGroup

GIVEN: dict[str, Any] = {
    "id": "neighbours",
    "name": "the neighbouring forces",
    "areas": ["staffordshire", "warwickshire"],
    "source": "an invented plan",
}
AN_ID = "small letters and digits, joined by '-', '/' or '.', such as 'knife-crime'"
A_LINE = "one line of text, without blanks at its ends"


def group(**fields: object) -> AreaGroup:
    given: dict[str, Any] = GIVEN | fields
    return AreaGroup(**given)


def test_a_group_keeps_its_areas_in_their_order() -> None:
    assert group().areas == ("staffordshire", "warwickshire")
    assert group() == group()
    assert group() != group(areas=["warwickshire", "staffordshire"])
    assert group(areas=["kent"]).areas == ("kent",)


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("id", "Neighbours", AN_ID),
        ("id", None, AN_ID),
        ("name", "", A_LINE),
        ("name", "two\nlines", A_LINE),
        ("areas", ["Kent"], AN_ID),
        ("areas", [None], AN_ID),
        ("areas", ["kent", "kent"], "each of them once"),
        ("areas", [], "one area or more"),
        ("source", "", A_LINE),
        ("source", 2025, A_LINE),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object, allowed: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        group(**{field: value})
    assert caught.value.noun == f"AreaGroup.{field}"
    assert caught.value.allowed == allowed


@pytest.mark.parametrize("areas", ["kent", {"kent"}, None])
def test_the_areas_are_a_list(areas: object) -> None:
    with pytest.raises(InvalidValueError, match="allowed: a list or a tuple"):
        group(areas=areas)
