"""How unusual a figure is, if only chance were at work. It holds no verdict."""

from attrs import field, frozen

from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.kernels.arguments import confidence_level
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet


class SignificanceMethod(ClosedSet):
    """How a p-value was worked out; each is two-sided, and the exact ones central."""

    EXACT_CONDITIONAL = "exact conditional test of two counts"
    """Of two Poisson counts, given their total (Przyborowski and Wilenski 1940)."""

    EXACT_POISSON = "exact Poisson test of one count"
    """Of one count beside a rate that was fixed beforehand."""

    EXACT_BINOMIAL = "exact binomial test of one proportion"
    """Of one proportion beside another that was fixed beforehand."""

    DISPERSION_ADJUSTED = "dispersion-adjusted test of a change"
    """Of an area's change beside other areas' changes, by the ratio of their scatter to
    that of chance: calibrated on average over areas."""

    SPREAD_ADJUSTED = "spread-adjusted test of a change"
    """Of an area's change beside other areas' changes, by chance and by their scatter
    beyond it: calibrated for large and small areas alike."""

    SPREAD_ADJUSTED_RATE = "spread-adjusted test of a rate"
    """Of an area's rate beside a benchmark, by chance and by the scatter of areas'
    rates beyond it."""


@frozen(kw_only=True)
class Significance:
    """The evidence that a figure differs by more than chance, as it was worked out.

    The exact tests are calibrated for rare independent events only. Where forces'
    changes scatter more widely, a small p-value is the rule and says little.

    Attributes:
        p_value: How often chance alone makes a difference at least as large, 0 to 1.
        method: How it was worked out.
        ratio: What was tested, as a ratio: 1 is no difference. None where the test is
            not of a ratio, or the ratio is not defined.
        interval: The limits of that ratio, consistent with the p-value: they hold 1
            when the p-value is above 1 less the confidence.
        confidence: The confidence that goes with it, strictly between 0 and 1. What a
            p-value is held against is 1 less this.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> from policing_indicators.calculation.change import Change
    >>> found = Change(earlier=44, later=32).significance()
    >>> print(f"p = {found.p_value:.2f}, by the {found.method.value}")
    p = 0.21, by the exact conditional test of two counts
    """

    p_value: float = field(
        converter=requirement.as_number,
        validator=requirement.must(
            lambda value: type(value) in (int, float) and 0 <= value <= 1,
            "a number from 0 to 1",
        ),
    )
    method: SignificanceMethod = field(validator=requirement.kind(SignificanceMethod))
    ratio: float | None = field(
        default=None,
        converter=requirement.as_number_or_none,
        validator=requirement.optional(requirement.measure),
    )
    interval: Interval | None = field(
        default=None, validator=requirement.optional(requirement.kind(Interval))
    )
    confidence: float = field(default=0.95, converter=confidence_level)

    def __attrs_post_init__(self) -> None:
        """Hold the limits to the confidence that is stated."""
        if self.interval is not None and self.interval.confidence != self.confidence:
            allowed = f"{self.interval.confidence}, the confidence of the interval"
            requirement.refuse(self, "confidence", self.confidence, allowed)
