"""The limits between which a figure lies, and how they were made."""

import math

from attrs import field, frozen

from policing_indicators.calculation.kernels.arguments import Array, confidence_level
from policing_indicators.calculation.single import required_figure
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet


class LimitsMethod(ClosedSet):
    """How limits were worked out."""

    EXACT = "exact"
    """Garwood's limits of a Poisson count (Garwood 1936)."""

    BYAR = "byar"
    """Byar's approximation from a count of ten, exact below (Breslow and Day 1987)."""

    WILSON = "wilson"
    """Wilson's score limits of a proportion (Wilson 1927)."""

    NEWCOMBE = "newcombe"
    """Newcombe's hybrid score limits of a difference (Newcombe 1998, method 10)."""

    CLOPPER_PEARSON = "clopper-pearson"
    """Exact limits of a ratio of two rates (Clopper and Pearson 1934)."""

    DISPERSION_ADJUSTED = "dispersion-adjusted"
    """Limits of chance, widened by the ratio of areas' scatter to that of chance."""

    SPREAD_ADJUSTED = "spread-adjusted"
    """Limits of chance and of areas' scatter beyond it, one beside the other."""

    FUNNEL = "funnel"
    """Limits within which areas lie around a benchmark, by chance and by their scatter
    beyond it (Spiegelhalter 2005)."""

    FUNNEL_EXACT = "exact funnel"
    """Limits within which areas lie around a benchmark where only chance is at work."""


@frozen
class Interval:
    """Lower and upper limits, in the unit of the figure that they belong to.

    Attributes:
        lower: The lower limit.
        upper: The upper limit; infinite where the data set none, as for a ratio to a
            count of zero.
        confidence: The confidence of the two together, strictly between 0 and 1.
        method: How they were worked out.

    Raises:
        InvalidValueError: A field is not what it must be, or the limits are the wrong
            way round.

    >>> limits = Interval(0.42, 1.11, confidence=0.95, method=LimitsMethod.EXACT)
    >>> 1 in limits
    True
    """

    lower: float = field(converter=requirement.as_number, validator=requirement.number)
    upper: float = field(
        converter=requirement.as_number,
        validator=requirement.must(
            lambda value: type(value) in (int, float) and not math.isnan(value),
            "a number, finite or infinite",
        ),
    )
    confidence: float = field(kw_only=True, converter=confidence_level)
    method: LimitsMethod = field(kw_only=True, validator=requirement.kind(LimitsMethod))

    def __attrs_post_init__(self) -> None:
        """Hold the limits to their order."""
        if self.upper < self.lower:
            allowed = f"at least the lower limit, {self.lower!r}"
            requirement.refuse(self, "upper", self.upper, allowed)

    def __contains__(self, value: float) -> bool:
        """Say whether a figure lies within the limits, the limits themselves in."""
        return self.lower <= value <= self.upper


def interval_of(
    limits: tuple[Array, Array], confidence: float, method: LimitsMethod
) -> Interval:
    """Give the single limits that a kernel worked out as an interval.

    Raises:
        MissingDataError: They are beyond the largest decimal number.
    """
    lower, upper = (required_figure("the limits", limit) for limit in limits)
    return Interval(lower, upper, confidence=confidence, method=method)
