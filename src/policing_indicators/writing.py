"""The writer whose file is whole or absent."""

import os
import shutil
from pathlib import Path
from uuid import uuid4

from policing_indicators.errors import FileAccessError


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that no reader ever sees half of it.

    The text goes to a new file in the same folder, which then takes the name in
    one step. Where that fails, what stood at the path before stands there still. A
    link is followed; a file that is replaced passes on who may read and write it.

    Args:
        path: Where the file is to be. Its folder must be there.
        text: What it is to hold, written as UTF-8 with the line ends it has.

    Raises:
        FileAccessError: The file cannot be written there, or something that is no
            file is there, or the text has characters that UTF-8 cannot write.
    """
    try:
        _replace(path.resolve(), text.encode("utf-8"))
    except OSError as error:
        raise FileAccessError(str(path), error.strerror or str(error)) from error
    except (RuntimeError, ValueError) as error:
        # a link to itself, or a path or a text with characters that none may have
        raise FileAccessError(str(path), str(error)) from error


def _replace(path: Path, content: bytes) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OSError("a folder, a device or a link to itself is there, not a file")
    unfinished = path.with_name(f".{uuid4().hex}.unfinished")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
