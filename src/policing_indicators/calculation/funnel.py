"""Areas' rates around a benchmark, and within which limits they lie."""

import math
from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Self

import numpy as np
from attrs import field, frozen

from policing_indicators.calculation.area_rates import RATES_WITHHELD, AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.funnel_point import (
    FunnelLimits,
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
)
from policing_indicators.calculation.funnel_shape import FunnelShape, laid_out
from policing_indicators.calculation.interval import (
    Interval,
    LimitsMethod,
)
from policing_indicators.calculation.kernels import rates as rate_kernel
from policing_indicators.calculation.kernels.arguments import (
    Array,
    checked_number,
    confidence_level,
)
from policing_indicators.calculation.shown_funnel import shown_funnel
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.errors import (
    InvalidValueError,
    MissingDataError,
    UnknownNameError,
)
from policing_indicators.showing import Shown, ShownTable
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import GroupAverage

INNER, OUTER = 0.95, 0.998
"""The confidences of the two pairs of limits of a funnel (Spiegelhalter 2005)."""

_POSITIONS = tuple(FunnelPosition)
_MIDDLE = _POSITIONS.index(FunnelPosition.WITHIN)
_FEWEST_DRAWN = 2


@frozen(kw_only=True)
class Funnel(Shown):
    """Areas around a benchmark: where each lies, and the limits to draw.

    Attributes:
        points: The areas, in the order in which they were given.
        benchmark: What they lie around, and what that includes.
        method: How the limits are worked out.
        dispersion: The mean of the squared deviates, winsorised: near 1, areas scatter
            around the benchmark as chance alone would have them.
        spread: How far they scatter beyond chance: a standard deviation on the scale
            of the square root of a rate per one, or of its arcsine for proportions. 0
            where the limits are those of chance alone.
        per: The base of the rates; 1 for proportions.
        are_proportions: Whether they are parts of a whole.
        inner: The confidence of the inner limits.
        outer: The confidence of the outer limits.
        left_out: The areas that are not in it, and why.

    >>> from policing_indicators.calculation.rate import Rate
    >>> counts = {"north": 30, "south": 24, "east": 12, "west": 16, "middle": 31}
    >>> people = {"north": 19e5, "south": 19e5, "east": 8e5, "west": 6e5, "middle": 3e5}
    >>> funnel = Funnel.of(
    ...     AreaRates({area: Rate(counts[area], people[area]) for area in counts})
    ... )
    >>> {
    ...     point.area: point.position.value
    ...     for point in funnel
    ...     if point.position is not FunnelPosition.WITHIN
    ... }
    {'middle': 'far above'}
    >>> round(funnel.benchmark.value, 2)
    2.05
    """

    points: tuple[FunnelPoint, ...] = field(
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(FunnelPoint)),
        ]
    )
    benchmark: Benchmark = field(validator=requirement.kind(Benchmark))
    method: FunnelMethod = field(validator=requirement.kind(FunnelMethod))
    dispersion: float = field(validator=requirement.measure)
    spread: float = field(validator=requirement.measure)
    per: float = field(validator=requirement.measure)
    are_proportions: bool = field(validator=requirement.kind(bool))
    inner: float = field(converter=confidence_level)
    outer: float = field(converter=confidence_level)
    left_out: tuple[AreaLeftOut, ...] = field(
        default=(),
        validator=[
            requirement.kind(tuple),
            requirement.each(requirement.kind(AreaLeftOut)),
        ],
    )

    @classmethod
    def of(
        cls,
        rates: AreaRates,
        *,
        benchmark: GroupAverage | Benchmark = GroupAverage.POOLED,
        method: FunnelMethod = FunnelMethod.DISPERSION_ADJUSTED,
        leave_out: Collection[str] = RATES_WITHHELD,
        confidences: tuple[float, float] = (INNER, OUTER),
    ) -> Self:
        """Lay areas' rates around a benchmark.

        Args:
            rates: One rate or proportion an area. What cannot stand beside the others
                (over nothing, or negative) is left out and named.
            benchmark: An average of the areas that are in the funnel, or a benchmark
                that was set otherwise.
            method: Limits for chance and for areas' scatter beyond it, or for chance
                alone, which nearly every area lies outside of in volume crime.
            leave_out: The ids of areas whose rates per head are left out: the City of
                London, unless others are named.
            confidences: Of the inner and of the outer limits.

        Raises:
            InvalidValueError: An argument is not what it must be.
            MissingDataError: No area has a rate, or none of them has an event.
        """
        inner, outer = map(confidence_level, confidences)
        if inner >= outer:
            allowed = "the lower confidence first, such as (0.95, 0.998)"
            raise InvalidValueError("confidences", confidences, allowed)
        requirement.all_of_kind("method", (method,), FunnelMethod)
        requirement.all_of_kind("rates", (rates,), AreaRates)
        exact = method is FunnelMethod.EXACT
        fit = rates.fit_to_compare(leave_out, whole=exact)
        around = _benchmark(fit, benchmark)
        shape = FunnelShape.around(around, fit, exact=exact)
        return cls(
            points=tuple(_points(fit, shape, (inner, outer))),
            benchmark=around,
            method=method,
            dispersion=shape.dispersion,
            spread=math.sqrt(shape.between),
            per=fit.per,
            are_proportions=fit.are_proportions,
            inner=inner,
            outer=outer,
            left_out=fit.left_out,
        )

    def _shown(self) -> tuple[ShownTable, ...]:
        base = self.per, self.are_proportions
        return (
            shown_funnel(self.points, self.benchmark, self.method, base, self.left_out),
        )

    def point(self, area: str) -> FunnelPoint:
        """Give an area's point.

        Raises:
            UnknownNameError: It is not in the funnel.
        """
        for point in self.points:
            if point.area == area:
                return point
        known = tuple(point.area for point in self.points)
        raise UnknownNameError("area in the funnel", area, known)

    def limits(self, denominator: float) -> FunnelLimits:
        """Work out the limits over any denominator.

        Raises:
            InvalidValueError: It is not above zero.
        """
        size = checked_number(
            "denominator", denominator, lambda value: value > 0, "above zero"
        )
        [found] = self._drawn(np.array([size]))
        return found

    def curve(self, *, points: int = 200) -> tuple[FunnelLimits, ...]:
        """Give the limits to draw, from the smallest denominator to the largest.

        Args:
            points: Over how many denominators, two or more; they are evenly spaced by
                logarithm. Limits of chance alone are those of whole counts, and go in
                steps.

        Raises:
            InvalidValueError: It is no such number.
        """
        if type(points) is not int or points < _FEWEST_DRAWN:
            raise InvalidValueError("points", points, "a whole number, two or more")
        sizes = [point.rate.denominator for point in self.points]
        return tuple(self._drawn(np.geomspace(min(sizes), max(sizes), points)))

    def __iter__(self) -> Iterator[FunnelPoint]:
        """Give the points in their order."""
        return iter(self.points)

    def __len__(self) -> int:
        """Count the areas."""
        return len(self.points)

    def _drawn(self, sizes: Array) -> Iterator[FunnelLimits]:
        shape = FunnelShape(
            benchmark=float(self.benchmark.exact_value / Fraction(self.per)),
            dispersion=self.dispersion,
            between=self.spread * self.spread,
            scale="proportion" if self.are_proportions else "rate",
            exact=self.method is FunnelMethod.EXACT,
        )
        pairs = _intervals(shape, sizes, self.per, (self.inner, self.outer))
        for size, (inner, outer) in zip(sizes.tolist(), pairs, strict=True):
            yield FunnelLimits(denominator=size, inner=inner, outer=outer)


def _benchmark(rates: AreaRates, benchmark: GroupAverage | Benchmark) -> Benchmark:
    if not len(rates):
        raise MissingDataError("a funnel", rates.why_none)
    if isinstance(benchmark, Benchmark):
        return benchmark
    requirement.all_of_kind("benchmark", (benchmark,), GroupAverage)
    if not any(rate.count for _, rate in rates):
        raise MissingDataError("a funnel", "no area has an event")
    name = "the areas of the funnel"
    return Benchmark.average_of(rates, benchmark, name=name)


def _points(
    rates: AreaRates, shape: FunnelShape, confidences: tuple[float, float]
) -> Iterator[FunnelPoint]:
    counts, sizes = laid_out(rates)
    deviates = shape.deviates(counts, sizes)
    positions = shape.positions(counts, sizes, confidences)
    intervals = _intervals(shape, sizes, rates.per, confidences)
    values = rate_kernel.rate(counts, sizes, rates.per).tolist()
    for (area, rate), value, deviate, position, (inside, outside) in zip(
        rates, values, deviates.tolist(), positions.tolist(), intervals, strict=True
    ):
        yield FunnelPoint(
            area=area,
            rate=rate,
            value=value,
            deviate=deviate,
            inner=inside,
            outer=outside,
            position=_POSITIONS[_MIDDLE + int(position)],
        )


def _intervals(
    shape: FunnelShape, sizes: Array, per: float, confidences: tuple[float, float]
) -> list[tuple[Interval, Interval]]:
    method = LimitsMethod.FUNNEL_EXACT if shape.exact else LimitsMethod.FUNNEL
    pairs: list[list[Interval]] = []
    for level in confidences:
        lower, upper = (limit * per for limit in shape.limits(sizes, level))
        pairs.append(
            [
                Interval(low, high, confidence=level, method=method)
                for low, high in zip(lower.tolist(), upper.tolist(), strict=True)
            ]
        )
    return list(zip(*pairs, strict=True))
