"""What is measured, and how a reader is to understand it."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.case_noun import CaseNoun
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.definition import Break, Definition
from policing_indicators.vocabulary.dispersion import MeasuredDispersion
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import DenominatorKind


class Unit(ClosedSet):
    """What kind of figure an indicator has."""

    COUNT = "count"
    RATE = "rate"
    PROPORTION = "proportion"
    PERCENTAGE = "percentage"
    YES_NO = "yes or no"


class ImprovementDirection(ClosedSet):
    """Which way is better; neutral is neither good nor bad either way."""

    DECREASE = "decrease"
    INCREASE = "increase"
    NEUTRAL = "neutral"


def _breaks(breaks: Iterable[Break]) -> tuple[Break, ...]:
    return requirement.items(breaks)


@frozen(kw_only=True)
class Indicator:
    """One thing that is measured.

    Attributes:
        id: Its identifier, such as ``knife-crime``.
        name: Its name, as printed at the head of a row.
        unit: What kind of figure it has.
        direction: Which way is better.
        aliases: Other names it goes by.
        noun: What its cases are called in a sentence.
        denominator: What its rate or proportion is counted over, if anything.
        per: The base of the rate that is worked out: so many people, or households.
            A rate that was published names its base in the indicator's name.
        decimals: How many decimals its rate, or the figure itself, is printed with.
        definition: What exactly is counted.
        source: Who publishes it.
        caveats: What a reader must know, a sentence each.
        parts: The ids of the indicators that partition it: they add to it.
        subset_of: The id of the indicator that it is a part of, where its parts do not
            partition the whole, as with domestic-related homicide.
        baseline: The period that progress is declared to be measured from.
        breaks: When the figures stopped being comparable with earlier ones, and why.
        valid_from: The first day it is defined for, if it has one.
        valid_to: The last day it is defined for, if it has one.
        dispersion: How forces' changes scatter, where that was measured.

    Raises:
        InvalidValueError: A field is not what it must be, a part is named twice, or the
            last valid day is before the first.

    >>> homicide = Indicator(
    ...     id="homicide",
    ...     name="Homicide",
    ...     unit=Unit.COUNT,
    ...     direction=ImprovementDirection.DECREASE,
    ... )
    >>> homicide.per
    100000
    """

    id: str = field(validator=requirement.identifier)
    name: str = field(validator=requirement.line)
    unit: Unit = field(validator=requirement.kind(Unit))
    direction: ImprovementDirection = field(
        validator=requirement.kind(ImprovementDirection)
    )
    aliases: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.line),
    )
    noun: CaseNoun | None = field(
        default=None, validator=requirement.optional(requirement.kind(CaseNoun))
    )
    denominator: DenominatorKind | None = field(
        default=None, validator=requirement.optional(requirement.kind(DenominatorKind))
    )
    per: int = field(
        default=100_000,
        converter=requirement.as_whole,
        validator=requirement.positive,
    )
    decimals: int = field(
        default=1, converter=requirement.as_whole, validator=requirement.natural
    )
    definition: Definition | None = field(
        default=None, validator=requirement.optional(requirement.kind(Definition))
    )
    source: str = field(default="", validator=requirement.text)
    caveats: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=requirement.each(requirement.line),
    )
    parts: tuple[str, ...] = field(
        default=(),
        converter=requirement.texts,
        validator=[requirement.each(requirement.identifier), requirement.distinct],
    )
    subset_of: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    baseline: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    breaks: tuple[Break, ...] = field(
        default=(),
        converter=_breaks,
        validator=requirement.each(requirement.kind(Break)),
    )
    valid_from: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    valid_to: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    dispersion: MeasuredDispersion | None = field(
        default=None,
        validator=requirement.optional(requirement.kind(MeasuredDispersion)),
    )

    def __attrs_post_init__(self) -> None:
        """Hold the validity dates to their order."""
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            allowed = f"a day from {self.valid_from} on"
            requirement.refuse(self, "valid_to", self.valid_to, allowed)

    def breaks_between(self, earlier: Period, later: Period) -> tuple[Break, ...]:
        """Give the breaks that a comparison of two periods crosses."""
        first = min(earlier.start, later.start)
        last = max(earlier.end, later.end)
        return tuple(each for each in self.breaks if first < each.since <= last)

    def is_defined_for(self, period: Period) -> bool:
        """Say whether the indicator is defined for the whole of a period."""
        first = self.valid_from or date.min
        last = self.valid_to or date.max
        return first <= period.start <= period.end <= last
