"""The command ``policing-indicators``."""

import os
import sys
from argparse import Action, ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from policing_indicators.cli.answer import Answer
from policing_indicators.cli.audit_arguments import add_audit_arguments
from policing_indicators.cli.figures_arguments import add_figures_arguments
from policing_indicators.cli.telling import tell
from policing_indicators.errors import FileAccessError, PolicingIndicatorsError

DONE, BAD_INPUT = 0, 2
WORKBOOKS = ("xlsx", "ods")
TABLES = ("tidy", "home-office", "ons")
FORMATS = ("markdown", "html", "json", "csv", *WORKBOOKS, "docx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code.

    Args:
        arguments: The words after the command's name; those of the shell by default.

    Returns:
        0 where the work is done, 2 where the input does not allow it: then a plain
        message stands on standard error, and nothing was written. An audit gives 1
        where a figure does not reproduce or figures cannot all hold; statements of all
        areas do where some could not be made, and 130 where they were interrupted.
    """
    options = _parser().parse_args(arguments)
    try:
        said: str | Answer = import_module(options.room).run(options)
        answer = said if isinstance(said, Answer) else Answer(said, DONE)
        _deliver(answer.text)
    except PolicingIndicatorsError as error:
        tell(str(error))
        return BAD_INPUT
    return answer.code


class _Version(Action):
    """Print the version, which is looked up only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_rest: object) -> None:
        metadata = import_module("importlib.metadata")
        sys.stdout.write(f"{metadata.version('policing-indicators')}\n")
        parser.exit()


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="policing-indicators",
        description="Make a National Policing Priorities Statement from data.",
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="print the version and stop"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for room, (summary, add_arguments) in _COMMANDS.items():
        command = commands.add_parser(room, help=summary)
        command.set_defaults(room=f"policing_indicators.cli.{room}")
        add_arguments(command)
    return parser


def _of_statement(command: ArgumentParser) -> None:
    _of_publication(command)
    command.add_argument(
        "--output",
        metavar="PATH",
        type=Path,
        help="write it there, whole or not at all",
    )
    command.add_argument(
        "--all-areas",
        metavar="FOLDER",
        type=Path,
        help="write there, by the areas' ids, the statement of every area that the "
        "tables hold, without what the office says of its own; go on with what an "
        "earlier run left",
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help="what to print: a page in Markdown (the default) or HTML, the whole "
        "statement as JSON, its figures as CSV; or a workbook or a Word document to "
        "write",
    )
    command.add_argument(
        "--charts",
        action="store_true",
        help="with --format html: draw pictures on the page; this needs the extra "
        "charts",
    )
    command.add_argument(
        "--templates",
        metavar="FOLDER",
        type=Path,
        help="a folder whose templates take the place of ours of the same name",
    )


def _of_publication(command: ArgumentParser) -> None:
    command.add_argument(
        "publication",
        metavar="PUBLICATION",
        type=Path,
        help="the publication's folder, or the publication.toml in it",
    )


def _of_roll(command: ArgumentParser) -> None:
    _of_publication(command)
    command.add_argument(
        "--to",
        metavar="PERIOD",
        required=True,
        help="the next period, as long as that of the publication",
    )
    command.add_argument(
        "--edition", metavar="TEXT", help="the label of the issue; else the period"
    )
    _of_folder(command)


def _of_new(command: ArgumentParser) -> None:
    _of_folder(command)
    command.add_argument(
        "--workbook",
        choices=WORKBOOKS,
        nargs="?",
        const=WORKBOOKS[0],
        help="put the figures into a workbook to be filled in, not into a CSV file",
    )


def _of_folder(command: ArgumentParser) -> None:
    command.add_argument(
        "folder", metavar="FOLDER", type=Path, help="a folder not yet there"
    )


def _of_revisions(command: ArgumentParser) -> None:
    for name in ("earlier", "later"):
        command.add_argument(
            name,
            metavar=name.upper(),
            type=Path,
            help=f"the figures of the {name} edition",
        )
    command.add_argument(
        "--of",
        choices=TABLES,
        default=TABLES[0],
        help="whose tables they are: tidy tables (the default), the Home Office's open "
        "data, or the police force area tables of the Office for National Statistics",
    )


def _of_areas(_command: ArgumentParser) -> None:
    """Take nothing."""


def _of_frameworks(command: ArgumentParser) -> None:
    command.add_argument("framework", metavar="FRAMEWORK", nargs="?")


_COMMANDS = {
    "statement": ("print a publication's statement", _of_statement),
    "check": (
        "say whether a publication is valid and what it lacks; write nothing",
        _of_publication,
    ),
    "new": ("make a folder with the example publication, ready to edit", _of_new),
    "roll": ("make the folder of a publication's next issue", _of_roll),
    "figures": (
        "take a force's figures out of the official files, as a tidy table",
        add_figures_arguments,
    ),
    "revisions": (
        "say what moved between two editions of the same figures",
        _of_revisions,
    ),
    "audit": ("say which printed figures of a document stand", add_audit_arguments),
    "areas": ("list the areas that are known", _of_areas),
    "frameworks": (
        "list the frameworks, or the indicators of one",
        _of_frameworks,
    ),
}
"""What each command is for, and what takes its arguments."""


def _deliver(text: str) -> None:
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - closed
        raise FileAccessError("the output", "it is closed")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a true minus sign, whatever the terminal speaks
        reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _leave_stdout()
    except OSError as error:
        _leave_stdout()
        raise FileAccessError("the output", error.strerror or str(error)) from error


def _leave_stdout() -> None:
    """Let what is still to be written go nowhere, so that leaving is no error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
