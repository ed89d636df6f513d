"""What is asked of a figure is one goal, or several goals of one indicator."""

from typing import get_args

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.bound import AtLeast, AtMost
from policing_indicators.vocabulary.goal import DEEPEST, GOALS, AllOf, AnyOf, Goal

both = pytest.mark.parametrize("kind", [AllOf, AnyOf])


def test_every_kind_of_goal_is_listed_and_has_a_word_of_its_own() -> None:
    assert set(GOALS) == set(get_args(Goal))
    assert len({goal.KIND for goal in GOALS}) == len(GOALS)


@both
def test_goals_are_kept_in_their_order_and_may_combine_others(
    kind: type[AllOf | AnyOf],
) -> None:
    inner = AnyOf([AtMost(40)])
    assert kind([AtMost(40), inner]).goals == (AtMost(40), inner)
    assert kind((AtMost(40), inner)) == kind([AtMost(40), inner])
    assert kind([inner, AtMost(40)]) != kind([AtMost(40), inner])


def test_all_of_some_goals_is_not_any_of_them() -> None:
    combined: object = AllOf([AtMost(40)])
    assert combined != AnyOf([AtMost(40)])


@both
@pytest.mark.parametrize("goals", [AtMost(40), "at most", {AtMost(40)}, None, 40])
def test_goals_are_a_list(kind: type[AllOf | AnyOf], goals: list[Goal]) -> None:
    with pytest.raises(InvalidValueError, match="allowed: a list or a tuple"):
        kind(goals)


@both
def test_there_is_one_goal_or_more(kind: type[AllOf | AnyOf]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind([])
    assert caught.value.noun == f"{kind.__name__}.goals"
    assert caught.value.allowed == "one goal or more"


@both
@pytest.mark.parametrize("other", [40, "at most 40", None, AtMost, [AtMost(40)]])
def test_what_is_no_goal_is_refused(kind: type[AllOf | AnyOf], other: AtMost) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind([AtLeast(1), other])
    assert caught.value.noun == f"{kind.__name__}.goals"
    assert caught.value.value == other
    assert caught.value.allowed.startswith("one of AtMost, AtLeast, Between, ")


@both
def test_goals_combine_others_a_few_times_over_and_no_more(
    kind: type[AllOf | AnyOf],
) -> None:
    goal: Goal = AtMost(40)
    for _ in range(DEEPEST):
        goal = kind([goal])
    with pytest.raises(InvalidValueError) as caught:
        kind([AtMost(40), goal])
    assert caught.value.allowed == "goals that combine others up to 5 deep"
