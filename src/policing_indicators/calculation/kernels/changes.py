"""How much a count changed."""

import numpy as np

from policing_indicators.calculation.kernels.screening import Array


def percent_change(earlier: Array, later: Array) -> Array:
    """100 x (later - earlier) / earlier; NaN where earlier is zero or negative.

    For whole counts everything before the division is exact.
    """
    base = np.where(earlier > 0, earlier, np.nan)
    result: Array = np.asarray(100 * (later - earlier) / base)
    return result
