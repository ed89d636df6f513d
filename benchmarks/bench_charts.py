"""XmR charts of many series at once."""

from datetime import date
from functools import partial
from typing import Any

import abspc
import numpy as np
import pandas as pd
import pytest
from controlchartspy import spc
from numpy.typing import NDArray
from qikit import qic

from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from policing_indicators import arrays

Figures = NDArray[np.float64]

AIM = "300 times as fast"
LINEAR = "1 time as long: linear in series"
SERIES, POINTS = 1_000, 36
MOST_MEMORY = 6
SAMPLE, FEW = 50, 10
"""How many of the series a loop is timed on; fewer where one takes long."""

MONTHS = [
    date(2022 + place // 12, place % 12 + 1, 1).isoformat() for place in range(POINTS)
]
THEIR_FACTOR = 3 / 1.128
"""What the peers multiply the mean moving range by, which is 2.66 rounded."""


def counts(series: int) -> Figures:
    random = np.random.default_rng(7)
    return random.poisson(50, (series, POINTS)).astype(np.float64)


def by_qikit(sample: Figures) -> list[list[float]]:
    return [qic(y=row, chart="i").data["ucl"].tolist() for row in sample]


def by_abspc(sample: Figures) -> list[list[float]]:
    found: list[list[float]] = []
    for row in sample:
        limits = abspc.calculate_control_limits(pd.DataFrame({"value": row}), "XmR")
        found.append(abspc.detect_special_causes(limits)["ucl"].tolist())
    return found


def by_controlchartspy(sample: Figures) -> list[list[float]]:
    found: list[list[float]] = []
    for row in sample:
        data = {"month": MONTHS, "count": row.tolist()}
        chart = spc(data=data, keys="month", numerators="count", return_objs="limits")
        rows: Any = chart.limits
        found.append([each["ul99"] for each in rows])
    return found


def by_numpy(values: Figures) -> Figures:
    """Give upper limits alone, without screening, rules or missing points."""
    ranges = np.abs(np.diff(values, axis=1)).mean(axis=1)
    return np.asarray(values.mean(axis=1) + 2.66 * ranges)


@pytest.fixture(scope="module")
def values() -> Figures:
    return counts(SERIES)


def bench_a_thousand_charts(compare: Compare, values: Figures) -> None:
    screened, whole = arrays.xmr(values), arrays.xmr(values, screening="none")
    np.testing.assert_allclose(whole.upper[:, 0], by_numpy(values), rtol=1e-12)
    for theirs, ours, few in (
        (by_qikit, screened, SAMPLE),
        (by_abspc, whole, SAMPLE),
        (by_controlchartspy, screened, FEW),
    ):
        centre = ours.centre[:few]
        reach = (np.array(theirs(values[:few])) - centre) / THEIR_FACTOR
        expected = (ours.upper[:few] - centre) / 2.66
        np.testing.assert_allclose(reach, expected, rtol=1e-9)
    peers = [
        Peer(
            f"{name}, series by series (timed on {few})",
            partial(work, values[:few]),
            AIM,
            share=few / SERIES,
        )
        for name, work, few in (
            ("clinical-qikit qic", by_qikit, SAMPLE),
            ("abspc limits and special causes", by_abspc, SAMPLE),
            ("controlchartspy spc, limits alone", by_controlchartspy, FEW),
        )
    ]
    peers.append(Peer("numpy, the limits alone", partial(by_numpy, values)))
    what = f"{SERIES:,} charts of {POINTS} points, limits and four rules"
    compare(what, lambda: arrays.xmr(values), peers)


@pytest.mark.parametrize("series", [10_000, 100_000])
def bench_more_charts(compare: Compare, values: Figures, series: int) -> None:
    many = counts(series)
    peer = Peer(
        f"{SERIES:,} charts, as many times over as there are more",
        lambda: arrays.xmr(values),
        LINEAR,
        share=SERIES / series,
    )
    what = f"{series:,} charts of {POINTS} points"
    compare(what, lambda: arrays.xmr(many), [peer])
    compare.memory(what, lambda: arrays.xmr(many), many.nbytes, most=MOST_MEMORY)
