"""How wide a funnel is: chance, and areas' scatter beyond it, around a benchmark."""

from fractions import Fraction
from typing import Self

import numpy as np
from attrs import frozen

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.kernels import funnels
from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.counts import deviate
from policing_indicators.calculation.kernels.funnels import FunnelScale, Limits


@frozen(kw_only=True)
class FunnelShape:
    """What the limits of a funnel are worked out from.

    Attributes:
        benchmark: The benchmark, per one.
        dispersion: The mean of the squared deviates, winsorised.
        between: The variance between areas beyond chance, on the turned scale.
        scale: Whether rates or proportions lie around it.
        exact: Whether the limits are those of chance alone.
    """

    benchmark: float
    dispersion: float
    between: float
    scale: FunnelScale
    exact: bool

    @classmethod
    def around(cls, benchmark: Benchmark, rates: AreaRates, *, exact: bool) -> Self:
        """Measure how areas scatter around a benchmark."""
        scale: FunnelScale = "proportion" if rates.are_proportions else "rate"
        share = float(benchmark.exact_value / Fraction(rates.per))
        counts, sizes = laid_out(rates)
        chance = funnels.deviates(counts, sizes, np.asarray(share), scale)
        between = 0.0 if exact else funnels.between_variance(chance, sizes)
        return cls(
            benchmark=share,
            dispersion=funnels.dispersion(chance),
            between=between,
            scale=scale,
            exact=exact,
        )

    def deviates(self, counts: Array, sizes: Array) -> Array:
        """Give how far off the benchmark each lies, in standard deviations."""
        around = np.asarray(self.benchmark)
        chance = funnels.deviates(counts, sizes, around, self.scale)
        return funnels.adjusted(chance, sizes, np.asarray(self.between))

    def positions(
        self, counts: Array, sizes: Array, confidences: tuple[float, float]
    ) -> Array:
        """Say where each lies, from -2, beyond the outer limits, to 2."""
        if self.exact:
            inner, outer = (self.limits(sizes, level) for level in confidences)
            return funnels.positions(counts / sizes, inner, outer)
        within, outside = (np.asarray(deviate(level)) for level in confidences)
        deviates = self.deviates(counts, sizes)
        return funnels.positions(deviates, (-within, within), (-outside, outside))

    def limits(self, sizes: Array, confidence: float) -> Limits:
        """Give the limits over denominators, per one."""
        around = np.asarray(self.benchmark)
        if self.exact:
            return funnels.exact_limits(sizes, around, confidence, self.scale)
        between, z = np.asarray(self.between), np.asarray(deviate(confidence))
        return funnels.limits(sizes, around, between, z, self.scale)


def laid_out(rates: AreaRates) -> tuple[Array, Array]:
    """Give the counts and the denominators of areas as arrays."""
    pairs = [(float(rate.count), float(rate.denominator)) for _, rate in rates]
    counts, sizes = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    return counts, sizes
