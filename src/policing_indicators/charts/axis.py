"""The axes of a plot: their lines, their round figures and the names along them."""

from collections.abc import Sequence

from policing_indicators.charts.labelling import Labelling
from policing_indicators.charts.space import INK, SMALL, Label, Layer, Space, labels
from policing_indicators.charts.text_width import width

BELOW = 18
"""How far below the axis its labels stand, in pixels."""

_BESIDE = 6
_BETWEEN = 12
"""The least space between two labels."""


def printed_ticks(labelling: Labelling, ticks: Sequence[float]) -> tuple[str, ...]:
    """Print round figures, all with as many decimals as the finest of them needs."""
    decimals = max((_decimals(tick) for tick in ticks), default=0)
    return tuple(labelling.style.number(tick, decimals) for tick in ticks)


def room_for(texts: Sequence[str]) -> float:
    """Give the room that the labels of an upright axis need."""
    return max((width(text, SMALL) for text in texts), default=0) + _BESIDE + 8


def upright(space: Space, ticks: Sequence[float], texts: Sequence[str]) -> list[Layer]:
    """Draw an upright axis: level lines, and a figure to the left of each."""
    every = (
        Label(across=-_BESIDE, down=space.down(tick) + 4, text=text)
        for tick, text in zip(ticks, texts, strict=True)
    )
    return [space.grid(ticks), labels(every, align="right")]


def base_line(space: Space, at: float) -> Layer:
    """Draw the line that figures stand on."""
    return space.beams([(space.x.low, space.x.high, at)], stroke=INK, strokeWidth=1)


def along(
    space: Space, places: Sequence[float], texts: Sequence[str], *, most: float = 0
) -> list[Layer]:
    """Draw the labels along an axis, as many as there is room for.

    Args:
        space: The space.
        places: Where along the axis each stands.
        texts: The labels.
        most: How far right a label may reach; the edge of the space where none is said.
    """
    end = most or space.width
    kept: list[Label] = []
    used = float("-inf")
    for place, text in zip(places, texts, strict=True):
        wide = width(text, SMALL)
        middle = min(max(space.across(place), wide / 2 - 20), end - wide / 2)
        if middle - wide / 2 >= used + _BETWEEN:
            kept.append(Label(across=middle, down=space.height + BELOW, text=text))
            used = middle + wide / 2
    ticks = labels(kept, align="center")
    return [ticks]


def along_from_the_right(
    space: Space,
    places: Sequence[float],
    texts: Sequence[str],
    *,
    reach: tuple[float, float],
) -> list[Layer]:
    """Draw labels along an axis from its end backwards: the latest is always named.

    Args:
        space: The space.
        places: Where along the axis each stands, the last one first.
        texts: The labels.
        reach: How far left and right labels may reach.
    """
    kept: list[Label] = []
    used = float("inf")
    for place, text in zip(places, texts, strict=True):
        wide = width(text, SMALL)
        middle = max(space.across(place), reach[0] + wide / 2)
        middle = min(middle, reach[1] - wide / 2)
        if middle + wide / 2 <= used - _BETWEEN:
            kept.append(Label(across=middle, down=space.height + BELOW, text=text))
            used = middle - wide / 2
    return [labels(kept, align="center")]


def _decimals(tick: float) -> int:
    decimals = 0
    while round(tick, decimals) != tick and decimals < 6:  # noqa: PLR2004 - finer than any axis
        decimals += 1
    return decimals
