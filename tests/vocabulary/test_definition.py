"""A definition says what is counted, by which date and place, and whose it is."""

from datetime import date, datetime
from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.definition import (
    Break,
    CountedUnit,
    DateBasis,
    Definition,
    PlaceBasis,
    Standard,
)

GIVEN: dict[str, Any] = {
    "text": "Offences of homicide recorded in the period",
    "standard": Standard.NATIONAL,
    "counts": CountedUnit.OFFENCE,
    "dated_by": DateBasis.RECORDED,
    "placed_by": PlaceBasis.OFFENCE,
}


def test_a_definition_is_national_unless_it_says_otherwise() -> None:
    definition = Definition(text="Offences of homicide")
    assert definition.standard is Standard.NATIONAL
    assert (definition.counts, definition.dated_by, definition.placed_by) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("variants", ["attempts are counted too"]),
        ("standard", Standard.LOCAL),
        ("counts", CountedUnit.VICTIM),
        ("dated_by", DateBasis.COMMITTED),
        ("placed_by", PlaceBasis.RESIDENCE),
        ("counts", None),
        ("text", "Offences of murder"),
    ],
)
def test_definitions_that_differ_in_anything_are_different(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    assert Definition(**GIVEN) == Definition(**GIVEN)
    assert Definition(**given) != Definition(**GIVEN)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", ""),
        ("text", None),
        ("standard", None),
        ("standard", "national"),
        ("counts", "offence"),
        ("counts", PlaceBasis.OFFENCE),
        ("dated_by", "recorded"),
        ("placed_by", CountedUnit.OFFENCE),
        ("variants", [""]),
        ("variants", ["attempts are counted too"] * 2),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Definition\.{field} is "):
        Definition(**given)


def test_the_ways_in_which_others_count_are_a_list() -> None:
    wrong: Any = "attempts are counted too"
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        Definition(text="Burglary", variants=wrong)


@pytest.mark.parametrize(
    ("given", "is_open"),
    [
        ({}, False),
        ({"standard": Standard.LOCAL}, True),
        ({"variants": ["attempts are counted too"]}, True),
    ],
)
def test_a_definition_is_open_where_publishers_count_in_their_own_ways(
    given: dict[str, Any], *, is_open: bool
) -> None:
    assert Definition(**GIVEN | given).is_open is is_open


@pytest.mark.parametrize(
    ("since", "reason", "field"),
    [
        ("2023-04-01", "New counting rules", "since"),
        (datetime(2023, 4, 1), "New counting rules", "since"),  # noqa: DTZ001
        (None, "New counting rules", "since"),
        (date(2023, 4, 1), "", "reason"),
        (date(2023, 4, 1), None, "reason"),
    ],
)
def test_a_break_has_a_day_and_a_reason(since: date, reason: str, field: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"^Break\.{field} is "):
        Break(since, reason)


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ({}, ()),
        ({"text": "Murders"}, ()),
        ({"counts": None, "dated_by": None}, ()),
        ({"counts": CountedUnit.VICTIM}, ("counts",)),
        ({"standard": Standard.LOCAL}, ("standard",)),
        (
            {"placed_by": PlaceBasis.STATION, "dated_by": DateBasis.COMMITTED},
            ("dated_by", "placed_by"),
        ),
    ],
)
def test_definitions_differ_in_what_both_say_and_say_otherwise(
    other: dict[str, Any], fields: tuple[str, ...]
) -> None:
    given: dict[str, Any] = GIVEN | other
    one, two = Definition(**GIVEN), Definition(**given)
    assert one.differs_from(two) == two.differs_from(one) == fields
