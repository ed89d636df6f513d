"""``policing-indicators new``: a starter publication."""

from argparse import Namespace

from policing_indicators.cli.book_output import BOOKS
from policing_indicators.publication.example import copy_example
from policing_indicators.publication.next_issue import FIGURES_FILE
from policing_indicators.publication.workbook_example import copy_workbook_example


def run(options: Namespace) -> str:
    """Copy the shipped example to a new folder."""
    figures = FIGURES_FILE
    if options.workbook is None:
        copy_example(options.folder)
    else:
        figures = copy_workbook_example(options.folder, BOOKS[options.workbook])
    return f"made {options.folder}; edit publication.toml and {figures} there\n"
