"""Things found by their id, name or alias."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from policing_indicators.errors import InvalidValueError, Problem, UnknownNameError
from policing_indicators.vocabulary import requirement

_Thing = TypeVar("_Thing")

NamesOf = Callable[[_Thing], Iterable[tuple[str, str]]]
"""What gives the names of a thing, each after the field that it stands in."""


class _Bearer(NamedTuple, Generic[_Thing]):
    row: int
    name: str
    thing: _Thing


class Names(Generic[_Thing]):
    """An index of things by all their names, blind to case and spacing.

    Args:
        kind: What the things are, for the error's words.
        things: The things, in order.
        names_of: What gives the names of one of them.
    """

    __slots__ = ("_bearers", "_clashes", "_kind")

    def __init__(
        self, kind: str, things: Iterable[_Thing], names_of: NamesOf[_Thing]
    ) -> None:
        """Index the things; where two answer to one name the first keeps it."""
        self._kind = kind
        self._bearers: dict[str, _Bearer[_Thing]] = {}
        self._clashes: list[tuple[str, str, int]] = []
        for row, thing in enumerate(things):
            for field, name in names_of(thing):
                claim = _Bearer(row, name, thing)
                holder = self._bearers.setdefault(folded(name), claim)
                if holder.row != row:
                    self._clashes.append((f"[{row}].{field}", name, holder.row))

    def find(self, name: str) -> _Thing:
        """Find what answers to a name.

        Raises:
            InvalidValueError: The name is no text.
            UnknownNameError: Nothing answers to it.
        """
        if not requirement.is_text(name):
            raise InvalidValueError(f"the name of the {self._kind}", name, "text")
        bearer = self._bearers.get(folded(name))
        if bearer is None:
            known = tuple(each.name for each in self._bearers.values())
            raise UnknownNameError(self._kind, name, known)
        return bearer.thing

    def problems(self, place: str) -> Iterator[Problem]:
        """Give each name that a thing claims while one before it answers to it."""
        for where, name, holder in self._clashes:
            allowed = f"a name that {place}[{holder}] does not answer to"
            yield Problem(place + where, name, allowed)


def numbered(field: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each name of a field after its place in it."""
    for place, name in enumerate(names):
        yield f"{field}[{place}]", name


def folded(name: str) -> str:
    """Write a name as names are compared: one case, single blanks."""
    return " ".join(name.split()).casefold()
