"""What other programs read: a JSON text of the form ``schema = 1``."""

import json
from collections.abc import Sequence
from typing import Any, TypeGuard, TypeVar

from attrs import AttrsInstance, fields

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.structuring.converter import structure, unstructure
from policing_indicators.structuring.plain import SHALLOW, WHOLE, is_too_deep

JSON_SCHEMA = 1
"""The form of JSON text that this version writes and reads, and a text names."""

_KEY = "schema"
_Kind = TypeVar("_Kind")
_Class = TypeVar("_Class", bound=AttrsInstance)


def to_json(value: object) -> str:
    """Write a value of a class as JSON, in the order of its fields.

    Equal values give equal texts. Of the text, :func:`parse_json` makes the value
    again.

    Args:
        value: A value of a class that is made from a table of keys and values.

    >>> from policing_indicators.vocabulary.source import Source
    >>> print(to_json(Source("Home Office", "Tables")).splitlines()[2])
      "publisher": "Home Office",
    """
    table: Any = unstructure(value)
    document = {_KEY: JSON_SCHEMA, **table}
    return f"{json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)}\n"


def parse_json(text: str, kind: type[_Kind], *, where: str) -> _Kind:
    """Read a JSON text of the form ``schema = 1`` and make a class of it.

    Args:
        text: The text.
        kind: The class to make, as for
            :func:`policing_indicators.structuring.structure`.
        where: What errors call the text: the name of its file.

    Raises:
        InvalidContentError: It is no such text, or something in it is not right. What
            is no JSON is named by line and column; all that is not right, by path.

    >>> from policing_indicators.vocabulary.source import Source
    >>> text = to_json(Source("Home Office", "Tables"))
    >>> print(parse_json(text, Source, where="source.json"))
    Home Office, Tables
    """
    return structure(_table(text, where), kind, where=where)


def parse_json_in_part(text: str, kind: type[_Class], *, where: str) -> _Class:
    """Read a JSON text as :func:`parse_json` does, and pass over what is not asked for.

    Args:
        text: The text.
        kind: The class to make. A key that it has not is not looked at.
        where: What errors call the text: the name of its file.

    Raises:
        InvalidContentError: As for :func:`parse_json`.

    >>> from policing_indicators.vocabulary.source import Source
    >>> text = '{"schema": 1, "publisher": "ONS", "title": "Tables", "pages": 4}'
    >>> print(parse_json_in_part(text, Source, where="source.json"))
    ONS, Tables
    """
    asked_for = {each.alias for each in fields(kind)}
    table = _table(text, where)
    part = {key: value for key, value in table.items() if key in asked_for}
    return structure(part, kind, where=where)


def _table(text: str, where: str) -> dict[str, Any]:
    table = _parsed(text, where)
    if is_too_deep(table):
        raise InvalidContentError(where, (Problem(WHOLE, None, SHALLOW),))
    form = table.pop(_KEY, None)
    if type(form) is not int or form != JSON_SCHEMA:
        allowed = f"{JSON_SCHEMA}, the form this version reads"
        raise InvalidContentError(where, (Problem(_KEY, form, allowed),))
    return table


def _parsed(text: str, where: str) -> dict[str, Any]:
    problems: list[Problem] = []

    def table(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = dict.fromkeys(key for key in keys if keys.count(key) > 1)
            problems.extend(Problem(key, found[key], "each key once") for key in twice)
        return found

    def constant(word: str) -> None:
        problems.append(Problem("a number", word, "a finite number"))

    try:
        content: object = json.loads(
            text, object_pairs_hook=table, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        line = (text.split("\n")[error.lineno - 1]).strip()
        allowed = f"JSON that can be read ({error.msg})"
        raise InvalidContentError(where, (Problem(place, line, allowed),)) from error
    except (ValueError, RecursionError) as error:  # too long a number, too deep
        problem = Problem(WHOLE, None, f"JSON that can be read ({error})")
        raise InvalidContentError(where, (problem,)) from error
    if not _is_table(content):
        problems.append(Problem(WHOLE, content, "a table of keys and values"))
    if problems or not _is_table(content):
        raise InvalidContentError(where, tuple(problems))
    return content


def _is_table(content: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(content, dict)
