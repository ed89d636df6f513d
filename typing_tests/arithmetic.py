"""What a type checker sees of the arithmetic, through both doors."""

from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import numpy as np
from numpy.typing import NDArray

from policing_indicators import (
    AreaLeftOut,
    Change,
    Comparability,
    Contribution,
    Interval,
    LimitsMethod,
    Observation,
    Period,
    PointChange,
    Proportion,
    Rate,
    RateRatio,
    Significance,
    SignificanceMethod,
    SmallBaseRule,
    TotalChange,
    arrays,
    contributions,
    round_half_away,
)

year = Period.financial_year(2024)
later = Observation("homicide", "west-midlands", year, count=32)
earlier = Observation("homicide", "west-midlands", year.year_before, count=44)

change = Change.between(earlier, later)
assert_type(change, Change)
assert_type(change.absolute, int)
assert_type(change.percent, float | None)
assert_type(change.exact_percent, Fraction | None)
assert_type(change.comparability, Comparability | None)

significance = change.significance(confidence=0.99)
assert_type(significance, Significance)
assert_type(significance.p_value, float)
assert_type(significance.method, SignificanceMethod)
assert_type(significance.interval, Interval | None)

rate = Rate(count=32, denominator=2_980_936, per=100_000)
assert_type(rate.value, float | None)
limits = rate.interval(confidence=0.95, method="byar")
assert_type(limits, Interval)
assert_type(limits.lower, float)
assert_type(limits.method, LimitsMethod)
assert_type(0 in limits, bool)
# An unknown method is refused, and so is a confidence that does not say it is one.
rate.interval(method="approximate")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
rate.interval(0.95)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]

satisfied = Proportion(count=81, denominator=263)
assert_type(satisfied.percentage, float | None)
assert_type(satisfied.interval(), Interval)
points = PointChange(earlier=satisfied, later=62.1)
assert_type(points.points, float | None)

assert_type(RateRatio.between(rate, rate), RateRatio)
assert_type(RateRatio.between(rate, rate).value, float | None)

assert_type(contributions(change, {"all": change}), dict[str, Contribution])
total = TotalChange.between([earlier], [later])
assert_type(total.change, Change)
assert_type(total.left_out, tuple[AreaLeftOut, ...])

assert_type(round_half_away(Fraction(125, 100), 1), Decimal)
assert_type(SmallBaseRule().withholds(earlier=44, later=32), bool)

Figures = NDArray[np.float64]
assert_type(arrays.rate([32, 44], 2_980_936), Figures)
assert_type(arrays.count_limits(np.arange(9)), tuple[Figures, Figures])
assert_type(arrays.percent_change([44, 12], [32, 12]), Figures)
assert_type(arrays.change_p_value(44, 32, later_exposure=1.5), Figures)
