"""The rules that a point of a control chart breaks, as facts."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TypeAlias

from attrs import field, frozen

from policing_indicators.calculation.kernels.special_causes import LOW_SIDE
from policing_indicators.calculation.rule_set import BITS, SpecialCauseRule
from policing_indicators.calculation.variation import Side
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.period import Period

Moment: TypeAlias = Period | date
"""When a point is: its period, or the day or time of its event."""

is_moment: requirement.Requirement = requirement.kind(Period, date, datetime)
"""What the moment of a point must be."""


@frozen(kw_only=True)
class SpecialCause:
    """One rule that a point breaks, as facts.

    Attributes:
        rule: The rule.
        side: On which side; for a trend, high where the points rise.
        since: The first point of the run or trend; for the other rules the point
            itself.
        points: How many points of the run or trend there are up to this one, itself
            counted; 1 for the other rules.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> run = SpecialCause(
    ...     rule=SpecialCauseRule.RUN,
    ...     side=Side.LOW,
    ...     since=Period.month(2024, 5),
    ...     points=9,
    ... )
    >>> f"the {run.points}th month in a row on the {run.side.value} side"
    'the 9th month in a row on the low side'
    """

    rule: SpecialCauseRule = field(validator=requirement.kind(SpecialCauseRule))
    side: Side = field(validator=requirement.kind(Side))
    since: Moment = field(validator=is_moment)
    points: int = field(converter=requirement.as_whole, validator=requirement.positive)


@frozen(kw_only=True)
class Stretch:
    """The points between two rebases, and the bits of the rules that they break.

    Attributes:
        moments: When each point is.
        charted: What is charted of each.
        codes: The bits of each.
    """

    moments: Sequence[Moment]
    charted: Sequence[float]
    codes: Sequence[int]

    def special_causes(self) -> Iterator[tuple[SpecialCause, ...]]:
        """Give the rules that each point breaks, in order of precedence."""
        for place, code in enumerate(self.codes):
            yield tuple(self._causes_at(place)) if code else ()

    def _causes_at(self, place: int) -> Iterator[SpecialCause]:
        for rule in SpecialCauseRule:
            for side in Side:
                if self._breaks(place, rule, side):
                    first = self._first(place, rule, side)
                    yield SpecialCause(
                        rule=rule,
                        side=side,
                        since=self.moments[first],
                        points=place - first + 1,
                    )

    def _breaks(self, place: int, rule: SpecialCauseRule, side: Side) -> bool:
        bit = BITS[rule] << (LOW_SIDE if side is Side.LOW else 0)
        return bool(self.codes[place] & bit)

    def _first(self, place: int, rule: SpecialCauseRule, side: Side) -> int:
        """Give the place where the run or trend that holds a point starts."""
        if rule in {SpecialCauseRule.OUTSIDE_LIMITS, SpecialCauseRule.TWO_OF_THREE}:
            return place
        while place and self._breaks(place - 1, rule, side):
            rises = self.charted[place] > self.charted[place - 1]
            if rule is SpecialCauseRule.TREND and rises is not (side is Side.HIGH):
                break
            place -= 1
        return place
