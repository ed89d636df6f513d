"""A million exact p-values of two counts."""

from collections.abc import Iterable, Iterator
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats
from statsmodels.stats.rates import test_poisson_2indep as poisson_test

from benchmarks import simulation
from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from benchmarks.simulation import MILLION, Pairs
from policing_indicators import arrays

AIM = "150 times as fast"
SAMPLE = 2_000
"""How many of the pairs a loop is timed on."""

Loop = Iterable[tuple[int, int]]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    return simulation.pairs()


def tails(sample: Loop) -> list[float]:
    return [
        min(
            1.0,
            2
            * min(
                stats.binom.cdf(earlier, earlier + later, 0.5),
                stats.binom.sf(earlier - 1, earlier + later, 0.5),
            ),
        )
        for earlier, later in sample
    ]


def binomial_tests(sample: Loop) -> list[float]:
    return [
        stats.binomtest(earlier, earlier + later, 0.5).pvalue
        for earlier, later in sample
    ]


def statsmodels_tests(sample: Loop) -> list[float]:
    return [
        poisson_test(earlier, 1, later, 1, method="exact-cond").pvalue
        for earlier, later in sample
    ]


def whole_arrays(pairs: Pairs) -> NDArray[np.float64]:
    earlier, both = pairs.earlier, pairs.earlier + pairs.later
    below = stats.binom.cdf(earlier, both, 0.5)
    above = stats.binom.sf(earlier - 1, both, 0.5)
    smaller: NDArray[np.float64] = np.minimum(below, above)
    return np.minimum(1.0, 2 * smaller)


def loops(sample: list[tuple[int, int]]) -> Iterator[Peer]:
    for name, loop, aim in (
        ("scipy.stats.binom, pair by pair", tails, AIM),
        ("scipy.stats.binomtest, pair by pair", binomial_tests, AIM),
        ("statsmodels test_poisson_2indep, pair by pair", statsmodels_tests, ""),
    ):
        yield Peer(
            f"{name} (timed on {SAMPLE:,} pairs)",
            partial(loop, sample),
            aim,
            share=SAMPLE / MILLION,
        )


def bench_p_values(compare: Compare, pairs: Pairs) -> None:
    sample = list(zip(*(each[:SAMPLE].tolist() for each in pairs), strict=True))
    ours = arrays.change_p_value(*pairs)
    np.testing.assert_allclose(ours, whole_arrays(pairs), rtol=1e-9)
    for loop in (tails, binomial_tests, statsmodels_tests):
        np.testing.assert_allclose(ours[:SAMPLE], loop(sample), rtol=1e-9)
    whole = Peer("scipy.stats.binom over whole arrays", lambda: whole_arrays(pairs))
    compare(
        "a million p-values of two counts",
        lambda: arrays.change_p_value(*pairs),
        (*loops(sample), whole),
        rounds=7,
    )
