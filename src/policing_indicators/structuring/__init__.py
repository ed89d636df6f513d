"""The one strict converter: plain data to types, and types to plain data.

Nothing is coerced: ``"no"`` is not ``False``, ``"4"`` is not 4, ``True`` is not 1. A
whole number may stand where a number is wanted. Whatever is not right is named at once,
each by its path inside the data.
"""

from policing_indicators.structuring.converter import structure, unstructure
from policing_indicators.structuring.document import Document, read_toml
from policing_indicators.structuring.exchange import (
    parse_json,
    parse_json_in_part,
    to_json,
)
from policing_indicators.structuring.file_text import text_of
from policing_indicators.structuring.json_schema import json_schema
from policing_indicators.structuring.sketch import Sketch

__all__ = [
    "Document",
    "Sketch",
    "json_schema",
    "parse_json",
    "parse_json_in_part",
    "read_toml",
    "structure",
    "text_of",
    "to_json",
    "unstructure",
]
