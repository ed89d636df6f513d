"""Figures that no table at hand gives, one finding each."""

from collections.abc import Iterator

from policing_indicators.audit.case import Case
from policing_indicators.audit.comparison_points import CHANGES
from policing_indicators.audit.direction import is_opposite
from policing_indicators.audit.finding import AuditFinding, Reckoning
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.verdict import Standing


def not_reproduced(case: Case) -> Iterator[AuditFinding]:
    """Find a figure that every table at hand gives otherwise."""
    for name, reckoning in case.reckonings.items():
        if (
            _is_off(reckoning)
            and name != "rank"
            and not is_opposite(case.claim, reckoning)
        ):
            yield _finding(case, FindingCode.NOT_REPRODUCED, reckoning)


def wrong_direction(case: Case) -> Iterator[AuditFinding]:
    """Find a change that every table at hand has going the other way."""
    for name in CHANGES:
        reckoning = case.reckonings.get(name)
        if reckoning and _is_off(reckoning) and is_opposite(case.claim, reckoning):
            yield _finding(case, FindingCode.WRONG_DIRECTION, reckoning)


def rank_unsupported(case: Case) -> Iterator[AuditFinding]:
    """Find a rank that the rates of all the areas do not give."""
    reckoning = case.reckonings.get("rank")
    if reckoning and _is_off(reckoning):
        yield _finding(case, FindingCode.RANK_UNSUPPORTED, reckoning)


def _is_off(reckoning: Reckoning) -> bool:
    return reckoning.verdict is Standing.DOES_NOT_REPRODUCE


def _finding(case: Case, code: FindingCode, reckoning: Reckoning) -> AuditFinding:
    return AuditFinding(
        code=code,
        verdict=Standing.DOES_NOT_REPRODUCE,
        claim=case.claim.id,
        figure=reckoning.figure,
        printed=reckoning.printed,
        expected=reckoning.expected,
        decimals=reckoning.decimals,
        observations=reckoning.observations,
    )
