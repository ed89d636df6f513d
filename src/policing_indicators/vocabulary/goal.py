"""What a target asks of a figure."""

from collections.abc import Iterable
from typing import ClassVar, TypeAlias, Union

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.no_worse_than import NoWorseThan
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.trajectory import Trajectory
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

DEEPEST = 5
"""How often goals may combine goals that combine others: more than anybody reads."""


def _goals(goals: Iterable["Goal"]) -> tuple["Goal", ...]:
    return requirement.items(goals)


def _some_goals(instance: object, _: object, goals: tuple[object, ...]) -> None:
    if not goals:
        requirement.refuse(instance, "goals", goals, "one goal or more")
    for goal in goals:
        if type(goal) not in GOALS:
            kinds = ", ".join(kind.__name__ for kind in GOALS)
            requirement.refuse(instance, "goals", goal, f"one of {kinds}")
        if _depth(goal) >= DEEPEST:
            allowed = f"goals that combine others up to {DEEPEST} deep"
            requirement.refuse(instance, "goals", goal, allowed)


def _depth(goal: object) -> int:
    """Give how many combinations stand one within another in a goal."""
    if isinstance(goal, AllOf | AnyOf):
        return 1 + max(map(_depth, goal.goals))
    return 0


@frozen
class AllOf:
    """Several goals of one indicator, of which every one is to be met.

    Attributes:
        goals: The goals, one or more.

    Raises:
        InvalidValueError: There is none, one is no goal, or they combine others too
            deep.

    >>> len(AllOf([AtMost(40), PercentChange(reduction=10)]).goals)
    2
    """

    KIND: ClassVar[str] = "all of"

    goals: tuple["Goal", ...] = field(converter=_goals, validator=_some_goals)


@frozen
class AnyOf:
    """Several goals of one indicator, of which one is to be met.

    Attributes:
        goals: The goals, one or more.

    Raises:
        InvalidValueError: There is none, one is no goal, or they combine others too
            deep.

    >>> len(AnyOf([AtMost(40), PercentChange(reduction=10)]).goals)
    2
    """

    KIND: ClassVar[str] = "any of"

    goals: tuple["Goal", ...] = field(converter=_goals, validator=_some_goals)


SimpleGoal: TypeAlias = (
    AtMost
    | AtLeast
    | Between
    | PercentChange
    | NoWorseThan
    | UnusualReduction
    | Trajectory
)
"""A goal that is no combination of others."""

Goal: TypeAlias = Union[SimpleGoal, AllOf, AnyOf]  # noqa: UP007 - a name for both
"""What a target asks of a figure."""

GOALS: tuple[type[Goal], ...] = (
    AtMost,
    AtLeast,
    Between,
    PercentChange,
    NoWorseThan,
    UnusualReduction,
    Trajectory,
    AllOf,
    AnyOf,
)
"""Every kind of goal."""
