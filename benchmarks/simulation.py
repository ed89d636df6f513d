"""Counts as recorded crime has them, drawn from a fixed seed."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
FEWEST, MOST = 0.5, 50_000
"""Expected counts: from a rare offence in a quarter to a force's whole year."""

YEARLY_CHANGE = 0.15
"""How far the logarithms of expected counts scatter from one year to the next."""

POPULATIONS = (500_000, 9_000_000)
"""People in a force's area, from the smallest to the largest."""

FARTHEST = 1_000_000_000

_SEED = 20_250_331

Counts = NDArray[np.int64]


class Pairs(NamedTuple):
    """The counts of two years; at least one event in the two together."""

    earlier: Counts
    later: Counts


def counts() -> Counts:
    """Give a million Poisson counts, their expectations spread evenly by logarithm."""
    draw = np.random.default_rng(_SEED)
    return draw.poisson(_expected(draw))


def distinct_counts() -> Counts:
    """Give a million counts, no two alike and not close together, in no order."""
    draw = np.random.default_rng(_SEED)
    return draw.choice(FARTHEST, MILLION, replace=False)


def populations() -> Counts:
    """Give a million populations."""
    return np.random.default_rng(_SEED + 1).integers(*POPULATIONS, MILLION)


def pairs() -> Pairs:
    """Give a million pairs of Poisson counts of two years."""
    draw = np.random.default_rng(_SEED)
    expected = _expected(draw)
    moved = expected * np.exp(draw.normal(0, YEARLY_CHANGE, MILLION))
    earlier, later = draw.poisson(expected), draw.poisson(moved)
    return Pairs(np.where(later == 0, np.maximum(earlier, 1), earlier), later)


def _expected(draw: np.random.Generator) -> NDArray[np.float64]:
    return np.exp(draw.uniform(np.log(FEWEST), np.log(MOST), MILLION))
