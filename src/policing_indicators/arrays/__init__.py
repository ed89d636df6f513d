"""The numpy door: the library's formulas over whole arrays.

Every function takes what numpy makes an array of (numbers, lists, arrays, a column of
a data frame), broadcasts as numpy does, and leaves its input as it was. Whole numbers
and decimals are both taken.

* Missing is NaN, ``None`` or masked, and stays missing: NaN comes out, or a masked
  element where a masked array went in. A figure that is not defined, such as a rate
  over a denominator of zero, is missing too. Nothing warns of it.
* What cannot be (a negative denominator, an infinite count, text) is an
  :class:`~policing_indicators.errors.InvalidArrayError` that names the first
  offenders; a confidence of 95 is an
  :class:`~policing_indicators.errors.InvalidValueError`.
* Elements are paired by position. The index of a data frame's column is not looked at.
* Limits are a pair of arrays, lower and upper. Single numbers in give single numpy
  numbers out.

The scalar types of :mod:`policing_indicators.calculation` use the same kernels and
agree to the last bit.
"""

from policing_indicators.arrays.changes import (
    change_p_value,
    percent_change,
    rate_ratio,
    rate_ratio_limits,
)
from policing_indicators.arrays.control_charts import (
    ControlCharts,
    Flags,
    Sides,
    xmr,
)
from policing_indicators.arrays.dispersions import (
    change_spread,
    dispersion,
    dispersion_adjusted_p_value,
    spread_adjusted_p_value,
)
from policing_indicators.arrays.figures import (
    Figures,
    Limits,
)
from policing_indicators.arrays.funnels import (
    funnel_deviates,
    funnel_limits,
    funnel_positions,
    funnel_spread,
)
from policing_indicators.arrays.proportions import (
    proportion_difference_limits,
    proportion_limits,
    proportion_p_value,
)
from policing_indicators.arrays.ranks import ranks
from policing_indicators.arrays.rates import (
    count_limits,
    rate,
    rate_limits,
    rate_p_value,
)

__all__ = [
    "ControlCharts",
    "Figures",
    "Flags",
    "Limits",
    "Sides",
    "change_p_value",
    "change_spread",
    "count_limits",
    "dispersion",
    "dispersion_adjusted_p_value",
    "funnel_deviates",
    "funnel_limits",
    "funnel_positions",
    "funnel_spread",
    "percent_change",
    "proportion_difference_limits",
    "proportion_limits",
    "proportion_p_value",
    "ranks",
    "rate",
    "rate_limits",
    "rate_p_value",
    "rate_ratio",
    "rate_ratio_limits",
    "spread_adjusted_p_value",
    "xmr",
]
