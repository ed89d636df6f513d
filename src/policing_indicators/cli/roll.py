"""``policing-indicators roll``: the folder of a publication's next issue."""

from argparse import Namespace

from policing_indicators.publication.draft import Draft
from policing_indicators.publication.next_issue import NextIssue
from policing_indicators.publication.readiness import Readiness
from policing_indicators.registry.populations import populations
from policing_indicators.vocabulary.period import Period
from policing_indicators.writing import write_folder

_TO_DO = (
    "put the figures into {figures} there, and read the texts again: they are those "
    "of the last issue"
)


def run(options: Namespace) -> str:
    """Make the folder of the next issue, and list what is missing there."""
    issue = NextIssue.of(
        Draft.read(options.publication),
        Period.parse(options.to),
        populations(),
        folder=options.folder,
        edition=options.edition,
    )
    write_folder(options.folder, issue.files)
    readiness = Readiness.of(Draft.read(options.folder), populations())
    to_do = _TO_DO.format(figures=issue.publication.data[0])
    return f"made {options.folder}; {to_do}\n\n{readiness}"
