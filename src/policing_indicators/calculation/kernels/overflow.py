"""What is beyond the largest decimal number: no figure, and no warning."""

import numpy as np

from policing_indicators.calculation.kernels.arguments import Array


def unwarned() -> np.errstate:
    """Let a formula go beyond the largest number without a warning."""
    return np.errstate(over="ignore", invalid="ignore")


def finite(result: Array) -> Array:
    """Give a result with NaN where it is infinite: such a figure is missing."""
    beyond = np.isinf(result)
    if not beyond.any():
        return result
    return np.where(beyond, np.nan, result)
