"""Every number of areas beside a benchmark, worked out a second way, to 1e-9.

The second way is scipy's distributions, a root that is bracketed, or fractions with
nothing rounded; no kernel of ours is in it.
"""

import math
from typing import Any

import numpy as np
import pytest
from scipy import stats
from tests.calculation.second_way import (
    AREAS,
    ASKED,
    LATER,
    NAMES,
    OWN,
    PEOPLE,
    PROPORTIONS,
    RATES,
    SATISFIED,
    Numbers,
    close,
    root,
)

from policing_indicators import arrays
from policing_indicators.calculation.area_rates import AreaRates
from policing_indicators.calculation.benchmark_comparison import BenchmarkComparison
from policing_indicators.calculation.funnel import Funnel
from policing_indicators.calculation.funnel_point import FunnelMethod
from policing_indicators.calculation.ranking import Ranking
from policing_indicators.calculation.significance import (
    Significance,
)
from policing_indicators.vocabulary.area_group import AreaGroup, GroupAverage


def turned(share: float, scale: str) -> float:
    return math.sqrt(share) if scale == "rate" else math.asin(math.sqrt(share))


def turned_back(angle: float, scale: str) -> float:
    return angle**2 if scale == "rate" else math.sin(angle) ** 2


SCALES: dict[str, tuple[AreaRates, Numbers, Numbers]] = {
    "rate": (RATES, LATER.astype(float), PEOPLE.astype(float)),
    "proportion": (PROPORTIONS, SATISFIED.astype(float), ASKED.astype(float)),
}


def deviates(scale: str) -> Numbers:
    _, counts, sizes = SCALES[scale]
    centre = turned(math.fsum(counts) / math.fsum(sizes), scale)
    return np.array(
        [
            (turned(count / size, scale) - centre) / (1 / (2 * math.sqrt(size)))
            for count, size in zip(counts.tolist(), sizes.tolist(), strict=True)
        ]
    )


def between(scale: str) -> float:
    """Give tau squared as Spiegelhalter (2005) writes it."""
    sizes, every = SCALES[scale][2], deviates(scale)
    lowest, highest = np.quantile(every, [0.1, 0.9])
    phi = math.fsum(min(max(z, lowest), highest) ** 2 for z in every) / AREAS
    weights = [4 * size for size in sizes.tolist()]
    total = math.fsum(weights)
    room = total - math.fsum(each * each for each in weights) / total
    return max(0.0, (AREAS * phi - (AREAS - 1)) / room)


@pytest.mark.parametrize("scale", SCALES)
def test_a_funnel_has_the_deviates_scatter_and_limits_of_the_paper(scale: str) -> None:
    rates, counts, sizes = SCALES[scale]
    found = Funnel.of(rates)
    tau_squared, centre = between(scale), math.fsum(counts) / math.fsum(sizes)
    assert tau_squared > 0
    close(found.spread, math.sqrt(tau_squared))
    close(found.benchmark.value, centre * found.per)
    errors = 1 / (2 * np.sqrt(sizes))
    adjusted = deviates(scale) * errors / np.sqrt(errors**2 + tau_squared)
    close([point.deviate for point in found], adjusted)
    for confidence, name in ((0.95, "inner"), (0.998, "outer")):
        z = stats.norm.ppf((1 + confidence) / 2)
        for point, error in zip(found, errors.tolist(), strict=True):
            reach = z * math.sqrt(error**2 + tau_squared)
            limits = getattr(point, name)
            lowest = max(turned(centre, scale) - reach, 0)
            close(limits.lower, found.per * turned_back(lowest, scale))
            highest = turned(centre, scale) + reach
            close(limits.upper, found.per * turned_back(highest, scale))
    many: Any = {"scale": scale, "per": found.per}
    close(arrays.funnel_deviates(counts, sizes, **many), adjusted)
    close(arrays.funnel_spread(counts, sizes, **many), math.sqrt(tau_squared))


@pytest.mark.parametrize("scale", SCALES)
def test_the_exact_limits_of_a_funnel_are_scipy_s_quantiles(scale: str) -> None:
    rates, counts, sizes = SCALES[scale]
    found, centre = (
        Funnel.of(rates, method=FunnelMethod.EXACT),
        counts.sum() / sizes.sum(),
    )
    for point, size in zip(found, sizes.tolist(), strict=True):
        law: Any = (
            stats.poisson(size * centre)
            if scale == "rate"
            else stats.binom(size, centre)
        )
        for limits in (point.inner, point.outer):
            tail = (1 - limits.confidence) / 2
            close(limits.lower, found.per * law.ppf(tail) / size)
            close(limits.upper, found.per * law.ppf(1 - tail) / size)


def scatter_of_all(scale: str) -> float:
    squares = np.square(deviates(scale)) / (4 * SCALES[scale][2])

    def excess(variance: float) -> float:
        parts = zip(squares.tolist(), SCALES[scale][2].tolist(), strict=True)
        return math.fsum(x / (1 / (4 * n) + variance) for x, n in parts) - AREAS

    return root(excess, 0, 1)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("grouped", [False, True])
def test_a_rate_beside_a_benchmark_is_held_to_student_s_t(
    scale: str, *, grouped: bool
) -> None:
    rates, counts, sizes = SCALES[scale]
    if grouped:
        group = AreaGroup(id="group", name="A group", areas=NAMES[:3], source="made up")
        members = [0, 1, 2, OWN]
        found = BenchmarkComparison.beside_group(
            NAMES[OWN], rates, group, GroupAverage.MEAN_OF_RATES
        )
        beside = float(np.mean(counts[members] / sizes[members]))
    else:
        found = BenchmarkComparison.of(NAMES[OWN], rates)
        beside = float(counts.sum() / sizes.sum())
    share = float(counts[OWN] / sizes[OWN])
    error = math.sqrt(1 / (4 * sizes[OWN]) + scatter_of_all(scale))
    law: Any = stats.t(AREAS - 1)
    off = abs(turned(share, scale) - turned(beside, scale))
    evidence: Significance = found.significance
    close(evidence.p_value, 2 * law.sf(off / error))
    close(evidence.ratio, share / beside)
    reach = law.ppf(0.975) * error
    assert evidence.interval is not None
    lower = turned_back(turned(share, scale) - reach, scale) / beside
    upper = turned_back(turned(share, scale) + reach, scale) / beside
    close([evidence.interval.lower, evidence.interval.upper], [lower, upper])


@pytest.mark.parametrize("tail", [1 / 8, 1 / 32])
def test_ranks_and_their_intervals_are_those_of_scipy_s_ranks_of_the_draws(
    tail: float,
) -> None:
    """Half of the rank's variance of a year is that of a change: 2 t^2 times the rate.

    Chance has 1 / 4n; v is a bracketed root around the mean that it weighs, and each
    true rate is drawn towards that mean by v / (v + error^2).
    """
    spread, draws, seed = 0.03, 400, 11
    share = LATER / PEOPLE
    seen, errors = np.sqrt(share), 1 / (4 * PEOPLE) + 2 * spread**2 * share

    def mean_at(variance: float) -> float:
        weights = 1 / (errors + variance)
        return float((weights * seen).sum() / weights.sum())

    def excess(variance: float) -> float:
        return float(
            ((seen - mean_at(variance)) ** 2 / (errors + variance)).sum() - AREAS
        )

    variance = root(excess, 0, 1)
    trust = variance / (variance + errors)
    middle = mean_at(variance) + trust * (seen - mean_at(variance))
    uncertain = (1 - trust) ** 2 / (1 / (errors + variance)).sum()
    normal = np.random.default_rng(seed).standard_normal((draws, AREAS))
    drawn = middle + np.sqrt(trust * errors + uncertain) * normal
    ranked: Any = stats.rankdata(-drawn, axis=1)
    best, worst = np.quantile(ranked, (tail, 1 - tail), axis=0, method="inverted_cdf")
    own: Any = stats.rankdata(-share, method="min")
    found = Ranking.of(
        RATES, spread=spread, confidence=1 - 2 * tail, random=(draws, seed)
    )
    places = [found[name] for name in NAMES]
    assert [place.rank for place in places] == own.tolist()
    assert [place.best_rank for place in places] == np.minimum(best, own).tolist()
    assert [place.worst_rank for place in places] == np.maximum(worst, own).tolist()
