"""A source is a publisher's release."""

from datetime import date, datetime
from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.source import Source

GIVEN: dict[str, Any] = {
    "publisher": "Home Office",
    "title": "Police recorded crime open data tables, April 2026",
    "released": date(2026, 4, 23),
    "licence": "Open Government Licence v3.0",
}


def test_a_source_is_cited_by_publisher_and_title() -> None:
    assert str(Source(**GIVEN)) == (
        "Home Office, Police recorded crime open data tables, April 2026"
    )


def test_what_is_not_known_of_a_source_is_not_made_up() -> None:
    source = Source("Home Office", "Tables")
    assert source.released is None
    assert source.licence is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("publisher", ""),
        ("publisher", None),
        ("title", "two\nlines"),
        ("title", 2026),
        ("released", "2026-04-23"),
        ("released", datetime(2026, 4, 23)),  # noqa: DTZ001
        ("released", 2026),
        ("licence", ""),
        ("licence", 3),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Source\.{field} is "):
        Source(**given)
