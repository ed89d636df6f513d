"""The rules of special cause, and the sets they come in."""

from typing import Any

import pytest

from policing_indicators.calculation.rule_set import RuleSet, SpecialCauseRule
from policing_indicators.errors import InvalidValueError

RIGHT: dict[str, Any] = {"name": "ours", "run": 9, "trend": 5}


def test_the_named_sets_hold_all_four_rules() -> None:
    for rules, length in (
        (RuleSet.six(), 6),
        (RuleSet.seven(), 7),
        (RuleSet.eight(), 8),
    ):
        assert (rules.run, rules.trend) == (length, length)
        assert rules.rules == tuple(SpecialCauseRule)


def test_the_rule_that_looks_at_fewest_points_takes_precedence() -> None:
    assert [rule.name for rule in SpecialCauseRule] == [
        "OUTSIDE_LIMITS",
        "TWO_OF_THREE",
        "RUN",
        "TREND",
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": ""}, "one line"),
        ({"run": 1}, "above one"),
        ({"trend": 2.5}, "above one"),
        ({"rules": (SpecialCauseRule.RUN, SpecialCauseRule.RUN)}, "each of them once"),
        ({"rules": ["run"]}, "SpecialCauseRule.RUN"),
    ],
)
def test_a_rule_set_holds_only_what_it_may(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        RuleSet(**(RIGHT | wrong))
