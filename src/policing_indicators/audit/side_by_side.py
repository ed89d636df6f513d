"""Figures that a reader takes together, and whether they are of one period."""

from collections.abc import Iterator, Sequence

from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.group_finding import GroupFinding
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.feasible import feasible_denominator
from policing_indicators.calculation.feasible_range import FeasibleRange
from policing_indicators.vocabulary.claims import ClaimGroup


def unlike_together(group: ClaimGroup, members: Sequence[Case]) -> GroupFinding:
    """Find figures that are printed together and are of different periods."""
    periods = tuple(
        dict.fromkeys(
            case.claim.period for case in members if case.claim.period is not None
        )
    )
    findings: tuple[AuditFinding, ...] = ()
    if len(periods) > 1:
        findings = (
            AuditFinding(
                code=FindingCode.UNLIKE_PERIODS,
                verdict=Standing.PRESENTATION_POINT,
                claim=group.id,
                periods=periods,
                feasible=next(_implied_people(members), None),
                others=group.members,
            ),
        )
    return GroupFinding(group=group, is_checked=bool(periods), findings=findings)


def _implied_people(members: Sequence[Case]) -> Iterator[FeasibleRange]:
    """Give the people that a count and a rate printed together would imply."""
    for one in members:
        count = one.whole("level")
        for other in members:
            rate, per = other.claim.rate, other.claim.per
            alike = one.claimed == other.claimed
            if count and alike and rate and per and rate.decimals >= 0:
                yield feasible_denominator(count, rate.value, per, rate.decimals)
