"""The tables of a TOML document of claims: its document, its claims, its groups."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, TypeGuard

from policing_indicators.errors import Problem, UnknownNameError
from policing_indicators.tables.claim_entry import (
    CLAIM,
    DOCUMENT,
    GROUP,
    KEYS,
    SEVERAL,
    Entries,
    Entry,
    Written,
)

_Data: TypeAlias = Any  # as a reader of TOML gives it
_LISTS = {CLAIM: "claims", GROUP: "groups"}
TABLES = (DOCUMENT, *_LISTS.values())
"""The tables of a document, in the order they are explained."""

_A_TABLE = "a table of keys and values"
_TABLES = "a list of tables"
_AS_PRINTED = "text in quotation marks, as it is printed"
_TEXTS = f"a list of texts, each {_AS_PRINTED.removeprefix('text ')}"


def entries_of_document(document: Mapping[str, _Data]) -> Entries:
    """Take the tables of a TOML document as entries.

    Args:
        document: The document, as a reader of TOML gives it.
    """
    problems: list[Problem] = []
    for key in document.keys() - set(TABLES):
        unknown = UnknownNameError("key", key, TABLES)
        problems.append(Problem(key, document[key], unknown.allowed))
    return Entries.of(_entries(document, problems), problems)


def _entries(document: Mapping[str, _Data], problems: list[Problem]) -> Iterator[Entry]:
    if DOCUMENT in document:
        yield _entry(DOCUMENT, DOCUMENT, document[DOCUMENT], problems)
    for kind, name in _LISTS.items():
        tables = document.get(name, [])
        if not isinstance(tables, list):
            problems.append(Problem(name, tables, _TABLES))
            continue
        for row, table in enumerate(_items(tables)):
            yield _entry(kind, f"{name}[{row}]", table, problems)


def _entry(kind: str, where: str, table: _Data, problems: list[Problem]) -> Entry:
    written: dict[str, Written] = {}
    if not _is_table(table):
        problems.append(Problem(where, table, _A_TABLE))
        table = {}
    for key, value in table.items():
        place = f"{where}.{key}"
        if key not in KEYS[kind]:
            unknown = UnknownNameError("key", str(key), KEYS[kind])
            problems.append(Problem(place, value, unknown.allowed))
            continue
        text = _written(value)
        if text is None or (isinstance(text, tuple) and key not in SEVERAL):
            allowed = _TEXTS if key in SEVERAL else _AS_PRINTED
            problems.append(Problem(place, value, allowed))
        elif text:
            written[key] = text
    return Entry(kind=kind, where=where, place=f"{where}.{{}}".format, written=written)


def _written(value: _Data) -> Written | None:
    """Give what is written; none where it is nothing that is printed.

    A number with a point is none: 17.30 would come out as 17.3.
    """
    if isinstance(value, str):
        return value.strip()
    if type(value) in (int, date):
        return str(value)
    if isinstance(value, list):
        texts = [each for each in _items(value) if isinstance(each, str)]
        return tuple(texts) if len(texts) == len(_items(value)) else None
    return None


def _items(values: _Data) -> list[_Data]:
    items: list[_Data] = values
    return items


def _is_table(value: _Data) -> TypeGuard[dict[str, _Data]]:
    return isinstance(value, dict)
