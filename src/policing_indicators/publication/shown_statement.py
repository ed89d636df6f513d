"""A statement as a notebook shows it: its tables, of what may be published alone."""

from collections.abc import Iterable, Iterator

from policing_indicators.publication.table import Table
from policing_indicators.showing import ShownTable
from policing_indicators.vocabulary.published_figure import Measure, PublishedFigure

_SHAPES: dict[float | None, str] = {1: "●", 0: "✕", None: "○"}
"""Of a target that is met or on course, of one that is not, and of what nothing can be
said."""


def shown_table(title: str, table: Table) -> ShownTable:
    """Show a table as the page prints it.

    Args:
        title: What the table is of.
        table: The table.
    """
    return ShownTable(
        caption=f"{title}: {table.caption}",
        headings=tuple(column.heading for column in table.columns),
        rows=table.rows,
        numbers=_numbers(table),
    )


def shown_targets(
    title: str, tables: Iterable[Table], figures: Iterable[PublishedFigure]
) -> Iterator[ShownTable]:
    """Show the tables of the targets, a shape before each verdict.

    Args:
        title: What they are of.
        tables: The tables: the last cell of each row is a verdict.
        figures: The figures of the statement, the verdicts among them.
    """
    shapes = {
        figure.printed: _SHAPES[figure.value]
        for figure in figures
        if figure.measure is Measure.TARGET_VERDICT
    }
    for table in tables:
        rows = tuple(
            (*cells, f"{shapes.get(verdict, '○')} {verdict}")
            for *cells, verdict in table.rows
        )
        yield shown_table(title, table)._replace(rows=rows)


def _numbers(table: Table) -> int:
    """Count the columns of numbers, which are the last ones."""
    return sum(column.is_number for column in table.columns)
