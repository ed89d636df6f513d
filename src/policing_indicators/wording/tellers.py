"""Which shown counts a hidden one can be worked out from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from policing_indicators.wording.cell import Cell
from policing_indicators.wording.freedom import Families


def tellers(
    cell: Cell, shown: Sequence[Cell], hidden: Sequence[Cell], families: Families
) -> tuple[Cell, ...]:
    """Give the shown counts that tell a hidden one most directly.

    They are those of the same indicator that add up to it over time, else those of its
    whole and of the other parts, else any of an indicator that is tied to its own.

    Args:
        cell: The hidden count.
        shown: The counts that are shown.
        hidden: The counts that are not.
        families: The parts of each whole.
    """
    of_time = _path(cell.indicator, cell, shown)
    if of_time:
        return tuple(each for each in of_time if each.count)
    kin = _kin(cell.indicator, families)
    others = [each for each in hidden if each != cell]
    of_kin = [
        each
        for name in kin
        for each in _path(name, cell, shown) or _path(name, cell, [*shown, *others])
        if each in shown and each.count
    ]
    if of_kin:
        return tuple(of_kin)
    reached = all_kin(cell.indicator, families)
    return tuple(each for each in shown if each.indicator in reached and each.count)


def _path(indicator: str, cell: Cell, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Give the fewest cells that lead from a cell's start to its end; none if none."""
    steps = _steps(indicator, cells)
    ways: dict[date, tuple[Cell, ...]] = {cell.start: ()}
    ahead = [cell.start]
    for day in ahead:
        for following, step in steps.get(day, ()):
            if following not in ways:
                ways[following] = (*ways[day], step)
                ahead.append(following)
    return ways.get(cell.end, ())


def _steps(
    indicator: str, cells: Iterable[Cell]
) -> dict[date, list[tuple[date, Cell]]]:
    steps: dict[date, list[tuple[date, Cell]]] = {}
    for each in cells:
        if each.indicator == indicator:
            steps.setdefault(each.start, []).append((each.end, each))
            steps.setdefault(each.end, []).append((each.start, each))
    return steps


def _kin(indicator: str, families: Families) -> Iterator[str]:
    """Give the whole of an indicator, its parts, and the other parts of its whole."""
    for whole, parts in families.items():
        members = (whole, *parts)
        if indicator in members:
            yield from (name for name in members if name != indicator)


def all_kin(indicator: str, families: Families) -> set[str]:
    """Give an indicator and all that adds up with it, directly or through others."""
    reached: set[str] = set()
    ahead = {indicator}
    while ahead:
        reached |= ahead
        ahead = {kin for name in ahead for kin in _kin(name, families)} - reached
    return reached
