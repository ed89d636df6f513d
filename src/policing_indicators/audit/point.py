"""A point about how a figure is presented."""

from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import AuditFinding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.verdict import Standing


def point(case: Case, code: FindingCode, figure: str = "") -> AuditFinding:
    """Make a point about a figure of a claim, or about its whole sentence."""
    return AuditFinding(
        code=code,
        verdict=Standing.PRESENTATION_POINT,
        claim=case.claim.id,
        figure=figure,
        printed=case.claim.figures[figure].text if figure else "",
    )
