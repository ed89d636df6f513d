"""The command ``policing-indicators``."""

import os
import sys
from argparse import Action, ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from policing_indicators.cli.answer import Answer
from policing_indicators.cli.audit_arguments import add_audit_arguments
from policing_indicators.errors import FileAccessError, PolicingIndicatorsError

DONE, BAD_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code.

    Args:
        arguments: The words after the command's name; those of the shell by default.

    Returns:
        0 where the work is done, 2 where the input does not allow it: then a plain
        message stands on standard error, and nothing was written. An audit gives 1
        where a figure does not reproduce or figures cannot all hold.
    """
    options = _parser().parse_args(arguments)
    try:
        said: str | Answer = import_module(options.room).run(options)
        answer = said if isinstance(said, Answer) else Answer(said, DONE)
        _deliver(answer.text)
    except PolicingIndicatorsError as error:
        sys.stderr.write(f"policing-indicators: {error}\n")
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
    statement = commands.add_parser(
        "statement", help="print a publication's statement in Markdown"
    )
    statement.add_argument(
        "publication",
        metavar="PUBLICATION",
        type=Path,
        help="the publication's folder, or the publication.toml in it",
    )
    statement.add_argument(
        "--output",
        metavar="PATH",
        type=Path,
        help="write it there, whole or not at all",
    )
    new = commands.add_parser(
        "new", help="make a folder with the example publication, ready to edit"
    )
    new.add_argument(
        "folder", metavar="FOLDER", type=Path, help="a folder not yet there"
    )
    audit = commands.add_parser(
        "audit", help="say which printed figures of a document stand"
    )
    add_audit_arguments(audit)
    areas = commands.add_parser("areas", help="list the areas that are known")
    frameworks = commands.add_parser(
        "frameworks", help="list the frameworks, or the indicators of one"
    )
    frameworks.add_argument("framework", metavar="FRAMEWORK", nargs="?")
    for room, command in (
        ("statement", statement),
        ("new", new),
        ("audit", audit),
        ("areas", areas),
        ("frameworks", frameworks),
    ):
        command.set_defaults(room=f"policing_indicators.cli.{room}")
    return parser


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
