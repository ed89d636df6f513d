"""Findings that waivers settle."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from policing_indicators.audit.audit import Unclaimed
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.errors import InvalidContentError, Problem, UnknownNameError
from policing_indicators.vocabulary.settlement import Waiver


def settled(
    findings: Iterable[AuditFinding], waivers: Sequence[Waiver]
) -> tuple[AuditFinding, ...]:
    """Put each waiver on the findings that it settles."""
    return tuple(_with_waiver(finding, waivers) for finding in findings)


def settled_gap(gap: Unclaimed, waivers: Sequence[Waiver]) -> Unclaimed:
    """Put on a priority without a figure the waiver that settles it, by its id."""
    for waiver in waivers:
        code = None if gap.code is None else gap.code.value
        if (waiver.claim, waiver.code) == (gap.priority.id, code):
            return evolve(gap, waiver=waiver)
    return gap


def unused(
    settled_by: Iterable[Waiver | None], waivers: Sequence[Waiver]
) -> tuple[Waiver, ...]:
    """Give the waivers that settle nothing."""
    used = set(map(id, settled_by))
    return tuple(waiver for waiver in waivers if id(waiver) not in used)


def known_codes(waivers: Sequence[Waiver], where: str) -> None:
    """Hold each waiver to a code that there is.

    Args:
        waivers: The waivers.
        where: What errors call the file they stand in.

    Raises:
        InvalidContentError: Some are of codes that there are not. All are named.
    """
    known = tuple(code.value for code in FindingCode)
    problems = tuple(
        Problem(
            f"waivers[{row}].code",
            waiver.code,
            UnknownNameError("code", waiver.code, known).allowed,
        )
        for row, waiver in enumerate(waivers)
        if waiver.code not in known
    )
    if problems:
        raise InvalidContentError(where, problems)


def _with_waiver(finding: AuditFinding, waivers: Sequence[Waiver]) -> AuditFinding:
    for waiver in waivers:
        if (waiver.claim, waiver.code) == (
            finding.claim,
            finding.code.value,
        ) and waiver.printed in ("", finding.printed):
            return evolve(finding, waiver=waiver)
    return finding
