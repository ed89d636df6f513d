"""What the printed counts of a sentence say beyond themselves."""

from fractions import Fraction
from functools import lru_cache

from policing_indicators.audit.case import Case
from policing_indicators.audit.relations import rounded
from policing_indicators.audit.wording_points import counts_of
from policing_indicators.calculation.change import Change
from policing_indicators.calculation.feasible import feasible_earlier
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.calculation.rounding import Rounding
from policing_indicators.calculation.significance import Significance
from policing_indicators.calculation.small_base import ONS_THRESHOLD
from policing_indicators.vocabulary.dispersion import CALIBRATED_BELOW
from policing_indicators.vocabulary.indicator import Unit


@lru_cache(maxsize=1_024)
def earlier_counts(
    later: int, percent: Fraction, decimals: int, rounding: Rounding
) -> FeasibleRange:
    """Give the feasible earlier counts, which more than one check asks for."""
    return feasible_earlier(later, percent, decimals, rounding)


def feasible_earlier_of(case: Case) -> FeasibleRange | None:
    """Give the earlier counts that a printed count and percentage leave open."""
    later, change = case.whole("level"), rounded(case.claim.percentage)
    if later is None or later < 0 or change is None or not _is_count(case):
        return None
    if case.claim.previous_level is not None or case.claim.absolute is not None:
        return None
    return earlier_counts(later, change.value, change.decimals, Rounding.HALF_AWAY)


def chance_of(case: Case) -> Significance | None:
    """Give how often chance makes the printed change, where that can be said.

    It can of indicators whose dispersion was measured and is near one.
    """
    counts = counts_of(case)
    measured = case.indicator.dispersion if case.indicator else None
    if counts is None or measured is None or measured.ratio >= CALIBRATED_BELOW:
        return None
    later, earlier = counts
    if min(counts) < 0 or "absolute" not in case.claim.figures:
        return None
    return Change(earlier=earlier, later=later).significance()


def keeps_small_base(case: Case) -> bool:
    """Say whether both counts are small and, as is right, no percentage is printed."""
    counts = counts_of(case)
    if counts is None or not _is_count(case) or case.claim.percentage is not None:
        return False
    return max(counts) < ONS_THRESHOLD


def _is_count(case: Case) -> bool:
    return case.indicator is None or case.indicator.unit is Unit.COUNT
