"""``policing-indicators revisions``: what moved between two editions."""

from argparse import Namespace

from policing_indicators.calculation.revision_report import RevisionReport
from policing_indicators.tables import tidy
from policing_indicators.wording.revision_words import revision_text


def run(options: Namespace) -> str:
    """Lay two tidy tables side by side, and say what moved and by how much."""
    report = RevisionReport.between(
        earlier=tidy.read(options.earlier), later=tidy.read(options.later)
    )
    return revision_text(report)
