"""``policing-indicators check``: whether a publication is valid, and what it lacks."""

from argparse import Namespace

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.readiness import Readiness
from policing_indicators.registry.populations import populations


def run(options: Namespace) -> str:
    """List what the publication that was named still lacks."""
    return str(Readiness.of(Draft.read(options.publication), populations()))
