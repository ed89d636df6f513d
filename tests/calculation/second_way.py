"""43 areas to work numbers out of a second way, and how near the two must come.

They are drawn once, from a fixed seed, so that no number is near the edge of what
doubles can hold; elsewhere properties look for such edges.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period

CLOSE = 1e-9
AREAS = 43
BEFORE, NOW = Period.financial_year(2023), Period.financial_year(2024)
Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]

DRAW = np.random.default_rng(20_250_331)
PEOPLE = DRAW.integers(500_000, 9_000_000, AREAS)
_TRUE = 8e-4 * PEOPLE * np.exp(DRAW.normal(0, 0.3, AREAS))
EARLIER: Whole = DRAW.poisson(_TRUE)
LATER: Whole = DRAW.poisson(0.9 * _TRUE * np.exp(DRAW.normal(0, 0.1, AREAS)))
ASKED = DRAW.integers(200, 900, AREAS)
SATISFIED = DRAW.binomial(ASKED, np.clip(DRAW.normal(0.7, 0.06, AREAS), 0, 1))
NAMES = [f"area-{place}" for place in range(AREAS)]
OWN = 7
"""The area that is compared with the others."""

RATES = AreaRates(
    {
        name: Rate(int(count), int(people))
        for name, count, people in zip(NAMES, LATER, PEOPLE, strict=True)
    }
)
PROPORTIONS = AreaRates(
    {
        name: Proportion(int(count), int(asked))
        for name, count, asked in zip(NAMES, SATISFIED, ASKED, strict=True)
    }
)


def observations(counts: Whole, period: Period) -> list[Observation]:
    return [
        Observation("robbery", name, period, count=int(count))
        for name, count in zip(NAMES, counts, strict=True)
    ]


def close(found: Any, expected: Any) -> None:  # noqa: ANN401 - numbers of any form
    np.testing.assert_allclose(found, expected, rtol=CLOSE, atol=0)


def root(excess: Callable[[float], float], lower: float, upper: float) -> float:
    found: Any = optimize.brentq(excess, lower, upper, xtol=1e-22, rtol=1e-15)
    return float(found)
