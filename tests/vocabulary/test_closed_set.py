"""A member of a closed set is written as an expression that finds it."""

import copy
import pickle

import pytest

from policing_indicators.vocabulary import (
    area,
    area_group,
    definition,
    evidence_kind,
    indicator,
    missing,
    no_worse_than,
    period,
    population,
    published_figure,
    spelling,
    target,
    trajectory,
)
from policing_indicators.vocabulary.closed_set import ClosedSet

MODULES = (
    area,
    area_group,
    definition,
    evidence_kind,
    indicator,
    missing,
    no_worse_than,
    period,
    population,
    published_figure,
    spelling,
    target,
    trajectory,
)
MEMBERS = [
    member
    for module in MODULES
    for closed_set in vars(module).values()
    if isinstance(closed_set, type)
    and issubclass(closed_set, ClosedSet)
    and closed_set.__module__ == module.__name__
    for member in closed_set
]


def test_every_closed_set_is_here() -> None:
    assert {type(member).__name__ for member in MEMBERS} == {
        "AreaKind",
        "Comparability",
        "Comparator",
        "CountedUnit",
        "DateBasis",
        "DenominatorKind",
        "EvidenceKind",
        "GroupAverage",
        "ImprovementDirection",
        "Incomparability",
        "Measure",
        "MissingReason",
        "PlaceBasis",
        "Quantity",
        "Spelling",
        "Standard",
        "Status",
        "TrajectoryShape",
        "Unit",
    }


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_member_is_found_by_its_expression_its_value_and_its_copy(
    member: ClosedSet,
) -> None:
    closed_set = type(member)
    assert eval(repr(member), {closed_set.__name__: closed_set}) is member  # noqa: S307
    assert closed_set(member.value) is member
    assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301
    assert copy.deepcopy(member) is member


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_the_value_of_a_member_is_plain_words(member: ClosedSet) -> None:
    assert member.value == member.value.strip().lower()
    assert member.value.replace(" ", "").replace("-", "").isalnum()


def test_a_member_equals_no_text() -> None:
    words: list[object] = ["region", "REGION", "AreaKind.REGION"]
    assert area.AreaKind.REGION not in words
