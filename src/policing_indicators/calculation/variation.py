"""What the latest point of a control chart says, on its two axes."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.indicator import ImprovementDirection

Bound: TypeAlias = AtMost | AtLeast | Between
"""A value that figures are held to."""


@frozen
class TargetLevel:
    """A target of the figures of a chart, and from when on it holds.

    Attributes:
        bound: What each figure is held to, in the unit of the figures.
        since: The first day it holds for; none where it held from the start.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> TargetLevel(AtMost(40), since=date(2024, 4, 1)).bound.value
    40
    """

    bound: Bound = field(validator=requirement.kind(AtMost, AtLeast, Between))
    since: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )


class Side(ClosedSet):
    """Which way a point is special."""

    HIGH = "high"
    """Above the centre, or rising."""

    LOW = "low"
    """Below the centre, or falling."""

    @property
    def other(self) -> "Side":
        """The other side."""
        return Side.LOW if self is Side.HIGH else Side.HIGH


class Variation(ClosedSet):
    """Whether a point is within what the series does anyway, or which way it is not."""

    COMMON_CAUSE = "common cause"
    """The point breaks no rule, and may well be chance."""

    IMPROVEMENT = "special cause of improvement"
    CONCERN = "special cause of concern"
    NEUTRAL = "special cause, neither good nor bad"


class Assurance(ClosedSet):
    """Whether a series as it runs will meet its target."""

    CONSISTENTLY_MEETS = "consistently meets"
    """Every figure within the limits meets it."""

    CONSISTENTLY_MISSES = "consistently misses"
    """No figure within the limits meets it."""

    HIT_AND_MISS = "hit and miss"
    """Some figures within the limits meet it and some do not, as chance has it."""


def variation(side: Side | None, direction: ImprovementDirection) -> Variation:
    """Say what a point that is special on a side is, by the improvement direction.

    Args:
        side: The side; none where the point breaks no rule.
        direction: Which way is better.
    """
    if side is None:
        return Variation.COMMON_CAUSE
    match direction:
        case ImprovementDirection.NEUTRAL:
            return Variation.NEUTRAL
        case ImprovementDirection.INCREASE:
            good = Side.HIGH
        case ImprovementDirection.DECREASE:
            good = Side.LOW
    return Variation.IMPROVEMENT if side is good else Variation.CONCERN


def assurance(target: Bound, lower: float, upper: float) -> Assurance:
    """Hold everything from the lower limit to the upper against a target."""
    match target:
        case AtMost():
            meets, misses = upper <= target.value, lower > target.value
        case AtLeast():
            meets, misses = lower >= target.value, upper < target.value
        case Between():
            meets = target.lower <= lower and upper <= target.upper
            misses = upper < target.lower or lower > target.upper
    if meets:
        return Assurance.CONSISTENTLY_MEETS
    return Assurance.CONSISTENTLY_MISSES if misses else Assurance.HIT_AND_MISS


def target_levels(
    target: Bound | Mapping[date, Bound] | None,
) -> tuple[TargetLevel, ...]:
    """Give the levels of a target that may move, the earliest first.

    Raises:
        InvalidValueError: A level is no bound, or its day no date.
    """
    if target is None:
        return ()
    if not isinstance(target, Mapping):
        return (TargetLevel(target),)
    levels = (TargetLevel(bound, since) for since, bound in target.items())
    return tuple(sorted(levels, key=lambda level: level.since or date.min))


def level_on(levels: tuple[TargetLevel, ...], day: date) -> TargetLevel | None:
    """Give the level that holds on a day, if any does."""
    held = [each for each in levels if each.since is None or each.since <= day]
    return held[-1] if held else None
