import math
from typing import Any

import numpy as np
import pytest

from policing_indicators.calculation.interval import Interval, LimitsMethod
from policing_indicators.errors import InvalidValueError


def limits(lower: float, upper: float) -> Interval:
    return Interval(lower, upper, confidence=0.95, method=LimitsMethod.EXACT)


def test_an_interval_holds_what_lies_between_its_limits_and_the_limits() -> None:
    interval = limits(0.42, 1.11)
    assert all(value in interval for value in (0.42, 1, 1.11))
    assert not any(value in interval for value in (0.41, 1.12, math.nan))


def test_an_upper_limit_may_be_infinite() -> None:
    assert 1e300 in limits(0.9, math.inf)


def test_both_limits_may_be_one_figure() -> None:
    assert 1 in limits(1, 1)


def test_numbers_of_numpy_are_taken_as_pythons() -> None:
    lower, upper = np.array([0.5, 1.5])
    assert repr(limits(lower, upper)).startswith("Interval(lower=0.5, upper=1.5, ")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"lower": 2.0}, r"Interval\.upper is 1\.11; allowed: at least .* 2\.0"),
        ({"lower": math.nan}, r"Interval\.lower is nan"),
        ({"lower": -math.inf}, r"Interval\.lower is -inf"),
        ({"upper": math.nan}, r"Interval\.upper is nan"),
        ({"upper": "1.11"}, r"Interval\.upper is '1\.11'"),
        ({"confidence": 95}, r"confidence is 95;.*write 0\.95"),
        ({"method": "exact"}, r"Interval\.method is 'exact'.*LimitsMethod"),
    ],
)
def test_an_interval_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    right: dict[str, Any] = {
        "lower": 0.42,
        "upper": 1.11,
        "confidence": 0.95,
        "method": LimitsMethod.EXACT,
    }
    with pytest.raises(InvalidValueError, match=message):
        Interval(**right | fields)
