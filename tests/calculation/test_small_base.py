from typing import Any

import pytest

from policing_indicators.calculation.small_base import SmallBase, SmallBaseRule
from policing_indicators.errors import InvalidValueError


@pytest.mark.parametrize(
    ("earlier", "later", "either", "by_earlier"),
    [
        (44, 32, True, True),
        (49, 50, True, True),
        (50, 49, True, False),
        (50, 50, False, False),
        (-3, 60, True, True),
    ],
)
def test_a_percentage_on_a_small_base_is_withheld(
    *, earlier: int, later: int, either: bool, by_earlier: bool
) -> None:
    rule = SmallBaseRule(threshold=50, decided_by=SmallBase.EARLIER)
    assert SmallBaseRule().withholds(earlier, later) is either
    assert rule.withholds(earlier, later) is by_earlier


def test_fifty_and_either_count_are_what_goes_unless_it_is_said() -> None:
    assert SmallBaseRule() == SmallBaseRule(threshold=50, decided_by=SmallBase.EITHER)


def test_a_threshold_of_zero_withholds_no_count() -> None:
    assert not SmallBaseRule(threshold=0).withholds(0, 0)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"threshold": -1}, r"SmallBaseRule\.threshold is -1"),
        ({"threshold": 50.0}, r"SmallBaseRule\.threshold is 50\.0"),
        ({"decided_by": "either"}, r"SmallBaseRule\.decided_by is 'either'"),
    ],
)
def test_a_rule_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        SmallBaseRule(**fields)
