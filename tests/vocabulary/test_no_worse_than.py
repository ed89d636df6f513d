"""What a figure is to be no worse than is the year before, an area or a group."""

from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.area_group import GroupAverage
from policing_indicators.vocabulary.no_worse_than import Comparator, NoWorseThan

AN_ID = "the id of an area or a group; none for the year before"
AN_AVERAGE = "'mean of rates' or 'pooled' with a group, and none otherwise"
POOLED = GroupAverage.POOLED


@pytest.mark.parametrize(
    ("than", "given"),
    [
        (Comparator.YEAR_BEFORE, {}),
        (Comparator.AREA, {"of": "kent"}),
        (Comparator.GROUP, {"of": "neighbours", "average": POOLED}),
        (Comparator.GROUP, {"of": "neighbours", "average": GroupAverage.MEAN_OF_RATES}),
    ],
)
def test_each_comparator_has_what_it_needs_and_nothing_more(
    than: Comparator, given: dict[str, Any]
) -> None:
    goal = NoWorseThan(than, **given)
    assert (goal.than, goal.of, goal.average) == (
        than,
        given.get("of"),
        given.get("average"),
    )
    assert goal == NoWorseThan(than, **given)


@pytest.mark.parametrize(
    ("than", "given", "field", "allowed"),
    [
        (Comparator.YEAR_BEFORE, {"of": "kent"}, "of", AN_ID),
        (Comparator.YEAR_BEFORE, {"average": POOLED}, "average", AN_AVERAGE),
        (Comparator.AREA, {}, "of", AN_ID),
        (Comparator.AREA, {"of": "kent", "average": POOLED}, "average", AN_AVERAGE),
        (Comparator.GROUP, {"average": POOLED}, "of", AN_ID),
        (Comparator.GROUP, {"of": "neighbours"}, "average", AN_AVERAGE),
    ],
)
def test_what_does_not_go_with_the_comparator_is_refused(
    than: Comparator, given: dict[str, Any], field: str, allowed: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        NoWorseThan(than, **given)
    assert caught.value.noun == f"NoWorseThan.{field}"
    assert caught.value.value == given.get(field)
    assert caught.value.allowed == allowed


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("than", {"than": "year before"}),
        ("than", {"than": None}),
        ("of", {"than": Comparator.AREA, "of": "West Midlands"}),
        ("of", {"than": Comparator.AREA, "of": ""}),
        ("average", {"than": Comparator.GROUP, "of": "n", "average": "pooled"}),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, given: dict[str, Any]
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^NoWorseThan\.{field} is "):
        NoWorseThan(**given)
