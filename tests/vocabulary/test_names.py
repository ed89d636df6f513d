"""A thing is found by any of its names, in any case and spacing."""

import copy
import pickle
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.errors import InvalidValueError, Problem, UnknownNameError
from policing_indicators.strategies import lines
from policing_indicators.vocabulary.names import Names, folded, numbered


def names_of(thing: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield from thing.items()


KENT = {"id": "kent", "name": "Kent", "aliases[0]": "Kent County"}
ESSEX = {"id": "essex", "name": "Essex"}
NAMES = Names("area", [KENT, ESSEX], names_of)


@pytest.mark.parametrize(
    "name", ["kent", "Kent", "KENT", " kent\n", "kent  COUNTY", "Kent\tCounty"]
)
def test_case_and_spacing_do_not_hide_a_thing(name: str) -> None:
    assert NAMES.find(name) is KENT


@given(lines(), st.sampled_from([str.upper, str.lower, str.swapcase, str.casefold]))
def test_a_name_folds_the_same_in_any_case_that_python_folds_back(
    name: str, case: Callable[[str], str]
) -> None:
    assert folded(folded(name)) == folded(name)
    if case(name).casefold() == name.casefold():
        assert folded(f"  {case(name)} ") == folded(name)


def test_a_name_that_is_unknown_is_answered_with_names_as_they_are_spelled() -> None:
    with pytest.raises(UnknownNameError) as caught:
        NAMES.find("Knet")
    assert (caught.value.kind, caught.value.name) == ("area", "Knet")
    assert caught.value.known == ("kent", "Kent County", "essex")


@pytest.mark.parametrize("name", [3, None, float("nan"), b"kent", ["kent"], KENT])
def test_what_is_no_text_is_not_looked_for(name: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        NAMES.find(name)
    assert (caught.value.noun, caught.value.value) == ("the name of the area", name)


def test_names_without_a_clash_have_no_problem() -> None:
    assert list(NAMES.problems("rows")) == []


def test_each_name_that_another_holds_is_a_problem_at_its_place() -> None:
    third = {"id": "kent-2", "name": "KENT  county", "aliases[0]": "Essex"}
    names = Names("area", [KENT, ESSEX, third], names_of)
    assert list(names.problems("rows")) == [
        Problem(
            "rows[2].name", "KENT  county", "a name that rows[0] does not answer to"
        ),
        Problem(
            "rows[2].aliases[0]", "Essex", "a name that rows[1] does not answer to"
        ),
    ]
    assert names.find("kent county") is KENT


def test_the_same_thing_twice_is_a_clash() -> None:
    names = Names("area", [ESSEX, ESSEX], names_of)
    assert [problem.place for problem in names.problems("rows")] == [
        "rows[1].id",
        "rows[1].name",
    ]


def test_the_names_of_a_list_bear_their_place() -> None:
    assert list(numbered("aliases", ["a", "b"])) == [
        ("aliases[0]", "a"),
        ("aliases[1]", "b"),
    ]


def test_an_index_survives_pickling_and_copying() -> None:
    for again in (pickle.loads(pickle.dumps(NAMES)), copy.deepcopy(NAMES)):  # noqa: S301
        assert again.find("Kent") == KENT
