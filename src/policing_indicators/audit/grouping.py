"""Whether the claims of a group fit together."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from policing_indicators.audit import relations
from policing_indicators.audit.alikeness import lie_within, make_up, of_one_period
from policing_indicators.audit.case import Case
from policing_indicators.audit.documents import documents_conflict
from policing_indicators.audit.explanation import ImpliedShare
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.group_finding import GroupFinding
from policing_indicators.audit.parts import implied_change_of, implied_shares_of
from policing_indicators.audit.side_by_side import unlike_together
from policing_indicators.audit.verdict import Standing
from policing_indicators.calculation.feasible_group import FeasibleGroup
from policing_indicators.vocabulary.claims import ClaimGroup, GroupKind

_PER_CENT = 100


def group_finding(group: ClaimGroup, cases: Mapping[str, Case]) -> GroupFinding:
    """Find whether the claims of a group fit together.

    Args:
        group: The group.
        cases: Every claim of the audit, by its id.
    """
    members = [cases[name] for name in group.members]
    whole = None if group.whole is None else cases[group.whole]
    match group.kind:
        case GroupKind.PARTS | GroupKind.QUARTERS | GroupKind.YEAR_TO_DATE:
            return _of_sum(group, whole, members)
        case GroupKind.SUBSETS:
            return _of_subsets(group, whole, members)
        case GroupKind.SHARES:
            return _of_shares(group, members)
        case GroupKind.DOCUMENTS:
            return documents_conflict(group, members)
        case GroupKind.SIDE_BY_SIDE:
            return unlike_together(group, members)


def _of_sum(
    group: ClaimGroup, whole: Case | None, members: Sequence[Case]
) -> GroupFinding:
    if whole is None or not _belong(group, whole, members):
        return GroupFinding(group=group, is_checked=False)
    is_complete = _is_complete(group, whole, members)
    found = FeasibleGroup.of(
        [
            *(each for case in (*members, whole) for each in relations.of_claim(case)),
            *relations.of_sums(group.id, whole, members, is_complete=is_complete),
        ]
    )
    shares = implied_shares_of(whole, members) if is_complete else ()
    findings = [
        *_conflict(group, whole, members, found.conflict, is_complete=is_complete),
        *(
            _share_conflict(group, share, whole, members)
            for share in shares[:1]
            if not share.is_borne_out
        ),
    ]
    return GroupFinding(
        group=group,
        is_checked=_is_checked(whole, members, is_complete=is_complete),
        findings=tuple(findings),
        shares=shares,
        implied=implied_change_of(whole, members, _unprinted(group, whole, members)),
    )


def _belong(group: ClaimGroup, whole: Case, members: Sequence[Case]) -> bool:
    if group.kind is GroupKind.PARTS:
        return of_one_period((whole, *members))
    return lie_within(whole, members)


def _is_complete(group: ClaimGroup, whole: Case, members: Sequence[Case]) -> bool:
    if group.kind is GroupKind.PARTS:
        return not _unprinted(group, whole, members)
    return make_up(whole, members)


def _unprinted(group: ClaimGroup, whole: Case, members: Sequence[Case]) -> list[str]:
    """Give the parts of the whole, as the framework has them, that are no members."""
    if group.kind is not GroupKind.PARTS or whole.indicator is None:
        return []
    printed = {case.claim.indicator for case in members}
    return [part for part in whole.indicator.parts if part not in printed]


def _is_checked(whole: Case, members: Sequence[Case], *, is_complete: bool) -> bool:
    cases = (whole, *members)
    levels = all(case.whole("level") is not None for case in cases)
    changes = all(
        relations.rounded(case.claim.percentage) is not None for case in cases
    )
    return levels or (changes and len(members) > 1) or (changes and not is_complete)


def _conflict(
    group: ClaimGroup,
    whole: Case,
    members: Sequence[Case],
    conflict: tuple[str, ...],
    *,
    is_complete: bool,
) -> list[AuditFinding]:
    """Name the claims that cannot all hold; a fault within one claim is its own."""
    if group.id not in conflict:
        return []
    levels = [case.whole("level") for case in members]
    total = whole.whole("level")
    known = [level for level in levels if level is not None]
    is_sum = (
        len(known) == len(levels)
        and total is not None
        and (sum(known) > total or (is_complete and sum(known) != total))
    )
    return [
        AuditFinding(
            code=FindingCode.DOES_NOT_ADD
            if is_sum
            else FindingCode.IMPLIED_SHARE_CONFLICT,
            verdict=Standing.CANNOT_ALL_HOLD,
            claim=group.id,
            figure="level" if is_sum else "percentage",
            printed=_printed(whole, "level" if is_sum else "percentage"),
            expected=Fraction(sum(known)) if is_sum else None,
            others=tuple(name for name in conflict if name != group.id),
        )
    ]


def _printed(case: Case, figure: str) -> str:
    found = case.claim.figures.get(figure)
    return "" if found is None else found.text


def _share_conflict(
    group: ClaimGroup, share: ImpliedShare, whole: Case, members: Sequence[Case]
) -> AuditFinding:
    return AuditFinding(
        code=FindingCode.IMPLIED_SHARE_CONFLICT,
        verdict=Standing.DOES_NOT_REPRODUCE,
        claim=group.id,
        figure="percentage",
        printed=_printed(whole, "percentage"),
        expected=share.earlier,
        decimals=1,
        observations=share.observations,
        others=tuple(case.claim.id for case in (*members, whole)),
    )


def _of_subsets(
    group: ClaimGroup, whole: Case | None, members: Sequence[Case]
) -> GroupFinding:
    total = None if whole is None else whole.whole("level")
    alike = [case for case in members if whole and of_one_period((whole, case))]
    known = [(case, case.whole("level")) for case in alike]
    if whole is None or total is None:
        return GroupFinding(group=group, is_checked=False)
    findings = [
        AuditFinding(
            code=FindingCode.RATIO_OVER_100,
            verdict=Standing.CANNOT_ALL_HOLD,
            claim=group.id,
            figure="level",
            printed=_printed(case, "level"),
            expected=Fraction(total),
            others=(case.claim.id, whole.claim.id),
        )
        for case, level in known
        if level is not None and level > total
    ]
    checked = any(level is not None for _, level in known)
    return GroupFinding(group=group, is_checked=checked, findings=tuple(findings))


def _of_one_total(members: Sequence[Case]) -> bool:
    totals = {(case.claim.share_of, case.claim.area) for case in members}
    return len(totals) == 1 and of_one_period(members)


def _of_shares(group: ClaimGroup, members: Sequence[Case]) -> GroupFinding:
    shares = [case.claim.share for case in members]
    known = [share for share in shares if share is not None and not share.hedge]
    if len(known) != len(shares) or not _of_one_total(members):
        return GroupFinding(group=group, is_checked=False)
    total = sum((share.value for share in known), Fraction(0))
    slack = sum((share.last_place / 2 for share in known), Fraction(0))
    findings: tuple[AuditFinding, ...] = ()
    if abs(total - _PER_CENT) > slack:
        findings = (
            AuditFinding(
                code=FindingCode.SHARE_TOTAL,
                verdict=Standing.CANNOT_ALL_HOLD,
                claim=group.id,
                figure="share",
                printed=" + ".join(share.text for share in known),
                expected=total,
                decimals=max(0, *(share.decimals for share in known)),
                others=group.members,
            ),
        )
    return GroupFinding(group=group, is_checked=True, findings=findings)
