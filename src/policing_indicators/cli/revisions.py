"""``policing-indicators revisions``: what moved between two editions."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from policing_indicators.calculation.revision_report import RevisionReport
from policing_indicators.cli.left_out import tell_left_out
from policing_indicators.tables import home_office, ons, tidy
from policing_indicators.tables.reading import Reading
from policing_indicators.wording.revision_words import revision_text

_READERS: dict[str, Callable[[Path], Reading]] = {
    "tidy": lambda path: Reading(tidy.read(path)),
    "home-office": home_office.read,
    "ons": ons.read,
}
"""What reads each of the tables that two editions may be of."""


def run(options: Namespace) -> str:
    """Lay two editions of a table side by side, and say what moved and by how much.

    What the files hold that is in no figure is told beside it.
    """
    read = _READERS[options.of]
    earlier, later = read(options.earlier), read(options.later)
    for path, reading in ((options.earlier, earlier), (options.later, later)):
        tell_left_out(path, reading.left_out, "row")
    report = RevisionReport.between(
        earlier=earlier.observations, later=later.observations
    )
    return revision_text(report)
