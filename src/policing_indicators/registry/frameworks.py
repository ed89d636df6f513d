"""The frameworks on the shelf: priorities, and the indicators that measure them."""

from functools import cache
from os import PathLike
from pathlib import Path

from policing_indicators.registry import shelf
from policing_indicators.structuring import read_toml
from policing_indicators.vocabulary.framework import Framework

_FOLDER = "frameworks"
_KIND = "framework"


def framework(name: str) -> Framework:
    """Give a framework from the shelf by its id.

    Raises:
        InvalidValueError: The id is no text.
        UnknownNameError: The shelf has no such framework.

    >>> priorities = framework("national-priorities-2021").priorities
    >>> print(priorities[0].name)
    Reduce murder and other homicides
    """
    shelf.document(_FOLDER, _KIND, name)
    return _framework(name)


def framework_ids() -> tuple[str, ...]:
    """Give the ids of the frameworks on the shelf.

    >>> framework_ids()
    ('national-priorities-2021',)
    """
    return shelf.ids(_FOLDER)


def load_framework(path: str | PathLike[str]) -> Framework:
    """Read a framework of one's own, from TOML in the form of those on the shelf.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right. All of it is named, by line
            and path.

    >>> shipped = shelf.file("frameworks/national-priorities-2021.toml")
    >>> load_framework(shipped).indicator("homicide").name
    'Homicide'
    """
    return read_toml(Path(path), Framework)


@cache
def _framework(name: str) -> Framework:
    return read_toml(shelf.document(_FOLDER, _KIND, name), Framework)
