from typing import Any

import pytest

from policing_indicators.calculation.interval import Interval, LimitsMethod
from policing_indicators.calculation.significance import (
    Significance,
    SignificanceMethod,
)
from policing_indicators.errors import InvalidValueError

LIMITS = Interval(0.42, 1.11, confidence=0.95, method=LimitsMethod.CLOPPER_PEARSON)
EVIDENCE: dict[str, Any] = {
    "p_value": 0.135,
    "method": SignificanceMethod.EXACT_CONDITIONAL,
    "ratio": 31 / 45,
    "interval": LIMITS,
    "confidence": 0.95,
}


def test_evidence_names_its_method_and_holds_no_verdict() -> None:
    evidence = Significance(**EVIDENCE)
    assert evidence.method.value == "exact conditional test of two counts"
    assert not any("significant" in str(value) for value in EVIDENCE.values())


def test_evidence_need_not_be_of_a_ratio() -> None:
    method = SignificanceMethod.EXACT_BINOMIAL
    evidence = Significance(p_value=0, method=method)
    assert (evidence.ratio, evidence.interval) == (None, None)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"p_value": 1.01}, r"Significance\.p_value is 1\.01.*0 to 1"),
        ({"p_value": float("nan")}, r"Significance\.p_value is nan"),
        ({"p_value": True}, r"Significance\.p_value is True"),
        ({"method": "exact"}, r"Significance\.method is 'exact'"),
        ({"ratio": -0.5}, r"Significance\.ratio is -0\.5"),
        ({"interval": (0.42, 1.11)}, r"Significance\.interval is \(0\.42"),
        ({"confidence": 0.99}, r"confidence is 0\.99.*0\.95, the confidence of the"),
        ({"confidence": 5}, r"confidence is 5;.*write 0\.95"),
    ],
)
def test_evidence_refuses_what_it_cannot_be_made_of(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Significance(**EVIDENCE | fields)
