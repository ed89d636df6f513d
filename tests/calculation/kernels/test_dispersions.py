"""Areas' changes beside each other, by the numpy door."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import optimize, stats

from policing_indicators.arrays import (
    change_spread,
    dispersion,
    dispersion_adjusted_p_value,
    spread_adjusted_p_value,
)
from policing_indicators.calculation.kernels import dispersions
from policing_indicators.errors import InvalidArrayError, InvalidValueError

Counts = NDArray[np.float64]

EARLIER = np.array([40.0, 60, 100, 0, 7])
LATER = np.array([30.0, 70, 90, 5, 0])


def counts(of: int = 6) -> st.SearchStrategy[list[int]]:
    """Give the counts of areas, at least one with an event."""
    return st.lists(st.integers(0, 5_000), min_size=of, max_size=of).filter(any)


def by_hand(earlier: Counts, later: Counts) -> tuple[Counts, float]:
    """Work the squared deviates and their mean out from the binomial, area by area."""
    share = later.sum() / (earlier.sum() + later.sum())
    squares: list[float] = []
    for before, after in zip(earlier, later, strict=True):
        if before + after == 0:
            squares.append(math.nan)
            continue
        law: Any = stats.binom(before + after, share)
        squares.append(float((after - law.mean()) ** 2 / law.var()))
    return np.array(squares), float(np.nanmean(squares))


def test_a_dispersion_worked_by_hand() -> None:
    # Two areas, 10 to 20 and 20 to 10: p = 30/60, n p = 15, n p q = 7.5, so each
    # square is (20 - 15)^2 / 7.5 = 25 / 7.5 = 10/3.
    assert dispersion([10, 20], [20, 10]) == pytest.approx(10 / 3, rel=1e-15)


@given(counts(), counts())
def test_the_dispersion_is_the_mean_of_the_binomials_squared_deviates(
    earlier: list[int], later: list[int]
) -> None:
    before, after = np.array(earlier, dtype=float), np.array(later, dtype=float)
    squares, ratio = by_hand(before, after)
    found = dispersion(earlier, later)
    assert found == pytest.approx(ratio, rel=1e-9, abs=1e-12)
    areas = np.count_nonzero(~np.isnan(squares))
    p_value = dispersion_adjusted_p_value(earlier, later)
    if ratio > 1e-9 and areas > 1:
        oracle: Any = stats.f.sf(squares / ratio, 1, areas - 1)
        np.testing.assert_allclose(p_value, oracle, rtol=1e-7, atol=1e-12)


@given(counts(), counts())
def test_the_spread_solves_its_equation(earlier: list[int], later: list[int]) -> None:
    before, after = np.array(earlier, dtype=float), np.array(later, dtype=float)
    there = before + after > 0
    both = (before + after)[there]
    centre = np.arcsin(np.sqrt(after.sum() / (before.sum() + after.sum())))
    off = np.arcsin(np.sqrt(after[there] / both)) - centre

    def excess(variance: float) -> float:
        return float((off**2 / (1 / (4 * both) + variance)).sum() - there.sum())

    root = (
        0.0
        if excess(0) <= 0
        else float(optimize.brentq(excess, 0, 10, xtol=1e-18, rtol=1e-14))
    )
    found = change_spread(earlier, later)
    assert found == pytest.approx(math.sqrt(root), rel=1e-7, abs=1e-7)
    error = np.sqrt(1 / (4 * both) + root)
    if there.sum() > 1:
        law: Any = stats.t(there.sum() - 1)
        oracle = 2 * law.sf(np.abs(off) / error)
        p_value = spread_adjusted_p_value(earlier, later)
        np.testing.assert_allclose(p_value[there], oracle, rtol=1e-6, atol=1e-9)
        assert np.isnan(p_value[~there]).all()


@given(counts(), counts(), st.integers(2, 50))
def test_the_limits_by_the_ratio_hold_the_ratio_that_is_not_unusual(
    earlier: list[int], later: list[int], areas: int
) -> None:
    before, after = np.array(earlier, dtype=float), np.array(later, dtype=float)
    ratio, many = np.asarray(3.7), np.asarray(float(areas))
    lower, upper = dispersions.adjusted_limits((before, after), ratio, many, 0.95)
    for odds in (0.3, 1.0, 2.5):
        share = np.asarray(odds / (1 + odds))
        deviate = dispersions.change_deviates(before, after, share)
        p_value = dispersions.adjusted_p_value(deviate, ratio, many)
        for low, high, p, n in zip(lower, upper, p_value, before + after, strict=True):
            if n and abs(p - 0.05) > 1e-9:
                assert (low <= odds <= high) == (p > 0.05)


@given(counts(), counts(), st.floats(0, 0.3), st.integers(2, 50))
def test_the_limits_by_the_spread_hold_the_ratio_that_is_not_unusual(
    earlier: list[int], later: list[int], spread: float, areas: int
) -> None:
    change = np.array(earlier, dtype=float), np.array(later, dtype=float)
    scatter, many = np.asarray(spread), np.asarray(float(areas))
    lower, upper = dispersions.spread_limits(change, scatter, many, 0.95)
    for odds in (0.3, 1.0, 2.5):
        share = np.asarray(odds / (1 + odds))
        p_value = dispersions.spread_p_value(change, share, scatter, many)
        for low, high, p, n in zip(
            *map(list, (lower, upper, p_value, change[0] + change[1])), strict=True
        ):
            if n and abs(p - 0.05) > 1e-9:
                assert (low <= odds <= high) == (p > 0.05)


@given(
    st.integers(1, 500),
    st.integers(0, 499),
    st.floats(0, 0.2),
)
def test_a_later_count_further_below_is_the_more_unusual(
    earlier: int, later: int, spread: float
) -> None:
    share, many = np.asarray(0.5), np.asarray(43.0)
    both = np.full(2, float(earlier)), np.array([later, later + 1.0])
    z = dispersions.change_deviates(*both, share)
    assert z[0] < z[1]
    if later + 1 <= earlier:
        p = dispersions.spread_p_value(both, share, np.asarray(spread), many)
        assert p[0] <= p[1]
        assert dispersions.adjusted_p_value(z, np.asarray(9.0), many)[0] < 1


def test_many_indicators_are_measured_in_one_call() -> None:
    many = dispersion([EARLIER, LATER], [LATER, EARLIER])
    alone = [dispersion(EARLIER, LATER), dispersion(LATER, EARLIER)]
    assert many.tolist() == alone
    spreads = change_spread([EARLIER, LATER], [LATER, EARLIER])
    assert spreads.tolist() == pytest.approx(
        [change_spread(EARLIER, LATER), change_spread(LATER, EARLIER)], rel=1e-12
    )


@pytest.mark.parametrize("unmeasured", [(np.nan, 5), (5, np.nan), (-1, 4), (0, 0)])
def test_an_area_that_is_not_measured_changes_nothing_for_the_others(
    unmeasured: tuple[float, float],
) -> None:
    earlier, later = np.append(EARLIER, unmeasured[0]), np.append(LATER, unmeasured[1])
    assert dispersion(earlier, later) == dispersion(EARLIER, LATER)
    assert change_spread(earlier, later) == change_spread(EARLIER, LATER)
    for door in (dispersion_adjusted_p_value, spread_adjusted_p_value):
        found = door(earlier, later)
        assert np.isnan(found[-1])
        np.testing.assert_array_equal(found[:-1], door(EARLIER, LATER))


@pytest.mark.parametrize(
    ("earlier", "later"), [([0, 0], [3, 4]), ([3, 4], [0, 0]), ([np.nan], [np.nan])]
)
def test_a_period_without_events_has_no_dispersion(
    earlier: list[float], later: list[float]
) -> None:
    assert np.isnan(dispersion(earlier, later))
    assert np.isnan(change_spread(earlier, later))
    assert np.isnan(dispersion_adjusted_p_value(earlier, later)).all()
    assert np.isnan(spread_adjusted_p_value(earlier, later)).all()


def test_one_area_scatters_around_nothing() -> None:
    assert dispersion([10], [5]) == 0
    assert np.isnan(dispersion_adjusted_p_value([10], [5])).all()
    assert np.isnan(spread_adjusted_p_value([10], [5])).all()


def test_where_nothing_scatters_no_area_is_unusual() -> None:
    assert dispersion([10, 20], [5, 10]) == 0
    assert change_spread([10, 20], [5, 10]) == 0
    assert dispersion_adjusted_p_value([10, 20], [5, 10]).tolist() == [1, 1]
    assert spread_adjusted_p_value([10, 20], [5, 10]).round(6).tolist() == [1, 1]
    ruled_out = dispersions.adjusted_p_value(
        np.asarray(2.0), np.asarray(0.0), np.asarray(43.0)
    )
    assert ruled_out == 0


def test_masked_in_is_masked_out() -> None:
    earlier = np.ma.array(EARLIER, mask=[True, False, False, False, False])
    found = spread_adjusted_p_value(earlier, LATER)
    assert np.ma.getmaskarray(found).tolist() == [True, False, False, False, False]


def test_what_cannot_be_measured_is_refused() -> None:
    with pytest.raises(InvalidArrayError, match=r"earlier holds 1\.5 at \[0\]"):
        dispersion([1.5, 2], [3, 4])
    with pytest.raises(InvalidValueError, match="last axis is that of the areas"):
        dispersion(3, 4)
    with pytest.raises(InvalidValueError, match="shapes that numpy broadcasts"):
        change_spread([1, 2], [1, 2, 3])
