"""A fall that chance alone would seldom make."""

from typing import ClassVar

from attrs import field, frozen

from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.evidence_kind import EvidenceKind


@frozen
class UnusualReduction:
    """A fall that chance alone would seldom make: "a significant reduction".

    It is held against the target's baseline, or against the same months a year before
    where the target has none, and is met by no fall that the named method does not
    call unusual.

    Attributes:
        method: The method that is to show it. Where it is not calibrated for the
            indicator, nothing can be said.
        confidence: What the p-value is held against is 1 less this.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> UnusualReduction(EvidenceKind.EXACT).confidence
    0.95
    """

    KIND: ClassVar[str] = "unusual reduction"

    method: EvidenceKind = field(
        validator=[
            requirement.kind(EvidenceKind),
            requirement.must(
                lambda method: method is not EvidenceKind.NONE,
                f"a method, such as {EvidenceKind.EXACT.value!r}",
            ),
        ]
    )
    confidence: float = field(
        default=0.95,
        kw_only=True,
        converter=requirement.as_number,
        validator=requirement.probability,
    )
