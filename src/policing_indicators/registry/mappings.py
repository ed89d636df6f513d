"""The mappings on the shelf: whose tables count towards which indicators."""

from functools import cache
from os import PathLike
from pathlib import Path

from policing_indicators.registry import shelf
from policing_indicators.registry.mapping import OffenceMapping
from policing_indicators.structuring import read_toml

_FOLDER = "mappings"
_KIND = "mapping"


def mapping(name: str) -> OffenceMapping:
    """Give a mapping from the shelf by its id.

    Raises:
        InvalidValueError: The id is no text.
        UnknownNameError: The shelf has no such mapping.

    >>> mapping("home-office").subgroup_id("Other theft offences")
    'home-office/other-theft-offences'
    """
    shelf.document(_FOLDER, _KIND, name)
    return _mapping(name)


def mapping_ids() -> tuple[str, ...]:
    """Give the ids of the mappings on the shelf.

    >>> mapping_ids()
    ('home-office',)
    """
    return shelf.ids(_FOLDER)


def load_mapping(path: str | PathLike[str]) -> OffenceMapping:
    """Read a mapping of one's own, from TOML in the form of those on the shelf.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right. All of it is named, by line
            and path.

    >>> shipped = shelf.file("mappings/home-office.toml")
    >>> load_mapping(shipped).id
    'home-office'
    """
    return read_toml(Path(path), OffenceMapping)


@cache
def _mapping(name: str) -> OffenceMapping:
    return read_toml(shelf.document(_FOLDER, _KIND, name), OffenceMapping)
