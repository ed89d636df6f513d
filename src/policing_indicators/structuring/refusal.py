"""What is not right in some data, gathered until all of it is known."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from policing_indicators.errors import Problem

_Data = TypeVar("_Data")
_Made = TypeVar("_Made")


class Refusal(Exception):  # noqa: N818 - it never leaves this folder
    """What is not right in some data, by path from that data.

    Attributes:
        problems: Each of them; the place of the data itself is empty.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order of the data."""
        super().__init__()
        self.problems: tuple[Problem, ...] = tuple(problems)

    @classmethod
    def of(cls, value: object, allowed: str) -> "Refusal":
        """Refuse a value as a whole."""
        return cls([Problem("", value, allowed)])


class Gathering:
    """What is not right in the parts of some data, while they are taken."""

    __slots__ = ("_problems",)

    def __init__(self) -> None:
        """Start without a problem."""
        self._problems: list[Problem] = []

    def note(self, place: str, value: object, allowed: str) -> None:
        """Note a part that is not right."""
        self._problems.append(Problem(place, value, allowed))

    def take(
        self, place: str, part: _Data, make: Callable[[_Data], _Made]
    ) -> _Made | None:
        """Make something of a part; where that cannot be, note why."""
        try:
            return make(part)
        except Refusal as refusal:
            for each in refusal.problems:
                self.note(_joined(place, each.place), each.value, each.allowed)
        return None

    def close(self) -> None:
        """Refuse the data where any part of it is not right.

        Raises:
            Refusal: Some part is not.
        """
        if self._problems:
            raise Refusal(self._problems)


def _joined(place: str, rest: str) -> str:
    return f"{place}.{rest}" if rest and not rest.startswith("[") else place + rest
