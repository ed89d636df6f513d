"""Whether the claims of a group are of what its kind says, so that it can be checked.

Who writes the claims down may group what does not belong together. No publisher is
faulted for that: such a group is not checked.
"""

from collections.abc import Sequence
from itertools import pairwise

from policing_indicators.audit.case import Case
from policing_indicators.audit.comparison_points import CHANGES
from policing_indicators.vocabulary.period import Period


def of_one_period(cases: Sequence[Case]) -> bool:
    """Say whether claims are all of one period, or none says of which it is."""
    return len({case.claim.period for case in cases}) == 1


def lie_within(whole: Case, members: Sequence[Case]) -> bool:
    """Say whether claims are of periods of the whole's, none of which overlap."""
    period, parts = whole.claim.period, _periods(members)
    if period is None or len(parts) != len(members):
        return False
    apart = all(one.end < other.start for one, other in pairwise(parts))
    return apart and period.start <= parts[0].start and parts[-1].end <= period.end


def make_up(whole: Case, members: Sequence[Case]) -> bool:
    """Say whether claims that lie within a whole's period leave nothing of it out."""
    period = whole.claim.period
    parts = _periods(members)
    return period is not None and sum(part.months for part in parts) == period.months


def of_one_figure(one: Case, other: Case, name: str) -> bool:
    """Say whether two claims print one figure: of one row, area, period and scope."""
    return _facts(one, name) == _facts(other, name)


def _facts(case: Case, name: str) -> tuple[object, ...]:
    claim = case.claim
    compared = claim.earlier_period if name in (*CHANGES, "previous_level") else None
    return (
        *case.claimed,
        claim.period,
        claim.scope,
        claim.definition,
        compared,
        claim.per if name == "rate" else None,
        claim.share_of if name == "share" else None,
    )


def _periods(cases: Sequence[Case]) -> list[Period]:
    found = [case.claim.period for case in cases if case.claim.period is not None]
    return sorted(found, key=lambda period: period.start)
