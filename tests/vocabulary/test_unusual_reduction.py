"""An unusual reduction names the method that is to show it, and how surely."""

import pytest

from policing_indicators.errors import InvalidValueError
from policing_indicators.vocabulary.evidence_kind import EvidenceKind
from policing_indicators.vocabulary.unusual_reduction import UnusualReduction

EXACT = EvidenceKind.EXACT


def test_a_reduction_is_unusual_at_ninety_five_per_cent_unless_it_says_so() -> None:
    assert UnusualReduction(EXACT) == UnusualReduction(EXACT, confidence=0.95)
    assert UnusualReduction(EXACT, confidence=0.998) != UnusualReduction(EXACT)


EVERY_KIND = (
    "EvidenceKind.EXACT or EvidenceKind.DISPERSION_ADJUSTED "
    "or EvidenceKind.OWN_PAST or EvidenceKind.NONE"
)


@pytest.mark.parametrize(
    ("method", "allowed"),
    [
        (EvidenceKind.NONE, "a method, such as 'exact test of two counts'"),
        ("exact test of two counts", EVERY_KIND),
        (None, EVERY_KIND),
    ],
)
def test_a_method_is_named(method: EvidenceKind, allowed: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        UnusualReduction(method)
    assert caught.value.noun == "UnusualReduction.method"
    assert caught.value.allowed == allowed


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5, "0.95", None, float("nan")])
def test_a_confidence_is_between_zero_and_one(confidence: float) -> None:
    with pytest.raises(InvalidValueError) as caught:
        UnusualReduction(EXACT, confidence=confidence)
    assert caught.value.noun == "UnusualReduction.confidence"
    assert "0.95 for ninety-five per cent" in caught.value.allowed
