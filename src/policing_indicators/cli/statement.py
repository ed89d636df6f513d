"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.rendering import markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations


def run(options: Namespace) -> str:
    """Make the statement of the publication that was named."""
    draft = Draft.read(options.publication)
    return markdown(Statement.of(draft, populations()))
