"""Which rules of special cause are in force, and how long a run and a trend are."""

from collections.abc import Iterable
from typing import Self

from attrs import field, frozen

from policing_indicators.calculation.kernels.special_causes import (
    LOW_SIDE,
    RULES,
    Lengths,
)
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet


class SpecialCauseRule(ClosedSet):
    """The rules that a point of a control chart can break.

    They stand in the order of precedence: a point that breaks several is of the type
    that the first of them says, since that rule looks at the fewest points.
    """

    OUTSIDE_LIMITS = "outside the limits"
    """The point lies above the upper limit, or below the lower one."""

    TWO_OF_THREE = "two of three near a limit"
    """It is one of two among three consecutive points, all three on one side of the
    centre, that lie beyond two-thirds of the way to that limit."""

    RUN = "run on one side"
    """It belongs to a run of consecutive points on one side of the centre."""

    TREND = "trend"
    """It belongs to a run of consecutive points that all rise, or all fall."""


BITS: dict[SpecialCauseRule, int] = dict(zip(SpecialCauseRule, RULES, strict=True))
"""The bit by which the kernels say that a point breaks a rule."""


def _rules(rules: Iterable[SpecialCauseRule]) -> tuple[SpecialCauseRule, ...]:
    return requirement.items(rules)


_length: requirement.Requirement = requirement.must(
    lambda value: type(value) is int and value > 1, "a whole number above one"
)


@frozen(kw_only=True)
class RuleSet:
    """The rules of special cause that are in force.

    Attributes:
        name: What the set is called, in words.
        run: How many consecutive points on one side of the centre make a run.
        trend: How many consecutive points that rise, or fall, make a trend.
        rules: The rules in force, each once.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> RuleSet.seven().run
    7
    """

    name: str = field(validator=requirement.line)
    run: int = field(converter=requirement.as_whole, validator=_length)
    trend: int = field(converter=requirement.as_whole, validator=_length)
    rules: tuple[SpecialCauseRule, ...] = field(
        default=tuple(SpecialCauseRule),
        converter=_rules,
        validator=[
            requirement.each(requirement.kind(SpecialCauseRule)),
            requirement.distinct,
        ],
    )

    @classmethod
    def six(cls) -> Self:
        """Give all four rules, with runs and trends of six points."""
        return cls(name="six points", run=6, trend=6)

    @classmethod
    def seven(cls) -> Self:
        """Give all four rules, with runs and trends of seven points."""
        return cls(name="seven points", run=7, trend=7)

    @classmethod
    def eight(cls) -> Self:
        """Give all four rules, with runs and trends of eight points."""
        return cls(name="eight points", run=8, trend=8)


def lengths_of(rules: RuleSet) -> Lengths:
    """Give the lengths of a run and a trend, as the kernels take them."""
    return Lengths(rules.run, rules.trend)


def mask_of(rules: RuleSet) -> int:
    """Give the bits of the rules in force, on both sides."""
    bits = sum(BITS[rule] for rule in rules.rules)
    return bits | bits << LOW_SIDE


def rules_in_force(rules: RuleSet | None) -> RuleSet:
    """Give the rules that were asked for, or those of seven points.

    Raises:
        InvalidValueError: What was asked for is no rule set.
    """
    if rules is None:
        return RuleSet.seven()
    requirement.all_of_kind("rules", (rules,), RuleSet)
    return rules
