"""Bounds of whole counts, narrowed by inequalities until nothing more follows."""

from collections.abc import Iterable, Iterator, Sequence

from policing_indicators.calculation.count_relation import Inequality
from policing_indicators.calculation.feasible_range import FeasibleRange

_MOST_PASSES = 500
"""How often all inequalities are gone through. Each pass leaves every count that is
possible, so that stopping is safe; bounds that still move by then move by little, or
will never stop."""


class Narrowing:
    """The bounds of counts of zero or more, under inequalities between them.

    What is left out is impossible. What is left may be impossible too.

    >>> bounds = Narrowing([Inequality({"whole": -1}, -9), Inequality({"whole": 2}, 7)])
    >>> bounds.run()
    True
    >>> print(bounds.range_of("whole"))
    4 to 9
    """

    __slots__ = ("_highest", "_lowest", "_sides")

    def __init__(self, sides: Iterable[Inequality]) -> None:
        """Start with every count of zero or more."""
        self._sides: Sequence[Inequality] = tuple(sides)
        names = [name for side in self._sides for name in side.weights]
        self._lowest: dict[str, int] = dict.fromkeys(names, 0)
        self._highest: dict[str, int | None] = dict.fromkeys(names)

    def run(self) -> bool:
        """Narrow the bounds; say whether every count is still possible."""
        for _ in range(_MOST_PASSES):
            before = (self._lowest.copy(), self._highest.copy())
            if not all(map(self._narrow, self._sides)):
                return False
            if (self._lowest, self._highest) == before:
                break
        return True

    def range_of(self, name: str) -> FeasibleRange:
        """Give what a count can be, as far as it is known."""
        return FeasibleRange.between(self._lowest[name], self._highest[name])

    def above_lowest(self) -> Iterator[Inequality]:
        """Give what is left to satisfy by what the counts are above their lowest.

        A count that can be one number only is left out, and what holds without any.
        """
        open_counts = [
            name for name, low in self._lowest.items() if low != self._highest[name]
        ]
        for side in self._sides:
            weights = {
                name: weight
                for name, weight in side.weights.items()
                if weight and name in open_counts
            }
            if weights:
                yield Inequality(weights, side.least - self._at_lowest(side))
        for name in open_counts:
            highest = self._highest[name]
            if highest is not None:
                yield Inequality({name: -1}, self._lowest[name] - highest)

    def _at_lowest(self, side: Inequality) -> int:
        return sum(weight * self._lowest[name] for name, weight in side.weights.items())

    def _narrow(self, side: Inequality) -> bool:
        """Narrow each count of an inequality by what the others can add at most."""
        most = {name: self._most(name, weight) for name, weight in side.weights.items()}
        endless = [name for name, part in most.items() if part is None]
        total = sum(part for part in most.values() if part is not None)
        if not endless and total < side.least:
            return False
        for name, part in most.items():
            if all(other == name for other in endless):
                needed = side.least - (total - (part or 0))
                self._hold(name, side.weights[name], needed)
        return all(map(self._is_possible, most))

    def _most(self, name: str, weight: int) -> int | None:
        if weight <= 0:
            return weight * self._lowest[name]
        highest = self._highest[name]
        return None if highest is None else weight * highest

    def _hold(self, name: str, weight: int, needed: int) -> None:
        """Narrow a count of which weight times the count is at least so much."""
        if weight > 0:
            self._lowest[name] = max(self._lowest[name], -(-needed // weight))
        elif weight < 0:
            highest, bound = self._highest[name], -needed // -weight
            self._highest[name] = bound if highest is None else min(highest, bound)

    def _is_possible(self, name: str) -> bool:
        highest = self._highest[name]
        return highest is None or self._lowest[name] <= highest
