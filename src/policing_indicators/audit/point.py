"""A point about how a figure is presented."""

from policing_indicators.audit.case import Case
from policing_indicators.audit.finding import Finding
from policing_indicators.audit.finding_code import FindingCode
from policing_indicators.audit.verdict import Verdict


def point(case: Case, code: FindingCode, figure: str = "") -> Finding:
    """Make a point about a figure of a claim, or about its whole sentence."""
    return Finding(
        code=code,
        verdict=Verdict.PRESENTATION_POINT,
        claim=case.claim.id,
        figure=figure,
        printed=case.claim.figures[figure].text if figure else "",
    )
