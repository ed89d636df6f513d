"""Which counts are hidden, so that no hidden one can be worked out."""

import math
from collections import deque
from collections.abc import Mapping, Sequence

from policing_indicators.wording.cell import Cell
from policing_indicators.wording.disclosure_rule import DisclosureRule
from policing_indicators.wording.freedom import Families, Move, moves
from policing_indicators.wording.tellers import tellers

_MOST_TRIED = 200
"""How many other tables are tried before a hidden count is held to be told. Where one
that fits would be found only later, a count is hidden that need not be."""


def suppressed(
    cells: Sequence[Cell],
    hidden: frozenset[Cell],
    families: Families,
    rule: DisclosureRule,
) -> frozenset[Cell]:
    """Hide counts until each hidden one could be another and all that is shown fit.

    Of those that tell a hidden count, the smallest above zero is hidden first.

    Args:
        cells: Every cell of one area and vintage.
        hidden: Those that are hidden already.
        families: The parts of each whole.
        rule: The rule in force.

    Returns:
        Those, and those that are hidden to protect them.
    """
    table = _Table(cells, hidden, rule)
    while table.hides_one_more(families):
        pass
    return frozenset(table.ranges)


class _Table:
    """A table of counts, some of them hidden, and what each of those may be.

    A count that is too small may be any that is. Any other that is hidden may be any
    that is not too small, but, since of several the smallest was hidden, no more than
    the next: somebody may know how the choice is made.
    """

    __slots__ = ("_cells", "_free", "_rule", "ranges")

    def __init__(
        self, cells: Sequence[Cell], hidden: frozenset[Cell], rule: DisclosureRule
    ) -> None:
        self._cells = cells
        self._free: set[Cell] = set()
        self._rule = rule
        self.ranges = {cell: self._range(cell) for cell in cells if cell in hidden}

    def hides_one_more(self, families: Families) -> bool:
        """Hide the smallest count that tells a hidden one, and say if there was one."""
        shown = [cell for cell in self._cells if cell not in self.ranges]
        hidden = list(self.ranges)
        known = moves(shown, hidden, families)
        for cell in hidden:
            if cell in self._free:
                continue
            if _could_be_another(cell, known, self.ranges):
                self._free.add(cell)  # and stays so: what is hidden only grows
                continue
            candidates = sorted(tellers(cell, shown, hidden, families), key=_size)
            if candidates:
                self._hide(*candidates[:2])
                return True
        return False

    def _hide(self, cell: Cell, *following: Cell) -> None:
        most = [each.count for each in following if each.count > 0]
        self.ranges[cell] = self._range(cell, *most)

    def _range(self, cell: Cell, most: float = math.inf) -> tuple[float, float]:
        smallest = self._rule.smallest or 1
        if self._rule.hides(cell.count):
            return 1, smallest - 1
        return (-math.inf, -1) if cell.count < 0 else (min(cell.count, smallest), most)


def _size(cell: Cell) -> tuple[bool, int, Cell]:
    return cell.count < 0, abs(cell.count), cell


def _could_be_another(
    cell: Cell, known: Sequence[Move], ranges: Mapping[Cell, tuple[float, float]]
) -> bool:
    """Say whether a hidden count could be another, as far as anybody can tell.

    From a change of the count, one after another that is not possible is mended by a
    further change, until one of the tables that come of it is possible as a whole.
    """
    ahead: deque[tuple[Move, Move, int]] = deque(
        ({}, move, sign) for move in known if cell in move for sign in (1, -1)
    )
    tried: set[frozenset[tuple[Cell, int]]] = set()
    while ahead and len(tried) < _MOST_TRIED:
        change = _sum(*ahead.popleft())
        as_tried = frozenset(change.items())
        if as_tried in tried or cell not in change:
            continue
        tried.add(as_tried)
        wrong = _first_wrong(change, ranges)
        if wrong is None:
            return True
        ahead.extend(
            (change, move, -1 if change[wrong] * move[wrong] > 0 else 1)
            for move in known
            if wrong in move
        )
    return False


def _first_wrong(
    change: Move, ranges: Mapping[Cell, tuple[float, float]]
) -> Cell | None:
    for cell, size in change.items():
        least, most = ranges[cell]
        if not least <= cell.count + size <= most:
            return cell
    return None


def _sum(change: Move, move: Move, sign: int) -> Move:
    sizes = dict(change)
    for cell, size in move.items():
        sizes[cell] = sizes.get(cell, 0) + sign * size
    return {cell: size for cell, size in sizes.items() if size}
