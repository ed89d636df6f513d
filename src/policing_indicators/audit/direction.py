"""Whether a change is printed the other way from what a table gives."""

from policing_indicators.audit.comparison_points import CHANGES
from policing_indicators.audit.finding import Reckoning
from policing_indicators.vocabulary.claim import Claim
from policing_indicators.vocabulary.printed_number import PrintedNumber
from policing_indicators.vocabulary.printed_words import Movement


def is_opposite(claim: Claim, reckoning: Reckoning) -> bool:
    """Say whether one of the two rises where the other falls."""
    expected = reckoning.expected
    if reckoning.figure not in CHANGES or not expected:
        return False
    printed: PrintedNumber = getattr(claim, reckoning.figure)
    match printed.movement:
        case Movement.RISE:
            return expected < 0 < printed.value
        case Movement.FALL:
            return printed.value < 0 < expected
        case _:
            return False
