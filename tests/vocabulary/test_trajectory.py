"""A trajectory leads to one line, in a shape that can lead there."""

from typing import Any

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.bound import AtLeast, AtMost, Between
from policing_indicators.vocabulary.percent_change import PercentChange
from policing_indicators.vocabulary.trajectory import Trajectory, TrajectoryShape

GEOMETRIC = TrajectoryShape.GEOMETRIC


@pytest.mark.parametrize(
    "end",
    [
        AtMost(0),
        AtLeast(0),
        AtMost(-1),
        PercentChange(reduction=100),
        PercentChange(increase=5),
    ],
)
def test_a_straight_line_leads_to_every_end(end: AtMost | AtLeast) -> None:
    assert Trajectory(end).shape is TrajectoryShape.LINEAR
    assert Trajectory(end) == Trajectory(end, shape=TrajectoryShape.LINEAR)


@pytest.mark.parametrize(
    "end",
    [
        AtMost(0.5),
        AtLeast(90),
        PercentChange(reduction=99.9),
        PercentChange(increase=5),
    ],
)
def test_a_constant_percentage_leads_to_an_end_above_zero(
    end: AtMost | AtLeast | PercentChange,
) -> None:
    assert Trajectory(end, shape=GEOMETRIC).to == end
    assert Trajectory(end, shape=GEOMETRIC) != Trajectory(end)


@pytest.mark.parametrize(
    "end", [AtMost(0), AtLeast(0.0), AtMost(-1), PercentChange(reduction=100)]
)
def test_and_to_no_other(end: AtMost | AtLeast | PercentChange) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Trajectory(end, shape=GEOMETRIC)
    assert caught.value.noun == "Trajectory.to"
    assert caught.value.value == end
    assert caught.value.allowed == (
        "an end above zero, since the trajectory is geometric"
    )


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("to", {"to": Between(1, 2)}),
        ("to", {"to": 50}),
        ("to", {"to": None}),
        ("to", {"to": Trajectory(AtMost(1))}),
        ("shape", {"to": AtMost(1), "shape": "linear"}),
        ("shape", {"to": AtMost(1), "shape": None}),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    field: str, given: dict[str, Any]
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^Trajectory\.{field} is "):
        Trajectory(**given)
