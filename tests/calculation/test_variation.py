"""Targets of a chart, and the nouns of its points."""

from datetime import date
from typing import Any

import pytest

from policing_indicators.calculation.chart_point import ChartPoint
from policing_indicators.calculation.rule_set import SpecialCauseRule
from policing_indicators.calculation.special_cause import SpecialCause
from policing_indicators.calculation.variation import Side, TargetLevel
from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.bound import AtMost
from policing_indicators.vocabulary.period import Period

MAY = Period.month(2024, 5)
CAUSE: dict[str, Any] = {
    "rule": SpecialCauseRule.RUN,
    "side": Side.LOW,
    "since": MAY,
    "points": 9,
}
POINT: dict[str, Any] = {
    "when": MAY,
    "value": 12,
    "charted": 12,
    "centre": 10,
    "lower": -2,
    "upper": 22,
    "drawn_lower": 0,
}


def test_a_target_level_is_a_bound_from_a_day_on() -> None:
    assert TargetLevel(AtMost(5), date(2024, 4, 1)).since == date(2024, 4, 1)
    anything: Any = 5
    with pytest.raises(InvalidValueError, match="of type AtMost"):
        TargetLevel(anything)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"rule": "run"}, "SpecialCauseRule.RUN"),
        ({"side": "low"}, "Side.LOW"),
        ({"since": "May 2024"}, "of type Period"),
        ({"points": 0}, "above zero"),
    ],
)
def test_a_special_cause_holds_only_facts(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        SpecialCause(**(CAUSE | wrong))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"when": "May 2024"}, "of type Period"),
        ({"upper": float("nan")}, "a finite number"),
        ({"special_causes": ["run"]}, "of type SpecialCause"),
    ],
)
def test_a_point_holds_only_numbers_and_causes(
    wrong: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        ChartPoint(**(POINT | wrong))


def test_the_first_cause_of_a_point_says_its_side() -> None:
    high: dict[str, Any] = {**CAUSE, "side": Side.HIGH}
    causes = SpecialCause(**CAUSE), SpecialCause(**high)
    assert ChartPoint(**POINT, special_causes=causes).side is Side.LOW
    assert Side.LOW.other is Side.HIGH
    assert Side.HIGH.other is Side.LOW
