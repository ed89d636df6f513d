"""Claims, made of what a file says of them, with all that is not right gathered."""

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import NOTHING, fields

from policing_indicators.errors import (
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.tables.claim_cells import ClaimCells
from policing_indicators.tables.claim_entry import DOCUMENT, REQUIRED, Entries, Entry
from policing_indicators.vocabulary.claim import INHERITABLE, Claim
from policing_indicators.vocabulary.claims import ClaimDocument, ClaimGroup, Claims

_Made = TypeVar("_Made")
_Values = dict[str, Any]

_BESIDE = {"per": "rate", "rate": "per", "share_of": "share", "share": "share_of"}
"""What is left off as well where one of them is not given beside the other."""

_NO_DOCUMENT = (
    "what the document is, with its title: in a table of rows one whose row is "
    "'document', in TOML a table [document]"
)
_UNREAD = dict.fromkeys(("id", "indicator", "area", "title"), "unread")
"""Stands where a text could not be read, so that the others can still be held together:
what is made of it is never given away."""


class ClaimBuilding:
    """Makes claims of entries.

    Args:
        entries: What the file says; what is not right in it is added to its problems.
        cells: What reads the texts.
    """

    __slots__ = ("_cells", "_entries", "_problems")

    def __init__(self, entries: Entries, cells: ClaimCells) -> None:
        """Start with nothing made."""
        self._entries = entries
        self._cells = cells
        self._problems = entries.problems

    def claims(self) -> Claims | None:
        """Make the claims; none where something is not right."""
        given = self._of_document()
        document = self._document(given)
        claims = [self._claim(entry, given) for entry in self._entries.claims]
        groups = [self._group(entry) for entry in self._entries.groups]
        self._hold_ids_apart()
        if self._problems or document is None:
            return None
        return Claims(
            document=document,
            claims=[claim for claim in claims if claim is not None],
            groups=[group for group in groups if group is not None],
        )

    def _of_document(self) -> _Values:
        entry = self._entries.document
        return {} if entry is None else self._read(entry)

    def _document(self, given: _Values) -> ClaimDocument | None:
        entry = self._entries.document
        if entry is None:
            self._problems.append(Problem(DOCUMENT, None, _NO_DOCUMENT))
            return None
        return self._made(ClaimDocument, entry, given)

    def _claim(self, entry: Entry, given: _Values) -> Claim | None:
        values = self._read(entry)
        values.setdefault("id", values.get("indicator"))
        inherited = list(_inherited(entry, values, given))
        values.update({name: given[name] for name in inherited})
        if "area" not in entry.written and "area" not in values:
            document = self._entries.document
            if document is None or "area" not in document.written:
                allowed = "an area, since the document has none"
                self._problems.append(entry.problem("area", None, allowed))
        return self._made(Claim, entry, values | {"inherited": inherited})

    def _group(self, entry: Entry) -> ClaimGroup | None:
        return self._made(ClaimGroup, entry, self._read(entry))

    def _read(self, entry: Entry) -> _Values:
        values: _Values = {}
        for key, written in entry.written.items():
            try:
                values[key] = self._cells.read(key, written)
            except InvalidValueError as error:
                problem = entry.problem(key, error.value, error.allowed)
                self._problems.append(problem)
        for key in REQUIRED[entry.kind]:
            if key not in entry.written:
                self._problems.append(entry.problem(key, None, f"required: {key}"))
        return values

    def _made(self, kind: type[_Made], entry: Entry, values: _Values) -> _Made | None:
        """Make one, or note all that keeps it from being made.

        A value that is refused is left off and noted, and the rest tried again.
        """
        plain: type[Any] = kind
        needed = {each.name for each in fields(plain) if each.default is NOTHING}
        unread = {name: _UNREAD[name] for name in needed & _UNREAD.keys()}
        given = unread | {key: each for key, each in values.items() if each is not None}
        while needed <= given.keys():
            try:
                return kind(**given)
            except InvalidValueError as error:
                name = error.noun.removeprefix(f"{kind.__name__}.")
                self._problems.append(entry.problem(name, error.value, error.allowed))
                if given.pop(name, None) is None:
                    del given[_BESIDE[name]]
        return None

    def _hold_ids_apart(self) -> None:
        """Hold each id to one bearer, and each mention to one that is there."""
        claims = [(entry, self._id_of(entry)) for entry in self._entries.claims]
        groups = [(entry, self._id_of(entry)) for entry in self._entries.groups]
        for named in (claims, groups):
            self._problems.extend(_repeated(named))
        known = tuple(name for _, name in claims if name is not None)
        if len(known) == len(claims):
            for entry in self._entries.groups:
                self._problems.extend(self._unknown_members(entry, known))

    def _id_of(self, entry: Entry) -> str | None:
        """Give an id as it is written; else that of the indicator, if that is known."""
        for key in ("id", "indicator"):
            if key in entry.written:
                try:
                    return str(self._cells.read(key, entry.written[key]))
                except InvalidValueError:
                    return None
        return None

    def _unknown_members(
        self, entry: Entry, known: tuple[str, ...]
    ) -> Iterator[Problem]:
        for key in ("members", "whole"):
            for name in self._names(entry, key):
                if name not in known:
                    unknown = UnknownNameError("claim", name, known)
                    yield entry.problem(key, name, unknown.allowed)

    def _names(self, entry: Entry, key: str) -> tuple[str, ...]:
        """Give the ids under a key, if they can be read."""
        try:
            read = self._cells.read(key, entry.written.get(key, ""))
        except InvalidValueError:
            return ()
        return (read,) if type(read) is str else tuple(map(str, read))


def _inherited(entry: Entry, values: _Values, given: _Values) -> Iterator[str]:
    """Give what a claim leaves to its document.

    The period of a comparator goes with the comparator: where a claim prints another,
    that of the document is not its period.
    """
    for name in INHERITABLE:
        if name in entry.written or name not in given:
            continue
        same = values.get("comparator", given.get("comparator"))
        if name != "comparator_period" or same is given.get("comparator"):
            yield name


def _repeated(named: list[tuple[Entry, str | None]]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry, name in named:
        if name is not None and first.setdefault(name, entry) is not entry:
            allowed = f"an id of its own; {first[name].where} has this one"
            yield entry.problem("id", name, allowed)
