"""``policing-indicators revisions``: what moved between two editions."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from policing_indicators.calculation.revision_report import RevisionReport
from policing_indicators.tables import home_office, ons, tidy
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.wording.revision_words import revision_text

_READERS: dict[str, Callable[[Path], Sequence[Observation]]] = {
    "tidy": tidy.read,
    "home-office": lambda path: home_office.read(path).observations,
    "ons": lambda path: ons.read(path).observations,
}
"""What reads each of the tables that two editions may be of."""


def run(options: Namespace) -> str:
    """Lay two editions of a table side by side, and say what moved and by how much."""
    read = _READERS[options.of]
    report = RevisionReport.between(
        earlier=read(options.earlier), later=read(options.later)
    )
    return revision_text(report)
