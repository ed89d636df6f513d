"""The writer whose file or folder is whole or absent."""

import errno
import os
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from policing_indicators.errors import FileAccessError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that no reader ever sees half of it.

    The content goes to a new file in the same folder, which then takes the name in
    one step. Where that fails, what stood at the path before stands there still. A
    link is followed; a file that is replaced passes on who may read and write it.

    Args:
        path: Where the file is to be. Its folder must be there.
        content: What it is to hold: bytes, or a text, which is written as UTF-8 with
            the line ends it has.

    Raises:
        FileAccessError: The file cannot be written there, or something that is no
            file is there, or the text has characters that UTF-8 cannot write.
    """
    write_together({path: content})


def write_together(files: Mapping[Path, str | bytes]) -> None:
    """Write files that belong together, each as :func:`write_whole` does.

    None takes its name before all are written to the end.

    Args:
        files: What each file is to hold, by where it is to be.

    Raises:
        FileAccessError: One of the files cannot be written; it is named.
    """
    written: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            with _named(path):
                written.append((path, _unfinished(path.resolve(), content)))
        for path, unfinished in written:
            with _named(path):
                unfinished.replace(path.resolve())
    finally:
        for _, unfinished in written:
            unfinished.unlink(missing_ok=True)


@contextmanager
def _named(path: Path) -> Generator[None]:
    """Name the file that something goes wrong with."""
    try:
        yield
    except OSError as error:
        raise FileAccessError(str(path), error.strerror or str(error)) from error
    except (RuntimeError, ValueError) as error:
        # a link to itself, or a path or a text with characters that none may have
        raise FileAccessError(str(path), str(error)) from error


def _unfinished(path: Path, content: str | bytes) -> Path:
    """Write a file beside the place that it is to take."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OSError("a folder, a device or a link to itself is there, not a file")
    unfinished = path.with_name(f".{uuid4().hex}.unfinished")
    try:
        with unfinished.open("xb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, unfinished)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return unfinished


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder of files so that no reader ever sees half of it.

    The files go to another new folder beside it, which then takes the name in one step.
    Where that fails, nothing of it stays, nor of the folders above that were made.

    Args:
        folder: Where it is to be. It must not be there yet; what is above it may be.
        files: What each file is to hold, by its path from the folder.

    Raises:
        FileAccessError: The folder is there, or cannot be made.
    """
    try:
        if os.path.lexists(folder):
            raise FileExistsError(errno.EEXIST, "it is there already")
        with _folders_above(folder):
            _fill(folder, files)
    except OSError as error:
        raise FileAccessError(str(folder), error.strerror or str(error)) from error
    except ValueError as error:  # a path with characters that none may have
        raise FileAccessError(str(folder), str(error)) from error


@contextmanager
def _folders_above(folder: Path) -> Generator[None]:
    """Make the folders above one, and take them away again where it does not come."""
    missing = [each for each in folder.absolute().parents if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir()
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    unfinished = folder.absolute().with_name(f".{uuid4().hex}.unfinished")
    try:
        unfinished.mkdir()
        for name, content in files.items():
            file = unfinished / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
