"""How widely forces' changes in an indicator scatter, as it was measured."""

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.period import Period

CALIBRATED_BELOW = 1.5
"""The dispersion under which an exact test of two counts is calibrated.

Source: docs/methods.md, "Was it more than chance?": forces' changes in homicide scatter
with a dispersion near one, those of volume crime with eighteen to more than a hundred.
"""


@frozen(kw_only=True)
class MeasuredDispersion:
    """The dispersion of areas' changes around the change of their total.

    A ratio near one says that changes scatter as rare independent events would. The
    larger it is, the less an exact test of two counts can say.

    Attributes:
        ratio: The mean of (later - n p)^2 / (n p q) over areas, where n is an area's
            count in both periods, p the later period's part of the total in both, and
            q = 1 - p.
        areas: How many areas were measured, two or more: one scatters around nothing.
        earlier: The earlier period.
        later: The later period.
        source: The table that was measured, with its edition.
        earlier_total: The count of all the areas in the earlier period, above zero.
        later_total: Their count in the later period, above zero.
        spread: How far the areas' changes scatter beyond chance: a standard deviation
            on the scale of the arcsine of the root of the later period's share. Four
            times it is nearly that of the logarithm of later over earlier. With it and
            the two totals, a change between the two periods can be held against those
            of the other areas; the three are given together, or none is.

    Raises:
        InvalidValueError: A field is not what it must be.
        IncomparableError: The two periods do not compare.

    >>> homicide = MeasuredDispersion(
    ...     ratio=1.1,
    ...     areas=43,
    ...     earlier=Period.financial_year(2023),
    ...     later=Period.financial_year(2024),
    ...     source="Police recorded crime open data tables, April 2026",
    ... )
    >>> homicide.ratio
    1.1
    """

    ratio: float = field(converter=requirement.as_number, validator=requirement.measure)
    areas: int = field(
        converter=requirement.as_whole,
        validator=requirement.must(
            lambda value: type(value) is int and value > 1, "a whole number above one"
        ),
    )
    earlier: Period = field(validator=requirement.kind(Period))
    later: Period = field(validator=requirement.kind(Period))
    source: str = field(validator=requirement.line)
    earlier_total: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.positive),
    )
    later_total: int | None = field(
        default=None,
        converter=requirement.as_whole_or_none,
        validator=requirement.optional(requirement.positive),
    )
    spread: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.measure),
    )

    def __attrs_post_init__(self) -> None:
        """Hold the periods to what compares, and the three figures to all or none."""
        self.earlier.comparability(self.later)
        together = {
            "earlier_total": self.earlier_total,
            "later_total": self.later_total,
            "spread": self.spread,
        }
        lacking = [name for name, value in together.items() if value is None]
        if 0 < len(lacking) < len(together):
            allowed = "given together with the totals and the spread, or none of them"
            requirement.refuse(self, lacking[0], None, allowed)
