"""What a type checker sees of areas beside each other, through both doors."""

from fractions import Fraction
from typing import assert_type

import numpy as np
from numpy.typing import NDArray

from policing_indicators import (
    AreaGroup,
    AreaLeftOut,
    AreaRates,
    Benchmark,
    BenchmarkComparison,
    Change,
    ChangeComparison,
    Dispersion,
    Funnel,
    FunnelLimits,
    FunnelMethod,
    FunnelPoint,
    FunnelPosition,
    GroupAverage,
    Interval,
    MeasuredDispersion,
    Observation,
    Period,
    Proportion,
    RankedArea,
    Ranking,
    Rate,
    RateRatio,
    Significance,
    SignificanceMethod,
    arrays,
    beside_baseline,
    beside_others,
    group_average,
    populations,
)

year = Period.financial_year(2024)
later = [
    Observation("robbery", area, year, count=count)
    for area, count in (("kent", 300), ("essex", 700))
]
earlier = [
    Observation("robbery", area, year.year_before, count=count)
    for area, count in (("kent", 400), ("essex", 600))
]

found = Dispersion.of(earlier, later)
assert_type(found, Dispersion)
assert_type(found.ratio, float)
assert_type(found.spread, float)
assert_type(found.total, Change)
assert_type(found.left_out, tuple[AreaLeftOut, ...])
stored = found.measured(source="a table")
assert_type(stored, MeasuredDispersion)
kent = Change.between(earlier[0], later[0])
assert_type(
    found.significance(kent, method=SignificanceMethod.DISPERSION_ADJUSTED),
    Significance,
)
assert_type(beside_others(kent, stored), Significance)
assert_type(
    beside_baseline(RateRatio.between(Rate(9, 10), Rate(8, 10)), stored), Significance
)
# A method is no text, and a dispersion that was stored has a source.
found.significance(kent, method="exact")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
found.measured()  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]

beside = ChangeComparison.of("kent", earlier, later)
assert_type(beside.changes, dict[str, Change])
assert_type(beside.exact_percents, dict[str, Fraction])
assert_type(beside.median_percent, float)
assert_type(beside.rank, int | None)
group = AreaGroup(id="group", name="A group", areas=["essex"], source="a table")
assert_type(beside.percent_of_group(group, GroupAverage.POOLED), Fraction)
# Which of its two averages is meant is not left out.
beside.percent_of_group(group)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]

rates = AreaRates.of(later, populations=populations(), per=1_000)
assert_type(rates, AreaRates)
assert_type(rates["kent"], Rate | Proportion)
assert_type(rates.average(GroupAverage.MEAN_OF_RATES), Fraction)
assert_type(group_average([Rate(9, 10)], GroupAverage.POOLED), Fraction)

funnel = Funnel.of(rates, benchmark=Benchmark(1.8, name="the plan"))
assert_type(funnel, Funnel)
assert_type(funnel.point("kent"), FunnelPoint)
assert_type(funnel.point("kent").position, FunnelPosition)
assert_type(funnel.point("kent").inner, Interval)
assert_type(funnel.curve(points=40), tuple[FunnelLimits, ...])
assert_type(list(funnel), list[FunnelPoint])
Funnel.of(rates, method=FunnelMethod.EXACT, leave_out=())
# A benchmark says what it is, and rates are not any mapping.
Funnel.of(rates, benchmark=1.8)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
Funnel.of({"kent": Rate(9, 10)})  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

compared = BenchmarkComparison.of("kent", rates)
assert_type(compared.benchmark, Benchmark)
assert_type(compared.significance.ratio, float | None)
assert_type(
    BenchmarkComparison.beside_group("kent", rates, group, GroupAverage.POOLED),
    BenchmarkComparison,
)

ranking = Ranking.of(rates, spread=found.spread, random=(1_000, 7))
assert_type(ranking["kent"], RankedArea)
assert_type(ranking["kent"].best_rank, int)
assert_type(list(ranking), list[RankedArea])
# How areas move from year to year is not left out, nor a seed without its draws.
Ranking.of(rates)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
Ranking.of(rates, spread=0.02, random=7)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

Figures = NDArray[np.float64]
assert_type(arrays.dispersion([400, 600], [300, 700]), Figures)
assert_type(arrays.change_spread([400, 600], [300, 700]), Figures)
assert_type(arrays.spread_adjusted_p_value([400, 600], [300, 700]), Figures)
assert_type(arrays.funnel_deviates([30, 24], [1e6, 2e6]), Figures)
assert_type(arrays.funnel_positions([30, 24], [1e6, 2e6], scale="proportion"), Figures)
assert_type(arrays.funnel_spread([30, 24], [1e6, 2e6]), float)
assert_type(arrays.funnel_limits([1e6, 2e6], 2.0), tuple[Figures, Figures])
assert_type(arrays.ranks([0.3, 0.9]), Figures)
# A scale is one of two words.
arrays.funnel_positions([30, 24], [1e6, 2e6], scale="log")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
