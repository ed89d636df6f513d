"""``policing-indicators new``: a starter publication."""

from argparse import Namespace

from policing_indicators.publication.example import copy_example


def run(options: Namespace) -> str:
    """Copy the shipped example to a new folder."""
    copy_example(options.folder)
    return f"made {options.folder}; edit publication.toml and figures.csv there\n"
