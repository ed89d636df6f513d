"""The rows of a table of offences that are in no figure, and why."""

from collections import Counter
from collections.abc import Collection, Iterator

from attrs import frozen

from policing_indicators.tables.offence_figures import Cell
from policing_indicators.tables.offence_sums import Sums
from policing_indicators.tables.reading import LeftOut
from policing_indicators.vocabulary.period import Period

_NO_AREA = "reports fraud from the whole country, and is no area"
_OTHER_AREA = "no area that was asked for"
_OTHER_INDICATOR = "counts towards no indicator that was asked for"
_OTHER_PERIOD = "in no period that was asked for"
_NOT_WHOLE = "the table lacks other rows of the figure"
_REASONS = (_NO_AREA, _OTHER_AREA, _OTHER_INDICATOR, _OTHER_PERIOD, _NOT_WHOLE)


@frozen
class Asked:
    """What was asked of a table.

    Attributes:
        areas: The ids of areas.
        indicators: The ids of indicators.
        quarters: The quarters of the periods; ``None`` for all there are.
    """

    areas: tuple[str, ...]
    indicators: tuple[str, ...]
    quarters: frozenset[Period] | None


def left_out(sums: Sums, asked: Asked, used: Collection[Cell]) -> tuple[LeftOut, ...]:
    """Count the rows that are in no figure, by what they are of and why.

    Args:
        sums: The table.
        asked: What was asked of it.
        used: The areas, indicators and quarters that figures were made of.
    """
    rows: Counter[tuple[str, str]] = Counter()
    for reason, what, count in _unused(sums, asked, used):
        rows[reason, what] += count
    in_order = sorted(rows, key=lambda key: _REASONS.index(key[0]))
    return tuple(LeftOut(what, reason, rows[reason, what]) for reason, what in in_order)


def _unused(
    sums: Sums, asked: Asked, used: Collection[Cell]
) -> Iterator[tuple[str, str, int]]:
    areas, indicators = frozenset(asked.areas), frozenset(asked.indicators)
    for (holder, quarter), groups in sums.items():
        for group, (_, rows) in groups.items():
            wanted = indicators.intersection(group.components)
            if holder.area is None:
                yield _NO_AREA, holder.name, rows
            elif holder.area not in areas:
                yield _OTHER_AREA, holder.name, rows
            elif not wanted:
                yield _OTHER_INDICATOR, group.name, rows
            elif asked.quarters is not None and quarter not in asked.quarters:
                yield _OTHER_PERIOD, str(quarter), rows
            elif not any((holder.area, each, quarter) in used for each in wanted):
                yield _NOT_WHOLE, f"{group.name}, {quarter}", rows
