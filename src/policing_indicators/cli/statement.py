"""``policing-indicators statement``: a publication's statement."""

from argparse import Namespace
from pathlib import Path

from policing_indicators.errors import FileAccessError
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.rendering import markdown
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.populations import populations
from policing_indicators.writing import write_whole


def run(options: Namespace) -> str:
    """Make the statement of the publication that was named, and print or write it."""
    draft = Draft.read(options.publication)
    text = markdown(Statement.of(draft, populations()))
    if options.output is None:
        return text
    _write(options.output, text, draft)
    return ""


def _write(output: Path, text: str, draft: Draft) -> None:
    if output.resolve() in {file.resolve() for file in draft.files}:
        raise FileAccessError(str(output), "the publication is made from this file")
    write_whole(output, text)
