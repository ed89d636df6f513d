"""What the numpy door gives."""

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]
"""Figures, NaN or masked where there is none; one numpy number for single numbers."""

Limits = tuple[Figures, Figures]
"""Lower and upper limits."""
