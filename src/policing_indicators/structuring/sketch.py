"""What is right in a document of which something is not."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from attrs import AttrsInstance, evolve, fields

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.structuring.converter import structure
from policing_indicators.structuring.plain import Key, is_table, joined, parts_of

_Kind = TypeVar("_Kind")
_Class = TypeVar("_Class", bound=AttrsInstance)


class Sketch:
    """A table of a document, asked part by part for what is right in it.

    Where a document cannot be made as a whole, what is right in it is still looked up
    and held to its rules, so that everything that is not right is said at once. Of a
    part that is not right nothing is given: nothing is put in its place.

    Args:
        content: The table.
        wrong: The places in the document of all that is not right.
        place: The place of the table itself; empty for the document.

    >>> content = {"area": "kent", "data": ["figures.csv", 4], "period": 2024}
    >>> sketch = Sketch(content, ["data[1]", "period"])
    >>> sketch.part("area", str), list(sketch.items("data", str))
    ('kent', [('data[0]', 'figures.csv')])
    >>> sketch.part("period", str) is None
    True
    """

    __slots__ = ("_content", "_wrong", "place")

    def __init__(
        self, content: Mapping[str, Any], wrong: Collection[str], place: str = ""
    ) -> None:
        """Keep the table, and what is wrong in it."""
        self._content = content
        self._wrong = [each for each in wrong if _is_within(each, place)]
        self.place: str = place

    def __contains__(self, key: str) -> bool:
        """Say whether the table has a key, right or not."""
        return key in self._content

    def at(self, key: str) -> str:
        """Give the place of a key."""
        return joined(self.place, key)

    def is_right(self, key: str) -> bool:
        """Say whether all that a key holds is right, which it is if there is none."""
        place = self.at(key)
        return not any(_is_within(each, place) for each in self._wrong)

    def part(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """Give what a key holds, if it is there and right."""
        if key not in self._content or not self.is_right(key):
            return None
        return structure(self._content[key], kind, where=self.at(key))

    def items(self, key: str, kind: type[_Kind]) -> Iterator[tuple[str, _Kind]]:
        """Give what is right in the list that a key holds, each by its place."""
        for place, _, item in self._right(key):
            yield place, structure(item, kind, where=place)

    def entries(self, key: str, kind: type[_Kind]) -> Iterator[tuple[str, str, _Kind]]:
        """Give what is right in the table that a key holds, by place and name."""
        for place, name, item in self._right(key):
            yield place, str(name), structure(item, kind, where=place)

    def tables(self, key: str) -> Iterator["Sketch"]:
        """Give what is in the list that a key holds, each a table, right or not."""
        for place, _, item in self._held(key):
            yield Sketch(item if is_table(item) else {}, self._wrong, place)

    def together(
        self, kind: type[_Class], instead: Mapping[str, object]
    ) -> tuple[_Class | None, list[Problem]]:
        """Make the table as a whole, where what is wrong in it does not touch the rest.

        Args:
            kind: The type to make.
            instead: What stands in for a key that is not right or not there, for those
                keys that nothing else in the table depends on.

        Returns:
            What was made, if that could be, and what its parts cannot be together,
            unless that is among what is known to be wrong.
        """
        known = {each.alias for each in fields(kind) if each.init}
        wrong = [key for key in instead if key not in self or not self.is_right(key)]
        content = {
            **{key: held for key, held in self._content.items() if key in known},
            **{key: instead[key] for key in wrong},
        }
        try:
            return structure(content, kind, where=self.place), []
        except InvalidContentError as error:
            placed = (
                evolve(each, place=self.at(each.place)) for each in error.problems
            )
            return None, [each for each in placed if each.place not in self._wrong]

    def _right(self, key: str) -> Iterator[tuple[str, Key, Any]]:
        for place, name, item in self._held(key):
            if not any(_is_within(each, place) for each in self._wrong):
                yield place, name, item

    def _held(self, key: str) -> Iterator[tuple[str, Key, Any]]:
        """Give the parts of what a key holds, unless it is wrong as a whole."""
        place = self.at(key)
        if place not in self._wrong:
            for name, item in parts_of(self._content.get(key)):
                yield joined(place, name), name, item


def _is_within(place: str, other: str) -> bool:
    return not other or place == other or place.startswith((f"{other}.", f"{other}["))
