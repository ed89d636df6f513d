"""A document: a TOML file that names its form, read as a type."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Self, TypeVar

from attrs import evolve, frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.structuring.converter import structure
from policing_indicators.structuring.file_text import text_of
from policing_indicators.structuring.location import Location
from policing_indicators.structuring.plain import SHALLOW, WHOLE, is_too_deep
from policing_indicators.structuring.sketch import Sketch

SCHEMA = 1
"""The form of document that this version reads, and a document names."""

_SCHEMA_KEY = "schema"

_Kind = TypeVar("_Kind")

_SYNTAX_ERROR = re.compile(
    r"(?P<reason>.*) \(at (?P<place>line (?P<line>\d+), column \d+|end of document)\)",
    re.DOTALL,
)


@frozen(kw_only=True)
class Document:
    """A TOML file of the form ``schema = 1``.

    Attributes:
        where: The file, as errors name it.
        text: Its text.
        content: What it holds, without the key ``schema``.
        problems: What is not right in it, by path: the form that it names, so far.
    """

    where: str
    text: str
    content: dict[str, Any]
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, path: Path | Traversable) -> Self:
        """Read a document.

        Args:
            path: The file, in UTF-8.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: It is no TOML, or of a form that this version does not
                read, and so would be wrong all over.
        """
        where = str(path)
        text = text_of(path)
        content = _parsed(text, where)
        schema = content.pop(_SCHEMA_KEY, None)
        problems: tuple[Problem, ...] = ()
        if type(schema) is not int or schema != SCHEMA:
            allowed = f"{SCHEMA}, the form this version reads"
            problems = (Problem(_SCHEMA_KEY, schema, allowed),)
        read = cls(where=where, text=text, content=content, problems=problems)
        if problems and schema is not None:
            raise read.error()
        return read

    def made(self, kind: type[_Kind]) -> tuple[_Kind | None, Self]:
        """Make a type of it.

        Args:
            kind: The type to make, as for
                :func:`policing_indicators.structuring.structure`.

        Returns:
            What was made, if that could be, and the document with all its problems.
        """
        try:
            return structure(self.content, kind, where=self.where), self
        except InvalidContentError as error:
            return None, evolve(self, problems=(*self.problems, *error.problems))

    def sketch(self) -> Sketch:
        """Give what is right in it, part by part."""
        return Sketch(self.content, [each.place for each in self.problems])

    def error(
        self, more: Iterable[Problem] = (), elsewhere: Iterable[Problem] = ()
    ) -> InvalidContentError:
        """Give the error that names every problem by line and path, in their order.

        Args:
            more: Problems of the document that were found since, by path.
            elsewhere: Problems of what the document names, which come after.
        """
        location = Location.of(self.text)
        lines = [
            (location.line(each.place) or 0, each) for each in (*self.problems, *more)
        ]
        lines.sort(key=lambda each: each[0])
        own = (
            evolve(each, place=f"line {line}: {each.place}") if line else each
            for line, each in lines
        )
        return InvalidContentError(self.where, (*own, *elsewhere))


def read_toml(path: Path | Traversable, kind: type[_Kind]) -> _Kind:
    """Read a TOML document of the form ``schema = 1`` and make a type of it.

    Args:
        path: The file, in UTF-8.
        kind: The type to make, as for
            :func:`policing_indicators.structuring.structure`.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no such document, or something in it is not right.
            All of it is named, by line and path.
    """
    made, document = Document.read(path).made(kind)
    if made is None or document.problems:
        raise document.error()
    return made


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem = _syntax_problem(text, str(error))
        raise InvalidContentError(where, (problem,)) from error
    if is_too_deep(content):
        raise InvalidContentError(where, (Problem(WHOLE, None, SHALLOW),))
    return content


def _syntax_problem(text: str, message: str) -> Problem:
    found = _SYNTAX_ERROR.fullmatch(message)
    if found is None:
        return Problem(WHOLE, None, f"TOML that can be read ({message})")
    lines = text.rstrip().split("\n")
    line = lines[int(found["line"]) - 1 if found["line"] else -1]
    allowed = f"TOML that can be read ({found['reason']})"
    return Problem(found["place"], line.strip(), allowed)
