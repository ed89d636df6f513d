"""A framework is whole, or every mistake in it is named at once."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    UnknownNameError,
)
from policing_indicators.strategies import frameworks
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import (
    ImprovementDirection,
    Indicator,
    Unit,
)
from policing_indicators.vocabulary.priority import Priority

PLAIN: dict[str, Any] = {
    "unit": Unit.COUNT,
    "direction": ImprovementDirection.DECREASE,
}


HOMICIDE = Indicator(
    **PLAIN, id="homicide", name="Homicide", aliases=["Murder and manslaughter"]
)
DOMESTIC = Indicator(
    **PLAIN, id="domestic-homicide", name="Domestic homicide", subset_of="homicide"
)
VEHICLE = Indicator(**PLAIN, id="vehicle-offences", name="Vehicle offences")
THEFT = Indicator(**PLAIN, id="theft-from-the-person", name="Theft from the person")
NEIGHBOURHOOD = Indicator(
    **PLAIN,
    id="neighbourhood-crime",
    name="Neighbourhood crime",
    parts=["vehicle-offences", "theft-from-the-person"],
)
FIRST = Priority(
    id="homicide",
    name="Reduce murder and other homicides",
    aliases=["Reduce homicide"],
    indicators=["homicide", "domestic-homicide"],
)
SECOND = Priority(
    id="neighbourhood-crime",
    name="Reduce neighbourhood crime",
    indicators=["neighbourhood-crime", "vehicle-offences", "theft-from-the-person"],
)
GIVEN: dict[str, Any] = {
    "id": "national-priorities-2021",
    "name": "National Policing Priorities",
    "source": "Home Office, 2021",
    "priorities": [FIRST, SECOND],
    "indicators": [HOMICIDE, DOMESTIC, NEIGHBOURHOOD, VEHICLE, THEFT],
}
FRAMEWORK = Framework(**GIVEN)


def problems_of(**wrong: list[Priority] | list[Indicator]) -> dict[str, object]:
    given: dict[str, Any] = GIVEN | wrong
    with pytest.raises(InvalidContentError) as caught:
        Framework(**given)
    assert caught.value.where == "framework national-priorities-2021"
    return {problem.place: problem.value for problem in caught.value.problems}


@pytest.mark.parametrize(
    "name",
    ["homicide", "HOMICIDE", " Homicide ", "murder  and manslaughter"],
)
def test_an_indicator_is_found_by_its_id_name_or_alias(name: str) -> None:
    assert FRAMEWORK.indicator(name) is HOMICIDE


@pytest.mark.parametrize(
    "name", ["homicide", "Reduce murder and other homicides", "reduce HOMICIDE"]
)
def test_a_priority_is_found_by_its_id_name_or_alias(name: str) -> None:
    assert FRAMEWORK.priority(name) is FIRST


def test_what_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="such as 'homicide'"):
        FRAMEWORK.indicator("homicides")
    with pytest.raises(UnknownNameError, match="no priority 'neighborhood-crime'"):
        FRAMEWORK.priority("neighborhood-crime")


def test_a_priority_gives_its_indicators_in_its_order() -> None:
    assert FRAMEWORK.indicators_of(SECOND) == (NEIGHBOURHOOD, VEHICLE, THEFT)
    stranger = Priority(id="fraud", name="Tackle fraud", indicators=["fraud"])
    with pytest.raises(UnknownNameError, match="fraud"):
        FRAMEWORK.indicators_of(stranger)


def test_priorities_and_indicators_keep_their_order() -> None:
    assert FRAMEWORK.priorities == (FIRST, SECOND)
    assert FRAMEWORK.indicators[0] is HOMICIDE


def test_a_priority_and_an_indicator_may_have_one_name() -> None:
    assert FRAMEWORK.priority("homicide") is FIRST
    assert FRAMEWORK.indicator("homicide") is HOMICIDE


def test_a_framework_may_be_empty() -> None:
    empty = Framework(id="local", name="Local plan", priorities=[], indicators=[])
    with pytest.raises(UnknownNameError, match="none, for there is no indicator"):
        empty.indicator("homicide")


def test_names_that_two_bear_are_named_with_their_places() -> None:
    namesake = evolve(VEHICLE, id="vehicles", name="HOMICIDE", aliases=["New", "theft"])
    again = evolve(THEFT, id="theft", aliases=["Vehicles"])
    assert problems_of(
        priorities=[FIRST, evolve(FIRST, id="second")],
        indicators=[HOMICIDE, DOMESTIC, namesake, again],
    ) == {
        "priorities[1].name": "Reduce murder and other homicides",
        "priorities[1].aliases[0]": "Reduce homicide",
        "indicators[2].name": "HOMICIDE",
        "indicators[3].id": "theft",
        "indicators[3].aliases[0]": "Vehicles",
    }


def test_the_same_indicator_twice_is_a_mistake() -> None:
    assert problems_of(priorities=[], indicators=[HOMICIDE, HOMICIDE]) == {
        "indicators[1].id": "homicide",
        "indicators[1].name": "Homicide",
        "indicators[1].aliases[0]": "Murder and manslaughter",
    }


def test_every_mention_of_an_indicator_that_is_not_there_is_named() -> None:
    assert problems_of(indicators=[DOMESTIC, NEIGHBOURHOOD, VEHICLE]) == {
        "priorities[0].indicators[0]": "homicide",
        "priorities[1].indicators[2]": "theft-from-the-person",
        "indicators[0].subset_of": "homicide",
        "indicators[1].parts[1]": "theft-from-the-person",
    }


def test_an_indicator_is_mentioned_by_its_id_and_not_by_another_name() -> None:
    named = evolve(DOMESTIC, subset_of="domestic-homicide-2")
    aliased = evolve(HOMICIDE, aliases=["domestic-homicide-2"])
    assert problems_of(priorities=[], indicators=[aliased, named]) == {
        "indicators[1].subset_of": "domestic-homicide-2"
    }


@pytest.mark.parametrize(
    ("indicators", "circle"),
    [
        ([evolve(HOMICIDE, subset_of="homicide")], [0]),
        ([evolve(HOMICIDE, parts=["homicide"])], [0]),
        ([HOMICIDE, evolve(DOMESTIC, parts=["domestic-homicide"])], [1]),
        ([evolve(HOMICIDE, subset_of="domestic-homicide"), DOMESTIC], [0, 1]),
        (
            [
                evolve(HOMICIDE, parts=["vehicle-offences"]),
                evolve(VEHICLE, parts=["theft-from-the-person"]),
                evolve(THEFT, parts=["homicide"]),
                DOMESTIC,
            ],
            [0, 1, 2],
        ),
    ],
)
def test_an_indicator_is_not_through_any_others_a_part_of_itself(
    indicators: list[Indicator], circle: list[int]
) -> None:
    assert list(problems_of(priorities=[], indicators=indicators)) == [
        f"indicators[{row}]" for row in circle
    ]


def test_an_indicator_may_be_a_part_of_two_that_are_no_part_of_each_other() -> None:
    other = evolve(NEIGHBOURHOOD, id="acquisitive-crime", name="Acquisitive crime")
    indicators = [*FRAMEWORK.indicators, other]
    framework = evolve(FRAMEWORK, indicators=indicators)
    assert framework.indicator("acquisitive-crime").parts == NEIGHBOURHOOD.parts


def test_mistakes_of_every_kind_are_named_at_once() -> None:
    places = problems_of(
        indicators=[HOMICIDE, HOMICIDE, evolve(DOMESTIC, parts=["domestic-homicide"])]
    )
    assert {place.split("[")[0] for place in places} == {"priorities", "indicators"}
    assert {"indicators[1].id", "indicators[2]", "priorities[1].indicators[0]"} <= set(
        places
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "National Priorities"),
        ("id", None),
        ("name", ""),
        ("name", None),
        ("source", None),
        ("source", 2021),
        ("priorities", [HOMICIDE]),
        ("priorities", ["homicide"]),
        ("priorities", [None]),
        ("indicators", [FIRST]),
        ("indicators", ["homicide"]),
        ("indicators", [None]),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, value: object
) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match=rf"^Framework\.{field} is "):
        Framework(**given)


@pytest.mark.parametrize("field", ["priorities", "indicators"])
@pytest.mark.parametrize("value", ["homicide", {FIRST}, 3, None])
def test_priorities_and_indicators_are_lists(field: str, value: object) -> None:
    given: dict[str, Any] = GIVEN | {field: value}
    with pytest.raises(InvalidValueError, match="a list or a tuple"):
        Framework(**given)


@settings(max_examples=15)
@given(frameworks())
def test_everything_in_a_framework_is_found_by_every_name_it_has(
    framework: Framework,
) -> None:
    for each in framework.indicators:
        for name in (each.id, each.name, *each.aliases):
            assert framework.indicator(f" {name} ") is each
    for priority in framework.priorities:
        assert framework.priority(priority.name) is priority
        found = framework.indicators_of(priority)
        assert tuple(each.id for each in found) == priority.indicators


@settings(max_examples=15)
@given(frameworks())
def test_a_changed_copy_of_a_framework_is_as_whole(framework: Framework) -> None:
    renamed = evolve(framework, id="renamed", indicators=framework.indicators)
    for each in renamed.indicators:
        assert renamed.indicator(each.id) is each
