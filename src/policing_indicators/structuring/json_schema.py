"""The JSON Schema of a class, worked out from its fields, so that it cannot drift."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from inspect import cleandoc
from types import NoneType
from typing import Any, get_args

from attrs import NOTHING, fields, has, resolve_types

from policing_indicators.errors import InvalidValueError
from policing_indicators.structuring.annotation import (
    Annotation,
    arms,
    has_word,
    is_choice,
    is_dictionary,
    is_enumeration,
    is_tuple,
    word_of,
)
from policing_indicators.structuring.exchange import JSON_SCHEMA
from policing_indicators.vocabulary.period import Period

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Any]
_PLAIN: dict[Annotation, _Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    date: {
        "type": "string",
        "format": "date",
        "pattern": r"^\d{4}-\d{2}-\d{2}$",
    },
    Fraction: {
        "type": "string",
        "pattern": r"^-?\d+(/\d+)?$",
        "description": "An exact fraction in its lowest terms, such as 7/3.",
    },
    Period: {
        "type": "string",
        "minLength": 1,
        "description": "A period, such as 2024/25 or year ending December 2024.",
    },
}
_ATTRIBUTES = re.compile(r"^Attributes:\n((?:[ ]+.*\n?|\n)+)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


def json_schema(kind: type[Any]) -> _Schema:
    """Work out the schema of the JSON that a class is written as.

    Args:
        kind: The class. Its docstring's attributes become descriptions.

    Returns:
        A schema of the dialect 2020-12, as plain data.

    Raises:
        InvalidValueError: A field is of a type that cannot be made from data.

    >>> from policing_indicators.vocabulary.source import Source
    >>> json_schema(Source)["required"]
    ['schema', 'publisher', 'title']
    """
    definitions: dict[str, _Schema] = {}
    whole = _class_schema(kind, definitions)
    form = {"const": JSON_SCHEMA, "description": "The form of the document."}
    return {
        "$schema": DIALECT,
        "title": kind.__name__,
        **whole,
        "properties": {"schema": form, **whole["properties"]},
        "required": ["schema", *whole["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _class_schema(kind: type[Any], definitions: dict[str, _Schema]) -> _Schema:
    resolve_types(kind)
    described = dict(_descriptions(kind))
    wanted = [each for each in fields(kind) if each.init]
    word = {"kind": {"const": word_of(kind)}} if has_word(kind) else {}
    properties = word | {
        each.alias: {
            **_schema(each.type, definitions),
            "description": described[each.name],
        }
        for each in wanted
    }
    return {
        "description": cleandoc(kind.__doc__ or "").split("\n\n")[0].replace("\n", " "),
        "type": "object",
        "properties": properties,
        "required": [
            *word,
            *(each.alias for each in wanted if each.default is NOTHING),
        ],
        "additionalProperties": False,
    }


def _descriptions(kind: type[Any]) -> Iterator[tuple[str, str]]:
    listed = _ATTRIBUTES.search(cleandoc(kind.__doc__ or ""))
    for name, told in _ATTRIBUTE.findall(listed[1] if listed else ""):
        yield name, " ".join(told.replace("``", "").split())


def _schema(kind: Annotation, definitions: dict[str, _Schema]) -> _Schema:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if is_choice(kind):
        return _choice(kind, definitions)
    if is_tuple(kind):
        return {"type": "array", "items": _schema(get_args(kind)[0], definitions)}
    if is_dictionary(kind):
        values = _schema(get_args(kind)[1], definitions)
        return {"type": "object", "additionalProperties": values}
    if is_enumeration(kind):
        return {"enum": [member.value for member in kind]}
    if not has(kind):
        allowed = "a type that can be made from plain data"
        raise InvalidValueError("kind", kind, allowed)
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # it may hold itself
        definitions[kind.__name__] = _class_schema(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _choice(kind: Annotation, definitions: dict[str, _Schema]) -> _Schema:
    """Give the schema of a choice; whole numbers are numbers, and need no own arm."""
    others = [arm for arm in arms(kind) if not (arm is int and float in arms(kind))]
    choices = [_schema(arm, definitions) for arm in others]
    if NoneType in get_args(kind):
        choices.append(_schema(NoneType, definitions))
    return {"anyOf": choices}
