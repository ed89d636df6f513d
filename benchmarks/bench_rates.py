"""A million rates per 100,000 with 95% limits."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import special, stats
from statsmodels.stats.rates import confint_poisson

from benchmarks import simulation
from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from benchmarks.simulation import Counts
from policing_indicators import arrays

PER = 100_000
TAIL = 0.025
SPREAD = float(special.ndtri(1 - TAIL)) / 3
BYAR_FROM = 10

Limits = tuple[NDArray[np.float64], NDArray[np.float64]]


@pytest.fixture(scope="module")
def populations() -> Counts:
    return simulation.populations()


@pytest.fixture(scope="module")
def counts() -> Counts:
    return simulation.counts()


@pytest.fixture(scope="module")
def distinct_counts() -> Counts:
    return simulation.distinct_counts()


def byar_arithmetic(count: Counts, population: Counts) -> Limits:
    """Byar's approximation and nothing else: wrong below ten, nothing checked."""
    number = count.astype(np.float64)
    above = number + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        low = 1 - 1 / (9 * number) - SPREAD / np.sqrt(number)
        lower = number * low * low * low
    high = 1 - 1 / (9 * above) + SPREAD / np.sqrt(above)
    upper = above * high * high * high
    return lower * PER / population, upper * PER / population


def gamma_quantiles(count: Counts, population: Counts) -> Limits:
    lower = special.gammaincinv(count, TAIL)
    upper = special.gammainccinv(count + 1, TAIL)
    return lower / population * PER, upper / population * PER


def chi_squared_quantiles(count: Counts, population: Counts) -> Limits:
    lower = stats.chi2.ppf(TAIL, 2 * count) / 2
    upper = stats.chi2.isf(TAIL, 2 * count + 2) / 2
    return lower / population * PER, upper / population * PER


def statsmodels_exact(count: Counts, population: Counts) -> Limits:
    lower, upper = confint_poisson(count, population / PER, method="exact-c")
    return lower, upper


def exact_peers(count: Counts, population: Counts, aim: str) -> tuple[Peer, ...]:
    return (
        Peer(
            "bare numpy, Byar's arithmetic only",
            lambda: byar_arithmetic(count, population),
            aim,
        ),
        Peer("scipy.special", lambda: gamma_quantiles(count, population)),
        Peer("scipy.stats.chi2", lambda: chi_squared_quantiles(count, population)),
        Peer(
            "statsmodels confint_poisson", lambda: statsmodels_exact(count, population)
        ),
    )


def hold_to_the_same(ours: Limits, theirs: Limits, where: NDArray[np.bool_]) -> None:
    for mine, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(mine[where], other[where], rtol=1e-9)


def bench_exact_limits(compare: Compare, counts: Counts, populations: Counts) -> None:
    ours = arrays.rate_limits(counts, populations, per=PER)
    some = counts > 0
    hold_to_the_same(ours, statsmodels_exact(counts, populations), some)
    distinct = np.unique(counts).size
    compare(
        f"a million rates with exact limits ({distinct:,} distinct counts)",
        lambda: arrays.rate_limits(counts, populations, per=PER),
        exact_peers(counts, populations, "at most 4 times as long"),
    )


def bench_byars_limits(compare: Compare, counts: Counts, populations: Counts) -> None:
    ours = arrays.rate_limits(counts, populations, per=PER, method="byar")
    many = counts >= BYAR_FROM
    hold_to_the_same(ours, byar_arithmetic(counts, populations), many)
    arithmetic = Peer(
        "bare numpy, Byar's arithmetic only",
        lambda: byar_arithmetic(counts, populations),
        "at most 2 times as long",
    )
    compare(
        "a million rates with Byar's limits",
        lambda: arrays.rate_limits(counts, populations, per=PER, method="byar"),
        [arithmetic],
        rounds=25,
    )


def bench_exact_limits_of_distinct_counts(
    compare: Compare, distinct_counts: Counts, populations: Counts
) -> None:
    ours = arrays.rate_limits(distinct_counts, populations, per=PER)
    some = distinct_counts > 0
    hold_to_the_same(ours, statsmodels_exact(distinct_counts, populations), some)
    compare(
        "the worst case for exact limits: a million counts, no two alike or close",
        lambda: arrays.rate_limits(distinct_counts, populations, per=PER),
        exact_peers(distinct_counts, populations, ""),
        rounds=5,
    )
