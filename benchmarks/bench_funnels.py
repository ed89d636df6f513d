"""Funnel positions of 100,000 areas, and a year's dispersion over all subgroups."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from benchmarks.comparison import Peer
from benchmarks.conftest import Compare
from policing_indicators import arrays

AREAS, SUBGROUPS, FORCES, YEARS = 100_000, 30, 43, 13
RATE, SCATTER = 8e-4, 0.2
AIM = "under 5 times as long"
SEED = 20_250_331

Numbers = NDArray[np.float64]


def areas() -> tuple[Numbers, Numbers]:
    draw = np.random.default_rng(SEED)
    people = draw.integers(2_000, 9_000_000, AREAS).astype(np.float64)
    true = RATE * np.exp(draw.normal(0, SCATTER, AREAS))
    return draw.poisson(people * true).astype(np.float64), people


def one_pass(count: Numbers, people: Numbers) -> Numbers:
    centre = np.sqrt(count.sum() / people.sum())
    found: Numbers = (np.sqrt(count / people) - centre) * 2 * np.sqrt(people)
    return found


def whole_funnel(count: Numbers, people: Numbers) -> Numbers:
    """Do the same as the library, each step as its formula stands."""
    z = one_pass(count, people)
    drawn = np.clip(z, *np.quantile(z, (0.1, 0.9)))
    weight = 4 * people
    room = weight.sum() - np.square(weight).sum() / weight.sum()
    between = max(0.0, (np.square(drawn).sum() - (z.size - 1)) / room)
    adjusted = z / np.sqrt(1 + weight * between)
    beyond = (np.abs(adjusted) > stats.norm.ppf(0.975)) * 1.0
    beyond += np.abs(adjusted) > stats.norm.ppf(0.999)
    found: Numbers = np.sign(adjusted) * beyond
    return found


def bench_funnel_positions(compare: Compare) -> None:
    count, people = areas()
    ours = arrays.funnel_positions(count, people)
    np.testing.assert_array_equal(ours, whole_funnel(count, people))
    compare(
        "funnel positions of 100,000 areas",
        lambda: arrays.funnel_positions(count, people),
        (
            Peer(
                "numpy, one pass of the transform", lambda: one_pass(count, people), AIM
            ),
            Peer("numpy, step by step", lambda: whole_funnel(count, people)),
        ),
        rounds=25,
    )


def changes(rows: int) -> tuple[Numbers, Numbers]:
    draw = np.random.default_rng(SEED)
    expected = np.exp(draw.uniform(1, 10, (rows, FORCES)))
    moved = expected * np.exp(draw.normal(0, SCATTER, expected.shape))
    earlier, later = draw.poisson(expected), draw.poisson(moved)
    return earlier.astype(np.float64), later.astype(np.float64)


def area_by_area(earlier: Numbers, later: Numbers) -> list[float]:
    found: list[float] = []
    for before, after in zip(earlier.tolist(), later.tolist(), strict=True):
        share = sum(after) / (sum(before) + sum(after))
        squares = [
            (x - (b + x) * share) ** 2 / ((b + x) * share * (1 - share))
            for b, x in zip(before, after, strict=True)
            if b + x
        ]
        found.append(sum(squares) / len(squares))
    return found


@pytest.mark.parametrize("years", [1, YEARS])
def bench_dispersion_of_years(compare: Compare, years: int) -> None:
    earlier, later = changes(years * SUBGROUPS)
    ours = arrays.dispersion(earlier, later)
    np.testing.assert_allclose(ours, area_by_area(earlier, later), rtol=1e-9)
    whose = "a year's" if years == 1 else f"{years} years'"
    compare(
        f"{whose} dispersion over {SUBGROUPS} subgroups of {FORCES} forces",
        lambda: arrays.dispersion(earlier, later),
        (Peer("Python, area by area", lambda: area_by_area(earlier, later)),),
        rounds=25,
    )
