"""From figures to places on paper, and the round figures that stand along an axis."""

import math
from collections.abc import Iterable
from typing import Self

from attrs import frozen

_STEPS = (1, 2, 5, 10)
_DECADE = (1, 2, 5)
_FEWEST = 3
_AIR = 0.06
"""How much of the range is left free at each end that is not nought."""


@frozen(kw_only=True)
class Scale:
    """The figures that an axis runs from and to.

    Attributes:
        low: The figure at its start.
        high: The figure at its end, above the other.
        is_log: Whether equal steps are equal multiples.
    """

    low: float
    high: float
    is_log: bool = False

    @classmethod
    def around(cls, figures: Iterable[float], *, from_zero: bool) -> Self:
        """Make room for figures.

        Args:
            figures: The figures.
            from_zero: Whether nought is on the axis whatever the figures are.
        """
        every = [each for each in figures if math.isfinite(each)]
        if from_zero or not every:
            every.append(0.0)
        low, high = min(every), max(every)
        if low == high == 0:
            return cls(low=0.0, high=1.0)
        air = (high - low) * _AIR or abs(high) * _AIR
        return cls(
            low=low if low == 0 else low - air, high=high if high == 0 else high + air
        )

    def part(self, figure: float) -> float:
        """Give how far along the axis a figure is, from 0 to 1."""
        if self.is_log:
            low, high, figure = (
                math.log(each) for each in (self.low, self.high, figure)
            )
        else:
            low, high = self.low, self.high
        return (figure - low) / (high - low)

    def ticks(self, most: int = 5) -> tuple[float, ...]:
        """Give round figures along the axis, about so many or fewer."""
        return self._decades(most) if self.is_log else self._even(most)

    def _even(self, most: int) -> tuple[float, ...]:
        rough = (self.high - self.low) / most
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(
            each * power for each in _STEPS if each * power >= rough * (1 - 1e-9)
        )
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return tuple(round(each * step, 12) for each in range(first, last + 1))

    def _decades(self, most: int) -> tuple[float, ...]:
        first = math.floor(math.log10(self.low))
        last = math.ceil(math.log10(self.high))
        powers = [10.0**power for power in range(first, last + 1)]
        tens = [each for each in powers if self.low <= each <= self.high]
        every = [step * each for each in powers for step in _DECADE]
        found = [each for each in every if self.low <= each <= self.high]
        if len(found) < _FEWEST:
            return self._even(most)
        if len(found) <= most:
            return tuple(found)
        return tuple(tens[:: math.ceil(len(tens) / most)])


def spread_out(
    places: Iterable[float], gap: float, low: float, high: float
) -> tuple[float, ...]:
    """Move places apart until none is nearer to its neighbour than a gap.

    They keep their order, stay within the ends as far as there is room, and move no
    farther than they must.
    """
    given = list(places)
    order = sorted(range(len(given)), key=given.__getitem__)
    moved = [min(max(given[each], low), high) for each in order]
    for place in range(1, len(moved)):
        moved[place] = max(moved[place], moved[place - 1] + gap)
    limit = high
    for place in reversed(range(len(moved))):
        moved[place] = min(moved[place], limit)
        limit = moved[place] - gap
    found = dict(zip(order, moved, strict=True))
    return tuple(found[each] for each in range(len(given)))
