"""Where an area lies in a funnel, and how a funnel is drawn."""

from attrs import field, frozen

from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.closed_set import ClosedSet


class FunnelMethod(ClosedSet):
    """How the limits of a funnel are worked out."""

    DISPERSION_ADJUSTED = "dispersion-adjusted"
    """For chance, and for areas' scatter beyond it (Spiegelhalter 2005)."""

    EXACT = "exact"
    """For chance alone, by the quantiles of the Poisson or binomial distribution."""


class FunnelPosition(ClosedSet):
    """Where an area lies: within the limits, or beyond the inner or the outer ones."""

    FAR_BELOW = "far below"
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    FAR_ABOVE = "far above"


@frozen(kw_only=True)
class FunnelLimits:
    """The limits of a funnel over one denominator.

    Attributes:
        denominator: People, households or other units.
        inner: The inner limits, in the unit of the rates.
        outer: The outer limits.

    >>> from policing_indicators.calculation.area_rates import AreaRates
    >>> from policing_indicators.calculation.funnel import Funnel
    >>> funnel = Funnel.of(AreaRates({"kent": Rate(40, 1_000), "essex": Rate(9, 500)}))
    >>> [round(each.denominator) for each in funnel.curve(points=3)]
    [500, 707, 1000]
    """

    denominator: float = field(validator=requirement.measure)
    inner: Interval = field(validator=requirement.kind(Interval))
    outer: Interval = field(validator=requirement.kind(Interval))


@frozen(kw_only=True)
class FunnelPoint:
    """An area in a funnel.

    Attributes:
        area: The area's id.
        rate: Its rate or proportion.
        value: The same as a number.
        deviate: How many standard deviations it lies off the benchmark, above it if
            positive: of chance and of areas' scatter, or of chance alone, as the
            funnel's limits are.
        inner: The inner limits over its denominator.
        outer: The outer limits over its denominator.
        position: Where it lies. What is on a limit is within it.

    >>> from policing_indicators.calculation.area_rates import AreaRates
    >>> from policing_indicators.calculation.funnel import Funnel
    >>> funnel = Funnel.of(AreaRates({"kent": Rate(40, 1_000), "essex": Rate(9, 500)}))
    >>> funnel.point("essex").position
    FunnelPosition.WITHIN
    """

    area: str = field(validator=requirement.identifier)
    rate: Rate | Proportion = field(validator=requirement.kind(Rate, Proportion))
    value: float = field(validator=requirement.measure)
    deviate: float = field(validator=requirement.number)
    inner: Interval = field(validator=requirement.kind(Interval))
    outer: Interval = field(validator=requirement.kind(Interval))
    position: FunnelPosition = field(validator=requirement.kind(FunnelPosition))
