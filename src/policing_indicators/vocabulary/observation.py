"""What was found: one figure of one indicator, area and period, or why none."""

from datetime import date

from attrs import field, frozen

from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period


@frozen
class Observation:
    """One figure as a source gives it, or the reason why there is none.

    Exactly one of ``count``, ``value`` and ``missing`` is given. A rate or percentage
    that is published without its count is its own indicator, with a ``value``.

    Attributes:
        indicator: The indicator's id.
        area: The area's id.
        period: The period it stands for.
        count: How many. It may be negative: offences transferred or cancelled in a
            quarter are subtracted there.
        denominator: What the count is out of, where the source says so.
        value: A figure published without its count, in the indicator's unit.
        missing: Why there is no figure.
        status: What state the figure is in.
        as_at: The vintage: the day the figure stood so, or was released.
        source: Where it comes from, as a citation.
        note: Anything that a reader of the figure must know.
        origin: Where it was read, if it was read; no part of what it is, so that
            figures from two files can be equal.

    Raises:
        InvalidValueError: A field is not what it must be, or not exactly one of the
            three is given.

    >>> year = Period.financial_year(2024)
    >>> Observation("homicide", "west-midlands", year, count=32).count
    32
    """

    indicator: str = field(validator=requirement.identifier)
    area: str = field(validator=requirement.identifier)
    period: Period = field(validator=requirement.kind(Period))
    count: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.whole),
        kw_only=True,
    )
    denominator: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.measure),
        kw_only=True,
    )
    value: int | float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.number),
        kw_only=True,
    )
    missing: MissingReason | None = field(
        default=None,
        validator=requirement.optional(requirement.kind(MissingReason)),
        kw_only=True,
    )
    status: Status = field(
        default=Status.FINAL, validator=requirement.kind(Status), kw_only=True
    )
    as_at: date | None = field(
        default=None,
        validator=requirement.optional(requirement.day),
        kw_only=True,
    )
    source: str = field(default="", validator=requirement.text, kw_only=True)
    note: str = field(default="", validator=requirement.text, kw_only=True)
    origin: Origin | None = field(
        default=None,
        eq=False,
        repr=False,
        validator=requirement.optional(requirement.kind(Origin)),
        kw_only=True,
    )

    def __attrs_post_init__(self) -> None:
        """Hold the figure to exactly one of its three forms."""
        absent = (self.count is None) + (self.value is None) + (self.missing is None)
        if absent != 2:  # noqa: PLR2004 - two of the three
            self._refuse_forms()
        if self.denominator is not None and self.count is None:
            allowed = "given only beside a count"
            requirement.refuse(self, "denominator", self.denominator, allowed)

    @property
    def figure(self) -> int | float | None:
        """The count or the value; none where the observation is missing."""
        return self.value if self.count is None else self.count

    def required_count(self) -> int:
        """Give the count, or raise where there is none.

        Raises:
            MissingDataError: The observation is missing, or has a value and no count.
        """
        if self.count is not None:
            return self.count
        reason = self.missing.value if self.missing else "published without its count"
        raise MissingDataError(str(self), reason)

    def __str__(self) -> str:
        """Name what the figure is of, without the figure."""
        return f"{self.indicator} in {self.area}, {self.period}"

    def _refuse_forms(self) -> None:
        forms = {"count": self.count, "value": self.value, "missing": self.missing}
        given = [name for name, form in forms.items() if form is not None]
        allowed = "exactly one of count, value and missing"
        requirement.refuse(self, "figure", given or None, allowed)
