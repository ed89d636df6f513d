"""How a command writes the files that it was asked for."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path

from policing_indicators.errors import FileAccessError, InvalidValueError
from policing_indicators.writing import write_together


def needs_output(options: Namespace) -> None:
    """Require a file for a format that no terminal shows.

    Raises:
        InvalidValueError: None was named.
    """
    if options.output is None:
        allowed = f"a file, with --format {options.format}, which no terminal shows"
        raise InvalidValueError("--output", None, allowed)


def write(
    files: Mapping[Path, str | bytes], made: str, made_from: Iterable[Path]
) -> None:
    """Write what was made, all of it or nothing, and never over what it is made from.

    Args:
        files: What each file is to hold, by where it is to be.
        made: What was made.
        made_from: The files that it was made from.

    Raises:
        FileAccessError: A file cannot be written, or it is one of those.
    """
    kept = {file.resolve() for file in made_from}
    for output in files:
        if output.resolve() in kept:
            raise FileAccessError(str(output), f"{made} is made from this file")
    write_together(files)
