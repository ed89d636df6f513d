"""One area's rate beside a benchmark: all areas, a group, or a figure set otherwise."""

from collections.abc import Collection
from fractions import Fraction
from typing import Self

import numpy as np
from attrs import field, frozen

from policing_indicators.calculation.area_rates import RATES_WITHHELD, AreaRates
from policing_indicators.calculation.benchmark import Benchmark
from policing_indicators.calculation.funnel_shape import laid_out
from policing_indicators.calculation.interval import LimitsMethod, interval_of
from policing_indicators.calculation.kernels import funnels, scatter
from policing_indicators.calculation.kernels.arguments import Array, confidence_level
from policing_indicators.calculation.kernels.funnels import FunnelScale
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.calculation.total import AreaLeftOut
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage

ALL_AREAS = "all areas together"
"""The name of the benchmark that is taken where none is given."""

_FEWEST = 2
_WHAT = "an area beside a benchmark"


@frozen(kw_only=True)
class BenchmarkComparison:
    """How one area's rate stands beside a benchmark.

    How unusual it is depends on how areas' rates scatter: that is measured on all of
    them, around their pooled rate. No area is winsorised, as in a :class:`Funnel`: the
    limits of a funnel are drawn too close to say how often areas lie so far off.

    Attributes:
        area: The area's id.
        rate: Its rate or proportion.
        benchmark: What it stands beside, and what that includes.
        significance: The evidence: the ratio of the rate to the benchmark, its limits,
            and how often areas lie as far off by chance and by their scatter.
        left_out: The areas that the scatter is not measured on, and why.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> counts = {"north": 30, "south": 24, "east": 12, "west": 16, "middle": 31}
    >>> people = {"north": 19e5, "south": 19e5, "east": 8e5, "west": 6e5, "middle": 3e5}
    >>> rates = AreaRates({area: Rate(counts[area], people[area]) for area in counts})
    >>> found = BenchmarkComparison.of("north", rates)
    >>> print(f"{found.significance.ratio:.2f}, p = {found.significance.p_value:.2f}")
    0.77, p = 0.83
    """

    area: str = field(validator=requirement.identifier)
    rate: Rate | Proportion = field(validator=requirement.kind(Rate, Proportion))
    benchmark: Benchmark = field(validator=requirement.kind(Benchmark))
    significance: Significance = field(validator=requirement.kind(Significance))
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
        area: str,
        rates: AreaRates,
        *,
        benchmark: Benchmark | None = None,
        leave_out: Collection[str] = RATES_WITHHELD,
        confidence: float = 0.95,
    ) -> Self:
        """Hold an area's rate against a benchmark.

        Args:
            area: The area's id.
            rates: One rate or proportion an area, of all the areas whose scatter says
                what is usual; the area itself among them.
            benchmark: What to stand beside; the pooled rate of all the areas where
                none is given.
            leave_out: The ids of areas whose rates per head are left out.
            confidence: The confidence of the limits of the ratio.

        Raises:
            InvalidValueError: An argument is not what it must be, or no area has an
                event.
            MissingDataError: Fewer than two areas have a rate.
            UnknownNameError: The area has no rate that can be compared.
        """
        level = confidence_level(confidence)
        fit = rates.fit_to_compare(leave_out)
        rate = fit[area]
        pooled = Benchmark.average_of(fit, GroupAverage.POOLED, name=ALL_AREAS)
        around = pooled if benchmark is None else benchmark
        requirement.all_of_kind("benchmark", (around,), Benchmark)
        if len(fit) < _FEWEST:
            raise MissingDataError(_WHAT, "one area scatters around nothing")
        return cls(
            area=area,
            rate=rate,
            benchmark=around,
            significance=_significance(area, fit, pooled, around, level),
            left_out=fit.left_out,
        )

    @classmethod
    def beside_group(
        cls,
        area: str,
        rates: AreaRates,
        group: AreaGroup,
        average: GroupAverage,
        *,
        confidence: float = 0.95,
    ) -> Self:
        """Hold an area's rate against the average of a group, the area itself in it.

        Args:
            area: The area's id.
            rates: As for :meth:`of`: of all areas, not of the group alone.
            group: The group, such as the most similar forces.
            average: Which of its two averages is meant.
            confidence: The confidence of the limits of the ratio.

        Raises:
            InvalidValueError: An argument is not what it must be.
            MissingDataError: An area of the group has no rate: an average over fewer
                areas is another average.
            UnknownNameError: The area has no rate that can be compared.
        """
        requirement.all_of_kind("group", (group,), AreaGroup)
        members = tuple(dict.fromkeys((*group.areas, area)))
        around = Benchmark.average_of(rates, average, name=group.name, areas=members)
        return cls.of(area, rates, benchmark=around, confidence=confidence)


def _significance(
    area: str,
    rates: AreaRates,
    pooled: Benchmark,
    benchmark: Benchmark,
    confidence: float,
) -> Significance:
    scale: FunnelScale = "proportion" if rates.are_proportions else "rate"
    counts, sizes = laid_out(rates)
    place, areas = list(rates.rates).index(area), np.asarray(float(len(rates)))
    count, size = counts[[place]], sizes[[place]]
    around = funnels.deviates(counts, sizes, _share(pooled, rates), scale)
    between = funnels.beyond_chance(around, sizes)
    beside = _share(benchmark, rates)
    off = funnels.deviates(count, size, beside, scale)
    reach = scatter.quantile(confidence, areas)
    share = np.asarray(count / size)
    lower, upper = funnels.limits(size, share, between, reach, scale)
    return Significance(
        p_value=scatter.p_value(funnels.adjusted(off, size, between), areas).item(),
        method=SignificanceMethod.SPREAD_ADJUSTED_RATE,
        ratio=(share / beside).item(),
        interval=interval_of(
            ((lower / beside)[0], (upper / beside)[0]),
            confidence,
            LimitsMethod.SPREAD_ADJUSTED,
        ),
        confidence=confidence,
    )


def _share(benchmark: Benchmark, rates: AreaRates) -> Array:
    return np.asarray(float(benchmark.exact_value / Fraction(rates.per)))
