"""One figure as a statement printed it: a row of its open data."""

import re
from collections.abc import Hashable
from datetime import date

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet
from policing_indicators.vocabulary.period import Period

_SHORTHANDS = re.compile(r"(?:\[[a-z]+\](?: \[[a-z]+\])*)?")


class Measure(ClosedSet):
    """What a published figure is of its indicator."""

    COUNT = "count"
    RATE = "rate"
    PERCENTAGE = "percentage"
    VALUE = "value"
    CHANGE_IN_NUMBER = "change in number"
    CHANGE_IN_PER_CENT = "change in per cent"
    CHANGE_IN_PERCENTAGE_POINTS = "change in percentage points"
    RATIO = "ratio"
    PROBABILITY = "probability"
    SHARE_OF_WHOLE = "share of the whole"
    SHARE_OF_CHANGE = "share of the change"
    TARGET_FIGURE = "figure of a target"
    TARGET_LINE = "line of a target"
    TARGET_MILESTONE = "milestone of a target"
    TARGET_MARGIN = "margin to a target"
    TARGET_VERDICT = "verdict on a target"

    @property
    def compares(self) -> bool:
        """Whether a figure of it stands between two periods, not in one."""
        return self not in _LEVELS and not self.is_of_target

    @property
    def is_share(self) -> bool:
        """Whether a figure of it is a part of a whole indicator's."""
        return self in (Measure.SHARE_OF_WHOLE, Measure.SHARE_OF_CHANGE)

    @property
    def is_of_target(self) -> bool:
        """Whether a figure of it belongs to a target."""
        return self in _OF_TARGETS


_LEVELS = (
    Measure.COUNT,
    Measure.RATE,
    Measure.PERCENTAGE,
    Measure.VALUE,
    Measure.SHARE_OF_WHOLE,
)
_OF_TARGETS = (
    Measure.TARGET_FIGURE,
    Measure.TARGET_LINE,
    Measure.TARGET_MILESTONE,
    Measure.TARGET_MARGIN,
    Measure.TARGET_VERDICT,
)
_OF_CHANCE = (Measure.RATIO, Measure.PROBABILITY)


@frozen(kw_only=True)
class PublishedFigure:
    """One figure as a statement printed it, with what is needed to use it elsewhere.

    A figure that is withheld or missing has no value, no limits and nothing that it was
    worked out from: a shorthand says why.

    Attributes:
        indicator: The indicator's id.
        name: The indicator's name, as printed.
        area: The area's id.
        period: The period of the figure; of a comparison the later of the two.
        measure: What it is of the indicator.
        compared_with: The earlier period, where the measure compares two.
        whole: The id of the indicator that it is a share of, where it is a share.
        target: The id of the target that it belongs to, where it does: one of a target
            does, and what chance would do may.
        unit: What the value is in: homicides, per cent, percentage points; of a rate,
            what it is counted over.
        per: The base of a rate: per so many of the unit.
        value: The figure as printed, rounded once; none where there is none.
        lower: The lower limit as printed, where the figure has limits.
        upper: The upper limit as printed.
        confidence: The confidence of the limits.
        method: How the limits were made, such as ``exact``; of a probability, by which
            test.
        numerator: What was divided, where the figure is a quotient.
        denominator: What it was divided by.
        source: Where the figures came from, as cited.
        as_at: The vintage: the day the figures stood so.
        shorthand: The symbols of the Government Statistical Service that go with it,
            parted by a blank: ``[p]``.
        printed: The text that stands on the page for it.
        definition: What exactly is counted, where that is stated.

    Raises:
        InvalidValueError: A field is not what it must be, or two contradict each other.

    >>> homicides = PublishedFigure(
    ...     indicator="homicide",
    ...     name="Homicide",
    ...     area="west-midlands",
    ...     period=Period.financial_year(2024),
    ...     measure=Measure.COUNT,
    ...     unit="homicides",
    ...     value=32,
    ...     printed="32",
    ... )
    >>> homicides.value
    32
    """

    indicator: str = field(validator=requirement.identifier)
    name: str = field(validator=requirement.line)
    area: str = field(validator=requirement.identifier)
    period: Period = field(validator=requirement.kind(Period))
    measure: Measure = field(validator=requirement.kind(Measure))
    compared_with: Period | None = field(
        default=None, validator=requirement.optional(requirement.kind(Period))
    )
    whole: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    target: str | None = field(
        default=None, validator=requirement.optional(requirement.identifier)
    )
    unit: str = field(validator=requirement.line)
    per: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.positive),
    )
    value: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
    )
    lower: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
    )
    upper: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
    )
    confidence: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.probability),
    )
    method: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    numerator: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
    )
    denominator: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
    )
    source: str = field(default="", validator=requirement.text)
    as_at: date | None = field(
        default=None, validator=requirement.optional(requirement.day)
    )
    shorthand: str = field(
        default="",
        validator=requirement.must(
            lambda value: (
                requirement.is_text(value) and _SHORTHANDS.fullmatch(value) is not None
            ),
            "symbols parted by one blank, such as '[p]' or '[p] [b]'",
        ),
    )
    printed: str = field(validator=requirement.line)
    definition: str = field(default="", validator=requirement.text)

    def __attrs_post_init__(self) -> None:
        """Hold the fields to what their measure and each other allow."""
        self._hold_to_measure()
        self._hold_to_value()
        self._hold_limits()
        if (self.numerator is None) != (self.denominator is None):
            allowed = "given beside the numerator, and only there"
            requirement.refuse(self, "denominator", self.denominator, allowed)

    @property
    def key(self) -> Hashable:
        """What the figure is of, the same of no two figures of a statement."""
        return (
            self.indicator,
            self.area,
            self.period,
            self.measure,
            self.compared_with,
            self.whole,
            self.target,
        )

    def __str__(self) -> str:
        """Name what the figure is of, without the figure."""
        since = f", compared with {self.compared_with}" if self.compared_with else ""
        named = ", ".join(filter(None, (self.whole, self.target)))
        of = f" ({named})" if named else ""
        what = f"{self.measure.value}{of} of {self.indicator}"
        return f"{what} in {self.area}, {self.period}{since}"

    def _hold_to_measure(self) -> None:
        measure = self.measure
        of_target = measure.is_of_target
        for name, needed, allowed in (
            ("compared_with", measure.compares, False),
            ("whole", measure.is_share, False),
            ("per", measure is Measure.RATE, of_target),
            ("target", of_target, measure in _OF_CHANCE),
        ):
            given = getattr(self, name)
            if (given is not None) != needed and not (given is not None and allowed):
                word = "given" if needed else "left out"
                told = f"{word} where the measure is {measure.value}"
                requirement.refuse(self, name, given, told)

    def _hold_to_value(self) -> None:
        if self.value is not None:
            return
        if not self.shorthand:
            allowed = "a symbol that says why there is no value, such as '[u]'"
            requirement.refuse(self, "shorthand", self.shorthand, allowed)
        for name in ("lower", "numerator"):
            given = getattr(self, name)
            if given is not None:
                allowed = "left out where there is no value"
                requirement.refuse(self, name, given, allowed)

    def _hold_limits(self) -> None:
        for name in ("upper", "confidence", "method"):
            given = getattr(self, name)
            tested = name == "method" and self.measure is Measure.PROBABILITY
            if not tested and (given is None) != (self.lower is None):
                allowed = "given beside the lower limit, and only there"
                requirement.refuse(self, name, given, allowed)
        if self.lower is None or self.upper is None:
            return
        if self.upper < self.lower:
            allowed = f"at least the lower limit, {self.lower!r}"
            requirement.refuse(self, "upper", self.upper, allowed)
