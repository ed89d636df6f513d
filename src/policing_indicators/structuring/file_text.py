"""The text of a file that is to be read as a document."""

from importlib.resources.abc import Traversable
from pathlib import Path

from policing_indicators.errors import FileAccessError, InvalidContentError, Problem


def text_of(path: Path | Traversable) -> str:
    """Read a file in UTF-8, less a byte order mark at its start.

    Args:
        path: The file.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is not UTF-8; the first line that is not is named.
    """
    where = str(path)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FileAccessError(where, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        offender = error.object[error.start : error.end]
        problem = Problem(f"line {line}", offender, "text in UTF-8")
        raise InvalidContentError(where, (problem,)) from error
    except ValueError as error:  # no file can have such a name
        raise FileAccessError(where, str(error)) from error
