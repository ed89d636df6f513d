"""Where names may stand beside their points, so that none covers another."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from policing_indicators.charts.space import SMALL
from policing_indicators.charts.text_width import width

_HIGH = 12
_OFF = 8
_AIR = 1


@frozen(kw_only=True)
class Named:
    """A point that is to have its name beside it.

    Attributes:
        across: How many pixels from the left edge the point lies.
        down: How many from the upper edge.
        text: Its name.
        bold: Whether the name is written in bold letters.
    """

    across: float
    down: float
    text: str
    bold: bool = False


@frozen
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        """Say whether two boxes share some paper."""
        apart = (
            self.right < other.left
            or other.right < self.left
            or self.bottom < other.top
            or other.bottom < self.top
        )
        return not apart


@frozen(kw_only=True)
class Beside:
    """Where a name stands.

    Attributes:
        named: The point.
        across: Where the name begins.
        down: How far down the line is that its letters stand on.
    """

    named: Named
    across: float
    down: float


def placed(
    names: Iterable[Named],
    points: Sequence[tuple[float, float]],
    size: tuple[float, float],
) -> tuple[Beside, ...]:
    """Find a place for each name beside its point, or for as many as there is room.

    Args:
        names: The names, those that matter most first.
        points: The points that no name may cover, as pixels from the upper left.
        size: How wide and high the space is, which no name may leave.
    """
    taken = [_Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    found: list[Beside] = []
    for each in names:
        for beside, box in _candidates(each):
            inside = box.left >= 0 and box.top >= 0
            inside = inside and box.right <= size[0] and box.bottom <= size[1]
            if inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                found.append(beside)
                break
    return tuple(found)


def _candidates(named: Named) -> Iterator[tuple[Beside, _Box]]:
    wide = width(named.text, SMALL, bold=named.bold)
    x, y = named.across, named.down
    places = (
        (x + _OFF, y + 4),
        (x - _OFF - wide, y + 4),
        (x - wide / 2, y - _OFF),
        (x - wide / 2, y + _OFF + _HIGH - 2),
        (x + _OFF - 2, y - _OFF + 2),
        (x - _OFF + 2 - wide, y - _OFF + 2),
        (x + _OFF - 2, y + _OFF + 6),
        (x - _OFF + 2 - wide, y + _OFF + 6),
    )
    for across, down in places:
        box = _Box(across - _AIR, down - _HIGH + 2, across + wide + _AIR, down + 3)
        yield Beside(named=named, across=across, down=down), box
