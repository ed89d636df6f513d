"""The one strict converter: plain data to types, and types to plain data.

Nothing is coerced: ``"no"`` is not ``False``, ``"4"`` is not 4, ``True`` is not 1. A
whole number may stand where a number is wanted. Whatever is not right is named at once,
each by its path inside the data.
"""

from policing_indicators.structuring.converter import structure, unstructure
from policing_indicators.structuring.document import Document, read_toml
from policing_indicators.structuring.sketch import Sketch

__all__ = ["Document", "Sketch", "read_toml", "structure", "unstructure"]
