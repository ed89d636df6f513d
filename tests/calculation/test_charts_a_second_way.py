"""Every number of charts and trends, worked out a second way, to 1e-9.

The second way is scipy's distributions, a root that is bracketed, or fractions with
nothing rounded; no kernel of ours is in it.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy import stats
from tests.calculation.second_way import (
    close,
)

from policing_indicators.calculation import rare_chart
from policing_indicators.calculation.control_chart import ControlChart
from policing_indicators.calculation.recent_trend import RecentTrend
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.target import Quantity
from policing_indicators.vocabulary.time_series import TimeSeries

DRAW = np.random.default_rng(20_250_331)
MONTHS = [int(each) for each in DRAW.poisson(120, 36)]
QUARTERS = [
    round(each * factor)
    for each, factor in zip(
        DRAW.poisson(900, 20).tolist(), [0.8, 1.0, 1.25, 0.95] * 5, strict=True
    )
]

FEW = [int(each) for each in DRAW.poisson(2.2, 24)]
GAPS = 1 + DRAW.geometric(1 / 20, 30)


def series(counts: Sequence[int], period: Callable[[int], Period]) -> TimeSeries:
    return TimeSeries(
        Observation("robbery", "kent", period(place), count=count)
        for place, count in enumerate(counts)
    )


def month(place: int) -> Period:
    return Period.month(2022 + place // 12, place % 12 + 1)


def test_the_lines_of_an_xmr_chart_are_those_of_fractions() -> None:
    ranges = [abs(later - earlier) for earlier, later in pairwise(MONTHS)]
    kept = [each for each in ranges if each * len(ranges) <= 3.267 * sum(ranges)]
    centre, reach = Fraction(sum(MONTHS), 36), Fraction("2.66") * sum(kept) / len(kept)
    latest = ControlChart.of(series(MONTHS, month), season="ignore").latest
    close(latest.centre, float(centre))
    close([latest.lower, latest.upper], [float(centre - reach), float(centre + reach)])


def test_seasonal_factors_and_their_test_are_worked_point_by_point() -> None:
    found = ControlChart.of(
        series(
            QUARTERS, lambda at: Period.financial_quarter(2019 + at // 4, at % 4 + 1)
        )
    ).season
    assert found is not None
    figures = [Fraction(each) for each in QUARTERS]
    level = {
        at: (figures[at - 2] / 2 + sum(figures[at - 1 : at + 2]) + figures[at + 2] / 2)
        / 4
        for at in range(2, 18)
    }
    ratios = [
        [float(figures[at] / level[at]) for at in level if at % 4 == season]
        for season in range(4)
    ]
    close(found.p_value, stats.f_oneway(*ratios).pvalue)
    first = factors_of(
        [
            [figures[at] / level[at] for at in level if at % 4 == each]
            for each in range(4)
        ]
    )
    adjusted = [each / first[at % 4] for at, each in enumerate(figures)]
    around = [adjusted[max(0, at - 2) : at + 3] for at in range(20)]
    again = [
        figures[at] / (sum(near, Fraction()) / len(near))
        for at, near in enumerate(around)
    ]
    factors = factors_of([again[season::4] for season in range(4)])
    close(found.factors, [float(each) for each in factors])


def factors_of(groups: list[list[Fraction]]) -> list[Fraction]:
    means = [sum(each, Fraction()) / len(each) for each in groups]
    return [mean * len(means) / sum(means, Fraction()) for mean in means]


def test_the_limits_of_rare_events_are_scipy_s_quantiles() -> None:
    c = rare_chart.c_chart(series(FEW, month)).latest
    poisson: Any = stats.poisson(sum(FEW) / len(FEW))
    beyond = stats.norm.sf(3)
    assert (c.lower, c.upper) == (poisson.ppf(beyond), poisson.isf(beyond))
    close(c.centre, poisson.mean())
    days = np.cumsum([0, *GAPS]).tolist()
    start = date(2024, 1, 1)
    g = rare_chart.g_chart(
        [start + timedelta(days=each) for each in days],
        indicator="homicide",
        area="kent",
    ).latest
    geometric: Any = stats.geom(1 / (1 + GAPS.mean()), loc=-1)
    assert (g.lower, g.upper) == (geometric.ppf(beyond), geometric.isf(beyond))
    close(g.centre, geometric.mean())
    midnight = datetime(2024, 1, 1)  # noqa: DTZ001 - times without a zone
    t = rare_chart.t_chart(
        [midnight + timedelta(days=each) for each in days],
        indicator="homicide",
        area="kent",
    ).latest
    exponential: Any = stats.expon(scale=GAPS.mean())
    close([t.lower, t.upper], [exponential.ppf(beyond), exponential.isf(beyond)])


YEARS = [1210, 1120, 1050, 960, 900]
SIZES = [900_000, 950_000, 1_000_000, 1_050_000, 1_100_000]


def weighted(
    figures: Sequence[Fraction], weights: Sequence[Fraction]
) -> tuple[Fraction, Fraction]:
    """Give the slope of a weighted line and its chi-squared, with nothing rounded."""
    total = sum(weights, Fraction())
    middle = sum((w * x for x, w in enumerate(weights)), Fraction()) / total
    information = sum(
        (w * (x - middle) ** 2 for x, w in enumerate(weights)), Fraction()
    )
    rise = sum(
        (
            w * (x - middle) * y
            for x, (y, w) in enumerate(zip(figures, weights, strict=True))
        ),
        Fraction(),
    )
    return rise / information, rise**2 / information


@pytest.mark.parametrize("dispersion", [1, 7])
@pytest.mark.parametrize(
    "quantity", [Quantity.COUNT, Quantity.RATE, Quantity.PROPORTION]
)
def test_a_recent_trend_is_that_of_fractions(
    quantity: Quantity, dispersion: int
) -> None:
    found = RecentTrend.of(
        TimeSeries(
            Observation(
                "robbery",
                "kent",
                Period.financial_year(2020 + place),
                count=count,
                denominator=size,
            )
            for place, (count, size) in enumerate(zip(YEARS, SIZES, strict=True))
        ),
        quantity=quantity,
        dispersion=dispersion,
    )
    pairs = list(zip(YEARS, SIZES, strict=True))
    pooled = Fraction(sum(YEARS), sum(SIZES))
    if quantity is Quantity.COUNT:
        figures = [Fraction(count) for count in YEARS]
        variances = figures
    else:
        figures = [Fraction(count, size) for count, size in pairs]
        variances = (
            [Fraction(count, size**2) for count, size in pairs]
            if quantity is Quantity.RATE
            else [pooled * (1 - pooled) / size for size in SIZES]
        )
    weights = [1 / (dispersion * variance) for variance in variances]
    slope, chi_squared = weighted(figures, weights)
    close(found.slope, float(slope))
    close(found.chi_squared, float(chi_squared))
