"""Which numbers are small, so that they are spoken of with care."""

from policing_indicators.assessment.assessment import IndicatorAssessment
from policing_indicators.calculation.small_base import ONS_THRESHOLD, SmallBaseRule


def is_small(number: float, small_base: SmallBaseRule) -> bool:
    """Say whether a number is one that is spoken of with care.

    It is below the threshold under which no percentage is given; where a publication
    has none, below that of the Office for National Statistics.
    """
    return number < (small_base.threshold or ONS_THRESHOLD)


def needs_care(facts: IndicatorAssessment, small_base: SmallBaseRule) -> bool:
    """Say whether an indicator's numbers are small, or those of rare grave events.

    Of these no order of areas is said, nor in how many others a number fell by more:
    that would be chance for the most part, and reads as if it were not.
    """
    if facts.evidence.exact is not None:
        return True
    counts = [facts.observation.count or 0]
    if facts.change is not None:
        counts.append(facts.change.earlier)
    return is_small(min(counts), small_base)
