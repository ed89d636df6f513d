"""A change reads by which way is better, and of a neutral indicator in neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.assessment.change_reading import ChangeReading
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.point_change import PointChange
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.vocabulary.indicator import ImprovementDirection

LESS, MORE = ImprovementDirection.DECREASE, ImprovementDirection.INCREASE
NEUTRAL = ImprovementDirection.NEUTRAL
SWAPPED = {
    ChangeReading.BETTER: ChangeReading.WORSE,
    ChangeReading.WORSE: ChangeReading.BETTER,
    ChangeReading.UNCHANGED: ChangeReading.UNCHANGED,
}
counts = st.integers(-100, 1_000_000)
percentages = st.integers(0, 100) | st.floats(0, 100)
changes = st.builds(Change, earlier=counts, later=counts) | st.builds(
    PointChange, earlier=percentages, later=percentages
)


@pytest.mark.parametrize(
    ("earlier", "later", "direction", "reading"),
    [
        (44, 32, LESS, ChangeReading.BETTER),
        (32, 44, LESS, ChangeReading.WORSE),
        (44, 32, MORE, ChangeReading.WORSE),
        (32, 44, MORE, ChangeReading.BETTER),
        (32, 32, LESS, ChangeReading.UNCHANGED),
        (32, 32, NEUTRAL, ChangeReading.NEITHER),
        (44, 32, NEUTRAL, ChangeReading.NEITHER),
        (0, 1, LESS, ChangeReading.WORSE),
        (2, -1, LESS, ChangeReading.BETTER),
    ],
)
def test_a_change_reads_by_which_way_is_better(
    earlier: int, later: int, direction: ImprovementDirection, reading: ChangeReading
) -> None:
    change = Change(earlier=earlier, later=later)
    assert ChangeReading.of(change, direction) is reading


def test_points_that_a_float_would_lose_are_a_change() -> None:
    third = PointChange(earlier=Proportion(1, 3), later=Proportion(2, 6))
    assert ChangeReading.of(third, MORE) is ChangeReading.UNCHANGED
    nearly = PointChange(
        earlier=Proportion(10**17, 3 * 10**17), later=Proportion(10**17 + 1, 3 * 10**17)
    )
    assert ChangeReading.of(nearly, MORE) is ChangeReading.BETTER


@given(changes)
def test_reversing_the_direction_swaps_better_and_worse(
    change: Change | PointChange,
) -> None:
    assert ChangeReading.of(change, MORE) is SWAPPED[ChangeReading.of(change, LESS)]
    assert ChangeReading.of(change, NEUTRAL) is ChangeReading.NEITHER


@given(counts, counts, st.sampled_from([LESS, MORE]))
def test_reversing_the_years_swaps_better_and_worse(
    one: int, two: int, direction: ImprovementDirection
) -> None:
    there = ChangeReading.of(Change(earlier=one, later=two), direction)
    back = ChangeReading.of(Change(earlier=two, later=one), direction)
    assert back is SWAPPED[there]
