"""The columns of a statement's table in a workbook: one number, one cell."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from policing_indicators.publication.sheet_labels import SheetLabels
from policing_indicators.publication.table import Table
from policing_indicators.tables.book import Cell, NumberCell
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.published_figure import PublishedFigure

_NOT_DIGITS = re.compile(r"\D")
SYMBOL = re.compile(r"\[[a-z0-9]+\]")
"""The shorthand of the Government Statistical Service in a cell."""
_MOST_DECIMALS = 12
_NONE = MissingReason.NOT_AVAILABLE.shorthand


@frozen(kw_only=True)
class TableColumn:
    """A column of a workbook's table.

    Attributes:
        heading: What stands at its head.
        cells: Its cells, from the top.
    """

    heading: str
    cells: tuple[Cell, ...]


class TableColumns:
    """Finds the numbers that the cells of a table print among a statement's figures.

    A cell that prints a figure with its limits becomes several. What carries a symbol
    stays text as printed, and so does what cannot be told apart from another figure.

    Args:
        figures: The figures of the statement.
        labels: What the headings of the further columns say.
    """

    __slots__ = ("_figures", "_labels")

    def __init__(self, figures: Iterable[PublishedFigure], labels: SheetLabels) -> None:
        """Keep the figures by the name of their indicator."""
        self._labels = labels
        self._figures: defaultdict[str, list[PublishedFigure]] = defaultdict(list)
        for figure in figures:
            if figure.value is not None and not figure.measure.is_of_target:
                self._figures[figure.name].append(figure)

    def of(self, table: Table) -> Iterator[TableColumn]:
        """Give the columns of a table, whose first cells name indicators.

        Args:
            table: The table.
        """
        names = [cells[0] for cells in table.rows]
        for place, column in enumerate(table.columns):
            texts = tuple(cells[place] for cells in table.rows)
            if column.is_number:
                yield from self._numbers(column.heading, names, texts)
            else:
                yield TableColumn(heading=column.heading, cells=texts)

    def _numbers(
        self, heading: str, names: list[str], texts: tuple[str, ...]
    ) -> Iterator[TableColumn]:
        found = [
            _only(_printed(figure, text) for figure in self._figures[name])
            for name, text in zip(names, texts, strict=True)
        ]
        spread = [cells or (text,) for cells, text in zip(found, texts, strict=True)]
        if max(map(len, spread)) == 1:
            cells = tuple(each for (each,) in spread)
            yield TableColumn(heading=heading, cells=cells)
            return
        names_of = (
            self._labels.figure,
            self._labels.lower,
            self._labels.upper,
            self._labels.per,
        )
        for place, name in enumerate(names_of):
            if any(len(each) > place for each in spread):
                cells = tuple(_part(each, place) for each in spread)
                yield TableColumn(heading=f"{heading}: {name}", cells=cells)


def _part(cells: tuple[Cell, ...], place: int) -> Cell:
    """Give a part of a figure with limits; of what has none, that there is none."""
    if place < len(cells):
        return cells[place]
    first, *_ = cells
    lone = isinstance(first, str) and SYMBOL.fullmatch(first)
    return first if lone else _NONE


def _only(found: Iterable[tuple[Cell, ...] | None]) -> tuple[Cell, ...] | None:
    different = {cells for cells in found if cells is not None}
    return different.pop() if len(different) == 1 else None


def _printed(figure: PublishedFigure, text: str) -> tuple[Cell, ...] | None:
    """Give the cells of a figure, where the text prints that and no other number."""
    if not text.startswith(figure.printed):
        return None
    symbols = SYMBOL.findall(text)
    value = figure.value or 0
    for decimals in range(_MOST_DECIMALS) if isinstance(value, float) else (0,):
        numbers = (value, figure.per, figure.lower, figure.upper)
        shown = [
            f"{each:.{0 if each is figure.per else decimals}f}"
            for each in numbers
            if each is not None
        ]
        if _digits("".join(shown)) == _digits(SYMBOL.sub("", text)):
            return _cells(figure, decimals, symbols)
        if _digits(shown[0]) == _digits(SYMBOL.sub("", text)):
            return _cells(figure, decimals, symbols)[:1]
    return None


def _cells(
    figure: PublishedFigure, decimals: int, symbols: list[str]
) -> tuple[Cell, ...]:
    is_signed = figure.measure.compares
    numbers = (figure.value, figure.lower, figure.upper)
    first, *limits = (
        NumberCell(value=each, decimals=decimals, is_signed=is_signed)
        for each in numbers
        if each is not None
    )
    text = " ".join((SYMBOL.sub("", figure.printed).strip(), *symbols))
    per = [NumberCell(value=figure.per)] if limits and figure.per else []
    return (text if symbols else first, *limits, *per)


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)
