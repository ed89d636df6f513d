"""A document: a TOML file that names its form, read as a type."""

import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.structuring.converter import structure
from policing_indicators.structuring.file_text import text_of

SCHEMA = 1
"""The form of document that this version reads, and a document names."""

_Kind = TypeVar("_Kind")

_SYNTAX_ERROR = re.compile(
    r"(?P<reason>.*) \(at (?P<place>line (?P<line>\d+), column \d+|end of document)\)",
    re.DOTALL,
)


def read_toml(path: Path | Traversable, kind: type[_Kind]) -> _Kind:
    """Read a TOML document of the form ``schema = 1`` and make a type of it.

    Args:
        path: The file, in UTF-8.
        kind: The type to make, as for
            :func:`policing_indicators.structuring.structure`.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no such document, or something in it is not right.
            All of it is named, by line and column or by path.
    """
    where = str(path)
    document = _parsed(text_of(path), where)
    schema = document.pop("schema", None)
    if type(schema) is int and schema == SCHEMA:
        return structure(document, kind, where=where)
    problems = [Problem("schema", schema, f"{SCHEMA}, the form this version reads")]
    if schema is None:  # a document of another form would be wrong all over
        try:
            structure(document, kind, where=where)
        except InvalidContentError as error:
            problems.extend(error.problems)
    raise InvalidContentError(where, tuple(problems))


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem = _syntax_problem(text, str(error))
        raise InvalidContentError(where, (problem,)) from error


def _syntax_problem(text: str, message: str) -> Problem:
    found = _SYNTAX_ERROR.fullmatch(message)
    if found is None:
        return Problem("the whole", None, f"TOML that can be read ({message})")
    lines = text.rstrip().split("\n")
    line = lines[int(found["line"]) - 1 if found["line"] else -1]
    allowed = f"TOML that can be read ({found['reason']})"
    return Problem(found["place"], line.strip(), allowed)
