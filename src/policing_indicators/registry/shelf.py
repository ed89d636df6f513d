"""Where the shelf's data files stand, inside the package."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.vocabulary.requirement import is_text

_SUFFIX = ".toml"


def file(name: str) -> Traversable:
    """Give a data file or folder by its path on the shelf."""
    return files("policing_indicators.registry").joinpath("data", *name.split("/"))


def lines(name: str) -> list[str]:
    """Give the lines of a data file."""
    return file(name).read_text(encoding="utf-8").splitlines()


def ids(folder: str) -> tuple[str, ...]:
    """Give the ids of the documents in a folder, in alphabetical order."""
    names = (document.name for document in file(folder).iterdir())
    return tuple(
        sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))
    )


def document(folder: str, kind: str, name: str) -> Traversable:
    """Give the document of an id.

    Args:
        folder: The folder it stands in.
        kind: What it is, for the error's words.
        name: The id.

    Raises:
        InvalidValueError: The id is no text.
        UnknownNameError: The folder has no such document.
    """
    if not is_text(name):
        raise InvalidValueError(f"the id of the {kind}", name, "text")
    known = ids(folder)
    if name not in known:
        raise UnknownNameError(kind, name, known)
    return file(f"{folder}/{name}{_SUFFIX}")
