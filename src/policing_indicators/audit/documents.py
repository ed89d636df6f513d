"""Whether two documents print one figure alike."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from policing_indicators.audit.alikeness import of_one_figure
from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.group_finding import GroupFinding
from policing_indicators.audit.printing import distance
from policing_indicators.audit.verdict import Standing
from policing_indicators.vocabulary.claim import FIGURES
from policing_indicators.vocabulary.claims import ClaimGroup
from policing_indicators.vocabulary.printed_number import PrintedNumber


def documents_conflict(group: ClaimGroup, members: Sequence[Case]) -> GroupFinding:
    """Find a figure that two documents print differently, beyond usual revision.

    Two that are rounded differently agree where one exact value would print as both:
    13.46 is 13.5 and 13, though 13.5 alone would be 14.
    """
    pairs = [
        (name, one, other)
        for one, other in combinations(members, 2)
        for name in FIGURES
        if name in one.claim.figures and name in other.claim.figures
        if of_one_figure(one, other, name)
    ]
    findings = (each for pair in pairs for each in _compared(group, *pair))
    return GroupFinding(group=group, is_checked=bool(pairs), findings=tuple(findings))


def _compared(
    group: ClaimGroup, name: str, one: Case, other: Case
) -> Iterator[AuditFinding]:
    first, second = one.claim.figures[name], other.claim.figures[name]
    if not isinstance(first, PrintedNumber) or not isinstance(second, PrintedNumber):
        agree = first == second
        is_near = False
    elif first.hedge or second.hedge:
        return
    else:
        coarse, fine = sorted((first, second), key=lambda each: each.decimals)
        apart = distance(coarse, fine.value)
        agree = apart < (coarse.last_place + fine.last_place) / 2
        is_near = apart <= _allowed(one, name, fine)
    if not agree:
        yield AuditFinding(
            code=FindingCode.DOCUMENTS_CONFLICT,
            verdict=Standing.WITHIN_REVISION if is_near else Standing.CANNOT_ALL_HOLD,
            claim=group.id,
            figure=name,
            printed=f"{first} and {second}",
            others=(one.claim.id, other.claim.id),
        )


def _allowed(case: Case, name: str, printed: PrintedNumber) -> Fraction:
    match name:
        case "level" | "previous_level" | "rate":
            return case.usual_level(printed.value)
        case "percentage":
            return case.usual_percentage(printed.value)
        case _:
            return Fraction(0)
