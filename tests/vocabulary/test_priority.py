"""A priority keeps its id, whatever a publication calls it."""

from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.priority import Priority

GIVEN: dict[str, Any] = {
    "id": "neighbourhood-crime",
    "name": "Reduce neighbourhood crime",
    "aliases": ["Cut neighbourhood crime"],
    "indicators": ["neighbourhood-crime", "vehicle-offences"],
}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Neighbourhood crime"),
        ("id", None),
        ("name", ""),
        ("name", None),
        ("aliases", [""]),
        ("aliases", [3]),
        ("indicators", ["Vehicle offences"]),
        ("indicators", [None]),
        ("indicators", ["vehicle-offences", "vehicle-offences"]),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Priority\.{field} is "):
        Priority(**given)


@pytest.mark.parametrize("field", ["aliases", "indicators"])
@pytest.mark.parametrize("value", ["vehicle-offences", {"vehicle-offences"}, 3, None])
def test_aliases_and_indicators_are_lists(field: str, value: object) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        Priority(**given)


def test_a_priority_keeps_the_order_of_its_indicators() -> None:
    assert Priority(**GIVEN).indicators == ("neighbourhood-crime", "vehicle-offences")
