"""The pictures of an audit: of each claim, what is printed beside what tables give."""

from attrs import evolve

from policing_indicators.audit.audit import Audit
from policing_indicators.audit.verdict import Standing
from policing_indicators.charts.audit_strip import audit_strip
from policing_indicators.errors import MissingDataError
from policing_indicators.illustration.framing import on_page
from policing_indicators.publication.page_figure import PageFigure, PageFigures
from policing_indicators.registry.areas import areas
from policing_indicators.wording.audit_names import Names


def audit_figures(audit: Audit) -> PageFigures:
    """Draw the printed figures of each claim that could be held against a table.

    Args:
        audit: The audit.

    Returns:
        The pictures, by the claims' ids. What they all have in common, the page says.

    Raises:
        MissingLibraryError: The extra ``charts`` is not installed.

    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.vocabulary.claims import ClaimDocument
    >>> audit = Audit(
    ...     document=ClaimDocument(title="Policing priorities"),
    ...     framework=framework("national-priorities-2021"),
    ...     claims=(),
    ... )
    >>> audit_figures(audit).every
    ()
    """
    names = Names(audit, areas())
    of: dict[str, list[PageFigure]] = {}
    for number, found in enumerate(audit.claims, start=1):
        verdicts = set(map(found.verdict_of, found.reckonings))
        if verdicts <= {Standing.CANNOT_BE_CHECKED}:
            continue
        try:
            picture = audit_strip(evolve(audit, claims=(found,)))
        except MissingDataError:  # what could be checked is no number
            continue
        title = f"{names.claim(found.claim)}: {picture.title}"
        own = evolve(picture, title=title, subtitle="", notes=())
        of[found.claim.id] = [on_page(own, str(number))]
    return PageFigures(of=of)
