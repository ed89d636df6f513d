"""What stands in a notebook for a value reads back to an equal value."""

import ast
import datetime  # noqa: ICN001 - so it writes itself
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from doctest import DocTestParser
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path, PosixPath, WindowsPath
from typing import Any

import pytest
from attrs import fields, has

import policing_indicators
from policing_indicators.audit.auditing import audit_claims
from policing_indicators.publication.audit_page import AuditPage
from policing_indicators.publication.draft import Draft
from policing_indicators.publication.statement import Statement
from policing_indicators.registry.areas import areas
from policing_indicators.registry.populations import populations
from policing_indicators.tables import claims, tidy

EXAMPLE = Path(__file__).parents[1] / "examples" / "west-midlands-2024-25-q4"

UNREADABLE = {
    "AreaDrafts": "it holds a draft",
    "Draft": "it holds a table of observations",
    "Grounds": "it holds every observation at hand",
    "Illustrated": "it holds all that is drawn",
    "Illustration": "it holds the bytes of a picture",
    "ObservationTable": "it holds as many observations as fit in memory",
    "PageFigure": "it holds all that is drawn",
    "PageFigures": "it holds all that is drawn",
    "Picture": "it holds all that is drawn",
    "Populations": "it holds hundreds of rows",
    "Readiness": "it holds a draft",
}
"""The types whose values leave out what is too long to be written, and why."""

PUBLIC: dict[str, type[Any]] = {
    name: found
    for name in policing_indicators.__all__
    if isinstance(found := getattr(policing_indicators, name), type)
    and not issubclass(found, Exception | Enum)
}
FRONT_DOOR: dict[str, Any] = {
    name: getattr(policing_indicators, name) for name in policing_indicators.__all__
}
STANDARD = {
    "datetime": datetime,
    "Decimal": Decimal,
    "Fraction": Fraction,
    "PosixPath": PosixPath,
    "WindowsPath": WindowsPath,
}
"""What Python's own values are written with."""

MOST = 50
"""How many values of a type are read back, when there are very many."""


def examples_of(public: object) -> Iterator[object]:
    """Run the examples of a docstring, and give every value that is made in them."""
    names = dict(vars(import_module(str(getattr(public, "__module__", "builtins")))))
    for example in DocTestParser().get_examples(public.__doc__ or ""):
        if example.exc_msg is None:
            tree = ast.parse(example.source)
            exec(compile(tree, "<example>", "exec"), names)  # noqa: S102
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    with suppress(NameError):  # what only a comprehension names
                        yield eval(compile(ast.Expression(node), "", "eval"), names)  # noqa: S307
    yield from names.values()


def within(found: object, seen: dict[int, object]) -> Iterator[object]:
    """Give a value and all that it is made of, each once."""
    value: Any = found
    if id(value) in seen or isinstance(value, str | bytes | type):
        return
    seen[id(value)] = value
    yield value
    kind: type[object] = type(found)
    parts: list[Any] = []
    if has(kind):
        parts = [getattr(value, each.name) for each in fields(kind)]
    elif kind is dict:
        parts = [*value, *value.values()]
    elif kind in (tuple, list):
        parts = list(value)
    for part in parts:
        yield from within(part, seen)


@cache
def values() -> dict[str, list[object]]:
    """Give values of every public type: of its examples, and of the example's."""
    draft = Draft.read(EXAMPLE)
    found = audit_claims(
        claims.read(EXAMPLE / "claims.csv", framework=draft.framework),
        (
            *draft.observations,
            *tidy.read(EXAMPLE / "observations.csv", framework=draft.framework),
        ),
        framework=draft.framework,
        populations=populations(),
    )
    whole = [
        Statement.of(draft, populations()),
        draft.assess(populations()),
        AuditPage.of(found, areas()),
        found,
    ]
    seen: dict[int, object] = {}
    of_type: dict[str, list[object]] = {name: [] for name in PUBLIC}
    shown = (value for public in FRONT_DOOR.values() for value in examples_of(public))
    for each in (*shown, *whole):
        for value in within(each, seen):
            name = type(value).__name__
            if PUBLIC.get(name) is type(value):
                of_type[name].append(value)
    return of_type


@pytest.mark.parametrize("name", sorted(set(PUBLIC) - set(UNREADABLE)))
def test_what_is_shown_of_a_value_reads_back_at_the_front_door(name: str) -> None:
    found = values()[name]
    assert found
    for value in found[:MOST]:
        shown = repr(value)
        assert shown.startswith(name)
        assert eval(shown, FRONT_DOOR | STANDARD) == value  # noqa: S307


def reads_back(value: object) -> bool:
    try:
        return bool(eval(repr(value), FRONT_DOOR | STANDARD) == value)  # noqa: S307
    except (SyntaxError, TypeError):
        return False


@pytest.mark.parametrize("name", UNREADABLE)
def test_no_type_is_said_to_be_unreadable_that_reads_back(name: str) -> None:
    assert values()[name]
    assert not all(map(reads_back, values()[name]))


@pytest.mark.parametrize(
    "closed_set",
    [
        found
        for found in FRONT_DOOR.values()
        if isinstance(found, type) and issubclass(found, Enum)
    ],
)
def test_a_word_of_a_closed_set_reads_back(closed_set: type[Enum]) -> None:
    for member in closed_set:
        assert eval(repr(member), dict(FRONT_DOOR)) is member  # noqa: S307
