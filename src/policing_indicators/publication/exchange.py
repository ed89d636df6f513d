"""A finished statement as JSON, and back."""

from importlib.resources import files
from pathlib import Path

from policing_indicators import structuring
from policing_indicators.errors import InvalidValueError
from policing_indicators.publication.statement import Statement

STATEMENT_SCHEMA = "statement-1.schema.json"


def statement_json(statement: Statement) -> str:
    """Write a statement as JSON, all of it, in the order in which it is printed.

    Equal statements give equal texts, and :func:`parse_statement` reads the statement
    back. The schema of the text is that of :func:`statement_schema`.

    >>> from policing_indicators.publication.draft import Draft
    >>> from policing_indicators.publication.example import example
    >>> from policing_indicators.registry.populations import populations
    >>> statement = Statement.of(Draft.read(example()), populations())
    >>> parse_statement(statement_json(statement)) == statement
    True
    """
    if type(statement) is not Statement:
        raise InvalidValueError("statement", statement, "of type Statement")
    return structuring.to_json(statement)


def parse_statement(text: str, *, name: str = "statement") -> Statement:
    """Read a statement from the text that :func:`statement_json` wrote.

    Args:
        text: The text.
        name: What errors call it.

    Raises:
        InvalidValueError: It is no text.
        InvalidContentError: It is no such statement. What is no JSON is named by line
            and column; all that is not right, by path.

    >>> parse_statement("{}")
    Traceback (most recent call last):
    ...
    policing_indicators.errors.InvalidContentError: statement has 1 problem:
      schema: None; allowed: 1, the form this version reads
    """
    if type(text) is not str:
        raise InvalidValueError(name, text, "text; for a file use read_statement")
    return structuring.parse_json(text, Statement, where=name)


def read_statement(path: Path) -> Statement:
    """Read a statement from a file that :func:`statement_json` gave the text of.

    Args:
        path: The file, in UTF-8.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no such statement, as for :func:`parse_statement`.

    >>> read_statement(Path("no", "such.json"))
    Traceback (most recent call last):
    ...
    policing_indicators.errors.FileAccessError: no/such.json: No such file or directory
    """
    return parse_statement(structuring.text_of(path), name=str(path))


def statement_schema() -> str:
    """Give the JSON Schema that every statement's JSON is held to.

    >>> statement_schema().splitlines()[1]
    '  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    folder = files("policing_indicators.publication") / "schemas"
    return (folder / STATEMENT_SCHEMA).read_text(encoding="utf-8")
