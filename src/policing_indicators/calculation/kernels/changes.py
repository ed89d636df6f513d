"""How much a count changed."""

import numpy as np

from policing_indicators.calculation.kernels.arguments import Array
from policing_indicators.calculation.kernels.overflow import finite, unwarned


def percent_change(earlier: Array, later: Array) -> Array:
    """100 x (later - earlier) / earlier; NaN from zero or less, and on overflow.

    For whole counts everything before the division is exact.
    """
    base = np.where(earlier > 0, earlier, np.nan)
    with unwarned():
        return finite(np.asarray(100 * (later - earlier) / base))
