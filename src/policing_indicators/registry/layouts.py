"""The layouts on the shelf: how publishers' workbooks are laid out."""

from functools import cache

from policing_indicators.registry import shelf
from policing_indicators.registry.layout import Layout
from policing_indicators.structuring import read_toml


@cache
def layout(name: str) -> Layout:
    """Give a layout from the shelf by its id.

    Raises:
        UnknownNameError: The shelf has no such layout.

    >>> print(layout("ons-police-force-areas").source.title)
    Police force area data tables
    """
    return read_toml(shelf.document("layouts", "layout", name), Layout)
