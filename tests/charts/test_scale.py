"""Figures come to their place on paper, and axes have round figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.charts.scale import Scale, spread_out

FIGURES = st.floats(-1e9, 1e9, allow_nan=False)


@given(st.lists(FIGURES, min_size=1), st.booleans())
def test_every_figure_is_on_its_axis(figures: list[float], from_zero: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    scale = Scale.around(figures, from_zero=from_zero)
    assert scale.low < scale.high
    for figure in figures:
        assert -1e-9 <= scale.part(figure) <= 1 + 1e-9


@given(st.lists(FIGURES, min_size=1))
def test_an_axis_from_nought_holds_nought(figures: list[float]) -> None:
    scale = Scale.around(figures, from_zero=True)
    assert scale.low <= 0 <= scale.high


@pytest.mark.parametrize(
    ("figures", "low", "high"),
    [
        ([], 0, 1),
        ([0, 0], 0, 1),
        ([0, 50], 0, 53),
        ([-50, 0], -53, 0),
        ([100], 94, 106),
    ],
)
def test_an_axis_ends_at_nought_or_with_a_little_air(
    figures: list[float], low: float, high: float
) -> None:
    scale = Scale.around(figures, from_zero=False)
    assert (scale.low, scale.high) == (low, high)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e9), st.integers(2, 9))
def test_the_figures_along_an_axis_are_few_and_lie_on_it(
    low: float, reach: float, most: int
) -> None:
    scale = Scale(low=low, high=low + reach)
    ticks = scale.ticks(most)
    assert len(ticks) <= most + 1
    for tick in ticks:
        assert low - 1e-6 * reach <= tick <= low + reach * (1 + 1e-6) + 1e-6


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (4e5, 1.2e7, (5e5, 1e6, 2e6, 5e6, 1e7)),
        (0.9, 1.1e4, (1, 10, 100, 1000, 10000)),
        (90, 190, (100, 120, 140, 160, 180)),
    ],
)
def test_an_axis_of_multiples_has_round_multiples_or_round_steps(
    low: float, high: float, expected: tuple[float, ...]
) -> None:
    assert Scale(low=low, high=high, is_log=True).ticks() == pytest.approx(expected)


def test_equal_multiples_are_equal_steps() -> None:
    scale = Scale(low=1, high=100, is_log=True)
    assert [scale.part(each) for each in (1, 10, 100)] == pytest.approx([0, 0.5, 1])


@given(st.lists(st.floats(0, 100), max_size=8))
def test_places_move_apart_and_keep_their_order(places: list[float]) -> None:
    found = spread_out(places, 10, 0, 100)
    together = sorted(zip(places, found, strict=True))
    for before, after in pairwise(together):
        assert after[1] - before[1] >= 10 - 1e-9
    assert all(-1e-9 <= each <= 100 + 1e-9 for each in found)


def test_places_that_are_apart_stay_where_they_are() -> None:
    assert spread_out([80, 20], 10, 0, 100) == (80, 20)
