"""The example publication that ships with the package."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from policing_indicators.errors import FileAccessError
from policing_indicators.writing import write_folder

EXAMPLE = "west-midlands-2024-25-q4"


def example() -> Traversable:
    """Give the folder of the shipped example.

    It is kept once, in ``examples/`` of the project, and stands inside the package when
    that was installed from a wheel.
    """
    package = files("policing_indicators")
    shipped = package / "examples" / EXAMPLE
    if shipped.is_dir():
        return shipped
    return Path(str(package)).parents[1] / "examples" / EXAMPLE


def copy_example(folder: Path) -> None:
    """Copy the shipped example to a new folder, whole or not at all.

    Args:
        folder: Where it is to be; it must not be there yet.

    Raises:
        FileAccessError: The folder is there, or cannot be made.
    """
    write_folder(folder, example_files(folder))


def example_files(folder: Path) -> dict[str, bytes]:
    """Give what each file of the shipped example holds, by its name.

    Args:
        folder: Where they are to be copied, for the error's words.

    Raises:
        FileAccessError: One cannot be read.
    """
    try:
        return {file.name: file.read_bytes() for file in example().iterdir()}
    except OSError as error:
        raise FileAccessError(str(folder), error.strerror or str(error)) from error
